#include "app/ctl/storagetext.h"

#include "app/ctl/documents.h"
#include "app/ctl/textoutput.h"
#include "app/ctl/texttable.h"
#include "core/errortext.h"
#include "core/format.h"
#include "core/quantity.h"
#include "storage/budgetalert.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("TextOutput", text);
}

QString counted(qint64 count, const char* one, const char* many)
{
    return count == 1 ? tr(one) : tr(many).arg(count);
}

QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

QString paceText(Bytes bytesPerDay)
{
    if (bytesPerDay == 0)
        return tr("stays as it is");
    return bytesPerDay > 0 ? tr("grows by %1 a day").arg(formatBytes(bytesPerDay))
                           : tr("becomes less by %1 a day").arg(formatBytes(-bytesPerDay));
}

/// "93 %"
QString shareText(const BudgetUse& use)
{
    return u"%1 %"_s.arg(usedPercent(use.storedBytes, use.budget.bytes));
}

QString crossingText(const StorageForecast& forecast)
{
    if (!forecast.crossesOn)
        return tr("between %1 and %2").arg(dayText(*forecast.earliest), dayText(*forecast.latest));
    QString text = tr("on %1").arg(dayText(*forecast.crossesOn));
    if (forecast.earliest)
        text += tr(", %1 at the earliest").arg(dayText(*forecast.earliest));
    return text
           + (forecast.latest ? tr(" and %1 at the latest").arg(dayText(*forecast.latest))
                              : tr(", or not within a year"));
}

/// An amount of the whole owner, which may be more where not all was weighed.
QString leastText(const StorageAnswer& overview, const QString& amount)
{
    return overview.isComplete ? amount : tr("at least %1").arg(amount);
}

/// Bytes of the whole owner; nothing is told where nothing was weighed.
QString wholeText(const StorageAnswer& overview, Bytes bytes)
{
    if (!overview.isUnknown())
        return leastText(overview, formatBytes(bytes));
    return overview.whole().hasNothingToWeigh() ? tr("– (nothing could be weighed)") : tr("– (no data yet)");
}

QString storedText(const StorageAnswer& overview)
{
    const BudgetUse& use = overview.whole();
    if (overview.isUnknown())
        return wholeText(overview, use.storedBytes);
    const QString whole = leastText(overview, formatBytes(use.storedBytes));
    const QString budget = formatBytes(use.budget.bytes);
    return (overview.isBudgetUsual ? tr("%1, %2 of the usual budget of %3") : tr("%1, %2 of the budget of %3"))
        .arg(whole, shareText(use), budget);
}

QString costText(const StorageAnswer& overview)
{
    const MonthlyCost& cost = overview.cost;
    const auto money = [&cost](double amount) { return formatMoney(amount, cost.currency); };
    const QString egress = cost.egress ? tr("egress %1").arg(money(*cost.egress)) : tr("egress is not known");
    const QString storage = overview.isUnknown() ? tr("storage is not known")
                                                 : tr("storage %1").arg(leastText(overview, money(cost.storage)));
    return tr("%1 a month: %2, runner %3, %4")
        .arg(leastText(overview, money(cost.total())), storage, money(cost.runner), egress);
}

QString amountText(const std::optional<double>& amount, const char* known, const char* unknown)
{
    return amount ? tr(known).arg(formatQuantity(*amount)) : tr(unknown);
}

/// "northquay.cleanup.yaml"
QString policyText(const Reclaimable& found)
{
    if (found.isUsualPolicy)
        return tr("by the usual policy");
    QStringList names;
    for (const auto& file : found.files)
        names.append(QFileInfo(file).fileName());
    return tr("by %1").arg(names.join(u", "_s));
}

