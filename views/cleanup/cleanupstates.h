#pragma once

#include "core/error.h"
#include "models/cleanupsheet.h"
#include "views/pagestate.h"

namespace slipway
{

class MessageBar;
class StatePage;

/// What the Cleanup page knows of how its data stand.
struct CleanupSituation final {
    QString owner;
    PageState state;
    std::optional<Error> failure; ///< why no plan could be made
    bool hasImages = false;
    CleanupSheetPtr sheet;

    /// Whether there is a plan. One under which nothing goes is one too: it says what is protected, and why.
    [[nodiscard]] bool hasContent() const { return hasImages && sheet != nullptr; }
};

/// What stands where the plan would.
void showCleanupState(StatePage& page, const CleanupSituation& situation);
/// What stands where the versions of a plan would that selects none.
void showNothingSelected(StatePage& page, const QString& owner);
/// What is said above the plan: hides the bar where that is nothing.
void showCleanupBar(MessageBar& bar, const CleanupSituation& situation);

} // namespace slipway
