#pragma once

#include "cleanup/cleanupplan.h"
#include "cleanup/policychoice.h"
#include "cleanup/treeedges.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace slipway
{

/// Which versions go: those that were selected and all that hangs only on them, but for what something that stays
/// needs. What stays can only grow.
class Removal final
{
public:
    /// Begins with what the versions by themselves ask for.
    Removal(const Snapshot& snapshot, const TreeEdges& edges, const PolicyChoice& choice);

    [[nodiscard]] bool goes(RowIndex version) const { return (m_marks[version] & (kReached | kKept)) == kReached; }
    /// All that go, by row.
    [[nodiscard]] std::vector<RowIndex> rows() const;
    /// Keeps a version with all it belongs to: the indexes that list it, its subjects, what these belong to, and
    /// everything below.
    void keepTree(RowIndex version, KeepReason reason);
    /// Why keepTree() kept a version other than the one it was called for; nothing if it did not.
    [[nodiscard]] const KeepWhy* treeWhy(RowIndex version) const;

private:
    static constexpr std::uint8_t kReached = 1; ///< from the selected ones
    static constexpr std::uint8_t kKept = 2;
    static constexpr std::uint8_t kClimbed = 4;

    void mark(RowIndex version, std::uint8_t with);
    void spread(std::uint8_t mark);

    const TreeEdges& m_edges;
    std::vector<std::uint8_t> m_marks; ///< per version
    std::vector<RowIndex> m_pending;   ///< marked ones below which everything is still to be; empty between calls
    std::unordered_map<RowIndex, KeepWhy> m_treeWhys;
};

/// The deletions of what goes, without their bytes: tree by tree, an index before what it lists, a subject before its
/// referrers, tops in the order of their rows.
[[nodiscard]] std::vector<Deletion> orderedDeletions(const Snapshot& snapshot, const TreeEdges& edges,
                                                     const PolicyChoice& choice, const Removal& removal);

} // namespace slipway
