#pragma once

#include "cleanup/reclaimable.h"
#include "domain/billing.h"
#include "settings/profile.h"
#include "storage/budgetuse.h"
#include "storage/forecast.h"
#include "storage/incidentlog.h"
#include "storage/measurestorage.h"
#include "storage/monthlycost.h"
#include "storage/partbounds.h"
#include "storage/storagesample.h"

#include <algorithm>
#include <expected>

namespace slipway
{

enum class StorageGrouping : std::uint8_t { Hub, Family, Package };

/// What `slipwayctl storage` was asked for.
struct StorageQuestion final {
    static constexpr int kUsualDays = 90;
    static constexpr int kMostDays = 36'500;

    StorageGrouping grouping = StorageGrouping::Hub;
    int days = kUsualDays; ///< of history
};

/// A line of the table of groups.
struct StorageGroup final {
    StorageGrouping grouping = StorageGrouping::Hub;
    QString hub;     ///< empty: unassigned
    QString family;  ///< of families and packages; empty: unassigned
    QString package; ///< of packages
    StorageFigures figures;
    PartBounds bounds = {};
};

/// What came of asking GitHub's billing.
enum class BillingState : std::uint8_t { Told, NotPermitted, Offline, NoToken, Failed };

struct BillingAnswer final {
    BillingState state = BillingState::Offline;
    BilledUsage usage; ///< where it was told
    QString why;       ///< GitHub's own words, where it is not permitted
};

/// What an overview is made of. `classes` stand beside the snapshot's packages, `samples` are its history.
struct StorageSources final {
    SnapshotPtr snapshot;
    const Profile& profile;
    const std::vector<StorageSample>& samples;
    BillingAnswer billed;
    Result<Reclaimable> reclaimable;
    const std::vector<BudgetUse>& budgets;         ///< the owner's first (budgetUses())
    const std::vector<BudgetIncidents>& incidents; ///< beside them
    QDateTime checkedAt;                           ///< the moment the snapshot is true of
    QDateTime now;
};

/// All that `slipwayctl storage` says: whole figures, groups, budgets, forecast, money, history.
struct StorageAnswer final {
    SnapshotPtr snapshot;
    QDateTime checkedAt;
    QDateTime now;
    bool isComplete = true; ///< all was read and weighed: else bytes are the least
    StorageReport report;
    Result<Reclaimable> reclaimable;
    StorageGrouping grouping = StorageGrouping::Hub;
    std::vector<StorageGroup> groups; ///< largest stored first, then by name
    std::vector<BudgetUse> budgets;   ///< the owner's first
    bool isBudgetUsual = false;       ///< nobody named one: it is kUsualBudget
    std::expected<StorageForecast, TooLittleHistory> forecast;
    MonthlyCost cost;
    BillingAnswer billed;
    BillingMonth billedMonth;
    Quarter quarter;
    /// Beside `budgets`, those that began in the quarter, or before and are open.
    std::vector<std::vector<QuotaIncident>> incidents;
    std::vector<StoragePoint> history; ///< of the days asked for, oldest first

    [[nodiscard]] const BudgetUse& whole() const { return budgets.front(); }
    /// Whether nothing can be told of the bytes: not all is there, and nothing of it was weighed.
    [[nodiscard]] bool isUnknown() const { return !isComplete && report.whole.size.stored == 0; }
    /// How many of a budget's incidents began in the quarter.
    [[nodiscard]] qsizetype incidentsBegun(size_t budgetIndex = 0) const
    {
        return std::ranges::count_if(incidents[budgetIndex], [this](const QuotaIncident& each) {
            return quarterOf(each.breach.start) == quarter;
        });
    }
    [[nodiscard]] bool isOverBudget() const { return std::ranges::any_of(budgets, &BudgetUse::isOver); }
};

/// Reads --group and --days; empty texts are options not given. Errors: InvalidArgument with a sentence.
[[nodiscard]] Result<StorageQuestion> readStorageQuestion(const QHash<QString, QString>& values);

/// The month of GitHub's billing that a moment is in, UTC.
[[nodiscard]] BillingMonth billingMonthOf(const QDateTime& time);

/// Pure: everything is given.
[[nodiscard]] StorageAnswer storageAnswer(const StorageSources& sources, const StorageQuestion& question);

/// What a group is called: "audio", "audio / torch" (a family with its hub), or the package's name.
[[nodiscard]] QString storageGroupName(const StorageGroup& group);
/// A family with its hub; "Unassigned" where both are empty.
[[nodiscard]] QString familyName(const QString& hub, const QString& family);

} // namespace slipway
