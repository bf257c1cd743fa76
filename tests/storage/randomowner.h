#pragma once

#include "domain/classification.h"
#include "support/fixture.h"

#include <QSet>

#include <random>
#include <set>

namespace slipway::test
{

/// An organisation by chance, with everything that makes measuring hard: layers and configs shared within and between
/// packages, one manifest in two packages, a blob that a manifest lists twice, indexes of indexes, children nobody
/// lists, referrers, manifests that are missing, invalid, unreadable or were never asked for, sizes that nobody or only
/// some manifests tell, versions without a time, lists that were not read whole, and bases that images stand on. Sizes
/// are powers of two: no two sets of blobs weigh the same.
[[nodiscard]] Fixture randomOwner(std::mt19937& random);

/// Versions in chosen numbers: by chance, some twice.
[[nodiscard]] std::vector<RowIndex> randomVersions(const Snapshot& snapshot, std::mt19937& random);

/// Blobs of a version by digest, read off the manifest as it stands in the fixture.
[[nodiscard]] std::set<Digest> blobsOf(const Fixture& fixture, const Digest& version);
/// The size of a blob: the largest that any manifest tells which a version leads to; kUnknownSize if none does.
[[nodiscard]] Bytes sizeOf(const Snapshot& snapshot, const Digest& blob);
/// Sum of the sizes that are known.
[[nodiscard]] Bytes sumOf(const Snapshot& snapshot, const std::set<Digest>& blobs);

} // namespace slipway::test
