#include "cleanup/treefate.h"

namespace slipway
{

TreeFate treeFateOf(PlannedTree tree, const JournalState& state)
{
    TreeFate whole;
    whole.isSettled = true;
    bool isDeleted = false;
    bool isLeft = false;
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
    }
    whole.isHalf = isDeleted && isLeft;
    return whole;
}

} // namespace slipway
