#include "views/widgets/unreadstate.h"

#include "core/errortext.h"
#include "views/theme/icons.h"
#include "views/widgets/statepage.h"

namespace slipway
{

using namespace Qt::StringLiterals;

void showFailed(StatePage& page, const Error& error)
{
    const ErrorText text = errorText(error);
    page.showError(text.what, text.advice, StatePage::tr("Try again"));
}

void showUnread(StatePage& page, const PageState& state, const QString& owner, const NothingThere& nothing)
{
    if (state.kind == PageState::Kind::Failed && state.error) {
        showFailed(page, *state.error);
    } else if (state.kind == PageState::Kind::Loading) {
        const QString counted =
            state.total > 0 ? StatePage::tr("%1 of %2 packages").arg(state.done).arg(state.total) : QString();
        page.showLoading(StatePage::tr("Reading the packages of %1").arg(owner), counted, state.done, state.total);
    } else if (state.kind == PageState::Kind::Offline) {
        page.showEmpty(icon("network-disconnect"_L1, IconColor::Muted), StatePage::tr("Offline"),
                       StatePage::tr("%1 was never read on this machine. Go online once to read it.").arg(owner));
    } else {
        page.showEmpty(nothing.icon, nothing.title, nothing.sentence);
    }
}

} // namespace slipway
