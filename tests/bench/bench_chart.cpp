#include "bench/measure.h"
#include "models/stacklines.h"
#include "views/storage/stackchart.h"
#include "views/theme/theme.h"
#include "views/theme/tokens.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <random>

using namespace slipway;
using namespace slipway::bench;

namespace
{

constexpr int kSeries = 8;
constexpr int kRuns = 25;
const QDate kBegin(1752, 1, 1);

/// A reading a day, each hub up and down as it grows; every hundredth day has none.
GrowthChart chartOf(int days)
{
    std::mt19937 random(11);
    std::uniform_int_distribution<Bytes> change(-20'000'000, 21'000'000);
    GrowthChart chart;
    for (int i = 0; i < kSeries; ++i) {
        chart.stack.series.push_back({StackKind::Hub, QString::number(i), i});
        chart.colors.push_back(i);
    }
    std::vector<Bytes> now(kSeries, Bytes{2} << 30U);
    for (int i = 0; i < days; ++i) {
        StackDay day{kBegin.addDays(i), 0, {}};
        for (auto& bytes : now) {
            bytes = std::max<Bytes>(bytes + change(random), 0);
            day.parts.push_back(bytes);
            day.stored += bytes;
        }
        if (i % 100 != 99)
            chart.stack.days.push_back(std::move(day));
    }
    chart.first = kBegin;
    chart.budget = Bytes{20} << 30U;
    return chart;
}

void measure(int days, QSize size, qreal ratio)
{
    const GrowthChart chart = chartOf(days);
    std::printf("%d days of %d hubs, %d x %d at %.0f %%\n", days, kSeries, size.width(), size.height(), ratio * 100);
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    const QRectF place(QPointF(), size);
    StackDrawing drawing;
    const double layOut = medianMs(kRuns, [&] { drawing = StackDrawing(chart, place); });
    const auto paint = [&](const StackDrawing& what) {
        image.fill(lightTokens().surface);
        QPainter painter(&image);
        paintStack(painter, what, lightTokens());
    };
    const double repaint = medianMs(kRuns, [&] { paint(drawing); });
    size_t points = 0;
    for (const auto& run : drawing.runs)
        for (const auto& edge : run.tops)
            points += edge.size();
    StackDrawing all = drawing;
    all.runs = stackRuns(chart.stack, {chart.first, chart.last(), days * 2});
    const double every = medianMs(3, [&] { paint(all); });
    row("painted", repaint, "all points", repaint / every);
    row("the same with every point", every);
    row("laid out anew: another chart or size", layOut);
    std::printf("%-44s %10zu of %zu\n", "points", points, chart.stack.days.size() * kSeries);
    StackChart widget;
    widget.resize(size);
    widget.showChart(chart);
    const auto show = [&] {
        QPainter painter(&image);
        widget.render(&painter);
    };
    show();
    row("a repaint as the pointer moves", medianMs(kRuns, show));
    std::optional<size_t> found;
    row("a thousand moves of the pointer", medianMs(kRuns, [&] {
            for (int i = 0; i < 1000; ++i)
                found = drawing.scale.pointAt(chart, i % size.width());
        }));
}

} // namespace

/// The chart of stored bytes; the goal is a repaint within 16 ms at 10^5 points.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme(application);
    measure(91, {700, 300}, 1);
    measure(100'000, {700, 300}, 1);
    measure(100'000, {1100, 600}, 2);
    return 0;
}
