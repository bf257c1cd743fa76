#pragma once

#include "cleanup/cleanuptools.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace slipway
{

/// A version with tags that cannot be pulled whole.
struct BrokenVersion final {
    PackageName package;
    Digest digest;
    QStringList tags;
    std::vector<Digest> missing;

    friend bool operator==(const BrokenVersion&, const BrokenVersion&) = default;
};

/// Which tags are asked for.
struct TagScope final {
    QSet<PackageName> packages;  ///< empty: all
    QSet<VersionId> away;        ///< known to be deleted, though a list may still show them
    std::vector<Digest> ignored; ///< sorted; broken already
};

/// What was found out about tags.
struct TagProof final {
    std::vector<BrokenVersion> broken;
    QSet<VersionId> gone; ///< a list shows them, and they are not there any more
    std::vector<Error> problems;
};

/// Asks the registry for every tag of a snapshot, for what its index lists and for what hangs on it, to any depth,
/// without fetching any of it. What it does not have breaks a tag only if the row of the tag's version, which lags
/// behind as no list does, still has the tag.
[[nodiscard]] Task<TagProof> proveTags(CleanupTools tools, SnapshotPtr snapshot, TagScope scope, std::stop_token stop);

/// Of a tag that leads to a manifest which is not proven with it: its list lags behind, and the proof stays open.
[[nodiscard]] Error leadsElsewhere(const PackageName& package, const QString& tag, const Digest& at);

/// A version whose row is looked at.
struct LookedAt final {
    PackageName package;
    VersionId id;
};
/// Rows as they are now; nullopt: not there any more, in a package that can be seen.
using RowAnswers = QHash<VersionId, Result<std::optional<ListedVersion>>>;
/// Looks at rows side by side. What was not asked when it was stopped has no answer.
[[nodiscard]] Task<RowAnswers> rowsNow(CleanupTools tools, std::vector<LookedAt> versions, std::stop_token stop);

} // namespace slipway
