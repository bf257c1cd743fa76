#include "views/drift/driftstates.h"

#include "core/errortext.h"
#include "models/driftwords.h"
#include "views/theme/icons.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/statepage.h"
#include "views/widgets/unreadstate.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct StateWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::DriftPage)
};

} // namespace

void showDriftState(StatePage& page, const DriftSituation& situation)
{
    const QString& owner = situation.owner;
    if (situation.failure)
        return showFailed(page, *situation.failure);
    if (situation.hasImages && !situation.look)
        return page.showLoading(StateWords::tr("Looking for drift in %1").arg(owner), {}, 0, 0);
    showUnread(page, situation.state, owner,
               {icon("vcs-diff"_L1, IconColor::Muted), StateWords::tr("No images in %1").arg(owner),
                StateWords::tr("Checks appear here once an image has been pushed, and if the token may see it.")});
}

QString unreadLock(const DriftSituation& situation)
{
    const bool isFailed =
        situation.failure || (situation.state.kind == PageState::Kind::Failed && situation.state.error);
    if (isFailed || !situation.look || !situation.look->ground->lockError)
        return {};
    const QString& path = situation.look->ground->lockFile;
    return path.startsWith(u':') ? QString() : path; // a demo's lies in the program
}

void showDriftBar(MessageBar& bar, const DriftSituation& situation)
{
    bar.hide();
    if (!situation.look)
        return;
    const DriftGround& ground = *situation.look->ground;
    QStringList unchecked = driftGaps(ground);
    for (const auto& problem : ground.problems)
        unchecked.append(errorLine(problem));
    bar.setAction(unreadLock(situation).isEmpty() ? StateWords::tr("Try again") : StateWords::tr("Open in Files"));
    if (situation.state.kind == PageState::Kind::Failed && situation.state.error)
        bar.showMessage(Tone::Bad, errorLine(*situation.state.error));
    else if (situation.failure)
        bar.showMessage(Tone::Bad, errorLine(*situation.failure));
    else if (ground.lockError)
        bar.showMessage(Tone::Bad,
                        StateWords::tr("The lock file was not checked against. %1").arg(errorLine(*ground.lockError)));
    else if (!unchecked.isEmpty())
        bar.showMessage(Tone::Warn,
                        StateWords::tr("%n thing(s) could not be checked", nullptr, static_cast<int>(unchecked.size())),
                        unchecked);
}

} // namespace slipway
