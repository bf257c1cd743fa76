#pragma once

#include "domain/listing.h"
#include "domain/manifest.h"
#include "domain/snapshotbuilder.h"

#include <QHash>
#include <QString>

#include <random>
#include <vector>

namespace slipway::test
{

/// The digest a fixture means by a short name.
[[nodiscard]] Digest named(const QString& name);

/// A package of a fixture with its versions.
struct FixturePackage final {
    ListedPackage listed;
    std::vector<ListedVersion> versions;
    Completeness completeness = Completeness::Whole;
};

/// A manifest that could not be read.
struct FixtureUnusable final {
    Digest digest;
    ManifestState state = ManifestState::Missing;
};

/// The input of a snapshot, written as text:
///
///     package torch-cpu repo=pipeline partial
///       top   index  tags=latest,v1 children=amd@linux/amd64,att@unknown/unknown>amd
///       amd   image  layers=base:100,app:20 config=c1:1
///       sig   image  tags=sha256-{top}.sig subject=top
///       gone  missing            (also: invalid, unreadable; never = not asked for)
///       arm   image  unlisted    (known, but no version lists it)
///
/// A cache with the word `asindex` was exported as an index. A blob `app:?` is one whose size nobody has told. Names
/// stand for digests; `{name}` in a tag for its hexadecimal digits. Versions stand newest first, a minute apart.
struct Fixture final {
    std::vector<FixturePackage> packages;
    std::vector<Manifest> manifests;
    std::vector<FixtureUnusable> unusable;
    QHash<Digest, QString> names;

    [[nodiscard]] static Fixture parse(const QString& text);

    /// The snapshot this input makes.
    [[nodiscard]] SnapshotPtr build() const;
    /// The same input given to the builder in another order.
    [[nodiscard]] SnapshotPtr buildShuffled(std::mt19937& random) const;
    /// The row of the first version of this name.
    [[nodiscard]] RowIndex row(const Snapshot& snapshot, const QString& name) const;
    [[nodiscard]] QString nameOf(const Digest& digest) const;
};

/// The time versions of fixtures count back from.
[[nodiscard]] QDateTime fixtureTime();

} // namespace slipway::test
