#include "app/ctl/storagedocument.h"

#include "app/ctl/documents.h"
#include "core/errortext.h"
#include "core/format.h"
#include "storage/budgetalert.h"

#include <QJsonArray>
#include <QTimeZone>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

template<typename Value>
QJsonValue orNull(const std::optional<Value>& value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue timeOrNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(formatTimestamp(time)) : QJsonValue(QJsonValue::Null);
}

QJsonValue dayOrNull(const std::optional<QDate>& day)
{
    return timeOrNull(day ? day->startOfDay(QTimeZone::UTC) : QDateTime());
}

QJsonObject figuresObject(const StorageFigures& figures)
{
    return {{u"logicalBytes"_s, figures.size.logical},
            {u"storedBytes"_s, figures.size.stored},
            {u"sharedBytes"_s, figures.size.shared},
            {u"exclusiveBytes"_s, figures.size.exclusive},
            {u"manifestBytes"_s, figures.manifestBytes},
            {u"versions"_s, qint64(figures.versions)},
            {u"unreadVersions"_s, qint64(figures.unreadVersions.size())},
            {u"unsizedBlobs"_s, qint64(figures.unsizedBlobs.size())}};
}

QString boundName(AmountBound bound)
{
    switch (bound) {
    case AmountBound::Exact:
        return u"exact"_s;
    case AmountBound::Least:
        return u"least"_s;
    case AmountBound::Most:
        return u"most"_s;
    case AmountBound::Unsure:
        return u"unsure"_s;
    }
    return {};
}

QJsonObject boundsObject(const PartBounds& bounds)
{
    return {{u"stored"_s, boundName(bounds.stored)},
            {u"exclusive"_s, boundName(bounds.exclusive)},
            {u"shared"_s, boundName(bounds.shared)}};
}

QJsonObject named(const QString& member, const QString& name, const StorageFigures& figures, const PartBounds& bounds)
{
    QJsonObject object = figuresObject(figures);
    object.insert(member, name);
    object.insert("complete"_L1, bounds.isWhole());
    object.insert("bounds"_L1, boundsObject(bounds));
    return object;
}

QJsonObject groupObject(const StorageGroup& group)
{
    QJsonObject object = named(u"name"_s, storageGroupName(group), group.figures, group.bounds);
    object.insert("hub"_L1, listedName(group.hub));
    object.insert("family"_L1, group.grouping == StorageGrouping::Hub ? QJsonValue(QJsonValue::Null)
                                                                      : QJsonValue(listedName(group.family)));
    return object;
}

/// A family whatever hubs have it.
QJsonObject familyObject(const WholeFamily& family, const PartLacks& lacks)
{
    QJsonObject object = named(u"family"_s, listedName(family.name), family.figures, lacks.of(family));
    object.insert("packages"_L1, qint64(family.packages.size()));
    return object;
}

QJsonObject notWeighedObject(const Snapshot& snapshot, const StorageFigures& whole)
{
    QJsonArray versions;
    for (const RowIndex row : whole.unreadVersions) {
        const auto& version = snapshot.versions[row];
        versions.append(QJsonObject{{u"package"_s, snapshot.packages[version.package].name.value},
                                    {u"id"_s, qint64{version.id.value}},
                                    {u"digest"_s, snapshot.digestOf(version).toString()}});
    }
    QJsonArray blobs;
    for (const RowIndex row : whole.unsizedBlobs)
        blobs.append(snapshot.blobs[row].digest.toString());
    return {{u"versions"_s, versions}, {u"blobs"_s, blobs}};
}

/// What is kept of one of the budgets.
QJsonObject incidentsObject(const StorageAnswer& overview, size_t budgetIndex)
{
    QJsonArray breaches;
    for (const auto& [breach, budget] : overview.incidents[budgetIndex])
        breaches.append(QJsonObject{{u"start"_s, timeOrNull(breach.start)},
                                    {u"after"_s, timeOrNull(breach.after)},
                                    {u"peakBytes"_s, breach.peakBytes},
                                    {u"peakAt"_s, timeOrNull(breach.peakAt)},
                                    {u"end"_s, timeOrNull(breach.end.value_or(QDateTime()))},
                                    {u"budgetBytes"_s, budget}});
    return {{u"quarter"_s, u"%1-Q%2"_s.arg(overview.quarter.year).arg(overview.quarter.number)},
            {u"count"_s, overview.incidentsBegun(budgetIndex)},
            {u"breaches"_s, breaches}};
}

