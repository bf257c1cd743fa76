#pragma once

#include "domain/listing.h"
#include "domain/snapshot.h"
#include "store/store.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace slipway
{

/// How much of a package a refresh reads.
enum class PackageReading : std::uint8_t {
    Keep,      ///< nothing: its row says that nothing happened
    Manifests, ///< only manifests that could not be read before
    Newest,    ///< its newest versions, until known ones repeat
    Whole,     ///< every page of its versions
};

struct PlannedPackage final {
    ListedPackage listed;
    PackageReading reading = PackageReading::Whole;
};

/// Everything planRefresh() decides by.
struct RefreshGrounds final {
    SnapshotPtr previous;            ///< null before the first reading
    std::vector<ListedPackage> rows; ///< of the package list now
    bool isListWhole = true;         ///< every page of it was read
    bool readsAll = false;           ///< a person asked for everything
    QHash<PackageName, PackageCheck> checks;
    QSet<PackageName> askable; ///< have manifests that could not be read and may be asked for again
    QDateTime now;
    int checkBudget = 0; ///< pages that may be read to look for what no row tells
};

struct RefreshPlan final {
    std::vector<PlannedPackage> packages; ///< those to read, in the list's order; the others stay as they are
    QSet<PackageName> gone;               ///< were there before and are not listed any more
};

/// Every package is read whole once in this time, changed or not: a deletion or a moved tag need not show in its row.
constexpr std::chrono::hours kFullCheckEvery{24};
/// A list that does not agree with its package's row is read again by this many refreshes, then believed.
constexpr int kMostUnsettledTries = 5;

/// True if a manifest that could not be used need not be asked for again yet: for half a minute after the first time,
/// four times as long after each further one, a day at most. Something on the way may have spoilt it for a moment, and
/// a registry may be behind its list.
[[nodiscard]] bool isBelieved(const UnusableManifest& manifest, const QDateTime& now);

/// True if the list says of the package what it said before.
[[nodiscard]] bool isSameRow(const PackageRow& known, const ListedPackage& listed);

/// Which packages a refresh has to read. A package whose list row has not moved since its versions agreed with it is
/// left alone. Times are compared for being equal only, and only with the server's own, so a clock that is wrong does
/// no harm.
[[nodiscard]] RefreshPlan planRefresh(const RefreshGrounds& grounds);

/// How a reading of a package's versions ended.
struct ListReading final {
    PackageReading reading = PackageReading::Whole; ///< what was really read
    size_t rows = 0;
    bool differs = false;     ///< from what was known
    bool isFirst = false;     ///< nothing was known
    bool hasRowMoved = false; ///< the package's own row had changed
    bool isFresh = false;     ///< isFresh()
};

/// True if the package changed so shortly before its row was served that another change could bear the same time:
/// GitHub's times have whole seconds. Both times are the server's; without its clock nothing is fresh.
[[nodiscard]] bool isFresh(const ListedPackage& listed, const QDateTime& servedAt);

/// What to remember of it: whether the list agrees with the package's row, or is behind it, or fresh, and wants another
/// look.
[[nodiscard]] PackageCheck checkAfter(PackageCheck before, const ListedPackage& listed, const ListReading& reading,
                                      const QDateTime& now);

} // namespace slipway
