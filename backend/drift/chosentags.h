#pragma once

#include "domain/driftpolicy.h"
#include "domain/snapshot.h"

#include <span>
#include <vector>

namespace slipway
{

/// A tag of a package and the version it is on.
struct ChosenTag final {
    QString tag;
    RowIndex version = kNoRow;
};

/// The tags of an image package that the lock file pins: those the policy's globs match, else `latest`, else the first
/// policy tag of the newest image or index that has one. By tag. Nothing for a package without images or without policy
/// tags: signatures, caches and artifacts are not pinned.
[[nodiscard]] std::vector<ChosenTag> chosenTags(const Snapshot& snapshot, const PackageRow& package,
                                                const DriftPolicy& policy);

/// The package of this name among those of a snapshot, which stand by name; kNoRow if there is none.
[[nodiscard]] RowIndex packageNamed(std::span<const PackageRow> packages, const QString& name);
/// The version of a package that has this tag; kNoRow if none has.
[[nodiscard]] RowIndex versionTagged(const Snapshot& snapshot, const PackageRow& package, QByteArrayView tag);

} // namespace slipway
