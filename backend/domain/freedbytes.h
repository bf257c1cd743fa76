#pragma once

#include "domain/blobusage.h"

#include <span>
#include <vector>

namespace slipway
{

/// What one package no longer references.
struct PackageFreed final {
    RowIndex package = 0; ///< in Snapshot::packages
    size_t versions = 0;  ///< deleted ones
    Bytes bytes = 0;      ///< blobs none of its remaining manifests references
};

/// What deleting versions at once frees.
struct FreedBytes final {
    Bytes owner = 0;                      ///< blobs no remaining manifest of any package references
    std::vector<PackageFreed> packages;   ///< those that lose versions, in the order of Snapshot::packages
    std::vector<RowIndex> unsizedBlobs;   ///< go as well, of a size nobody told: rows in Snapshot::blobs, ascending
    std::vector<RowIndex> unreadVersions; ///< deleted ones whose manifest is not known, ascending
    size_t unreadRemaining = 0; ///< that remain: any of these may hold what is counted as freed, so `owner` is the most
};

/// What is freed when exactly these versions are deleted, all at once: GHCR neither cascades nor keeps what an index
/// lists, so the caller adds what goes with them (withOwnEntries()). A version given twice counts once. Packages lose
/// more than the owner where another package holds a blob too. `references` are BlobUsage::references() of the
/// snapshot. Looks at the selected versions, and in their packages at the others until every blob in question was
/// found. (docs/cli.md, "Bytes")
[[nodiscard]] FreedBytes freedByDeleting(const Snapshot& snapshot, BlobUsage::References references,
                                         std::span<const RowIndex> versions);
/// The same, and in the same walk what each alone would free of the owner's: `alone` has a place for each version of
/// the snapshot, and those of `versions` are written.
[[nodiscard]] FreedBytes freedByDeleting(const Snapshot& snapshot, BlobUsage::References references,
                                         std::span<const RowIndex> versions, std::span<Bytes> alone);

} // namespace slipway