QJsonArray budgetArray(const StorageAnswer& overview)
{
    QJsonArray array;
    for (size_t i = 0; i < overview.budgets.size(); ++i) {
        const BudgetUse& use = overview.budgets[i];
        array.append(
            QJsonObject{{u"hub"_s, orNull(use.budget.hub)},
                        {u"family"_s, orNull(use.budget.family)},
                        {u"budgetBytes"_s, use.budget.bytes},
                        {u"storedBytes"_s, use.isUnknown() ? QJsonValue(QJsonValue::Null) : use.storedBytes},
                        {u"usedFraction"_s, use.isUnknown() ? QJsonValue(QJsonValue::Null)
                                                            : orNull(usedFraction(use.storedBytes, use.budget.bytes))},
                        {u"complete"_s, !use.isLeast},
                        {u"versions"_s, qint64(use.versions)},
                        {u"versionsWithoutManifest"_s, qint64(use.withoutManifest)},
                        {u"over"_s, use.isUnknown() ? QJsonValue(QJsonValue::Null) : use.isOver()},
                        {u"incidents"_s, incidentsObject(overview, i)}});
    }
    return array;
}

QString outlookName(BudgetOutlook outlook)
{
    switch (outlook) {
    case BudgetOutlook::NoBudget:
        return u"no-budget"_s;
    case BudgetOutlook::Over:
        return u"over"_s;
    case BudgetOutlook::Crosses:
        return u"crosses"_s;
    case BudgetOutlook::Unread:
        return u"unread"_s;
    case BudgetOutlook::NotGrowing:
        return u"not-growing"_s;
    case BudgetOutlook::JustChanged:
        return u"just-changed"_s;
    case BudgetOutlook::BeyondHorizon:
        return u"beyond-horizon"_s;
    }
    return {};
}

QJsonObject forecastObject(const StorageForecast& forecast)
{
    return {{u"outlook"_s, outlookName(forecast.outlook)}, {u"crossesAt"_s, dayOrNull(forecast.crossesOn)},
            {u"earliest"_s, dayOrNull(forecast.earliest)}, {u"latest"_s, dayOrNull(forecast.latest)},
            {u"bytesPerDay"_s, forecast.bytesPerDay},      {u"points"_s, forecast.points}};
}

QJsonObject missingObject(const TooLittleHistory& missing)
{
    return {{u"points"_s, missing.points},
            {u"pointsNeeded"_s, missing.pointsNeeded},
            {u"days"_s, missing.days},
            {u"daysNeeded"_s, missing.daysNeeded}};
}

QJsonObject costObject(const StorageAnswer& overview)
{
    const MonthlyCost& cost = overview.cost;
    return {{u"storage"_s, overview.isUnknown() ? QJsonValue(QJsonValue::Null) : cost.storage},
            {u"egress"_s, orNull(cost.egress)},
            {u"runner"_s, cost.runner},
            {u"total"_s, cost.total()},
            {u"currency"_s, cost.currency}};
}

QJsonArray reclaimArray(const std::vector<ReclaimPart>& parts, const QString& member)
{
    QJsonArray array;
    for (const auto& part : parts)
        array.append(QJsonObject{{member, member == "family"_L1 ? listedName(part.name) : part.name},
                                 {u"versions"_s, qint64(part.versions)},
                                 {u"bytes"_s, part.bytes}});
    return array;
}

QJsonArray lockArray(const std::vector<UnreadLock>& locks)
{
    QJsonArray array;
    for (const auto& [file, error] : locks)
        array.append(QJsonObject{{u"file"_s, file}, {u"message"_s, errorLine(error)}});
    return array;
}

QJsonObject reclaimObject(const Reclaimable& found)
{
    return {{u"policy"_s, found.isUsualPolicy ? u"usual"_s : u"profile"_s},
            {u"files"_s, QJsonArray::fromStringList(found.files)},
            {u"exact"_s, found.isExact()},
            {u"versions"_s, qint64(found.versions)},
            {u"unasked"_s, QJsonArray::fromStringList(found.unasked)},
            {u"unreadLocks"_s, lockArray(found.unreadLocks)},
            {u"skippedPackages"_s, qint64(found.skippedPackages)},
            {u"unknownVersions"_s, qint64(found.unknownVersions)},
            {u"unsizedBlobs"_s, qint64(found.unsizedBlobs)},
            {u"families"_s, reclaimArray(found.families, u"family"_s)},
            {u"packages"_s, reclaimArray(found.packages, u"package"_s)}};
}

/// Amounts where they were told, else null.
QJsonObject billedObject(const StorageAnswer& overview)
{
    const auto& [state, usage, why] = overview.billed;
    const bool isTold = state == BillingState::Told;
    const auto told = [isTold](const QJsonValue& value) { return isTold ? value : QJsonValue(QJsonValue::Null); };
    const auto& [year, month] = overview.billedMonth;
    return {{u"status"_s, isTold ? u"told"_s : u"not permitted"_s},
            {u"reason"_s, isTold ? QJsonValue(QJsonValue::Null) : QJsonValue(why)},
            {u"month"_s, u"%1-%2"_s.arg(year).arg(month, 2, 10, QChar(u'0'))},
            {u"storageGigabyteHours"_s, told(orNull(usage.storageGigabyteHours))},
            {u"transferGigabytes"_s, told(orNull(usage.transferGigabytes))},
            {u"storageNet"_s, told(usage.storageNet)},
            {u"transferNet"_s, told(usage.transferNet)},
            {u"otherNet"_s, told(usage.otherNet)},
            {u"otherSkus"_s, told(QJsonArray::fromStringList(usage.otherSkus))},
            {u"net"_s, told(usage.net())},
            {u"currency"_s, u"USD"_s}};
}

