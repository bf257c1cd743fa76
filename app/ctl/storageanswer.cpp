#include "app/ctl/storageanswer.h"

#include "app/ctl/documents.h"
#include "storage/storagehistory.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

std::optional<StorageGrouping> groupingOf(const QString& word)
{
    if (word == "hub"_L1)
        return StorageGrouping::Hub;
    if (word == "family"_L1)
        return StorageGrouping::Family;
    if (word == "package"_L1)
        return StorageGrouping::Package;
    return std::nullopt;
}

std::vector<StorageGroup> groupsOf(const StorageReport& report, const Snapshot& snapshot, StorageGrouping grouping)
{
    const PartLacks lacks(snapshot, report.whole);
    std::vector<StorageGroup> groups;
    for (const auto& hub : report.hubs) {
        if (grouping == StorageGrouping::Hub)
            groups.push_back({grouping, hub.name, {}, {}, hub.figures, lacks.of(hub)});
        for (const auto& family : hub.families) {
            if (grouping == StorageGrouping::Family)
                groups.push_back({grouping, hub.name, family.name, {}, family.figures, lacks.of(family)});
            if (grouping != StorageGrouping::Package)
                continue;
            for (const auto& package : family.packages) {
                const QString name = snapshot.packages[package.package].name.value;
                groups.push_back({grouping, hub.name, family.name, name, package.figures, lacks.of(package)});
            }
        }
    }
    std::ranges::sort(groups, [](const StorageGroup& a, const StorageGroup& b) {
        const Bytes left = a.figures.size.stored;
        const Bytes right = b.figures.size.stored;
        return left != right ? left > right : storageGroupName(a) < storageGroupName(b);
    });
    return groups;
}

/// What was pulled this month, where GitHub's billing tells.
std::optional<Bytes> egressOf(const BillingAnswer& billed)
{
    constexpr double kGigabyte = 1e9;
    if (billed.state != BillingState::Told || !billed.usage.transferGigabytes)
        return std::nullopt;
    return std::llround(*billed.usage.transferGigabytes * kGigabyte);
}

bool isWhole(const Snapshot& snapshot, const StorageFigures& figures)
{
    return snapshot.complete && figures.unreadVersions.empty() && figures.unsizedBlobs.empty();
}

} // namespace

Result<StorageQuestion> readStorageQuestion(const QHash<QString, QString>& values)
{
    StorageQuestion question;
    if (const auto word = values.constFind(u"group"_s); word != values.cend()) {
        const auto grouping = groupingOf(*word);
        if (!grouping)
            return failure(ErrorKind::InvalidArgument, tr("--group is hub, family or package"), *word);
        question.grouping = *grouping;
    }
    if (const auto text = values.constFind(u"days"_s); text != values.cend()) {
        bool isNumber = false;
        question.days = text->toInt(&isNumber);
        if (!isNumber || question.days < 1 || question.days > StorageQuestion::kMostDays) {
            return failure(ErrorKind::InvalidArgument,
                           tr("--days takes a whole number from 1 to %1").arg(StorageQuestion::kMostDays), *text);
        }
    }
    return question;
}

BillingMonth billingMonthOf(const QDateTime& time)
{
    const QDate day = time.toUTC().date();
    return {day.year(), day.month()};
}

StorageAnswer storageAnswer(const StorageSources& sources, const StorageQuestion& question)
{
    const Snapshot& snapshot = *sources.snapshot;
    const auto classes = classify(snapshot, sources.profile.rules);
    const auto references = BlobUsage(snapshot).references();
    StorageAnswer overview;
    overview.snapshot = sources.snapshot;
    overview.checkedAt = sources.checkedAt;
    overview.now = sources.now;
    overview.report = measureStorage(snapshot, classes, sources.now, references);
    overview.reclaimable = sources.reclaimable;
    overview.isComplete = isWhole(snapshot, overview.report.whole);
    overview.grouping = question.grouping;
    overview.groups = groupsOf(overview.report, snapshot, question.grouping);
    overview.budgets = sources.budgets;
    overview.isBudgetUsual = std::ranges::none_of(
        sources.profile.budgets, [](const StorageBudget& budget) { return !budget.hub && !budget.family; });
    const auto points = inOrder(storagePoints(sources.samples));
    const Bytes budget = overview.whole().budget.bytes;
    overview.forecast = storageTrend(points).transform(
        [&](const StorageTrend& trend) { return forecastBudget(trend, budget, sources.now.toUTC().date()); });
    overview.billed = sources.billed;
    overview.billedMonth = billingMonthOf(sources.now);
    overview.cost =
        monthlyCost(overview.report.whole.size.stored, egressOf(sources.billed), sources.profile.prices.over({}));
    overview.quarter = quarterOf(sources.now);
    for (const auto& [of, log] : sources.incidents)
        overview.incidents.push_back(incidentsIn(log, overview.quarter));
    const QDateTime since = sources.now.addDays(-question.days);
    std::ranges::copy_if(points, std::back_inserter(overview.history),
                         [&since](const StoragePoint& point) { return point.at >= since && !point.isLeast; });
    return overview;
}

QString storageGroupName(const StorageGroup& group)
{
    switch (group.grouping) {
    case StorageGrouping::Hub:
        return listedName(group.hub);
    case StorageGrouping::Family:
        return familyName(group.hub, group.family);
    case StorageGrouping::Package:
        return group.package;
    }
    return {};
}

QString familyName(const QString& hub, const QString& family)
{
    if (hub.isEmpty() && family.isEmpty())
        return listedName(hub);
    return listedName(hub) + u" / "_s + listedName(family);
}

} // namespace slipway
