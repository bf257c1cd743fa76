#pragma once

#include "core/clock.h"
#include "models/historymodel.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace slipway
{

class DetailsSubject;
class ElidedLabel;
class HistoryFeed;
class HistoryTable;
class StatePage;

/// What was seen of a package's past: tags that moved, versions that came and went. Of a version first what is about it
/// and its tags; of an image all.
class HistoryTab final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryTab(QWidget* parent = nullptr);

    /// What the feed knows, as far as it is about the subject; or why there is nothing to see.
    void showSubject(const DetailsSubject& subject, const HistoryFeed& feed, const QDateTime& now);
    [[nodiscard]] HistoryModel& model() { return *m_model; }
    [[nodiscard]] HistoryTable& table() { return *m_table; }
    /// Since when the past is known; empty while nothing is.
    [[nodiscard]] QString note() const;
    /// The title and sentence of what stands where the events would; empty while they are in sight.
    [[nodiscard]] QStringList stateTexts() const;

Q_SIGNALS:
    void olderWanted();
    /// What did not come is wanted once more.
    void retryRequested();
    /// All of the package is wanted, or what is about the version.
    void scopeChanged();

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void showKnown(const DetailsSubject& subject, const HistoryFeed& feed);
    void showMore(const HistoryFeed& feed);
    void takeFocus();
    void showEvents(const DetailsSubject& subject, const HistoryFeed& feed);
    void showNothing(const QString& title, const QString& sentence);
    [[nodiscard]] QString noteText(const HistoryFeed& feed) const;

    HistoryModel* m_model;
    QWidget* m_content;
    QPushButton* m_whole = nullptr;
    HistoryTable* m_table;
    StatePage* m_none;
    QStackedLayout* m_events = nullptr;
    ElidedLabel* m_note = nullptr;
    QPushButton* m_more = nullptr; ///< older parts, or the one that did not come once more
    bool m_hasFailed = false;      ///< which of both it is
    StatePage* m_state;
    QStackedLayout* m_stack;
};

} // namespace slipway
