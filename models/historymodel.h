#pragma once

#include "domain/packagehistory.h"

#include <QAbstractTableModel>

namespace slipway
{

/// Columns of a package's history.
enum class HistoryColumn { What, Seen };

// An event for people, and for other programs.

/// What happened, in few words: "Tags latest, v0.4.1 moved".
[[nodiscard]] QString historyTitle(const HistoryEvent& event);
/// To what, by short digests: "from 3d07ae…b812 to 51b7d2…0e9c".
[[nodiscard]] QString historyDetail(const HistoryEvent& event);
/// When it was seen, and when it had not been yet, in the local zone.
[[nodiscard]] QString historySeen(const HistoryEvent& event);
/// The digests it tells of, the newer first.
[[nodiscard]] std::vector<Digest> historyDigests(const HistoryEvent& event);
/// Lines of time, title and whole digests.
[[nodiscard]] QString historyAsText(const std::vector<HistoryEvent>& events);
/// RFC 4180 in UTF-8 with a line of names; times ISO 8601 UTC, tags and versions separated by spaces.
[[nodiscard]] QByteArray historyAsCsv(const std::vector<HistoryEvent>& events);

/// What was seen of a package's past, newest first. Events that come at either end are told as such, so that a list a
/// person reads stays where it is.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        kDetailRole = Qt::UserRole, ///< historyDetail()
        kKindRole,                  ///< HistoryKind as int
    };

    explicit HistoryModel(QObject* parent = nullptr);

    void setEvents(std::vector<HistoryEvent> events);
    [[nodiscard]] const std::vector<HistoryEvent>& events() const { return m_events; }
    /// What ages are counted to.
    void setNow(const QDateTime& now);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<HistoryEvent> m_events;
    QDateTime m_now;
};

} // namespace slipway
