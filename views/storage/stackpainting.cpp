#include "views/storage/stackpainting.h"

#include "core/format.h"
#include "models/timetext.h"
#include "views/storage/chartcolor.h"
#include "views/storage/stackfilling.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{

struct PaintedTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StackChart)
};

constexpr qreal kDimmed = 0.35;
/// How much of the band's fill is the colour of its edges.
constexpr qreal kBand = 0.45;
constexpr qreal kLimitWidth = 1.5;
constexpr qreal kRangeWidth = 5;
/// An edge of more points than this for each unit of its width has no line.
constexpr qreal kSeparated = 1.5;
/// A single day between gaps is drawn so wide to either side.
constexpr qreal kLoneDay = 1;
constexpr qreal kLackInset = 24;

QString dateText(QDate day)
{
    return dayText(QDateTime(day, QTime(12, 0)));
}

void paintGrid(QPainter& painter, const StackScale& scale, const Tokens& t)
{
    const QRectF& area = scale.plot();
    const int height = painter.fontMetrics().height();
    for (int i = 0; i <= scale.axis().steps; ++i) {
        const qreal at = scale.y(scale.axis().step * i);
        painter.fillRect(QRectF(area.left(), std::round(at), area.width(), 1), t.line);
        painter.setPen(t.muted);
        painter.drawText(
            QRectF(scale.place().left(), at - height / 2.0, area.left() - kChartGap - scale.place().left(), height),
            Qt::AlignRight | Qt::AlignVCenter, scale.axis().label(i));
    }
}

/// What a share of a colour leaves to be seen of the ground.
QColor over(const QColor& ground, const QColor& color, double share)
{
    const auto mix = [share](int below, int above) {
        return static_cast<int>(std::lround(below + (above - below) * share));
    };
    return {mix(ground.red(), color.red()), mix(ground.green(), color.green()), mix(ground.blue(), color.blue())};
}

StackFills fillsOf(const GrowthChart& chart, const Tokens& t, std::optional<size_t> highlighted)
{
    StackFills fills{{}, t.surface};
    for (size_t series = 0; series < chart.colors.size(); ++series) {
        QColor& fill = fills.areas.emplace_back(chartColor(t, chart.colors[series]));
        if (highlighted && *highlighted != series)
            fill = over(t.surface, fill, kDimmed);
    }
    return fills;
}

/// A run from the bottom series to the top one.
void paintAreas(QPainter& painter, const StackDrawing& drawing, const StackRun& run, const StackFills& fills)
{
    painter.setPen(Qt::NoPen);
    QPolygonF below;
    for (size_t series = 0; series < run.tops.size(); ++series) {
        const QPolygonF above = stackEdge(drawing, run.tops[series]);
        if (below.isEmpty())
            below = {QPointF(above.first().x(), drawing.scale.y(0)), QPointF(above.last().x(), drawing.scale.y(0))};
        QPolygonF area = below;
        area.reserve(below.size() + above.size());
        for (qsizetype i = above.size(); i-- > 0;)
            area << above[i];
        painter.setBrush(fills.areas[series]);
        painter.drawPolygon(area);
        below = above;
    }
}

/// A line of the surface between areas.
void paintEdges(QPainter& painter, const StackDrawing& drawing, const StackRun& run, const StackFills& fills)
{
    painter.setPen(QPen(fills.line, 1));
    for (const auto& tops : run.tops)
        if (hasLine(drawing, run, tops))
            painter.drawPolyline(stackEdge(drawing, tops));
}

