#pragma once

#include "models/driftlook.h"
#include "models/lockpreview.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace slipway
{

class AcknowledgeDialog;
class LockDialog;

/// What can be done about drift: take note of a finding, make the lock file anew. Both ask in a dialog before anything
/// is kept or written; whoever listens does it and answers.
class DriftFixes final : public QObject
{
    Q_OBJECT
public:
    /// The actions are put on `place`, which outlives it.
    explicit DriftFixes(QWidget& place);

    /// The chosen finding; null: none.
    void setFinding(const FindingLife* life, const QDateTime& now);
    /// Null: nothing was looked at.
    void setLook(const DriftLook* look);
    /// Closes what is open.
    void close();
    /// The answer to acknowledgeRequested().
    void showAcknowledged(const Result<FindingLife>& done);
    /// The answer to lockPreviewRequested().
    void showLockPreview(const Result<LockPreviewPtr>& preview);
    /// The answer to lockWriteRequested().
    void showLockWritten(const Result<void>& done);

    [[nodiscard]] QAction& acknowledgeAction() { return *m_acknowledge; }
    [[nodiscard]] QAction& regenerateAction() { return *m_regenerate; }
    /// The dialogs, while they are open.
    [[nodiscard]] AcknowledgeDialog* acknowledging() const;
    [[nodiscard]] LockDialog* regenerating() const;

Q_SIGNALS:
    void acknowledgeRequested(qint64 id, const QString& reason, const QDateTime& until);
    /// How the lock file would change is wanted.
    void lockPreviewRequested();
    /// It is to be written as it was shown.
    void lockWriteRequested(const slipway::LockPreviewPtr& preview);
    /// There is nothing to show, and why.
    void failed(const slipway::Error& error);

private:
    void acknowledge();

    QWidget& m_place;
    QAction* m_acknowledge;
    QAction* m_regenerate;
    std::optional<FindingLife> m_life;
    QDateTime m_now;
    QPointer<AcknowledgeDialog> m_dialog;
    QPointer<LockDialog> m_lockDialog;
};

} // namespace slipway
