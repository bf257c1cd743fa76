#pragma once

#include "domain/referencegraph.h"

#include <algorithm>
#include <span>
#include <vector>

namespace slipway
{

/// What a version's subjects are to it; of several the last of these counts.
enum class ReferrerStanding : std::uint8_t {
    None,      ///< no referrer
    Unnamed,   ///< a signature, attestation or SBOM that names no subject
    Gone,      ///< no package of the owner has its subject
    Here,      ///< hangs on a version of its package
    Elsewhere, ///< its subject is in another package, or it is its own
};

/// The edges along which versions live and die: an index and what it lists, a subject and what hangs on it. Beyond
/// ReferenceGraph this knows all subjects of a version: an SBOM that fits two images is one manifest with two referrer
/// tags, and hangs on both.
class TreeEdges final
{
public:
    TreeEdges(const Snapshot& snapshot, const ReferenceGraph& graph);

    [[nodiscard]] ReferrerStanding standing(RowIndex version) const { return m_standing[version]; }
    [[nodiscard]] bool isReferrer(RowIndex version) const { return standing(version) != ReferrerStanding::None; }
    /// Whether an index lists it or it has a subject in its package.
    [[nodiscard]] bool hangs(RowIndex version) const
    {
        return standing(version) == ReferrerStanding::Here || !m_graph.parents(version).empty();
    }
    /// Whether anything it lists exists.
    [[nodiscard]] bool listsAny(RowIndex version) const { return !m_graph.children(version).empty(); }
    /// False only if forEachBelow() has nothing to call for.
    [[nodiscard]] bool hasBelow(RowIndex version) const
    {
        return !m_graph.children(version).empty() || !m_graph.referrers(version).empty() || !m_moreReferrers.empty();
    }
    /// Calls `visit(RowIndex)` for what the version lists, then for what hangs on it; some perhaps twice.
    template<typename Visit>
    void forEachBelow(RowIndex version, Visit visit) const;
    /// Calls `visit(RowIndex)` for each subject of a version.
    template<typename Visit>
    void forEachSubject(RowIndex version, Visit visit) const;
    /// What a version lists.
    [[nodiscard]] std::span<const RowIndex> children(RowIndex version) const { return m_graph.children(version); }
    /// The indexes that list a version.
    [[nodiscard]] std::span<const RowIndex> parents(RowIndex version) const { return m_graph.parents(version); }

private:
    struct Edge {
        RowIndex from;
        RowIndex to;
    };
    struct Named {
        RowIndex version;
        Digest subject;
    };

    void noteSubjects(const PackageRow& package, std::vector<Named>& notHere);
    void settle(const std::vector<Named>& notHere);
    void raise(RowIndex version, ReferrerStanding standing);
    template<typename Visit>
    static void forEach(const std::vector<Edge>& edges, RowIndex from, Visit visit);

    const Snapshot& m_snapshot;
    const ReferenceGraph& m_graph;
    std::vector<ReferrerStanding> m_standing;
    std::vector<Edge> m_moreReferrers; ///< beside the graph's, sorted
    std::vector<Edge> m_moreSubjects;
};

template<typename Visit>
void TreeEdges::forEach(const std::vector<Edge>& edges, RowIndex from, Visit visit)
{
    for (auto edge = std::ranges::lower_bound(edges, from, {}, &Edge::from); edge != edges.end() && edge->from == from;
         ++edge)
        visit(edge->to);
}

template<typename Visit>
void TreeEdges::forEachBelow(RowIndex version, Visit visit) const
{
    for (const RowIndex child : m_graph.children(version))
        visit(child);
    for (const RowIndex referrer : m_graph.referrers(version))
        visit(referrer);
    forEach(m_moreReferrers, version, visit);
}

template<typename Visit>
void TreeEdges::forEachSubject(RowIndex version, Visit visit) const
{
    if (const RowIndex subject = m_graph.subjectVersion(version); subject != kNoRow)
        visit(subject);
    forEach(m_moreSubjects, version, visit);
}

} // namespace slipway
