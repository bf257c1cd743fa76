#include "support/printhistory.h"

#include "support/fixture.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QString nameOf(const Digest& digest, const QStringList& names)
{
    for (const auto& name : names)
        if (named(name) == digest)
            return name;
    return u"?"_s;
}

QString kindName(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::TagsMoved:
        return u"moved"_s;
    case HistoryKind::TagsAdded:
        return u"added"_s;
    case HistoryKind::TagsRemoved:
        return u"removed"_s;
    case HistoryKind::Appeared:
        return u"appeared"_s;
    case HistoryKind::Gone:
        return u"gone"_s;
    }
    return {};
}

QString hourOf(const QDateTime& time)
{
    return QString::number(fixtureTime().secsTo(time) / 3600);
}

} // namespace

QStringList printHistory(const std::vector<HistoryEvent>& events, const QStringList& names)
{
    QStringList lines;
    for (const auto& event : events) {
        QString line = kindName(event.kind);
        QStringList words;
        for (const auto& tag : event.tags)
            words.append(tag.value);
        if (!words.isEmpty())
            line += u' ' + words.join(u',');
        if (!event.from.isNull())
            line += u" from "_s + nameOf(event.from, names);
        if (!event.to.isNull())
            line += u" to "_s + nameOf(event.to, names);
        QStringList versions;
        for (const auto& version : event.versions)
            versions.append(nameOf(version, names));
        if (!versions.isEmpty())
            line += u": "_s + versions.join(u' ');
        lines.append(u"%1, %2 to %3"_s.arg(line, hourOf(event.after), hourOf(event.by)));
    }
    return lines;
}

} // namespace slipway::test