QString reclaimText(const Result<Reclaimable>& found)
{
    if (!found)
        return tr("not known: the cleanup policy could not be read");
    QString text =
        tr("%1 in %2, %3")
            .arg(formatBytes(found->bytes), counted(static_cast<qint64>(found->versions), "1 version", "%1 versions"),
                 policyText(*found));
    const bool isUnread = found->unknownVersions > 0 || (!found->isComplete && found->skippedPackages == 0);
    // More may go, or be freed, than is counted: then it is no upper bound.
    const bool isMost = found->skippedPackages == 0 && found->unsizedBlobs == 0 && !isUnread;
    const QStringList unasked = found->unaskedOtherwise();
    if (!unasked.isEmpty())
        text += (isMost ? tr("; at most, for not asked: %1") : tr("; not asked: %1")).arg(unasked.join(u", "_s));
    QString reason =
        isMost && unasked.isEmpty() ? tr("; at most, for %1 was not read: %2") : tr("; %1 was not read: %2");
    for (const auto& [file, error] : found->unreadLocks) {
        text += reason.arg(file, errorLine(error));
        reason = tr("; %1 was not read: %2");
    }
    if (found->skippedPackages > 0)
        text +=
            u"; "_s
            + counted(static_cast<qint64>(found->skippedPackages), "1 package not judged", "%1 packages not judged");
    if (found->unsizedBlobs > 0)
        text +=
            u"; "_s
            + counted(static_cast<qint64>(found->unsizedBlobs), "1 blob of unknown size", "%1 blobs of unknown size");
    if (isUnread)
        text += tr("; not everything was read");
    return text;
}

QString usageText(const BilledUsage& usage)
{
    return tr("%1 this month so far: %2, %3")
        .arg(formatMoney(usage.net(), u"USD"_s),
             amountText(usage.storageGigabyteHours, "%1 gigabyte-hours stored", "nothing said of storage"),
             amountText(usage.transferGigabytes, "%1 GB pulled", "nothing said of traffic"));
}

QString billedText(const BillingAnswer& billed)
{
    switch (billed.state) {
    case BillingState::Told:
        return usageText(billed.usage);
    case BillingState::NotPermitted:
        return tr("not permitted: GitHub tells owners and billing managers only");
    case BillingState::Offline:
        return tr("not asked: offline");
    case BillingState::NoToken:
        return tr("not asked: there is no token");
    case BillingState::Failed:
        return tr("not known: GitHub was asked and gave no answer that can be used");
    }
    return {};
}

QString quarterText(const StorageAnswer& overview)
{
    return u"%1-Q%2"_s.arg(overview.quarter.year).arg(overview.quarter.number);
}

/// The breaches of the owner's budget.
QString incidentText(const StorageAnswer& overview)
{
    const auto& incidents = overview.incidents.front();
    const QString quarter = quarterText(overview);
    if (incidents.empty())
        return tr("none in %1").arg(quarter);
    if (overview.incidentsBegun() == 0)
        return tr("none began in %1; one is not ended since %2, at most %3")
            .arg(quarter, formatTimestamp(incidents.back().breach.start),
                 formatBytes(incidents.back().breach.peakBytes));
    const QuotaBreach& last = incidents.back().breach;
    const QString end = last.end ? tr("until %1").arg(formatTimestamp(*last.end)) : tr("not ended");
    return tr("%1 in %2, the last since %3, %4, at most %5")
        .arg(overview.incidentsBegun())
        .arg(quarter, formatTimestamp(last.start), end, formatBytes(last.peakBytes));
}

/// What the figures lack; empty if nothing.
QString notWeighedText(const StorageFigures& figures)
{
    QStringList parts;
    if (const auto unread = static_cast<qint64>(figures.unreadVersions.size()); unread > 0)
        parts.append(
            counted(unread, "1 version whose manifest is not known", "%1 versions whose manifest is not known"));
    if (const auto unsized = static_cast<qint64>(figures.unsizedBlobs.size()); unsized > 0)
        parts.append(counted(unsized, "1 blob without a size", "%1 blobs without a size"));
    return parts.join(u", "_s);
}

