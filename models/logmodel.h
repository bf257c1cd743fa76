#pragma once

#include "log/logring.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>

namespace slipway
{

/// Columns of the log, in the order they stand.
enum class LogColumn { Time, Level, Category, Message };
constexpr int kLogColumns = 4;

/// Roles of LogModel beside the display texts; they answer alike in every column of a row.
enum LogRole {
    LogLevelRole = Qt::UserRole, ///< LogLevel as int
    LogCategoryRole,             ///< the whole name, "slipway.net"
    LogMessageRole,
    LogLineRole, ///< the entry as the file has it
    LogIdRole,   ///< LogEntry::id: the key of a row
};

/// The entries of a ring as rows, oldest first, at most as many as the ring keeps. New ones come in batches, ten times
/// a second at most, as rows inserted at the end; nothing is ever reset by a line.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kBatch{100};

    /// The ring outlives the model.
    explicit LogModel(LogRing& ring, QObject* parent = nullptr);

    /// Takes what is in sight away; the ring and the file keep it, and what comes is shown.
    void clear();
    [[nodiscard]] const LogEntry& entryAt(int row) const { return m_entries[static_cast<size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeNew();
    void removeOldest(int count);

    LogRing& m_ring;
    std::deque<LogEntry> m_entries;
    quint64 m_lastId = 0;
    QTimer m_timer;
};

/// "Error", "Warning", "Information", "Debug": a level as people read it.
[[nodiscard]] QString logLevelText(LogLevel level);
/// A category as people read it: "net" for "slipway.net", others whole.
[[nodiscard]] QString logCategoryText(const QString& category);

} // namespace slipway
