#pragma once

#include "domain/blobusage.h"
#include "inventory/inventory.h"

#include <span>
#include <vector>

namespace slipway
{

/// Finds what is known of versions beyond their list rows, a package at a time: references stay inside a package, so
/// several may be looked at at once, each by a finder with a usage of its own. Signed, SBOM and attested hold for a
/// version when something of that kind hangs on it, or on the index that lists it, or (for an index) in one of its own
/// attestations.
class FactFinder final
{
public:
    /// All of them outlive it.
    FactFinder(const Snapshot& snapshot, const ReferenceGraph& graph, BlobUsage& usage);

    /// Fills in the package's rows of `facts`, which has one for every version of the snapshot; gives the package
    /// measured, which takes the same walk.
    [[nodiscard]] BlobUsage::Part find(const PackageRow& package, std::span<VersionFacts> facts);

private:
    [[nodiscard]] const ManifestRow* manifest(RowIndex row) const
    {
        return m_snapshot.manifestOf(m_snapshot.versions[row]);
    }
    [[nodiscard]] ManifestKind kind(RowIndex row) const { return m_snapshot.kindOf(m_snapshot.versions[row]); }
    void noteStatement(VersionFacts& facts, RowIndex referrer) const;
    void noteReferrers(RowIndex row);
    void inheritFromParents(RowIndex row);
    [[nodiscard]] std::vector<RowIndex> ownTree(RowIndex row) const;
    void noteSizes(RowIndex row, const ManifestRow& self, const SetSize& alone);
    [[nodiscard]] Bytes childrenSize(const ManifestRow& index, int depth) const;

    const Snapshot& m_snapshot;
    const ReferenceGraph& m_graph;
    BlobUsage& m_usage;
    std::span<VersionFacts> m_facts; ///< of find()
    std::vector<RowIndex> m_rows;    ///< of the package
    std::vector<SetSize> m_alone;    ///< each of them by itself
};

} // namespace slipway
