#include "views/storage/stackchart.h"

#include "models/growthtable.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QAccessible>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace slipway
{

namespace
{
/// What the focus ring has for itself.
constexpr int kRing = 4;
/// Whoever goes by keys reads as long as they like.
constexpr int kTipForKeysMs = 600'000;
} // namespace

StackChart::StackChart(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    // The picture covers all of it.
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stored by hub over time"));
}

void StackChart::showChart(GrowthChart chart)
{
    if (chart == m_chart)
        return;
    const auto day = m_marked ? std::optional(m_chart.pointDay(*m_marked)) : std::nullopt;
    m_chart = std::move(chart);
    m_drawing.reset();
    m_marked = day ? m_chart.pointOf(*day) : std::nullopt;
    setAccessibleDescription(m_marked ? growthPointText(m_chart, *m_marked) : wholeText());
    if (day && !m_marked)
        QToolTip::hideText();
    update();
}

QString StackChart::wholeText() const
{
    return m_chart.lack.isEmpty() ? growthSentence(m_chart.stack) : m_chart.lack;
}

void StackChart::highlight(std::optional<size_t> series)
{
    if (series == m_highlighted)
        return;
    m_highlighted = series;
    update();
}

QSize StackChart::minimumSizeHint() const
{
    return {withText(260), withText(110)};
}

const StackDrawing& StackChart::drawing()
{
    const Ground ground{size(), fontFor(TextRole::Axis)};
    if (!m_drawing || m_ground != ground) {
        m_ground = ground;
        m_drawing.emplace(m_chart, QRectF(rect()).adjusted(kRing, 0, -kRing, -kRing));
        m_picture = {};
    }
    return *m_drawing;
}

const QPixmap& StackChart::picture()
{
    const StackDrawing& laidOut = drawing();
    const Look look{devicePixelRatio(), palette().cacheKey(), m_highlighted};
    if (m_picture.isNull() || m_look != look) {
        m_look = look;
        m_picture = QPixmap::fromImage(
            stackPicture(laidOut, size(), look.pixelRatio, tokensOf(palette()), m_highlighted), Qt::NoFormatConversion);
    }
    return m_picture;
}

void StackChart::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.drawPixmap(QPointF(), picture());
    if (m_marked)
        paintCrosshair(painter, drawing(), t, *m_marked);
    if (hasFocus())
        paintFocusRing(painter, rect(), kSmallRadius, t.accent);
}

void StackChart::mark(std::optional<size_t> point, MarkedBy by)
{
    if (point == m_marked)
        return;
    m_marked = point;
    const QString text = point ? growthPointText(m_chart, *point) : wholeText();
    setAccessibleDescription(text);
    if (point) {
        const StackScale& scale = drawing().scale;
        const QPointF place(scale.x(m_chart.pointDay(*point)) + 2 * kChartGap, scale.plot().top());
        QToolTip::showText(mapToGlobal(place.toPoint()), text, this, {}, by == MarkedBy::Keyboard ? kTipForKeysMs : -1);
    } else {
        QToolTip::hideText();
    }
    if (point && by == MarkedBy::Keyboard) {
        QAccessibleAnnouncementEvent announcement(this, text);
        QAccessible::updateAccessibility(&announcement);
    }
    update();
}

void StackChart::mouseMoveEvent(QMouseEvent* event)
{
    mark(drawing().scale.pointAt(m_chart, event->position().x()), MarkedBy::Pointer);
}

void StackChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    mark(std::nullopt, MarkedBy::Pointer);
}

/// The first key tells the newest reading.
std::optional<size_t> StackChart::pointFor(int key) const
{
    const size_t newest = m_chart.stack.days.size() - 1;
    const size_t end = m_chart.pointTotal() - 1;
    switch (key) {
    case Qt::Key_Left:
        return m_marked ? (*m_marked > 0 ? *m_marked - 1 : 0) : newest;
    case Qt::Key_Right:
        return m_marked ? std::min(*m_marked + 1, end) : newest;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return m_marked && *m_marked >= newest ? end : newest;
    default:
        return std::nullopt;
    }
}

void StackChart::keyPressEvent(QKeyEvent* event)
{
    const bool canMove = !m_chart.stack.days.empty() && event->modifiers() == Qt::NoModifier;
    if (const auto point = canMove ? pointFor(event->key()) : std::nullopt)
        mark(point, MarkedBy::Keyboard);
    else
        QWidget::keyPressEvent(event);
}

void StackChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void StackChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    mark(std::nullopt, MarkedBy::Keyboard);
    update();
}

} // namespace slipway
