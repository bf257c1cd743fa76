#include "cleanup/treefate.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>

namespace slipway
{

TreeFate treeFateOf(PlannedTree tree, const JournalState& state)
{
    TreeFate whole;
    whole.isSettled = true;
    bool isDeleted = false;
    bool isLeft = false;
    std::size_t firstRestored = std::numeric_limits<std::size_t>::max();
    std::size_t lastDeleted = 0;
    bool wasOpen = false;
    for (const auto& planned : tree) {
        const auto* fate = state.of(planned.id);
        whole.isSettled = whole.isSettled && state.isSettled(planned.id);
        if (fate == nullptr)
            continue;
        whole.isTouched = true;
        whole.isWanted = whole.isWanted || fate->last == JournalEvent::Restored;
        whole.lacksTags = whole.lacksTags || fate->lacksTags;
        isDeleted = isDeleted || fate->last == JournalEvent::Deleted;
        isLeft = isLeft || fate->last == JournalEvent::Failed || fate->last == JournalEvent::Left;
        wasOpen = wasOpen || fate->wasOpen;
        lastDeleted = std::max(lastDeleted, fate->deletedAt);
        if (fate->restoredAt != 0)
            firstRestored = std::min(firstRestored, fate->restoredAt);
    }
    // Nothing of a tree is deleted any more once a part of it was restored: what is called deleted only then had been
    // announced before and was not heard of, so the tree was not settled when somebody wanted it. Nor was it where that
    // very version was wanted.
    whole.isHalf = isDeleted && (isLeft || wasOpen || lastDeleted > firstRestored);
    return whole;
}

std::vector<PlannedVersion> toPutBack(PlannedTree tree, const JournalState& state)
{
    const auto whole = treeFateOf(tree, state);
    // What is open of a wanted tree will stay.
    const bool isDeletedWanted = whole.isHalf || (whole.isWanted && !whole.isSettled);
    std::vector<PlannedVersion> versions;
    std::ranges::copy_if(tree | std::views::reverse, std::back_inserter(versions), [&](const PlannedVersion& planned) {
        const auto* fate = state.of(planned.id);
        return fate != nullptr && (fate->lacksTags || (isDeletedWanted && fate->last == JournalEvent::Deleted));
    });
    return versions;
}

} // namespace slipway
