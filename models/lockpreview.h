#pragma once

#include "drift/lockdraft.h"
#include "models/lockdiff.h"

#include <memory>

namespace slipway
{

/// A lock file as it is to be written, and how it differs from the one there is.
struct LockPreview final {
    LockDraft draft;
    LockDiff diff;
};
using LockPreviewPtr = std::shared_ptr<const LockPreview>;

/// "3 tags move, 1 is added": what a draft changes; that it changes nothing.
[[nodiscard]] QString lockSummary(const LockPreview& preview);
/// What a person should know beside it: conflicts, what could not be read, members that are not known. A line each.
[[nodiscard]] QStringList lockNotes(const LockPreview& preview);
/// Why it cannot be written; empty if it can.
[[nodiscard]] QString lockObstacle(const LockPreview& preview);
/// The diff as text: a line begins with its sign.
[[nodiscard]] QString lockDiffText(const LockDiff& diff);

} // namespace slipway
