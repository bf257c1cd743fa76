#include "views/storage/stackchart.h"

#include "core/format.h"
#include "models/growthtable.h"
#include "models/timetext.h"
#include "views/storage/chartcolor.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{

constexpr int kTop = 10;
constexpr int kGap = 6;
constexpr qreal kDimmed = 0.35;
constexpr qreal kLimitWidth = 1.5;

QString dateText(QDate day)
{
    return dayText(QDateTime(day, QTime(12, 0)));
}

} // namespace

StackChart::StackChart(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Stored by hub over time"));
}

void StackChart::showValues(StackChartValues values)
{
    m_values = std::move(values);
    m_marked.reset();
    Bytes most = m_values.budget.value_or(0);
    for (const auto& day : m_values.stack.days)
        most = std::max(most, day.stored);
    for (const auto& day : m_values.forecast)
        most = std::max(most, day.highest);
    m_axis = amountAxis(most);
    setAccessibleDescription(growthSentence(m_values.stack));
    update();
}

void StackChart::highlight(std::optional<size_t> series)
{
    m_highlighted = series;
    update();
}

std::vector<std::pair<size_t, size_t>> StackChart::runs(const std::vector<StackDay>& days)
{
    std::vector<std::pair<size_t, size_t>> runs;
    for (size_t i = 0; i < days.size(); ++i) {
        if (runs.empty() || days[i - 1].day.addDays(1) != days[i].day)
            runs.emplace_back(i, i);
        runs.back().second = i;
    }
    return runs;
}

QSize StackChart::minimumSizeHint() const
{
    return {withText(260), withText(110)};
}

QRectF StackChart::plot() const
{
    const QFontMetrics metrics(fontFor(TextRole::Axis));
    int left = 0;
    for (int i = 0; i <= m_axis.steps; ++i)
        left = std::max(left, metrics.horizontalAdvance(m_axis.label(i)));
    return QRectF(rect()).adjusted(left + kGap, kTop, -kGap, -metrics.height() - kGap);
}

QDate StackChart::last() const
{
    if (!m_values.forecast.empty())
        return m_values.forecast.back().day;
    return m_values.stack.days.empty() ? m_values.first.addDays(1) : m_values.stack.days.back().day;
}

qreal StackChart::x(QDate day) const
{
    const QRectF area = plot();
    const auto days = std::max<qint64>(m_values.first.daysTo(last()), 1);
    return area.left() + area.width() * static_cast<qreal>(m_values.first.daysTo(day)) / static_cast<qreal>(days);
}

qreal StackChart::y(double bytes) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * bytes / static_cast<double>(m_axis.end());
}

void StackChart::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Axis));
    paintGrid(painter, t);
    painter.setRenderHint(QPainter::Antialiasing);
    paintForecast(painter, t);
    paintAreas(painter, t);
    paintBudget(painter, t);
    paintDates(painter, t);
    paintMark(painter, t);
    if (hasFocus())
        paintFocusRing(painter, rect(), kSmallRadius, t.accent);
}

void StackChart::paintGrid(QPainter& painter, const Tokens& t) const
{
    const QRectF area = plot();
    const int height = painter.fontMetrics().height();
    for (int i = 0; i <= m_axis.steps; ++i) {
        const qreal at = y(static_cast<double>(m_axis.step * i));
        painter.fillRect(QRectF(area.left(), std::round(at), area.width(), 1), t.line);
        painter.setPen(t.muted);
        painter.drawText(QRectF(0, at - height / 2.0, area.left() - kGap, height), Qt::AlignRight | Qt::AlignVCenter,
                         m_axis.label(i));
    }
}

/// Each run from the bottom series to the top one, with a line of the surface between them.
void StackChart::paintAreas(QPainter& painter, const Tokens& t) const
{
    const auto& stack = m_values.stack;
    for (const auto& [first, end] : runs(stack.days)) {
        std::vector<double> below(end - first + 1, 0);
        for (size_t series = 0; series < stack.series.size(); ++series) {
            QPolygonF area;
            const auto left = [&](size_t i) { return x(stack.days[i].day) - (first == end ? 1 : 0); };
            const auto right = [&](size_t i) { return x(stack.days[i].day) + (first == end ? 1 : 0); };
            for (size_t i = first; i <= end; ++i)
                area << QPointF(left(i), y(below[i - first]));
            for (size_t i = end + 1; i-- > first;) {
                below[i - first] += static_cast<double>(stack.days[i].parts[series]);
                area << QPointF(right(i), y(below[i - first]));
            }
            QColor fill = chartColor(t, m_values.colors[series]);
            if (m_highlighted && *m_highlighted != series)
                fill.setAlphaF(static_cast<float>(kDimmed));
            painter.setBrush(fill);
            painter.setPen(QPen(t.surface, first == end ? 0 : 1));
            painter.drawPolygon(area);
        }
    }
}

void StackChart::paintForecast(QPainter& painter, const Tokens& t) const
{
    if (m_values.forecast.empty() || m_values.stack.days.empty())
        return;
    const auto& now = m_values.stack.days.back();
    const QPointF start(x(now.day), y(static_cast<double>(now.stored)));
    QPolygonF band{start};
    QPolygonF middle{start};
    for (const auto& day : m_values.forecast) {
        band << QPointF(x(day.day), y(static_cast<double>(day.highest)));
        middle << QPointF(x(day.day), y(static_cast<double>(day.middle)));
    }
    for (size_t i = m_values.forecast.size(); i-- > 0;)
        band << QPointF(x(m_values.forecast[i].day), y(static_cast<double>(m_values.forecast[i].lowest)));
    painter.setPen(t.isHighContrast ? QPen(t.line2) : QPen(Qt::NoPen));
    painter.setBrush(t.track);
    painter.drawPolygon(band);
    painter.setPen(QPen(t.text, 1.5, Qt::DashLine));
    painter.drawPolyline(middle);
}

