#pragma once

#include "core/digest.h"
#include "core/error.h"
#include "core/names.h"
#include "domain/imageconfig.h"
#include "domain/manifestkind.h"
#include "domain/owner.h"
#include "domain/taglists.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// Index into one of a snapshot's tables.
using RowIndex = std::uint32_t;
constexpr RowIndex kNoRow = std::numeric_limits<RowIndex>::max();

enum class Visibility : std::uint8_t { Private, Internal, Public };

/// A package as its list row tells it. Its versions stand together in Snapshot::versions.
struct PackageRow final {
    PackageName name;
    std::int64_t id = 0;
    Visibility visibility = Visibility::Private;
    std::int64_t versionCount = 0; ///< as GitHub says; the list read may differ
    QString repository;            ///< linked repository without its owner, empty if none
    QDateTime createdAt;
    QDateTime updatedAt;
    RowIndex firstVersion = 0;
    RowIndex versionTotal = 0;
    bool complete = true; ///< every page of its versions was read
};

/// A version as its list row tells it: one manifest of a package.
struct VersionRow final {
    VersionId id;
    std::int64_t createdMs = kNoTime; ///< milliseconds since 1970 UTC; kNoTime if missing or unreadable
    std::int64_t updatedMs = kNoTime;
    RowIndex package = 0;
    RowIndex manifest = kNoRow; ///< kNoRow if it was never asked for
    RowIndex unasked = kNoRow;  ///< in Snapshot::unasked where there is no manifest, which would have the digest
    TagLists::Place tags = TagLists::kNoTags; ///< in Snapshot::tags

    [[nodiscard]] bool isTagged() const { return tags != TagLists::kNoTags; }
    static constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();
    [[nodiscard]] QDateTime createdAt() const;
    [[nodiscard]] QDateTime updatedAt() const;
};

/// Newest first by the later of both times, then the higher id: the order every list and rule uses.
[[nodiscard]] bool isNewer(const VersionRow& a, const VersionRow& b);

/// Best known first: of two reports on one manifest the earlier state counts.
enum class ManifestState : std::uint8_t {
    Read,
    Missing,    ///< the registry answered that there is no such manifest
    Invalid,    ///< its bytes came but are no manifest, or do not match the digest: it cannot be pulled
    Unreadable, ///< it could not be got; nothing is known about it
};

/// A manifest, once for each digest. Layers, children and the rest stand in the snapshot's shared tables.
struct ManifestRow final {
    Digest digest;
    std::uint32_t size = 0;   ///< of the manifest's own bytes
    RowIndex config = kNoRow; ///< in Snapshot::blobs
    RowIndex firstLayer = 0;
    RowIndex firstChild = 0;
    RowIndex subject = kNoRow; ///< in Snapshot::subjects
    std::uint16_t layerTotal = 0;
    std::uint16_t childTotal = 0;
    std::uint16_t artifactType = 0;                ///< in Snapshot::words
    std::uint16_t mediaType = 0;                   ///< in Snapshot::words
    ManifestKind kind = ManifestKind::Unreadable;  ///< by everything that is known: itself, its tags, who lists it
    ManifestKind shape = ManifestKind::Unreadable; ///< by itself alone
    ManifestState state = ManifestState::Unreadable;
    bool hasSbom : 1 = false;
    bool statesSbom : 1 = false; ///< by itself alone
    bool hasProvenance : 1 = false;
};

/// The size of a blob that nobody has told. parseManifest() refuses a document that leaves one out (OCI image-spec 1.1,
/// descriptor.md: REQUIRED); what reaches the tables otherwise must not count as a size.
constexpr Bytes kUnknownSize = -1;

/// A layer or config, once for each digest.
struct BlobRow final {
    Digest digest;
    Bytes size = kUnknownSize;

    [[nodiscard]] bool isSizeKnown() const { return size >= 0; }
    /// What it adds to a sum; who sums up counts beside it the blobs whose size is not known.
    [[nodiscard]] Bytes knownSize() const { return isSizeKnown() ? size : 0; }
};

/// One entry of an index.
struct ChildRow final {
    RowIndex manifest = kNoRow; ///< always a row; its state tells whether it could be read
    RowIndex attests = kNoRow;  ///< manifest row a BuildKit attestation speaks of
    std::uint16_t platform = 0; ///< in Snapshot::words
};

/// An owner's packages, versions and manifests at one moment: an immutable value made by SnapshotBuilder, shared by
/// pointer. Tables of plain rows that refer to one another by index keep a million versions within a few hundred
/// megabytes.
struct Snapshot final {
    Owner owner;
    QDateTime fetchedAt;
    bool complete = true;    ///< nothing that was listed is missing here
    bool isListWhole = true; ///< every page of the list of packages was read: none is missing without anyone knowing
    std::vector<Error> problems;

    std::vector<PackageRow> packages; ///< by name
    std::vector<VersionRow> versions; ///< by package, then newest first
    std::vector<Digest> unasked;      ///< digests of versions whose manifests were never asked for
    TagLists tags;
    std::vector<ManifestRow> manifests;
    std::vector<BlobRow> blobs;
    std::vector<RowIndex> layers; ///< rows in blobs, in the manifest's order
    std::vector<ChildRow> children;
    std::vector<Digest> subjects;
    std::vector<QString> words;         ///< media types, artifact types and platforms; the first is empty
    QHash<Digest, ImageConfig> configs; ///< the configs that were read, by blob digest

    [[nodiscard]] std::span<const VersionRow> versionsOf(const PackageRow& package) const;
    [[nodiscard]] const Digest& digestOf(const VersionRow& version) const;
    [[nodiscard]] const Digest& digestOf(RowIndex version) const { return digestOf(versions[version]); }
    [[nodiscard]] TagList tagsOf(const VersionRow& version) const { return tags.at(version.tags); }
    /// Null for a version whose manifest was never asked for.
    [[nodiscard]] const ManifestRow* manifestOf(const VersionRow& version) const;
    [[nodiscard]] ManifestKind kindOf(const VersionRow& version) const;
    /// Whether its manifest was read: of any other version nobody knows what it holds.
    [[nodiscard]] bool isRead(const VersionRow& version) const;
    /// Whether its document is an index by its media type; a BuildKit cache exported as one has blobs for entries.
    [[nodiscard]] bool isIndexDocument(const ManifestRow& manifest) const;
    [[nodiscard]] std::span<const RowIndex> layersOf(const ManifestRow& manifest) const;
    [[nodiscard]] std::span<const ChildRow> childrenOf(const ManifestRow& manifest) const;
    [[nodiscard]] std::optional<Digest> subjectOf(const ManifestRow& manifest) const;
    [[nodiscard]] RowIndex rowOf(const VersionRow& version) const;
};

// A million of each: see docs/performance.md.
static_assert(sizeof(VersionRow) == 40);
static_assert(sizeof(ManifestRow) == 64);

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace slipway
