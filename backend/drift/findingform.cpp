#include "drift/findinglife.h"

#include <QDataStream>
#include <QIODevice>

#include <utility>

namespace slipway
{

namespace
{

/// Raised with every change of what follows it.
constexpr quint32 kForm = 1;

template<typename Enum>
void write(QDataStream& out, Enum value)
{
    out << static_cast<quint8>(value);
}

/// False for a number the enumeration does not have.
template<typename Enum>
bool read(QDataStream& in, Enum& value, Enum last)
{
    quint8 number = 0;
    in >> number;
    value = static_cast<Enum>(number);
    return number <= static_cast<quint8>(last);
}

void write(QDataStream& out, const DriftFinding& finding)
{
    write(out, finding.check);
    write(out, finding.severity);
    write(out, finding.reason);
    out << finding.hub << finding.family << finding.image << finding.tag << finding.other << finding.platform
        << finding.expected << finding.actual << finding.divergesAtLayer << finding.count << finding.bytes;
    out << static_cast<quint32>(finding.differences.size());
    for (const QString& difference : finding.differences)
        out << difference;
}

bool read(QDataStream& in, DriftFinding& finding)
{
    const bool isKnown = read(in, finding.check, DriftCheck::Deployed)
                         && read(in, finding.severity, DriftSeverity::Error)
                         && read(in, finding.reason, DriftReason::OtherDeployed);
    in >> finding.hub >> finding.family >> finding.image >> finding.tag >> finding.other >> finding.platform
        >> finding.expected >> finding.actual >> finding.divergesAtLayer >> finding.count >> finding.bytes;
    // One by one: for a list as such QDataStream makes room for as many as a damaged number says.
    quint32 differences = 0;
    in >> differences;
    for (quint32 i = 0; i < differences && in.status() == QDataStream::Ok; ++i) {
        QString difference;
        in >> difference;
        finding.differences.append(std::move(difference));
    }
    return isKnown;
}

} // namespace

QByteArray packFinding(const FindingLife& life)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kForm << life.key;
    write(out, life.finding);
    out << life.firstSeenAt << life.lastSeenAt;
    write(out, life.state);
    out << life.reason << life.until << static_cast<quint32>(life.events.size());
    for (const auto& event : life.events) {
        write(out, event.kind);
        out << event.at << event.reason << event.until;
    }
    return bytes;
}

std::optional<FindingLife> unpackFinding(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 form = 0;
    in >> form;
    if (form != kForm)
        return std::nullopt;
    FindingLife life;
    in >> life.key;
    bool isKnown = read(in, life.finding);
    in >> life.firstSeenAt >> life.lastSeenAt;
    isKnown = read(in, life.state, FindingState::Resolved) && isKnown;
    quint32 events = 0;
    in >> life.reason >> life.until >> events;
    for (quint32 i = 0; i < events && in.status() == QDataStream::Ok; ++i) {
        FindingEvent event;
        isKnown = read(in, event.kind, FindingEventKind::Resolved) && isKnown;
        in >> event.at >> event.reason >> event.until;
        life.events.push_back(std::move(event));
    }
    if (in.status() != QDataStream::Ok || !in.atEnd() || !isKnown)
        return std::nullopt;
    return life;
}

} // namespace slipway
