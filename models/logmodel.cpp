#include "models/logmodel.h"

#include <QDateTime>

namespace slipway
{

using namespace Qt::StringLiterals;

LogModel::LogModel(LogRing& ring, QObject* parent)
    : QAbstractTableModel(parent)
    , m_ring(ring)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kBatch);
    connect(&m_timer, &QTimer::timeout, this, &LogModel::takeNew);
    connect(&m_ring, &LogRing::grown, this, [this] {
        if (!m_timer.isActive())
            m_timer.start();
    });
    takeNew();
}

void LogModel::takeNew()
{
    const QList<LogEntry> fresh = m_ring.after(m_lastId);
    if (fresh.isEmpty())
        return;
    const auto capacity = static_cast<qsizetype>(m_ring.capacity());
    const qsizetype tooMany = rowCount() + fresh.size() - capacity;
    if (tooMany > 0)
        removeOldest(static_cast<int>(std::min<qsizetype>(tooMany, rowCount())));
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_entries.insert(m_entries.end(), fresh.begin(), fresh.end());
    m_lastId = fresh.last().id;
    endInsertRows();
}

void LogModel::removeOldest(int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    m_entries.erase(m_entries.begin(), m_entries.begin() + count);
    endRemoveRows();
}

void LogModel::clear()
{
    takeNew();
    removeOldest(rowCount());
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kLogColumns;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogEntry& entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        break;
    case Qt::ToolTipRole:
        return static_cast<LogColumn>(index.column()) == LogColumn::Message ? entry.message : QString();
    case Qt::AccessibleTextRole:
        return static_cast<LogColumn>(index.column()) == LogColumn::Level ? logLevelText(entry.level) : QVariant();
    case LogLevelRole:
        return static_cast<int>(entry.level);
    case LogCategoryRole:
        return entry.category;
    case LogMessageRole:
        return entry.message;
    case LogLineRole:
        return logLine(entry);
    case LogIdRole:
        return entry.id;
    default:
        return {};
    }
    switch (static_cast<LogColumn>(index.column())) {
    case LogColumn::Time:
        return QDateTime::fromMSecsSinceEpoch(entry.time).toString(u"HH:mm:ss.zzz"_s);
    case LogColumn::Level:
        return logLevelText(entry.level);
    case LogColumn::Category:
        return logCategoryText(entry.category);
    case LogColumn::Message:
        return entry.message;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<LogColumn>(section)) {
    case LogColumn::Time:
        return tr("Time");
    case LogColumn::Level:
        return tr("Level");
    case LogColumn::Category:
        return tr("Category");
    case LogColumn::Message:
        return tr("Message");
    }
    return {};
}

QString logLevelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return LogModel::tr("Debug");
    case LogLevel::Info:
        return LogModel::tr("Information");
    case LogLevel::Warning:
        return LogModel::tr("Warning");
    case LogLevel::Error:
        return LogModel::tr("Error");
    }
    return {};
}

QString logCategoryText(const QString& category)
{
    return category.startsWith("slipway."_L1) ? category.sliced(8) : category;
}

} // namespace slipway
