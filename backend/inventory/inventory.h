#pragma once

#include "domain/blobusage.h"
#include "domain/packagegroups.h"
#include "domain/referencegraph.h"
#include "domain/snapshot.h"
#include "domain/variant.h"
#include "inventory/searchindex.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace slipway
{

/// What is known of one version beyond its list row; stands beside Snapshot::versions, row by row.
struct VersionFacts final {
    Bytes size = 0;          ///< config + layers; of an index its children's sum
    Bytes exclusiveSize = 0; ///< blobs nothing outside this version (and children only it has) references
    bool isSigned = false;
    bool hasSbom = false;
    bool isAttested = false;
    bool isBroken = false; ///< cannot be pulled whole
    bool isPart = false; ///< shown below another version: a child of a listed index, or a referrer of a listed subject
};

/// One package with what classification and measuring found.
struct ImageEntry final {
    RowIndex package = 0; ///< row in Snapshot::packages
    Variant variant = Variant::Other;
    QStringList platforms; ///< of its versions, sorted, attestations left out
    SetSize size;
    std::vector<RowIndex> versions; ///< rows that are not parts, newest first
    RowIndex current =
        kNoRow; ///< the version that stands for the image: `latest`, else the newest tagged, else the newest
};

struct FamilyEntry final {
    QString name; ///< empty: unassigned
    SetSize size;
    std::vector<ImageEntry> images;
};

struct HubEntry final {
    QString name; ///< empty: unassigned
    SetSize size;
    std::vector<FamilyEntry> families;
};

/// An owner's images grouped by hub and family and measured: an immutable value computed from a snapshot and rules,
/// the source of the Inventory page and of `slipwayctl inventory`.
struct Inventory final {
    SnapshotPtr snapshot;
    std::shared_ptr<const ReferenceGraph> graph;
    SearchIndex search;
    std::vector<HubEntry> hubs; ///< "Base and infrastructure" first, then by name, unassigned last
    std::vector<VersionFacts> facts;
    SetSize size;
    BlobUsage::References references;                ///< who references which blob, for measuring more
    QHash<RowIndex, std::uint32_t> packagesOfShared; ///< in how many packages a blob occurs, where it is more than one
    std::size_t imageTotal = 0;
    double classifiedShare = 1.0; ///< packages with a hub and a family, of all: the inventory's confidence

    [[nodiscard]] const VersionFacts& factsOf(RowIndex version) const { return facts[version]; }
    /// In how many packages a blob of the snapshot occurs.
    [[nodiscard]] std::uint32_t packagesWith(RowIndex blob) const { return packagesOfShared.value(blob, 1); }
    /// What hangs below a version in the tree: an index's children in its order, then referrers, newest first.
    [[nodiscard]] std::vector<RowIndex> partsOf(RowIndex version) const;
    /// Platforms of a version: of an index its entries', of an image its own if known.
    [[nodiscard]] QStringList platformsOf(RowIndex version) const;
};

using InventoryPtr = std::shared_ptr<const Inventory>;

} // namespace slipway
