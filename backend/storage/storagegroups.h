#pragma once

#include "domain/blobusage.h"
#include "storage/ageclass.h"

#include <QString>

#include <vector>

namespace slipway
{

/// What a group of versions weighs, as docs/cli.md, "Bytes", defines it, and what could not be weighed. The sums are of
/// what is known: with anything named in `unreadVersions` or `unsizedBlobs` they say "at least". Groups of one kind
/// have no version in common, but they share blobs: `stored` and `shared` of parts add up to more than those of the
/// whole.
struct StorageFigures final {
    SetSize size;                         ///< of blobs: layers and configs
    Bytes manifestBytes = 0;              ///< distinct manifests themselves, as far as they were read
    size_t versions = 0;                  ///< all of them, also those whose manifest is not known
    std::vector<RowIndex> unreadVersions; ///< whose manifest is not known: rows in Snapshot::versions, ascending
    std::vector<RowIndex> unsizedBlobs;   ///< whose size nobody told: rows in Snapshot::blobs, ascending
};

struct PackageStorage final {
    RowIndex package = 0; ///< in Snapshot::packages
    StorageFigures figures;
};

struct FamilyStorage final {
    QString name; ///< empty: unassigned
    StorageFigures figures;
    std::vector<PackageStorage> packages;
};

struct HubStorage final {
    QString name; ///< empty: unassigned
    StorageFigures figures;
    std::vector<FamilyStorage> families;
};

/// A family whatever hubs have it, as budgets and filters mean it: what several of its hubs hold counts once.
struct WholeFamily final {
    QString name;                   ///< empty: unassigned
    std::vector<RowIndex> packages; ///< in Snapshot::packages
    StorageFigures figures;
};

/// Versions of one kind of manifest; build cache is a kind of its own, and so is what could not be read.
struct KindStorage final {
    ManifestKind kind = ManifestKind::Unreadable;
    StorageFigures figures;
};

struct AgeStorage final {
    AgeClass age = AgeClass::NotKnown;
    StorageFigures figures;
};

/// An owner's storage, and that of every group of versions people ask about.
struct StorageReport final {
    StorageFigures whole;
    std::vector<HubStorage> hubs;      ///< "Base and infrastructure" first, then by name, unassigned last; so families
    std::vector<WholeFamily> families; ///< of all hubs together, by name, unassigned last
    std::vector<KindStorage> kinds;    ///< those that occur, in the order of ManifestKind
    std::vector<AgeStorage> ages;      ///< all of kAgeClasses, also those with no version
};

} // namespace slipway
