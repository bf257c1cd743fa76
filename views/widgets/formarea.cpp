#include "views/widgets/formarea.h"

#include "views/theme/typography.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>

namespace slipway
{

namespace
{
constexpr int kLeast = 120;
constexpr int kAround = 4; ///< its ring is in sight too
} // namespace

FormArea::FormArea(QWidget* form, QWidget* parent)
    : QScrollArea(parent)
    , m_keyboard([this](QWidget* now) { follow(now); })
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setWidgetResizable(true);
    setWidget(form);
    // The ground shows through.
    form->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void FormArea::follow(QWidget* now)
{
    // Nothing moves below a button of the mouse that is held: the click would be none.
    if (now && widget()->isAncestorOf(now) && QGuiApplication::mouseButtons() == Qt::NoButton)
        ensureWidgetVisible(now, 0, kAround);
}

/// The base's own is bounded, and remembers what the form was.
QSize FormArea::sizeHint() const
{
    const QSize hint = widget()->sizeHint();
    return {hint.width(),
            widget()->hasHeightForWidth() ? widget()->heightForWidth(viewport()->width()) : hint.height()};
}

QSize FormArea::minimumSizeHint() const
{
    const QSize least = widget()->minimumSizeHint();
    return {least.width() + verticalScrollBar()->sizeHint().width(), std::min(sizeHint().height(), withText(kLeast))};
}

bool FormArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace slipway
