#pragma once

#include "domain/listing.h"
#include "domain/manifest.h"
#include "domain/snapshottables.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace slipway
{

/// Whether a list was read to its end.
enum class Completeness : std::uint8_t { Whole, Partial };

/// Puts list rows and manifests together, in any order, and ends as one immutable Snapshot. The same input in another
/// order gives the same snapshot. What no version leads to is not in it.
class SnapshotBuilder final
{
public:
    SnapshotBuilder(Owner owner, QDateTime fetchedAt);
    /// Starts from an earlier snapshot without these packages (gone, or to be added anew): its tables are copied,
    /// nothing is parsed again. Configs are taken over, problems are not; that a manifest could not be used is
    /// forgotten where only packages left out listed it.
    [[nodiscard]] static SnapshotBuilder continuing(const Snapshot& previous, const QSet<PackageName>& without,
                                                    QDateTime fetchedAt);

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
    /// Pages of the list of packages were not read: packages may be missing. A problem says why.
    void markListPartial() { m_tables.snapshot.isListWhole = false; }
    [[nodiscard]] bool knowsManifest(const Digest& digest) const { return m_tables.findManifest(digest) != kNoRow; }
    /// Whether its document was read: then it need not be asked for.
    [[nodiscard]] bool isRead(const Digest& digest) const;

    [[nodiscard]] SnapshotPtr build() &&;

private:
    struct Mismatch {
        std::vector<Digest> claimedChildren;
        QString subject;
    };

    void copyPackages(const Snapshot& previous, const QSet<PackageName>& without);
    void orderPackages();
    void resolveManifests();
    void resolveMismatches();
    [[nodiscard]] bool leadsBack(const Digest& start) const;
    void refineKinds();

    SnapshotTables m_tables;
    QHash<Digest, Mismatch> m_mismatches;
};

/// The same snapshot with these configs known as well, and with what went wrong while they were read. One that nobody
/// else holds (moved in) is not copied: its tables may be hundreds of megabytes.
[[nodiscard]] SnapshotPtr withConfigs(SnapshotPtr snapshot, QHash<Digest, ImageConfig> configs,
                                      const std::vector<Error>& problems = {});

} // namespace slipway