void StackChart::paintBudget(QPainter& painter, const Tokens& t) const
{
    if (!m_values.budget)
        return;
    const QRectF area = plot();
    const qreal at = y(static_cast<double>(*m_values.budget));
    painter.setPen(QPen(t.bad, kLimitWidth));
    painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
    const QString text = tr("Budget %1").arg(formatBytes(*m_values.budget));
    const QRectF label(area.left() + kGap, at - painter.fontMetrics().height() - 1,
                       painter.fontMetrics().horizontalAdvance(text) + 2, painter.fontMetrics().height());
    painter.fillRect(label, t.surface);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, text);
    if (!m_values.crossesOn || *m_values.crossesOn > last() || m_values.forecast.empty())
        return;
    const QPointF crossing(x(*m_values.crossesOn), at);
    painter.setPen(QPen(t.bad, 1, Qt::DotLine));
    painter.drawLine(crossing, QPointF(crossing.x(), area.bottom()));
    painter.setPen(QPen(t.bad, kLimitWidth));
    painter.setBrush(t.surface);
    painter.drawEllipse(crossing, 4, 4);
    const QString date = dateText(*m_values.crossesOn);
    const int width = painter.fontMetrics().horizontalAdvance(date) + 2;
    const qreal left = std::min(crossing.x() + kGap, area.right() - width);
    const QRectF place(left, area.bottom() - 2 * painter.fontMetrics().height(), width, painter.fontMetrics().height());
    painter.fillRect(place, t.surface);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, date);
}

/// The first day, the last with a reading and the end of the forecast; the middle one where they leave room.
void StackChart::paintDates(QPainter& painter, const Tokens& t) const
{
    if (m_values.stack.days.empty())
        return;
    const QRectF area = plot();
    const QDate now = m_values.stack.days.back().day;
    painter.setPen(t.text);
    if (!m_values.forecast.empty())
        painter.drawLine(QPointF(x(now), area.top()), QPointF(x(now), area.bottom()));
    painter.setPen(t.muted);
    const int height = painter.fontMetrics().height();
    qreal taken = -1;
    for (const QDate day : {m_values.first, now, last()}) {
        const QString text = dateText(day);
        const int width = painter.fontMetrics().horizontalAdvance(text) + 2;
        const qreal left = std::clamp(x(day) - width / 2.0, 0.0, area.right() + kGap - width);
        if (left <= taken)
            continue;
        painter.drawText(QRectF(left, area.bottom() + kGap / 2.0, width, height), Qt::AlignCenter, text);
        taken = left + width + kGap;
    }
}

void StackChart::paintMark(QPainter& painter, const Tokens& t) const
{
    if (!m_marked)
        return;
    const auto& day = m_values.stack.days[*m_marked];
    painter.setPen(QPen(t.accent, 1));
    painter.drawLine(QPointF(x(day.day), plot().top()), QPointF(x(day.day), plot().bottom()));
    painter.setBrush(t.accent);
    painter.drawEllipse(QPointF(x(day.day), y(static_cast<double>(day.stored))), 3, 3);
}

void StackChart::setMarked(std::optional<size_t> day)
{
    if (day == m_marked)
        return;
    m_marked = day;
    const auto& stack = m_values.stack;
    setAccessibleDescription(day ? stackDayText(stack, stack.days[*day]) : growthSentence(stack));
    if (day)
        QToolTip::showText(mapToGlobal(QPoint(static_cast<int>(x(stack.days[*day].day)) + 2 * kGap, kTop)),
                           stackDayText(stack, stack.days[*day]), this);
    else
        QToolTip::hideText();
    update();
}

/// The day with a reading that is nearest, within the width of three.
void StackChart::mouseMoveEvent(QMouseEvent* event)
{
    const auto& days = m_values.stack.days;
    if (days.empty())
        return;
    const auto distance = [&](const StackDay& day) { return std::abs(x(day.day) - event->position().x()); };
    const auto nearest = std::ranges::min_element(days, {}, distance);
    const qreal reach = std::max(3.0, 1.5 * (x(days.front().day.addDays(1)) - x(days.front().day)));
    setMarked(distance(*nearest) <= reach ? std::optional(static_cast<size_t>(nearest - days.begin())) : std::nullopt);
}

void StackChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setMarked(std::nullopt);
}

void StackChart::keyPressEvent(QKeyEvent* event)
{
    const size_t count = m_values.stack.days.size();
    if (count == 0 || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    const size_t newest = count - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setMarked(m_marked ? (*m_marked > 0 ? *m_marked - 1 : 0) : newest);
        return;
    case Qt::Key_Right:
        setMarked(m_marked ? std::min(*m_marked + 1, newest) : newest);
        return;
    case Qt::Key_Home:
        setMarked(0);
        return;
    case Qt::Key_End:
        setMarked(newest);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StackChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void StackChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setMarked(std::nullopt);
    update();
}

} // namespace slipway