void paintForecast(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    const GrowthChart& chart = *drawing.chart;
    if (chart.forecast.empty() || chart.stack.days.empty())
        return;
    const StackScale& scale = drawing.scale;
    const auto& now = chart.stack.days.back();
    const QPointF start(scale.x(now.day), scale.y(now.shown()));
    QPolygonF band{start};
    QPolygonF middle{start};
    for (const auto& day : chart.forecast) {
        band << QPointF(scale.x(day.day), scale.y(day.highest));
        middle << QPointF(scale.x(day.day), scale.y(day.middle));
    }
    for (size_t i = chart.forecast.size(); i-- > 0;)
        band << QPointF(scale.x(chart.forecast[i].day), scale.y(chart.forecast[i].lowest));
    // However narrow it is, its edges are seen on the surface and on the grid.
    painter.setPen(QPen(t.isHighContrast ? t.text : t.line2, 1));
    painter.setBrush(over(t.surface, t.line2, kBand));
    painter.drawPolygon(band);
    painter.setPen(QPen(t.text, 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(middle);
}

/// Words on the surface, so that no line goes through them.
void paintLabel(QPainter& painter, const QRectF& place, const QString& text, const Tokens& t)
{
    painter.fillRect(place, t.surface);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// What the band ends with, in words: seen from afar it may be a line.
void paintBandEnd(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    const GrowthChart& chart = *drawing.chart;
    if (chart.forecast.empty())
        return;
    const ForecastDay& end = chart.forecast.back();
    const StackScale& scale = drawing.scale;
    const QString text = PaintedTexts::tr("%1 to %2", "the edges of the forecast's band")
                             .arg(formatBytes(end.lowest), formatBytes(end.highest));
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = metrics.horizontalAdvance(text) + 2;
    const qreal left = std::max(scale.x(end.day) - width, scale.plot().left());
    // Above the band and whatever lies on it, below where there is no room.
    const qreal above = scale.y(end.highest) - metrics.height() - kChartGap;
    const qreal top = above >= scale.place().top() ? above : scale.y(end.lowest) + kChartGap;
    painter.setPen(t.muted);
    paintLabel(painter, QRectF(left, top, width, metrics.height()), text, t);
}

/// The days on which the budget may be crossed, as a broader piece of its line.
void paintCrossingRange(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    const StorageForecast& crossing = drawing.chart->crossing;
    const QDate last = drawing.scale.last();
    if (crossing.outlook == BudgetOutlook::Unread || !crossing.earliest || *crossing.earliest > last)
        return;
    const qreal at = drawing.scale.y(*drawing.chart->budget);
    painter.setPen(QPen(t.bad, kRangeWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(drawing.scale.x(*crossing.earliest), at),
                     QPointF(drawing.scale.x(std::min(crossing.latest.value_or(last), last)), at));
}

void paintCrossing(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    const GrowthChart& chart = *drawing.chart;
    if (chart.forecast.empty())
        return;
    paintCrossingRange(painter, drawing, t);
    const auto crossesOn = chart.crossing.crossesOn;
    if (!crossesOn || *crossesOn > drawing.scale.last())
        return;
    const QRectF& area = drawing.scale.plot();
    const QPointF crossing(drawing.scale.x(*crossesOn), drawing.scale.y(*chart.budget));
    painter.setPen(QPen(t.bad, 1, Qt::DotLine));
    painter.drawLine(crossing, QPointF(crossing.x(), area.bottom()));
    painter.setPen(QPen(t.bad, kLimitWidth));
    painter.setBrush(t.surface);
    painter.drawEllipse(crossing, 4, 4);
    const QString date = dateText(*crossesOn);
    const int width = painter.fontMetrics().horizontalAdvance(date) + 2;
    const int height = painter.fontMetrics().height();
    // Beside its line, to the left where there is no room.
    const qreal right = crossing.x() + kChartGap;
    const qreal left = right + width <= area.right() ? right : crossing.x() - kChartGap - width;
    paintLabel(painter, QRectF(left, area.bottom() - 2 * height, width, height), date, t);
}

void paintBudget(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    if (!drawing.chart->budget)
        return;
    const QRectF& area = drawing.scale.plot();
    const qreal at = drawing.scale.y(*drawing.chart->budget);
    painter.setPen(QPen(t.bad, kLimitWidth));
    painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
    const QString text = PaintedTexts::tr("Budget %1").arg(formatBytes(*drawing.chart->budget));
    const int height = painter.fontMetrics().height();
    // Above its line, below it where the axis ends with the budget.
    const qreal above = at - height - 1;
    const qreal top = above >= drawing.scale.place().top() ? above : at + 2;
    paintLabel(painter, QRectF(area.left() + kChartGap, top, painter.fontMetrics().horizontalAdvance(text) + 2, height),
               text, t);
    paintCrossing(painter, drawing, t);
}

/// The first day, the last with a reading and the end of the forecast; the middle one where they leave room.
void paintDates(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    const GrowthChart& chart = *drawing.chart;
    if (chart.stack.days.empty())
        return;
    const StackScale& scale = drawing.scale;
    const QRectF& area = scale.plot();
    const QDate now = chart.stack.days.back().day;
    painter.setPen(t.text);
    if (!chart.forecast.empty())
        painter.drawLine(QPointF(scale.x(now), area.top()), QPointF(scale.x(now), area.bottom()));
    painter.setPen(t.muted);
    const int height = painter.fontMetrics().height();
    qreal taken = scale.place().left() - 1;
    for (const QDate day : {scale.first(), now, scale.last()}) {
        const QString text = dateText(day);
        const int width = painter.fontMetrics().horizontalAdvance(text) + 2;
        const qreal left = std::clamp(scale.x(day) - width / 2.0, scale.place().left(), scale.place().right() - width);
        if (left <= taken)
            continue;
        painter.drawText(QRectF(left, area.bottom() + kChartGap / 2.0, width, height), Qt::AlignCenter, text);
        taken = left + width + kChartGap;
    }
}

/// In place of areas, why there are none.
void paintLack(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    const QString& lack = drawing.chart->lack;
    if (lack.isEmpty())
        return;
    painter.setFont(fontFor(TextRole::Body));
    const QRectF area = drawing.scale.plot().adjusted(kLackInset, 0, -kLackInset, 0);
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRectF words = painter.boundingRect(area, flags, lack);
    painter.fillRect(words.adjusted(-kChartGap, -kChartGap, kChartGap, kChartGap), t.surface);
    painter.setPen(t.muted);
    painter.drawText(words, flags, lack);
}

/// What is below the areas.
void paintGround(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    painter.setFont(fontFor(TextRole::Axis));
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintGrid(painter, drawing.scale, t);
    painter.setRenderHint(QPainter::Antialiasing);
    paintForecast(painter, drawing, t);
}

/// What is on the areas.
void paintLines(QPainter& painter, const StackDrawing& drawing, const Tokens& t)
{
    painter.setFont(fontFor(TextRole::Axis));
    painter.setRenderHint(QPainter::Antialiasing);
    paintBudget(painter, drawing, t);
    paintDates(painter, drawing, t);
    paintBandEnd(painter, drawing, t);
    paintLack(painter, drawing, t);
}

} // namespace

StackDrawing::StackDrawing(const GrowthChart& shown, const QRectF& place)
    : chart(&shown)
    , scale(shown, place)
    , runs(stackRuns(shown.stack, scale.columns()))
{
}

QPolygonF stackEdge(const StackDrawing& drawing, const std::vector<StackPoint>& points)
{
    QPolygonF edge;
    edge.reserve(static_cast<qsizetype>(points.size()) + 1);
    for (const auto& point : points)
        edge << QPointF(drawing.scale.x(drawing.chart->stack.days[point.row].day), drawing.scale.y(point.top));
    if (edge.size() == 1)
        edge = {edge[0] - QPointF(kLoneDay, 0), edge[0] + QPointF(kLoneDay, 0)};
    return edge;
}

bool hasLine(const StackDrawing& drawing, const StackRun& run, const std::vector<StackPoint>& points)
{
    return run.first != run.last && static_cast<qreal>(points.size()) <= kSeparated * drawing.scale.plot().width();
}

void paintStack(QPainter& painter, const StackDrawing& drawing, const Tokens& tokens, std::optional<size_t> highlighted)
{
    paintGround(painter, drawing, tokens);
    const auto fills = fillsOf(*drawing.chart, tokens, highlighted);
    for (const auto& run : drawing.runs) {
        paintAreas(painter, drawing, run, fills);
        paintEdges(painter, drawing, run, fills);
    }
    paintLines(painter, drawing, tokens);
}

QImage stackPicture(const StackDrawing& drawing, QSize size, qreal pixelRatio, const Tokens& tokens,
                    std::optional<size_t> highlighted)
{
    QImage picture(size * pixelRatio, QImage::Format_RGB32);
    if (picture.isNull())
        return picture;
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(tokens.surface);
    {
        QPainter painter(&picture);
        paintGround(painter, drawing, tokens);
    }
    fillStack(picture, drawing, fillsOf(*drawing.chart, tokens, highlighted));
    QPainter painter(&picture);
    paintLines(painter, drawing, tokens);
    return picture;
}

void paintCrosshair(QPainter& painter, const StackDrawing& drawing, const Tokens& tokens, size_t point)
{
    const GrowthChart& chart = *drawing.chart;
    const size_t read = chart.stack.days.size();
    const Bytes amount = point < read ? chart.stack.days[point].shown() : chart.forecast[point - read].middle;
    const QPointF at(drawing.scale.x(chart.pointDay(point)), drawing.scale.y(amount));
    const QRectF& area = drawing.scale.plot();
    painter.setRenderHint(QPainter::Antialiasing);
    // With an edge of the surface, or it could not be seen on every area.
    for (const QPen& pen : {QPen(tokens.surface, 3), QPen(tokens.accent, 1)}) {
        painter.setPen(pen);
        painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
        painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()));
    }
    painter.setBrush(tokens.accent);
    painter.drawEllipse(at, 3, 3);
}

} // namespace slipway
