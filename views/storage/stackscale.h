#pragma once

#include "models/amountaxis.h"
#include "models/growthchart.h"
#include "models/stacklines.h"

#include <QRectF>

namespace slipway
{

/// Where in a picture the days and amounts of a chart are.
class StackScale final
{
public:
    StackScale() = default;
    /// The chart inside `place`, in whole, with room for the amounts at the left and the days below.
    StackScale(const GrowthChart& chart, const QRectF& place);

    /// All of the chart, what is written beside it included.
    [[nodiscard]] const QRectF& place() const { return m_place; }
    /// Where the areas are.
    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    [[nodiscard]] const AmountAxis& axis() const { return m_axis; }
    [[nodiscard]] QDate first() const { return m_first; }
    [[nodiscard]] QDate last() const { return m_last; }
    /// A column for each unit of the picture's width, on finer screens as well: what more they could show of so many
    /// days nobody could tell apart, and painting it takes several times as long.
    [[nodiscard]] StackColumns columns() const;
    [[nodiscard]] qreal x(QDate day) const;
    [[nodiscard]] qreal y(Bytes bytes) const;
    /// The point of the chart nearest to `x`, within the width of a day and a half, at least three units; of equally
    /// near ones the first. Nothing: none is. Logarithmic in the chart's days.
    [[nodiscard]] std::optional<size_t> pointAt(const GrowthChart& chart, qreal x) const;

private:
    AmountAxis m_axis;
    QRectF m_place;
    QRectF m_plot;
    QDate m_first;
    QDate m_last;
};

/// Between the plot and what is written beside it.
constexpr int kChartGap = 6;

} // namespace slipway
