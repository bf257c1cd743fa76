#include "views/inventory/detailswindow.h"

#include "views/widgets/readingorder.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace slipway
{

DetailsWindow::DetailsWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
{
    setWindowTitle(tr("Details"));
    setAttribute(Qt::WA_ShowWithoutActivating); // it comes with its page; who wants it goes there
    setAccessibleName(windowTitle());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
}

void DetailsWindow::take(QWidget& details)
{
    layout()->addWidget(&details);
    details.show();
}

void DetailsWindow::setNote(const QString& note)
{
    setWindowTitle(note.isEmpty() ? tr("Details") : tr("Details – %1").arg(note));
}

void DetailsWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    Q_EMIT closed();
}

void DetailsWindow::moveEvent(QMoveEvent* event)
{
    QWidget::moveEvent(event);
    if (isVisible())
        Q_EMIT moved();
}

void DetailsWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        Q_EMIT moved();
}

bool DetailsWindow::focusNextPrevChild(bool next)
{
    return focusInReadingOrder(*this, next ? FocusStep::Next : FocusStep::Previous);
}

} // namespace slipway
