#include "storage/incidentlog.h"

#include "core/cbormap.h"
#include "storage/budgetalert.h"

#include <QCborArray>
#include <QCborMap>
#include <QFileInfo>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>
#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QCborValue packTime(const QDateTime& time)
{
    return time.isValid() ? QCborValue(time.toMSecsSinceEpoch()) : QCborValue(QCborValue::Null);
}

QDateTime unpackTime(const QCborValue& value)
{
    return value.isInteger() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::UTC) : QDateTime();
}

std::optional<QuotaIncident> unpackIncident(const QCborMap& map)
{
    QuotaIncident incident;
    incident.breach.start = unpackTime(map["start"_L1]);
    incident.breach.after = unpackTime(map["after"_L1]);
    incident.breach.peakBytes = map["peak"_L1].toInteger(-1);
    incident.breach.peakAt = unpackTime(map["peakAt"_L1]);
    if (const QDateTime end = unpackTime(map["end"_L1]); end.isValid())
        incident.breach.end = end;
    incident.budget = map["budget"_L1].toInteger(-1);
    if (!incident.breach.start.isValid() || incident.breach.peakBytes < 0 || incident.budget < 0)
        return std::nullopt;
    return incident;
}

bool isOpen(const QuotaIncident& incident)
{
    return !incident.breach.end;
}

/// What a reading changes.
void take(IncidentLog& log, const StoragePoint& point, Bytes budget)
{
    const double leftBelow = (100 - kAlertHysteresis) / 100.0;
    const auto found = std::ranges::find_if(log.incidents, isOpen);
    QuotaBreach* open = found == log.incidents.end() ? nullptr : &found->breach;
    if (!open && point.storedBytes > budget) {
        log.incidents.push_back({{point.at, log.lastWhole, point.storedBytes, point.at, std::nullopt}, budget});
    } else if (open && !point.isLeast && usedFraction(point.storedBytes, budget).value_or(1) < leftBelow) {
        open->end = point.at;
    } else if (open && point.storedBytes > open->peakBytes) {
        open->peakBytes = point.storedBytes;
        open->peakAt = point.at;
    }
    if (!point.isLeast)
        log.lastWhole = point.at;
    log.readUntil = point.at;
}

/// The last moment up to now that a log tells of: whatever was read until then has been looked at.
QDateTime toldUntil(const IncidentLog& log, const QDateTime& now)
{
    QDateTime until;
    for (const auto& [breach, budget] : log.incidents)
        for (const auto& at : {breach.start, breach.peakAt, breach.end.value_or(QDateTime())})
            if (at.isValid() && at <= now && (!until.isValid() || at > until))
                until = at;
    return until;
}

/// A log that a wrong clock took beyond now goes on from what it tells of up to now, and one that a clock set back has
/// read anew tells nothing twice. What was found stays; an open incident that began later than now is over where it was
/// last seen, as no reading of now could end it.
void setRight(IncidentLog& log, std::span<const StoragePoint> ordered, const QDateTime& now)
{
    const QDateTime told = toldUntil(log, now);
    const bool isBeyond = log.readUntil.isValid() && log.readUntil > now;
    const bool isBehind = told.isValid() && (!log.readUntil.isValid() || log.readUntil < told);
    if (!isBeyond && !isBehind)
        return;
    for (auto& incident : log.incidents)
        if (isOpen(incident) && incident.breach.start > now)
            incident.breach.end = incident.breach.peakAt;
    log.readUntil = told;
    log.lastWhole = {};
    for (const auto& point : ordered)
        if (told.isValid() && point.at <= told && !point.isLeast && !point.isFilled)
            log.lastWhole = point.at;
}

} // namespace

IncidentLog withReadings(IncidentLog log, std::span<const StoragePoint> points, Bytes budget, const QDateTime& now)
{
    const auto ordered = inOrder(points);
    if (now.isValid())
        setRight(log, ordered, now);
    const auto isToCome = [&](const StoragePoint& point) { return now.isValid() && point.at > now; };
    for (const auto& point : ordered)
        if (!point.isFilled && !isToCome(point) && (!log.readUntil.isValid() || point.at > log.readUntil))
            take(log, point, budget);
    std::ranges::stable_sort(log.incidents, {}, [](const QuotaIncident& incident) { return incident.breach.start; });
    return log;
}

IncidentLog asOf(IncidentLog log, const QDateTime& moment)
{
    std::erase_if(log.incidents, [&moment](const QuotaIncident& incident) { return incident.breach.start > moment; });
    for (auto& incident : log.incidents)
        if (incident.breach.end && *incident.breach.end > moment)
            incident.breach.end.reset();
    return log;
}

std::vector<QuotaIncident> incidentsIn(const IncidentLog& log, Quarter quarter)
{
    std::vector<QuotaIncident> found;
    std::ranges::copy_if(log.incidents, std::back_inserter(found), [quarter](const QuotaIncident& incident) {
        const Quarter began = quarterOf(incident.breach.start);
        const bool isBefore = std::tie(began.year, began.number) < std::tie(quarter.year, quarter.number);
        return began == quarter || (isBefore && isOpen(incident));
    });
    return found;
}

QByteArray packIncidents(const IncidentLog& log)
{
    QCborArray incidents;
    for (const auto& [breach, budget] : log.incidents)
        incidents.append(QCborMap{{u"start"_s, packTime(breach.start)},
                                  {u"after"_s, packTime(breach.after)},
                                  {u"peak"_s, breach.peakBytes},
                                  {u"peakAt"_s, packTime(breach.peakAt)},
                                  {u"end"_s, packTime(breach.end.value_or(QDateTime()))},
                                  {u"budget"_s, budget}});
    return QCborMap{{u"readUntil"_s, packTime(log.readUntil)},
                    {u"lastWhole"_s, packTime(log.lastWhole)},
                    {u"incidents"_s, incidents}}
        .toCborValue()
        .toCbor();
}

IncidentLog unpackIncidents(const QByteArray& bytes)
{
    const auto root = cborMapFrom(bytes);
    if (!root || !(*root)["incidents"_L1].isArray())
        return {};
    const QCborMap& map = *root;
    IncidentLog log{{}, unpackTime(map["readUntil"_L1]), unpackTime(map["lastWhole"_L1])};
    const QCborArray incidents = map["incidents"_L1].toArray();
    for (const auto& value : incidents) {
        auto incident = unpackIncident(value.toMap());
        if (!incident)
            return {};
        log.incidents.push_back(*std::move(incident));
    }
    return log;
}

QString incidentNoteKind(BudgetSource source, const QString& profilePath)
{
    switch (source) {
    case BudgetSource::Profile:
        return u"incidents-1-profile "_s
               + (profilePath.isEmpty() ? QString() : QFileInfo(profilePath).absoluteFilePath());
    case BudgetSource::Usual:
        return u"incidents-1-usual"_s;
    case BudgetSource::Settings:
        return u"incidents-1-settings"_s;
    }
    return {};
}

QString incidentNoteKind(const StorageBudget& budget, const QString& profilePath)
{
    // Names may have any letters: encoded, none of them looks like what stands between.
    const auto part = [](const std::optional<QString>& name) {
        return name ? u'=' + QString::fromLatin1(QUrl::toPercentEncoding(*name)) : u"-"_s;
    };
    return u"incidents-1-part "_s + part(budget.hub) + u' ' + part(budget.family) + u' '
           + (profilePath.isEmpty() ? QString() : QFileInfo(profilePath).absoluteFilePath());
}

} // namespace slipway
