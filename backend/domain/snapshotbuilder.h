#pragma once

#include "domain/listing.h"
#include "domain/manifest.h"
#include "domain/snapshot.h"

#include <QHash>

#include <vector>

namespace slipway
{

/// Whether a list was read to its end.
enum class Completeness : std::uint8_t { Whole, Partial };

/// Puts list rows and manifests together, in any order, and ends as one immutable Snapshot. The same input in another
/// order gives the same snapshot.
class SnapshotBuilder final
{
public:
    SnapshotBuilder(Owner owner, QDateTime fetchedAt);

    void addPackage(const ListedPackage& package, std::vector<ListedVersion> versions, Completeness completeness);
    /// A manifest that was read and whose bytes match its digest.
    void addManifest(const Manifest& manifest);
    /// A manifest that could not be read. Whether that is a problem of the reading (a listed version) or a finding (an
    /// index names something deleted) is the caller's to say with addProblem().
    void markUnusable(const Digest& digest, ManifestState state);
    /// A document that was served under a digest it does not match, with the children it claims. If those lead back to
    /// itself the problem is a cyclic index, otherwise a digest mismatch.
    void addMismatch(const Digest& digest, const std::vector<Digest>& claimedChildren, const QString& subject);
    void addProblem(Error problem);
    [[nodiscard]] bool knowsManifest(const Digest& digest) const { return m_manifestRows.contains(digest); }

    [[nodiscard]] SnapshotPtr build() &&;

private:
    struct PendingPackage {
        ListedPackage listed;
        std::vector<ListedVersion> versions;
        Completeness completeness;
    };
    struct Mismatch {
        std::vector<Digest> claimedChildren;
        QString subject;
    };

    RowIndex manifestRow(const Digest& digest);
    RowIndex blobRow(const BlobReference& blob);
    std::uint16_t word(const QString& text);
    void placePackage(PendingPackage& pending);
    void resolveMismatches();
    [[nodiscard]] bool leadsBack(const Digest& start) const;
    void refineKinds();

    Snapshot m_snapshot;
    std::vector<PendingPackage> m_packages;
    QHash<Digest, RowIndex> m_manifestRows;
    QHash<Digest, RowIndex> m_blobRows;
    QHash<QString, std::uint16_t> m_words;
    QHash<Digest, Mismatch> m_mismatches;
};

/// The same snapshot with these configs known as well, and with what went wrong while they were read.
[[nodiscard]] SnapshotPtr withConfigs(const SnapshotPtr& snapshot, QHash<Digest, ImageConfig> configs,
                                      const std::vector<Error>& problems = {});

} // namespace slipway
