#pragma once

#include "domain/referencegraph.h"
#include "domain/snapshot.h"

namespace slipway
{

/// Whether a version is shown below another one, as what belongs to that: a referrer whose subject is listed, and a
/// child of an index that has no tag of its own. A child that has one stays a version in its own right as well.
[[nodiscard]] inline bool isPartOfAnother(const Snapshot& snapshot, const ReferenceGraph& graph, RowIndex version)
{
    if (graph.subjectVersion(version) != kNoRow)
        return true;
    return !snapshot.versions[version].isTagged() && !graph.parents(version).empty();
}

} // namespace slipway
