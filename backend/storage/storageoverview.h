#pragma once

#include "core/digest.h"
#include "domain/blobusage.h"
#include "domain/classificationrules.h"
#include "domain/referencegraph.h"
#include "storage/ageclass.h"
#include "storage/partbounds.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace slipway
{

/// What a hub weighs, or a family in all hubs together.
struct PlaceUse final {
    QString name; ///< empty: unassigned
    SetSize size;
    size_t images = 0;
    PartBounds bounds = {}; ///< of the size

    friend bool operator==(const PlaceUse&, const PlaceUse&) = default;
};

/// What the versions of one kind weigh, whatever package they are in.
struct KindUse final {
    ManifestKind kind = ManifestKind::Unreadable;
    SetSize size;
    size_t versions = 0;
    PartBounds bounds = {};

    friend bool operator==(const KindUse&, const KindUse&) = default;
};

/// Likewise of one class of age.
struct AgeUse final {
    AgeClass age = AgeClass::NotKnown;
    SetSize size;
    size_t versions = 0;
    PartBounds bounds = {};

    friend bool operator==(const AgeUse&, const AgeUse&) = default;
};

/// A blob, and who has it.
struct BlobUse final {
    Digest digest;
    Bytes size = 0;
    size_t images = 0;   ///< LayerUse::packages
    size_t versions = 0; ///< LayerUse::versions

    friend bool operator==(const BlobUse&, const BlobUse&) = default;
};

/// What of an owner's storage is seen at a glance. A plain value that keeps no snapshot.
struct StorageOverview final {
    SetSize size;
    size_t images = 0;
    size_t versions = 0;
    size_t unreadVersions = 0;      ///< whose manifest is not known: they hold nothing in the sizes
    size_t unsizedBlobs = 0;        ///< whose size nobody told: likewise
    size_t withoutManifest = 0;     ///< of all: PartBounds::withoutManifest
    bool isComplete = true;         ///< all of the owner was read
    std::vector<PlaceUse> hubs;     ///< most stored bytes first, then by name
    std::vector<PlaceUse> families; ///< likewise
    std::vector<KindUse> kinds;     ///< those that occur, most stored bytes first
    std::vector<AgeUse> ages;       ///< those that occur, youngest first
    std::vector<BlobUse> layers;    ///< the largest blobs, largest first

    /// Whether the sizes are all there is, and not the least.
    [[nodiscard]] bool isWhole() const { return isComplete && unreadVersions == 0 && unsizedBlobs == 0; }

    /// Whether there is nothing to tell of the sizes: not all is there, and nothing of it was weighed.
    [[nodiscard]] bool isUnknown() const { return !isWhole() && size.stored == 0; }

    friend bool operator==(const StorageOverview&, const StorageOverview&) = default;
};

/// How many of the largest blobs an overview names: a screen's worth.
constexpr size_t kOverviewLayers = 20;

/// Makes that of measureStorage(), so that it is what `slipwayctl storage` tells; ages are those at `now`. A family is
/// that of all hubs. What another one has counted already may be given as `references` and `graph`.
[[nodiscard]] StorageOverview storageOverview(const Snapshot& snapshot, const ClassificationRules& rules,
                                              const QDateTime& now, BlobUsage::References references = {},
                                              const ReferenceGraph* graph = nullptr);

} // namespace slipway
