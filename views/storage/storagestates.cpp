#include "views/storage/storagestates.h"

#include "views/theme/icons.h"
#include "views/widgets/statepage.h"
#include "views/widgets/unreadstate.h"

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
        return page.showLoading(StateTexts::tr("Measuring what %1 stores").arg(owner), {}, 0, 0);
    showUnread(page, state, owner,
               {icon("office-chart-area"_L1, IconColor::Muted), StateTexts::tr("Nothing stored in %1").arg(owner),
                StateTexts::tr("Figures appear here once an image has been pushed, and if the token may see it.")});
}

} // namespace slipway
