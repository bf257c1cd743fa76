#include "models/incidenttext.h"

#include "core/format.h"
#include "models/timetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
struct IncidentTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};
} // namespace

QString incidentText(const IncidentLog& log, Quarter quarter, IncidentWords words)
{
    const bool isAlone = words == IncidentWords::Alone;
    const auto found = incidentsIn(log, quarter);
    const QString name = IncidentTexts::tr("Q%1 %2", "a quarter and its year").arg(quarter.number).arg(quarter.year);
    if (found.empty())
        return (isAlone ? IncidentTexts::tr("no breach of the budget in %1")
                        : IncidentTexts::tr("none in %1", "breaches"))
            .arg(name);
    const auto begun = std::ranges::count_if(
        found, [quarter](const QuotaIncident& incident) { return quarterOf(incident.breach.start) == quarter; });
    if (begun == 0)
        return (isAlone ? IncidentTexts::tr("no breach of the budget began in %1; one is open since %2 (UTC)")
                        : IncidentTexts::tr("none began in %1; one is open since %2 (UTC)", "breaches"))
            .arg(name, dayText(breachDay(found.back().breach.start)));
    const auto count = static_cast<int>(begun);
    QString text = (isAlone ? IncidentTexts::tr("%n breach(es) of the budget in %1", nullptr, count)
                            : IncidentTexts::tr("%n in %1", "breaches", count))
                       .arg(name);
    if (found.back().breach.end)
        return text;
    return (isAlone ? IncidentTexts::tr("%1, one is open")
                    : IncidentTexts::tr("%1, one of them open", "some in a quarter: 2 in Q4 2025"))
        .arg(text);
}

QString incidentLines(const IncidentLog& log, Quarter quarter)
{
    QStringList lines;
    const auto found = incidentsIn(log, quarter);
    for (const auto& [breach, budget] : found | std::views::reverse) {
        const QString end = breach.end ? dayText(breachDay(*breach.end)) : IncidentTexts::tr("still open");
        lines.append(
            IncidentTexts::tr("%1 to %2 (UTC), at most %3 of %4", "from a day to a day, bytes of the budget")
                .arg(dayText(breachDay(breach.start)), end, formatBytes(breach.peakBytes), formatBytes(budget)));
    }
    return lines.join(u'\n');
}

} // namespace slipway
