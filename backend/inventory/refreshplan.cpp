#include "inventory/refreshplan.h"

#include <algorithm>
#include <limits>

namespace slipway
{

namespace
{

constexpr int kRowsAPage = 100;

using KnownPackages = QHash<PackageName, const PackageRow*>;

PackageReading readingOf(const RefreshGrounds& grounds, const PackageRow* known, const ListedPackage& listed)
{
    const auto check = grounds.checks.constFind(listed.name);
    if (!known || !known->complete || grounds.readsAll || check == grounds.checks.cend())
        return PackageReading::Whole;
    if (!isSameRow(*known, listed) || !listed.updatedAt.isValid() || check->settledUpdatedAt != listed.updatedAt)
        return PackageReading::Newest;
    return grounds.askable.contains(listed.name) ? PackageReading::Manifests : PackageReading::Keep;
}

int pagesOf(const ListedPackage& package)
{
    return static_cast<int>(std::max<std::int64_t>(1, (package.versionCount + kRowsAPage - 1) / kRowsAPage));
}

bool isDue(const PackageCheck& check, const QDateTime& now)
{
    // A check in the future was made while our own clock was wrong.
    return !check.fullCheckAt.isValid() || check.fullCheckAt > now || now - check.fullCheckAt >= kFullCheckEvery;
}

/// Packages that would be left alone and were not read whole for long: the longest ago first, as many as may be.
void addFullChecks(const RefreshGrounds& grounds, std::vector<PlannedPackage>& packages)
{
    std::vector<PlannedPackage*> due;
    for (auto& package : packages) {
        const bool isQuiet = package.reading == PackageReading::Keep || package.reading == PackageReading::Manifests;
        if (isQuiet && isDue(grounds.checks[package.listed.name], grounds.now))
            due.push_back(&package);
    }
    std::ranges::stable_sort(due, {}, [&](const PlannedPackage* package) {
        const auto at = grounds.checks[package->listed.name].fullCheckAt;
        return at.isValid() && at <= grounds.now ? at.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    });
    int left = grounds.checkBudget;
    for (auto* package : due) {
        if (left <= 0)
            return;
        left -= pagesOf(package->listed);
        package->reading = PackageReading::Whole;
    }
}

} // namespace

bool isBelieved(const UnusableManifest& manifest, const QDateTime& now)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::seconds kMost = 24h;
    std::chrono::seconds wait = 30s;
    for (int i = 1; i < manifest.tries && wait < kMost; ++i)
        wait *= 4;
    const std::chrono::milliseconds passed(manifest.checkedAt.msecsTo(now));
    return passed >= 0s && passed < std::min(wait, kMost);
}

bool isSameRow(const PackageRow& known, const ListedPackage& listed)
{
    return known.id == listed.id && known.updatedAt == listed.updatedAt && known.versionCount == listed.versionCount
           && known.visibility == listed.visibility && known.repository == listed.repository
           && known.createdAt == listed.createdAt;
}

bool isFresh(const ListedPackage& listed, const QDateTime& servedAt)
{
    // Two, not one: servers of one service agree to about a second.
    constexpr int kSeconds = 2;
    return servedAt.isValid() && listed.updatedAt.isValid() && listed.updatedAt.secsTo(servedAt) < kSeconds;
}

RefreshPlan planRefresh(const RefreshGrounds& grounds)
{
    KnownPackages known;
    RefreshPlan plan;
    if (grounds.previous) {
        for (const auto& package : grounds.previous->packages) {
            known.insert(package.name, &package);
            plan.gone.insert(package.name);
        }
    }
    // Rows that move between pages while they are read come twice.
    QSet<PackageName> seen;
    for (const auto& row : grounds.rows) {
        if (seen.contains(row.name))
            continue;
        seen.insert(row.name);
        plan.gone.remove(row.name);
        plan.packages.push_back({row, readingOf(grounds, known.value(row.name), row)});
    }
    if (!grounds.isListWhole)
        plan.gone.clear();
    addFullChecks(grounds, plan.packages);
    std::erase_if(plan.packages, [](const PlannedPackage& package) { return package.reading == PackageReading::Keep; });
    return plan;
}

PackageCheck checkAfter(PackageCheck before, const ListedPackage& listed, const ListReading& reading,
                        const QDateTime& now)
{
    before.package = listed.name;
    if (reading.reading == PackageReading::Whole)
        before.fullCheckAt = now;
    // A row that moved while no version did: the list may be behind it.
    const bool agrees = std::cmp_equal(reading.rows, listed.versionCount)
                        && (reading.differs || reading.isFirst || !reading.hasRowMoved) && !reading.isFresh;
    ++before.unsettledTries;
    if (agrees || before.unsettledTries >= kMostUnsettledTries) {
        before.settledUpdatedAt = listed.updatedAt;
        before.unsettledTries = 0;
    } else {
        before.settledUpdatedAt = {};
    }
    return before;
}

} // namespace slipway
