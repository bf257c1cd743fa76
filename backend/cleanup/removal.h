#pragma once

#include "cleanup/cleanupplan.h"
#include "cleanup/policychoice.h"
#include "cleanup/treeedges.h"
#include "domain/versiontrees.h"

#include <unordered_map>

namespace slipway
{

/// Which versions go: those that were selected and all that hangs only on them, but for what something that stays
/// needs. What stays can only grow.
class Removal final
{
public:
    /// Begins with what the versions by themselves ask for.
    Removal(const Snapshot& snapshot, const TreeEdges& edges, const PolicyChoice& choice);

    [[nodiscard]] bool goes(RowIndex version) const { return m_reached.holds(version) && !m_kept.holds(version); }
    /// All that go, by row.
    [[nodiscard]] std::vector<RowIndex> rows() const;
    /// Keeps a version with all it belongs to: the indexes that list it, its subjects, what these belong to, and
    /// everything below.
    void keepTree(RowIndex version, KeepReason reason);
    /// Why keepTree() kept a version other than the one it was called for; nothing if it did not.
    [[nodiscard]] const KeepWhy* treeWhy(RowIndex version) const;

private:
    void spread();

    const TreeEdges& m_edges;
    RowIndex m_versionTotal;
    VersionSet m_reached; ///< from the selected ones
    VersionSet m_kept;
    size_t m_spread = 0; ///< of the kept ones, those below which everything is kept as well
    VersionSet m_climbed;
    std::unordered_map<RowIndex, KeepWhy> m_treeWhys;
};

/// The deletions of what goes, without their bytes: tree by tree, an index before what it lists, a subject before its
/// referrers, tops in the order of their rows.
[[nodiscard]] std::vector<Deletion> orderedDeletions(const Snapshot& snapshot, const TreeEdges& edges,
                                                     const PolicyChoice& choice, const Removal& removal);

} // namespace slipway