QJsonValue billedValue(const StorageAnswer& overview)
{
    switch (overview.billed.state) {
    case BillingState::Told:
    case BillingState::NotPermitted:
        return billedObject(overview);
    case BillingState::Offline:
    case BillingState::NoToken:
    case BillingState::Failed:
        return QJsonValue::Null;
    }
    return QJsonValue::Null;
}

QString groupingName(StorageGrouping grouping)
{
    switch (grouping) {
    case StorageGrouping::Hub:
        return u"hub"_s;
    case StorageGrouping::Family:
        return u"family"_s;
    case StorageGrouping::Package:
        return u"package"_s;
    }
    return {};
}

template<typename Row, typename ToObject>
QJsonArray arrayOf(const std::vector<Row>& rows, ToObject toObject)
{
    QJsonArray array;
    for (const auto& row : rows)
        array.append(toObject(row));
    return array;
}

} // namespace

QJsonObject storageDocument(const StorageAnswer& overview)
{
    const StorageFigures& whole = overview.report.whole;
    const PartLacks lacks(*overview.snapshot, whole);
    const BudgetUse& budget = overview.whole();
    const auto& forecast = overview.forecast;
    const auto& reclaimable = overview.reclaimable;
    const auto known = [&overview](const QJsonValue& value) {
        return overview.isUnknown() ? QJsonValue(QJsonValue::Null) : value;
    };
    return {
        {u"owner"_s, overview.snapshot->owner.login},
        {u"fetchedAt"_s, formatTimestamp(overview.checkedAt)},
        {u"complete"_s, overview.isComplete},
        {u"problems"_s, problemArray(overview.snapshot->problems)},
        {u"logicalBytes"_s, known(whole.size.logical)},
        {u"storedBytes"_s, known(whole.size.stored)},
        {u"sharedBytes"_s, known(whole.size.shared)},
        {u"manifestBytes"_s, known(whole.manifestBytes)},
        {u"versions"_s, qint64(whole.versions)},
        {u"notWeighed"_s, notWeighedObject(*overview.snapshot, whole)},
        {u"group"_s, groupingName(overview.grouping)},
        {u"groups"_s, arrayOf(overview.groups, groupObject)},
        {u"families"_s, arrayOf(overview.report.families,
                                [&lacks](const WholeFamily& family) { return familyObject(family, lacks); })},
        {u"kinds"_s, arrayOf(overview.report.kinds,
                             [&lacks](const KindStorage& kind) {
                                 return named(u"kind"_s, manifestKindName(kind.kind), kind.figures, lacks.of(kind));
                             })},
        {u"ages"_s, arrayOf(overview.report.ages,
                            [&lacks](const AgeStorage& age) {
                                return named(u"age"_s, ageClassName(age.age), age.figures, lacks.of(age));
                            })},
        {u"reclaimableBytes"_s, reclaimable ? QJsonValue(reclaimable->bytes) : QJsonValue(QJsonValue::Null)},
        {u"reclaimable"_s, reclaimable ? QJsonValue(reclaimObject(*reclaimable)) : QJsonValue(QJsonValue::Null)},
        {u"budgetBytes"_s, budget.budget.bytes},
        {u"budgetFrom"_s, overview.isBudgetUsual ? u"usual"_s : u"profile"_s},
        {u"usedFraction"_s, known(orNull(usedFraction(budget.storedBytes, budget.budget.bytes)))},
        {u"budgets"_s, budgetArray(overview)},
        {u"forecast"_s, forecast ? QJsonValue(forecastObject(*forecast)) : QJsonValue(QJsonValue::Null)},
        {u"forecastMissing"_s, forecast ? QJsonValue(QJsonValue::Null) : QJsonValue(missingObject(forecast.error()))},
        {u"monthlyCost"_s, costObject(overview)},
        {u"billed"_s, billedValue(overview)},
        {u"incidents"_s, incidentsObject(overview, 0)},
        {u"history"_s, arrayOf(overview.history,
                               [](const StoragePoint& point) {
                                   return QJsonObject{{u"at"_s, formatTimestamp(point.at)},
                                                      {u"storedBytes"_s, point.storedBytes}};
                               })},
    };
}

} // namespace slipway
