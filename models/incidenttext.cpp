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

QString incidentText(const IncidentLog& log, Quarter quarter)
{
    const auto found = incidentsIn(log, quarter);
    const QString name = IncidentTexts::tr("Q%1 %2", "a quarter and its year").arg(quarter.number).arg(quarter.year);
    if (found.empty())
        return IncidentTexts::tr("no breach of the budget in %1").arg(name);
    const auto begun = std::ranges::count_if(
        found, [quarter](const QuotaIncident& incident) { return quarterOf(incident.breach.start) == quarter; });
    if (begun == 0)
        return IncidentTexts::tr("no breach of the budget began in %1; one is open since %2")
            .arg(name, dayText(found.back().breach.start));
    const QString text =
        IncidentTexts::tr("%n breach(es) of the budget in %1", nullptr, static_cast<int>(begun)).arg(name);
    return found.back().breach.end ? text : IncidentTexts::tr("%1, one is open").arg(text);
}

QString incidentLines(const IncidentLog& log, Quarter quarter)
{
    QStringList lines;
    const auto found = incidentsIn(log, quarter);
    for (const auto& [breach, budget] : found | std::views::reverse) {
        const QString end = breach.end ? dayText(*breach.end) : IncidentTexts::tr("still open");
        lines.append(IncidentTexts::tr("%1 to %2, at most %3 of %4", "from a day to a day, bytes of the budget")
                         .arg(dayText(breach.start), end, formatBytes(breach.peakBytes), formatBytes(budget)));
    }
    return lines.join(u'\n');
}

} // namespace slipway
