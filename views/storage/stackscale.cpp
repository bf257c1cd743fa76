#include "views/storage/stackscale.h"

#include "views/theme/typography.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{
constexpr int kTop = 10;
} // namespace

StackScale::StackScale(const GrowthChart& chart, const QRectF& place)
    : m_axis(amountAxis(chart.most()))
    , m_place(place)
    , m_first(chart.first)
    , m_last(chart.last())
{
    const QFontMetrics metrics(fontFor(TextRole::Axis));
    int left = 0;
    for (int i = 0; i <= m_axis.steps; ++i)
        left = std::max(left, metrics.horizontalAdvance(m_axis.label(i)));
    m_plot = place.adjusted(left + kChartGap, kTop, -kChartGap, -metrics.height() - kChartGap);
}

StackColumns StackScale::columns() const
{
    return {m_first, m_last, std::max(static_cast<int>(m_plot.width()), 1)};
}

qreal StackScale::x(QDate day) const
{
    const auto days = std::max<qint64>(m_first.daysTo(m_last), 1);
    return m_plot.left() + m_plot.width() * static_cast<qreal>(m_first.daysTo(day)) / static_cast<qreal>(days);
}

qreal StackScale::y(Bytes bytes) const
{
    return m_plot.bottom() - m_plot.height() * static_cast<qreal>(bytes) / static_cast<qreal>(m_axis.end());
}

std::optional<size_t> StackScale::pointAt(const GrowthChart& chart, qreal at) const
{
    size_t low = 0;
    size_t high = chart.pointTotal();
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (x(chart.pointDay(middle)) < at)
            low = middle + 1;
        else
            high = middle;
    }
    std::optional<size_t> nearest;
    qreal reach = std::max(3.0, 1.5 * (x(m_first.addDays(1)) - x(m_first)));
    for (size_t point = low == 0 ? 0 : low - 1; point < std::min(low + 1, chart.pointTotal()); ++point) {
        const qreal distance = std::abs(x(chart.pointDay(point)) - at);
        if (distance > reach || (nearest && distance == reach))
            continue;
        nearest = point;
        reach = distance;
    }
    return nearest;
}

} // namespace slipway
