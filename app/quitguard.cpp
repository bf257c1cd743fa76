#include "app/quitguard.h"

#include "app/mainwindow.h"
#include "app/quitdialog.h"
#include "core/logcategories.h"
#include "models/operationsmodel.h"

#include <QAction>
#include <QCloseEvent>

namespace slipway
{

using namespace Qt::StringLiterals;

QuitGuard::QuitGuard(MainWindow& window, OperationsModel& operations, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_operations(operations)
{
    m_window.installEventFilter(this);
    auto* quit = new QAction(tr("Quit"), this);
    quit->setObjectName(u"quit"_s);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, &m_window, &QWidget::close);
    m_window.addAction(quit);
}

QList<Operation*> QuitGuard::endangered() const
{
    QList<Operation*> operations;
    for (int row = 0; row < m_operations.rowCount(); ++row)
        if (auto* operation = m_operations.operationAt(row); !operation->consequence().isEmpty())
            operations.append(operation);
    return operations;
}

bool QuitGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Close && !m_isDecided && !endangered().isEmpty()) {
        event->ignore();
        ask();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void QuitGuard::ask()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    const auto operations = endangered();
    auto* dialog = new QuitDialog(operations, &m_window);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &QuitGuard::stopAndClose);
    connect(&m_operations, &QAbstractItemModel::rowsRemoved, dialog, [this] { closeIfFree(); });
    dialog->open();
}

void QuitGuard::stopAndClose()
{
    const auto operations = endangered();
    for (auto* operation : operations) {
        qCInfo(logUi, "stopped to quit: %s", qUtf8Printable(operation->title()));
        operation->cancel();
    }
    m_isDecided = true;
    m_window.close();
}

void QuitGuard::closeIfFree()
{
    if (!endangered().isEmpty())
        return;
    m_dialog->reject();
    m_window.close();
}

} // namespace slipway
