#include "views/storage/storagestates.h"

#include "core/errortext.h"
#include "views/theme/icons.h"
#include "views/widgets/statepage.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
struct StateTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};
} // namespace

void showNoStorage(StatePage& page, const PageState& state, const QString& owner, bool isMeasuring)
{
    if (isMeasuring)
        page.showLoading(StateTexts::tr("Measuring what %1 stores").arg(owner), {}, 0, 0);
    else if (state.kind == PageState::Kind::Failed && state.error) {
        const ErrorText text = errorText(*state.error);
        page.showError(text.what, text.advice, StateTexts::tr("Try again"));
    } else if (state.kind == PageState::Kind::Loading) {
        page.showLoading(StateTexts::tr("Reading the packages of %1").arg(owner),
                         state.total > 0 ? StateTexts::tr("%1 of %2 packages").arg(state.done).arg(state.total)
                                         : QString(),
                         state.done, state.total);
    } else if (state.kind == PageState::Kind::Offline) {
        page.showEmpty(icon("network-disconnect"_L1, IconColor::Muted), StateTexts::tr("Offline"),
                       StateTexts::tr("%1 was never read on this machine. Go online once to read it.").arg(owner));
    } else {
        page.showEmpty(
            icon("office-chart-area"_L1, IconColor::Muted), StateTexts::tr("Nothing stored in %1").arg(owner),
            StateTexts::tr("Figures appear here once an image has been pushed, and if the token may see it."));
    }
}

} // namespace slipway
