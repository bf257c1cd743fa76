#include "bench/measure.h"
#include "models/stacklines.h"
#include "views/storage/stackchart.h"
#include "views/theme/theme.h"
#include "views/theme/tokens.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>

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

/// How long a person waits, and how much of that is ours and not other programs'.
template<typename Function>
void told(const char* what, Function function)
{
    const double wall = medianMs(kRuns, function);
    const double cpu = medianCpuMs(kRuns, function);
    std::printf("%-44s %10.1f ms   %5.1f ms of processor time\n", what, wall, cpu);
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
    const double picture = medianMs(kRuns, [&] { image = stackPicture(drawing, size, ratio, lightTokens()); });
    const double polygons = medianMs(kRuns, [&] { paint(drawing); });
    size_t points = 0;
    for (const auto& run : drawing.runs)
        for (const auto& edge : run.tops)
            points += edge.size();
    StackDrawing all = drawing;
    all.runs = stackRuns(chart.stack, {chart.first, chart.last(), days * 2});
    const double every = medianMs(3, [&] { paint(all); });
    row("painted", picture, "polygons", picture / polygons);
    row("the same as polygons", polygons, "all points", polygons / every);
    row("with every point, as polygons", every);
    row("laid out anew: another chart or size", layOut);
    std::printf("%-44s %10zu of %zu\n", "points", points, chart.stack.days.size() * kSeries);
    std::optional<size_t> found;
    row("a thousand moves of the pointer", medianMs(kRuns, [&] {
            for (int i = 0; i < 1000; ++i)
                found = drawing.scale.pointAt(chart, i % size.width());
        }));
}

/// What a person waits for, at the pixel ratio that the program runs with.
void measureWidget(int days, QSize size)
{
    StackChart widget;
    QImage image(size * widget.devicePixelRatio(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(widget.devicePixelRatio());
    std::printf("widget with %d days, %d x %d at %.0f %%\n", days, size.width(), size.height(),
                widget.devicePixelRatio() * 100);
    widget.resize(size);
    const auto show = [&] {
        QPainter painter(&image);
        widget.render(&painter);
    };
    const GrowthChart chart = chartOf(days);
    widget.showChart(chart);
    show();
    told("a repaint as the pointer moves", show);
    int narrower = 0;
    told("a repaint as the window is resized", [&] {
        widget.resize(size - QSize(++narrower % 2, 0));
        show();
    });
    size_t highlighted = 0;
    told("a repaint as a series is pointed at", [&] {
        widget.highlight(++highlighted % kSeries);
        show();
    });
}

} // namespace

/// The chart of stored bytes; the goal is a repaint within 16 ms at 10^5 points.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme(application);
    if (argc > 1) {
        for (const int days : {91, 1500, 100'000})
            for (const QSize size : {QSize(700, 300), QSize(1100, 600)})
                measureWidget(days, size);
        return 0;
    }
    for (const int days : {91, 1500, 100'000}) {
        measure(days, {700, 300}, 1);
        measure(days, {1100, 600}, 2);
    }
    // The ratio of a widget is that of the whole program.
    for (const char* ratio : {"1", "2"}) {
        std::fflush(stdout);
        qputenv("QT_SCALE_FACTOR", ratio);
        if (const int code = QProcess::execute(QApplication::applicationFilePath(), {QString::fromLatin1(ratio)}))
            return code;
    }
    return 0;
}