QString factsTable(const StorageAnswer& overview)
{
    const StorageFigures& whole = overview.report.whole;
    TextTable table({Qt::AlignLeft, Qt::AlignLeft});
    table.add({tr("Stored"), storedText(overview)});
    table.add({tr("Logical"), wholeText(overview, whole.size.logical)});
    table.add({tr("Shared"), wholeText(overview, whole.size.shared)});
    table.add({tr("Manifests"), wholeText(overview, whole.manifestBytes)});
    table.add({tr("Reclaimable"), reclaimText(overview.reclaimable)});
    table.add({tr("Forecast"), forecastSentence(overview.forecast)});
    table.add({tr("Cost"), costText(overview)});
    table.add({tr("Billed"), billedText(overview.billed)});
    table.add({tr("Incidents"), incidentText(overview)});
    if (const QString text = notWeighedText(whole); !text.isEmpty())
        table.add({tr("Not weighed"), text});
    return table.toString();
}

/// "≥ 1.2 GiB": an amount, and what it is of what there is.
QString boundText(Bytes amount, AmountBound bound)
{
    switch (bound) {
    case AmountBound::Exact:
        break;
    case AmountBound::Least:
        return u"≥ "_s + formatBytes(amount);
    case AmountBound::Most:
        return u"≤ "_s + formatBytes(amount);
    case AmountBound::Unsure:
        return u"≈ "_s + formatBytes(amount);
    }
    return formatBytes(amount);
}

/// Why nothing is told of bytes of which none were weighed. `withoutManifest`: versions, where these are all that lack.
QString nothingWeighedText(size_t withoutManifest)
{
    return withoutManifest == 0
               ? tr("no data yet")
               : counted(static_cast<qint64>(withoutManifest), "1 version without a manifest: nothing could be weighed",
                         "%1 versions without a manifest: nothing could be weighed");
}

/// What is to be said of the budget of a hub or family: whether it is over, and its breaches of the quarter.
QString budgetNote(const StorageAnswer& overview, size_t budgetIndex)
{
    const BudgetUse& use = overview.budgets[budgetIndex];
    if (use.hasNoImages)
        return tr("no such images");
    QStringList parts;
    if (use.isUnknown())
        parts.append(nothingWeighedText(use.hasNothingToWeigh() ? use.withoutManifest : 0));
    if (use.isOver())
        parts.append(tr("over"));
    if (const auto begun = overview.incidentsBegun(budgetIndex); begun > 0)
        parts.append(counted(begun, "1 breach in %2", "%1 breaches in %2").replace(u"%2"_s, quarterText(overview)));
    else if (!overview.incidents[budgetIndex].empty())
        parts.append(tr("over since %1").arg(formatTimestamp(overview.incidents[budgetIndex].back().breach.start)));
    return parts.join(u", "_s);
}

/// The budgets of hubs and families; empty without any.
QString budgetTable(const StorageAnswer& overview)
{
    if (overview.budgets.size() < 2)
        return {};
    TextTable table({Qt::AlignLeft, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight, Qt::AlignLeft});
    table.add({tr("BUDGET"), tr("STORED"), tr("OF"), tr("USED"), QString()});
    for (size_t i = 1; i < overview.budgets.size(); ++i) {
        const BudgetUse& use = overview.budgets[i];
        const auto& [hub, family, bytes, alerts] = use.budget;
        const QString name = !hub ? tr("family %1").arg(*family) : family ? familyName(*hub, *family) : *hub;
        const AmountBound bound = use.isLeast ? AmountBound::Least : AmountBound::Exact;
        const auto known = [&use](const QString& text) { return use.isUnknown() ? u"–"_s : text; };
        table.add({name, known(boundText(use.storedBytes, bound)), formatBytes(bytes),
                   known((use.isLeast ? u"≥ "_s : QString()) + shareText(use)), budgetNote(overview, i)});
    }
    return u'\n' + table.toString();
}

/// A row of what a part holds.
QStringList figureRow(const QString& name, const StorageFigures& figures, const PartBounds& bounds)
{
    const bool isUnknown = !bounds.isWhole() && figures.size.stored == 0;
    const auto bytes = [isUnknown](Bytes amount, AmountBound bound) {
        return isUnknown ? u"–"_s : boundText(amount, bound);
    };
    return {name,
            bytes(figures.size.stored, bounds.stored),
            bytes(figures.size.exclusive, bounds.exclusive),
            bytes(figures.size.shared, bounds.shared),
            bytes(figures.size.logical, bounds.stored),
            QString::number(figures.versions),
            isUnknown ? nothingWeighedText(bounds.withoutManifest) : QString()};
}

