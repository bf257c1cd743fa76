#include "models/historymodel.h"

#include "core/format.h"
#include "models/csvline.h"
#include "models/timetext.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QStringList textsOf(const QList<Tag>& tags)
{
    QStringList texts;
    for (const auto& tag : tags)
        texts.append(tag.value);
    return texts;
}

/// The name of a kind in files.
QString kindName(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::TagsMoved:
        return u"tags moved"_s;
    case HistoryKind::TagsAdded:
        return u"tags added"_s;
    case HistoryKind::TagsRemoved:
        return u"tags removed"_s;
    case HistoryKind::Appeared:
        return u"appeared"_s;
    case HistoryKind::Gone:
        return u"gone"_s;
    }
    return {};
}

QString digestText(const Digest& digest)
{
    return digest.isNull() ? QString() : digest.toString();
}

QStringList versionsOf(const HistoryEvent& event)
{
    QStringList texts;
    for (const auto& version : event.versions)
        texts.append(version.toString());
    return texts;
}

/// Where these events stand in others one after the other; nullopt if they do not.
std::optional<std::size_t> placeIn(const std::vector<HistoryEvent>& events, const std::vector<HistoryEvent>& others)
{
    const auto found = std::ranges::search(others, events);
    if (events.empty() || found.empty())
        return std::nullopt;
    return static_cast<std::size_t>(found.begin() - others.begin());
}

} // namespace

QString historyTitle(const HistoryEvent& event)
{
    const auto tags = static_cast<int>(event.tags.size());
    const QString names = textsOf(event.tags).join(u", "_s);
    const auto versions = static_cast<int>(event.versions.size());
    switch (event.kind) {
    case HistoryKind::TagsMoved:
        return HistoryModel::tr("Tag(s) %1 moved", nullptr, tags).arg(names);
    case HistoryKind::TagsAdded:
        return HistoryModel::tr("Tag(s) %1 added", nullptr, tags).arg(names);
    case HistoryKind::TagsRemoved:
        return HistoryModel::tr("Tag(s) %1 removed", nullptr, tags).arg(names);
    case HistoryKind::Appeared:
        return event.tags.isEmpty() ? HistoryModel::tr("%n untagged version(s) appeared", nullptr, versions)
                                    : HistoryModel::tr("Version %1 appeared").arg(names);
    case HistoryKind::Gone:
        return event.tags.isEmpty() ? HistoryModel::tr("%n untagged version(s) gone", nullptr, versions)
                                    : HistoryModel::tr("Version %1 gone").arg(names);
    }
    return {};
}

QString historyDetail(const HistoryEvent& event)
{
    constexpr std::size_t kMostNamed = 3;
    if (!event.from.isNull() && !event.to.isNull())
        return HistoryModel::tr("from %1 to %2").arg(event.from.shortForm(), event.to.shortForm());
    if (!event.to.isNull())
        return HistoryModel::tr("to %1").arg(event.to.shortForm());
    if (!event.from.isNull())
        return HistoryModel::tr("from %1").arg(event.from.shortForm());
    QStringList digests;
    for (std::size_t i = 0; i < std::min(kMostNamed, event.versions.size()); ++i)
        digests.append(event.versions[i].shortForm());
    const QString named = digests.join(u", "_s);
    return event.versions.size() <= kMostNamed
               ? named
               : HistoryModel::tr("%1 and %2 more").arg(named).arg(event.versions.size() - kMostNamed);
}

QString historySeen(const HistoryEvent& event)
{
    return HistoryModel::tr("Seen %1, not yet %2").arg(momentText(event.by), momentText(event.after));
}

std::vector<Digest> historyDigests(const HistoryEvent& event)
{
    std::vector<Digest> digests;
    for (const auto& digest : {event.to, event.from})
        if (!digest.isNull())
            digests.push_back(digest);
    digests.insert(digests.end(), event.versions.begin(), event.versions.end());
    return digests;
}

QString historyAsText(const std::vector<HistoryEvent>& events)
{
    QStringList lines;
    for (const auto& event : events) {
        QStringList words{momentText(event.by), historyTitle(event)};
        if (!event.from.isNull())
            words.append(HistoryModel::tr("from %1").arg(event.from.toString()));
        if (!event.to.isNull())
            words.append(HistoryModel::tr("to %1").arg(event.to.toString()));
        words += versionsOf(event);
        lines.append(words.join(u"  "_s));
    }
    return lines.join(u'\n');
}

QByteArray historyAsCsv(const std::vector<HistoryEvent>& events)
{
    QByteArray csv =
        csvLine({u"not_yet_seen_at"_s, u"seen_at"_s, u"event"_s, u"tags"_s, u"from"_s, u"to"_s, u"versions"_s});
    for (const auto& event : events)
        csv += csvLine({formatTimestamp(event.after), formatTimestamp(event.by), kindName(event.kind),
                        textsOf(event.tags).join(u' '), digestText(event.from), digestText(event.to),
                        versionsOf(event).join(u' ')});
    return csv;
}

HistoryModel::HistoryModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void HistoryModel::setEvents(std::vector<HistoryEvent> events)
{
    if (events == m_events)
        return;
    const auto place = placeIn(m_events, events);
    if (!place) {
        beginResetModel();
        m_events = std::move(events);
        endResetModel();
        return;
    }
    if (*place > 0) {
        beginInsertRows({}, 0, static_cast<int>(*place) - 1);
        m_events.insert(m_events.begin(), events.begin(), events.begin() + static_cast<std::ptrdiff_t>(*place));
        endInsertRows();
    }
    if (m_events.size() < events.size()) {
        beginInsertRows({}, static_cast<int>(m_events.size()), static_cast<int>(events.size()) - 1);
        m_events = std::move(events);
        endInsertRows();
    }
}

void HistoryModel::setNow(const QDateTime& now)
{
    if (now == m_now)
        return;
    m_now = now;
    if (!m_events.empty())
        Q_EMIT dataChanged(index(0, static_cast<int>(HistoryColumn::Seen)),
                           index(rowCount() - 1, static_cast<int>(HistoryColumn::Seen)), {Qt::DisplayRole});
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& event = m_events[static_cast<std::size_t>(index.row())];
    const bool isSeen = index.column() == static_cast<int>(HistoryColumn::Seen);
    switch (role) {
    case Qt::DisplayRole:
        return isSeen ? formatAge(event.by, m_now) : historyTitle(event);
    case kDetailRole:
        return isSeen ? QString() : historyDetail(event);
    case kKindRole:
        return static_cast<int>(event.kind);
    case Qt::ToolTipRole: {
        QStringList lines{historyTitle(event), historySeen(event)};
        for (const auto& digest : historyDigests(event))
            if (lines.size() < 12)
                lines.append(digest.toString());
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return isSeen ? historySeen(event) : historyTitle(event) + u", "_s + historyDetail(event);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isSeen = section == static_cast<int>(HistoryColumn::Seen);
    if (role == Qt::TextAlignmentRole)
        return (Qt::AlignVCenter | (isSeen ? Qt::AlignRight : Qt::AlignLeft)).toInt();
    if (role == Qt::DisplayRole)
        return isSeen ? tr("Seen") : tr("What happened");
    return {};
}

} // namespace slipway
