#pragma once

#include "models/driftlook.h"
#include "views/pagestate.h"

namespace slipway
{

class MessageBar;
class StatePage;

/// How the Drift page stands.
struct DriftSituation final {
    QString owner;
    PageState state;
    std::optional<Error> failure; ///< of looking
    bool hasImages = false;       ///< something was read that can be looked at
    DriftLookPtr look;            ///< null: nothing was looked at

    /// Whether there is a page to show.
    [[nodiscard]] bool hasContent() const { return look && look->matrix.images > 0; }
};

/// The lock file that the bar says could not be read, and that can be looked at; empty for none.
[[nodiscard]] QString unreadLock(const DriftSituation& situation);

/// What stands where the page would, while it has no content.
void showDriftState(StatePage& page, const DriftSituation& situation);
/// One sentence above the content: what went wrong, else what was not looked at. Without one the bar goes.
void showDriftBar(MessageBar& bar, const DriftSituation& situation);

} // namespace slipway
