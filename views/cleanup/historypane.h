#pragma once

#include "models/cleanupruns.h"

#include <QDateTime>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace slipway
{

class ElidedLabel;
class RunsTreeModel;
class RunsView;
class StatePage;

/// The runs of cleanups by their journals, and what can be brought back: single versions, those that are chosen, or all
/// of a run.
class HistoryPane final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPane(QWidget* parent = nullptr);

    void setRuns(const std::vector<CleanupRun>& runs);
    /// Nothing was read yet, of another owner.
    void clear();
    /// Absent where nothing may be changed; `whyNot` says why nothing can be begun now, empty: it can.
    void offerActs(bool isOffered, const QString& whyNot);
    [[nodiscard]] RunsView& view() const { return *m_view; }
    [[nodiscard]] QPushButton& restoreButton() const { return *m_restore; }
    [[nodiscard]] QPushButton& goOnButton() const { return *m_goOn; }

Q_SIGNALS:
    /// `versions` empty: all of the run.
    void restoreRequested(const QString& journal, const QList<slipway::VersionId>& versions);
    void goOnRequested(const QString& journal);

private:
    void showChoice();
    void restoreChosen();

    RunsTreeModel* m_runs;
    RunsView* m_view;
    StatePage* m_nothing;
    QStackedLayout* m_stack;
    ElidedLabel* m_note;
    QPushButton* m_restore;
    QPushButton* m_goOn;
    bool m_isOffered = false;
    QString m_whyNot;
};

} // namespace slipway
