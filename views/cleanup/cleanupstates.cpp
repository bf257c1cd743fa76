#include "views/cleanup/cleanupstates.h"

#include "core/errortext.h"
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

struct CleanupStates {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

void showPlanFailed(StatePage& page, const Error& error)
{
    const ErrorText text = errorText(error);
    page.showError(CleanupStates::tr("Preview failed. Nothing was removed."),
                   text.what + (text.advice.isEmpty() ? QString() : u' ' + text.advice),
                   CleanupStates::tr("Try again"));
}

} // namespace

void showCleanupState(StatePage& page, const CleanupSituation& situation)
{
    const PageState& state = situation.state;
    const QString& owner = situation.owner;
    if (situation.failure)
        return showPlanFailed(page, *situation.failure);
    if (situation.hasImages && !situation.sheet)
        return page.showLoading(CleanupStates::tr("Planning the cleanup of %1").arg(owner), {}, 0, 0);
    if (state.kind == PageState::Kind::Failed && state.error)
        return showPlanFailed(page, *state.error);
    showUnread(page, state, owner,
               {icon("edit-clear-history"_L1, IconColor::Muted), CleanupStates::tr("No images in %1").arg(owner),
                CleanupStates::tr("A plan appears here once an image has been pushed, and if the token may see it.")});
}

void showNothingSelected(StatePage& page, const QString& owner)
{
    page.showEmpty(icon("edit-clear-history"_L1, IconColor::Muted),
                   CleanupStates::tr("Nothing to remove under this policy"),
                   CleanupStates::tr("Every version of %1 stays.").arg(owner));
}

void showCleanupBar(MessageBar& bar, const CleanupSituation& situation)
{
    bar.hide();
    if (!situation.sheet)
        return;
    const auto& sheet = *situation.sheet;
    bar.setAction({});
    if (situation.failure || (situation.state.kind == PageState::Kind::Failed && situation.state.error)) {
        bar.setAction(CleanupStates::tr("Try again"));
        bar.showMessage(Tone::Bad, errorLine(situation.failure ? *situation.failure : *situation.state.error));
        return;
    }
    if (!situation.hasContent() || sheet.notes.isEmpty())
        return;
    if (!sheet.plan.complete)
        bar.showMessage(Tone::Warn,
                        CleanupStates::tr("Not everything could be read; what could not be is not touched."),
                        sheet.notes);
    else if (sheet.notes.size() == 1)
        bar.showMessage(Tone::Info, sheet.notes.constFirst());
    else
        bar.showMessage(
            Tone::Info,
            CleanupStates::tr("%n thing(s) to know about this plan", nullptr, static_cast<int>(sheet.notes.size())),
            sheet.notes);
}

} // namespace slipway