TextTable figureTable(const QString& heading)
{
    TextTable table(
        {Qt::AlignLeft, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight, Qt::AlignLeft});
    table.add({heading, tr("STORED"), tr("UNIQUE"), tr("SHARED"), tr("LOGICAL"), tr("VERSIONS"), QString()});
    return table;
}

/// The families that several hubs have, as one each; empty without any.
QString wholeFamilyTable(const StorageAnswer& overview)
{
    const PartLacks lacks(*overview.snapshot, overview.report.whole);
    TextTable table = figureTable(tr("FAMILY IN ALL HUBS"));
    bool hasAny = false;
    for (const auto& family : overview.report.families) {
        const auto hubs = std::ranges::count_if(
            overview.groups, [&family](const StorageGroup& group) { return group.family == family.name; });
        if (hubs < 2)
            continue;
        table.add(figureRow(listedName(family.name), family.figures, lacks.of(family)));
        hasAny = true;
    }
    return hasAny ? u'\n' + table.toString() : QString();
}

QString groupTable(const StorageAnswer& overview)
{
    const auto heading = [&overview] {
        switch (overview.grouping) {
        case StorageGrouping::Hub:
            return tr("HUB");
        case StorageGrouping::Family:
            return tr("FAMILY");
        case StorageGrouping::Package:
            return tr("PACKAGE");
        }
        return QString();
    };
    TextTable table = figureTable(heading());
    for (const auto& group : overview.groups)
        table.add(figureRow(storageGroupName(group), group.figures, group.bounds));
    const bool isFamily = overview.grouping == StorageGrouping::Family;
    return u'\n' + table.toString() + (isFamily ? wholeFamilyTable(overview) : QString());
}

} // namespace

QString forecastSentence(const std::expected<StorageForecast, TooLittleHistory>& forecast)
{
    if (!forecast) {
        const TooLittleHistory& missing = forecast.error();
        return tr("Not known: %1 of %2 days with a reading, over %3 of %4 days.")
            .arg(missing.points)
            .arg(missing.pointsNeeded)
            .arg(missing.days)
            .arg(missing.daysNeeded);
    }
    const QString pace = paceText(forecast->bytesPerDay);
    switch (forecast->outlook) {
    case BudgetOutlook::NoBudget:
        return tr("It %1.").arg(pace);
    case BudgetOutlook::Over:
        return tr("It is over the budget already, and %1.").arg(pace);
    case BudgetOutlook::Crosses:
        return tr("It %1 and crosses the budget %2.").arg(pace, crossingText(*forecast));
    case BudgetOutlook::Unread:
        return tr("It %1 and was expected to cross the budget %2; nothing was read since.")
            .arg(pace, crossingText(*forecast));
    case BudgetOutlook::JustChanged:
        return forecast->earliest ? tr("Stored bytes have just changed; the budget is crossed on %1 at the earliest.")
                                        .arg(dayText(*forecast->earliest))
                                  : tr("Stored bytes have just changed; the budget is not crossed within a year.");
    case BudgetOutlook::NotGrowing:
        return tr("It %1 and does not cross the budget.").arg(pace);
    case BudgetOutlook::BeyondHorizon:
        return forecast->earliest ? tr("It %1 and does not cross the budget within a year, at the highest pace on %2.")
                                        .arg(pace, dayText(*forecast->earliest))
                                  : tr("It %1 and does not cross the budget within a year.").arg(pace);
    }
    return {};
}

QString storageText(const StorageAnswer& overview)
{
    return tr("%1: %2, as of %3")
               .arg(overview.snapshot->owner.login,
                    counted(static_cast<qint64>(overview.report.whole.versions), "1 version", "%1 versions"),
                    formatAge(overview.checkedAt, overview.now))
           + u"\n\n"_s + factsTable(overview) + budgetTable(overview)
           + (overview.groups.empty() ? QString() : groupTable(overview)) + problemLines(*overview.snapshot);
}

} // namespace slipway
