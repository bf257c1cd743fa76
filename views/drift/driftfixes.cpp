#include "views/drift/driftfixes.h"

#include "core/errortext.h"
#include "views/drift/acknowledgedialog.h"
#include "views/drift/lockdialog.h"

#include <QAction>
#include <QFileInfo>
#include <QPushButton>
#include <QWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

DriftFixes::DriftFixes(QWidget& place)
    : QObject(&place)
    , m_place(place)
    , m_acknowledge(new QAction(tr("Acknowledge the finding…"), this))
    , m_regenerate(new QAction(tr("Regenerate the lock file…"), this))
{
    m_acknowledge->setObjectName(u"drift.acknowledge"_s);
    m_acknowledge->setProperty("iconName", u"bookmarks"_s);
    m_acknowledge->setToolTip(tr("Take note of it: until a day it counts for nothing"));
    m_regenerate->setObjectName(u"drift.regenerateLock"_s);
    m_regenerate->setProperty("iconName", u"view-refresh"_s);
    connect(m_acknowledge, &QAction::triggered, this, &DriftFixes::acknowledge);
    connect(m_regenerate, &QAction::triggered, this, &DriftFixes::lockPreviewRequested);
    place.addActions({m_acknowledge, m_regenerate});
    setFinding(nullptr, {});
    setLook(nullptr);
}

void DriftFixes::setFinding(const FindingLife* life, const QDateTime& now)
{
    m_life = life ? std::optional(*life) : std::nullopt;
    m_now = now;
    m_acknowledge->setEnabled(life && life->state != FindingState::Resolved);
}

void DriftFixes::setLook(const DriftLook* look)
{
    const QString file = look ? look->ground->lockFile : QString();
    m_regenerate->setEnabled(!file.isEmpty());
    m_regenerate->setToolTip(
        file.isEmpty()
            ? tr("The profile names no lock file (drift: lock: build-lock.json)")
            : tr("Shows how %1 would change; nothing is written before you agree").arg(QFileInfo(file).fileName()));
}

void DriftFixes::close()
{
    if (m_dialog)
        m_dialog->close();
    if (m_lockDialog)
        m_lockDialog->close();
}

void DriftFixes::acknowledge()
{
    if (!m_life || m_dialog)
        return;
    m_dialog = new AcknowledgeDialog(*m_life, m_now, m_place.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AcknowledgeDialog::confirmed, this, [this, id = m_life->id] {
        m_dialog->confirmButton().setEnabled(false);
        Q_EMIT acknowledgeRequested(id, m_dialog->reason(), m_dialog->until());
    });
    m_dialog->open();
}

void DriftFixes::showAcknowledged(const Result<FindingLife>& done)
{
    if (!m_dialog)
        return;
    if (done) {
        m_dialog->accept();
        return;
    }
    m_dialog->showFailure(errorLine(done.error()));
    m_dialog->confirmButton().setEnabled(true);
}

void DriftFixes::showLockPreview(const Result<LockPreviewPtr>& preview)
{
    if (!preview) {
        Q_EMIT failed(preview.error());
        return;
    }
    if (m_lockDialog)
        m_lockDialog->close();
    m_lockDialog = new LockDialog(*preview, m_place.window());
    m_lockDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_lockDialog, &LockDialog::writeRequested, this, [this] {
        m_lockDialog->writeButton().setEnabled(false);
        Q_EMIT lockWriteRequested(m_lockDialog->preview());
    });
    m_lockDialog->open();
}

void DriftFixes::showLockWritten(const Result<void>& done)
{
    if (!m_lockDialog)
        return;
    if (done)
        m_lockDialog->accept();
    else
        m_lockDialog->showFailure(errorLine(done.error()));
}

AcknowledgeDialog* DriftFixes::acknowledging() const
{
    return m_dialog;
}

LockDialog* DriftFixes::regenerating() const
{
    return m_lockDialog;
}

} // namespace slipway
