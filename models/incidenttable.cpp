#include "models/incidenttable.h"

#include "core/format.h"
#include "inventory/filterwords.h"
#include "models/incidenttext.h"
#include "models/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct IncidentTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

QString placeName(const QString& name)
{
    return name.isEmpty() ? IncidentTexts::tr("Unassigned") : name;
}

/// What a budget is for.
QString subjectText(const StorageBudget& budget)
{
    if (budget.hub && budget.family)
        return IncidentTexts::tr("%1 in %2", "a family, a hub").arg(placeName(*budget.family), placeName(*budget.hub));
    if (budget.hub)
        return placeName(*budget.hub);
    if (budget.family)
        return IncidentTexts::tr("%1 in all hubs", "a family").arg(placeName(*budget.family));
    return IncidentTexts::tr("All that is stored");
}

QString subjectFilter(const StorageBudget& budget)
{
    QStringList terms;
    if (budget.hub)
        terms.append(exactTerm(u"hub", *budget.hub));
    if (budget.family)
        terms.append(exactTerm(u"family", *budget.family));
    return terms.join(u' ');
}

FigureCell timeCell(const QDateTime& time, const QString& tip = {})
{
    // The day where the reader is, as the moment in the tip: else the two may differ by one.
    return {dayText(time.toLocalTime()), time.toUTC().toString(Qt::ISODate),
            tip.isEmpty() ? momentText(time.toLocalTime()) : tip};
}

/// A breach is found by a reading: it began after the one before.
FigureCell beginCell(const QuotaBreach& breach)
{
    if (!breach.after.isValid())
        return timeCell(breach.start);
    return timeCell(breach.start,
                    IncidentTexts::tr("Found %1; not over yet %2", "two moments")
                        .arg(momentText(breach.start.toLocalTime()), momentText(breach.after.toLocalTime())));
}

FigureCell amountCell(Bytes bytes, const QString& tip = {})
{
    return {formatBytes(bytes), QString::number(bytes), tip};
}

FigureRow incidentRow(const StorageBudget& budget, const QuotaIncident& incident)
{
    const auto& [breach, bytes] = incident;
    const QString subject = subjectText(budget);
    FigureRow row;
    row.cells = {
        {subject, {}, subject},
        beginCell(breach),
        breach.end ? timeCell(*breach.end) : FigureCell{IncidentTexts::tr("still open"), {}, {}},
        amountCell(breach.peakBytes, IncidentTexts::tr("The most, on %1").arg(dayText(breach.peakAt.toLocalTime()))),
        timeCell(breach.peakAt),
        amountCell(bytes)};
    row.filter = subjectFilter(budget);
    return row;
}

} // namespace

FigureTable incidentTable(std::span<const BudgetIncidents> budgets)
{
    FigureTable table{{{IncidentTexts::tr("Budget of"), FigureKind::Text},
                       {IncidentTexts::tr("Began"), FigureKind::Number},
                       {IncidentTexts::tr("Ended"), FigureKind::Number},
                       {IncidentTexts::tr("Peak"), FigureKind::Number},
                       {IncidentTexts::tr("Peak on"), FigureKind::Number},
                       {IncidentTexts::tr("Budget"), FigureKind::Number}},
                      {}};
    struct Found {
        const StorageBudget* budget;
        const QuotaIncident* incident;
    };
    std::vector<Found> all;
    for (const auto& each : budgets)
        for (const auto& incident : each.log.incidents)
            all.push_back({&each.budget, &incident});
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](const Found& found) { return found.incident->breach.start; });
    for (const auto& [budget, incident] : all)
        table.rows.push_back(incidentRow(*budget, *incident));
    return table;
}

QString incidentCountText(std::span<const BudgetIncidents> budgets, Quarter quarter)
{
    QString text;
    qsizetype parts = 0;
    for (const auto& [budget, log] : budgets) {
        if (!budget.hub && !budget.family)
            text = incidentText(log, quarter);
        else
            parts += std::ranges::count_if(log.incidents, [quarter](const QuotaIncident& incident) {
                return quarterOf(incident.breach.start) == quarter;
            });
    }
    if (parts == 0)
        return text;
    const QString ofParts = IncidentTexts::tr("%n of hubs and families", nullptr, static_cast<int>(parts));
    return text.isEmpty() ? ofParts
                          : IncidentTexts::tr("%1; %2", "breaches of the whole, those of its parts").arg(text, ofParts);
}

QString noIncidentText(std::span<const BudgetIncidents> budgets)
{
    return budgets.empty() ? IncidentTexts::tr("No budget was held against a reading yet")
                           : IncidentTexts::tr("No reading was over its budget (%n budget(s))", nullptr,
                                               static_cast<int>(budgets.size()));
}

} // namespace slipway
