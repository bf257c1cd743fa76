#pragma once

#include "domain/snapshot.h"

#include <span>
#include <vector>

namespace slipway
{

/// Who points at whom among the versions of a snapshot, built once in linear time. References stay inside a package, as
/// in the registry: an index lists manifests of its own repository, a referrer hangs on one of its own repository.
/// Versions are named by their row in Snapshot::versions. Walks may meet a version twice (a fallback index both
/// contains and refers): callers keep a visited set.
class ReferenceGraph final
{
public:
    explicit ReferenceGraph(const Snapshot& snapshot);

    [[nodiscard]] size_t versionTotal() const { return m_subjectVersions.size(); }
    /// The listed entries of an index, in its order.
    [[nodiscard]] std::span<const RowIndex> children(RowIndex version) const { return row(m_children, version); }
    /// The indexes that list this version.
    [[nodiscard]] std::span<const RowIndex> parents(RowIndex version) const { return row(m_parents, version); }
    /// What hangs on this version by `subject`, by cosign's tag scheme, or as fallback index.
    [[nodiscard]] std::span<const RowIndex> referrers(RowIndex version) const { return row(m_referrers, version); }
    /// What this version hangs on, whether that exists or not.
    [[nodiscard]] std::optional<Digest> subject(RowIndex version) const;
    /// The version this one hangs on; kNoRow if it has no subject or the subject is gone.
    [[nodiscard]] RowIndex subjectVersion(RowIndex version) const { return m_subjectVersions[version]; }
    /// Digests that are needed to pull this version whole and that its package does not have (or has damaged), itself
    /// included, in the order they are met. A row of the list is a manifest, so where the list was read whole, what an
    /// index names and the package does not list is gone. Manifests that merely could not be read are not among them.
    [[nodiscard]] std::vector<Digest> missing(RowIndex version) const;
    /// Whether any are missing.
    [[nodiscard]] bool isBroken(RowIndex version) const;

private:
    /// Rows of different length in one array.
    struct Lists {
        std::vector<RowIndex> starts;
        std::vector<RowIndex> values;
    };
    struct Edge {
        RowIndex from;
        RowIndex to;
    };

    static std::span<const RowIndex> row(const Lists& lists, RowIndex version)
    {
        const RowIndex begin = lists.starts[version];
        return {lists.values.data() + begin, lists.starts[version + 1] - begin};
    }
    static Lists toLists(const std::vector<Edge>& edges, size_t rows);
    void collect(const PackageRow& package, std::vector<Edge>& down, std::vector<Edge>& referring);

    const Snapshot* m_snapshot;
    Lists m_children;
    Lists m_parents;
    Lists m_referrers;
    std::vector<RowIndex> m_subjectVersions;
};

} // namespace slipway
