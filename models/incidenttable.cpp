#include "models/incidenttable.h"

#include "core/format.h"
#include "models/budgettext.h"
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

constexpr int kQuarters = 4; ///< that are told apart

FigureCell timeCell(const QDateTime& time, const QString& tip = {})
{
    return {dayText(breachDay(time)), time.toUTC().toString(Qt::ISODate), tip.isEmpty() ? utcMomentText(time) : tip};
}

/// A breach is found by a reading: it began after the one before.
FigureCell beginCell(const QuotaBreach& breach)
{
    if (!breach.after.isValid())
        return timeCell(breach.start);
    return timeCell(breach.start, IncidentTexts::tr("Found %1; not over yet %2", "two moments")
                                      .arg(utcMomentText(breach.start), utcMomentText(breach.after)));
}

FigureCell amountCell(Bytes bytes, const QString& tip = {})
{
    return {formatBytes(bytes), QString::number(bytes), tip};
}

FigureRow incidentRow(const StorageBudget& budget, const QuotaIncident& incident)
{
    const auto& [breach, bytes] = incident;
    const QString subject = budgetSubject(budget);
    FigureRow row;
    row.cells = {
        {subject, {}, subject},
        beginCell(breach),
        breach.end ? timeCell(*breach.end) : FigureCell{IncidentTexts::tr("still open"), {}, {}},
        amountCell(breach.peakBytes, IncidentTexts::tr("The most, on %1").arg(dayText(breachDay(breach.peakAt)))),
        timeCell(breach.peakAt),
        amountCell(bytes)};
    row.filter = budgetFilter(budget);
    return row;
}

} // namespace

FigureTable incidentTable(std::span<const BudgetIncidents> budgets)
{
    const QString days = IncidentTexts::tr("Days are those of UTC, and so are quarters");
    FigureTable table{{{IncidentTexts::tr("Budget of"), FigureKind::Text, {}},
                       {IncidentTexts::tr("Began"), FigureKind::Number, days},
                       {IncidentTexts::tr("Ended"), FigureKind::Number, days},
                       {IncidentTexts::tr("Peak"), FigureKind::Number, {}},
                       {IncidentTexts::tr("Peak on"), FigureKind::Number, days},
                       {IncidentTexts::tr("Budget"), FigureKind::Number, {}}},
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
            text = incidentText(log, quarter, IncidentWords::UnderHeading);
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

QString incidentQuartersText(std::span<const BudgetIncidents> budgets, const QDateTime& since, Quarter quarter)
{
    if (budgets.empty())
        return {};
    Quarter first = since.isValid() ? quarterOf(since) : quarter;
    for (const auto& each : budgets)
        for (const auto& incident : each.log.incidents)
            first = std::min(first, quarterOf(incident.breach.start));
    QStringList quarters;
    Quarter shown = quarter;
    for (int i = 0; i < kQuarters && shown >= first; ++i) {
        qsizetype begun = 0;
        for (const auto& each : budgets)
            begun += std::ranges::count_if(each.log.incidents, [shown](const QuotaIncident& incident) {
                return quarterOf(incident.breach.start) == shown;
            });
        quarters.prepend(IncidentTexts::tr("Q%1 %2: %3", "a quarter, its year, how many breaches")
                             .arg(shown.number)
                             .arg(shown.year)
                             .arg(begun));
        shown = shown.number > 1 ? Quarter{shown.year, shown.number - 1} : Quarter{shown.year - 1, 4};
    }
    return IncidentTexts::tr("Breaches a quarter, goal 0. %1. Days and quarters are those of UTC")
        .arg(quarters.join(u" · "_s));
}

QString noIncidentText(const std::optional<std::vector<BudgetIncidents>>& budgets)
{
    if (!budgets)
        return IncidentTexts::tr("No budget was held against a reading yet");
    return budgets->empty() ? IncidentTexts::tr("No budget is set")
                            : IncidentTexts::tr("No reading was over its budget (%n budget(s))", nullptr,
                                                static_cast<int>(budgets->size()));
}

} // namespace slipway
