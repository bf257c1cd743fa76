#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/packagewatch.h"

namespace slipway
{

/// What a journal says of a tree as a whole, which goes whole or not at all.
struct TreeFate final {
    bool isTouched = false; ///< something is said of one of its versions
    bool isSettled = false; ///< nothing more is to be done about any of them
    /// Some of it is deleted and will not stay so, since some stays, or since a part of it was brought back before all
    /// of it was known to be deleted.
    bool isHalf = false;
    bool isWanted = false;  ///< a part of it was brought back: the rest of it stays, whatever GitHub says of its time
    bool lacksTags = false; ///< a part of it is back, but not with all of its tags

    /// Whether a run has anything to do about it.
    [[nodiscard]] bool hasWork() const { return !isSettled || isHalf || lacksTags; }
    /// Whether no run deletes anything of it any more.
    [[nodiscard]] bool stays() const { return isHalf || isWanted; }

    friend bool operator==(const TreeFate&, const TreeFate&) = default;
};

[[nodiscard]] TreeFate treeFateOf(PlannedTree tree, const JournalState& state);

/// What a run that goes on puts back of a tree that stays, or gives its tags again, in the order in which it does: what
/// others list before what lists it. Of a tree all of which is settled, and none left, a person wanted no more back.
[[nodiscard]] std::vector<PlannedVersion> toPutBack(PlannedTree tree, const JournalState& state);

} // namespace slipway
