#include "support/suite.h"
#include "views/storage/stackfilling.h"
#include "views/theme/tokens.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <random>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QDate kFirst(2026, 1, 1);
const QColor kGround(Qt::white);

/// What somebody stored on so many days: each series between `least` and `most`, or nothing where that is below 0. Some
/// days were not read where it has gaps.
GrowthChart chartOf(int days, int series, Bytes least, Bytes most, bool hasGaps)
{
    std::mt19937 random(7);
    GrowthChart chart;
    chart.first = kFirst;
    for (int i = 0; i < series; ++i) {
        chart.stack.series.push_back({StackKind::Hub, QString::number(i), i});
        chart.colors.push_back(i);
    }
    std::uniform_int_distribution<Bytes> bytes(least, most);
    std::uniform_int_distribution<int> gap(0, 9);
    for (int i = 0; i < days; ++i) {
        if (hasGaps && i > 0 && gap(random) < 4)
            continue;
        StackDay day{kFirst.addDays(i), 0, {}};
        for (int k = 0; k < series; ++k) {
            day.parts.push_back(std::max<Bytes>(bytes(random), 0));
            day.stored += day.parts.back();
        }
        chart.stack.days.push_back(std::move(day));
    }
    return chart;
}

using Edges = std::vector<QPolygonF>; ///< of one run, from the bottom, in pixels

/// How high an edge is at `x`; nothing beside it.
std::optional<double> heightAt(const QPolygonF& edge, double x)
{
    for (qsizetype i = 0; i + 1 < edge.size(); ++i)
        if (x >= edge[i].x() && x < edge[i + 1].x())
            return edge[i].y() + (edge[i + 1].y() - edge[i].y()) * (x - edge[i].x()) / (edge[i + 1].x() - edge[i].x());
    return std::nullopt;
}

/// The series at a point: from the bottom the first whose edge is above it.
std::optional<size_t> seriesAt(const std::vector<Edges>& runs, double ground, double x, double y)
{
    for (const auto& edges : runs)
        for (size_t k = 0; k < edges.size() && y < ground; ++k)
            if (const auto height = heightAt(edges[k], x); height && y >= *height)
                return k;
    return std::nullopt;
}

/// Where on a horizontal line another series may begin.
std::vector<double> crossings(const std::vector<Edges>& runs, double y, int width)
{
    std::vector<double> all;
    for (int x = 0; x <= width; ++x)
        all.push_back(x);
    for (const auto& edges : runs)
        for (const auto& edge : edges)
            for (qsizetype i = 0; i < edge.size(); ++i) {
                all.push_back(edge[i].x());
                if (i > 0 && (edge[i - 1].y() < y) != (edge[i].y() < y))
                    all.push_back(edge[i - 1].x()
                                  + (edge[i].x() - edge[i - 1].x()) * (y - edge[i - 1].y())
                                        / (edge[i].y() - edge[i - 1].y()));
            }
    std::erase_if(all, [width](double x) { return x < 0 || x > width; });
    std::ranges::sort(all);
    return all;
}

/// The picture by the plain meaning of the word: many lines through each row of pixels, each cut where another series
/// begins.
QImage plainPicture(const StackDrawing& drawing, QSize size, double ratio, const StackFills& fills)
{
    constexpr int kLines = 32;
    std::vector<Edges> runs;
    for (const auto& run : drawing.runs)
        for (auto& edges = runs.emplace_back(); const auto& tops : run.tops) {
            edges.push_back(stackEdge(drawing, tops));
            for (auto& point : edges.back())
                point *= ratio;
        }
    QImage picture(size, QImage::Format_RGB32);
    for (int row = 0; row < size.height(); ++row) {
        std::vector<std::array<double, 3>> sums(static_cast<size_t>(size.width()));
        for (int line = 0; line < kLines; ++line) {
            const double y = row + (line + 0.5) / kLines;
            const auto cuts = crossings(runs, y, size.width());
            for (size_t i = 0; i + 1 < cuts.size(); ++i) {
                const double middle = (cuts[i] + cuts[i + 1]) / 2;
                const auto series = seriesAt(runs, drawing.scale.y(0) * ratio, middle, y);
                const QColor fill = series ? fills.areas[*series] : QColor(Qt::transparent);
                const double alpha = fill.alphaF();
                const double share = (cuts[i + 1] - cuts[i]) / kLines;
                auto& sum = sums[std::min(static_cast<size_t>(middle), sums.size() - 1)];
                const auto add = [&](size_t k, int value, int ground) {
                    sum.at(k) += share * (value * alpha + ground * (1 - alpha));
                };
                add(0, fill.red(), kGround.red());
                add(1, fill.green(), kGround.green());
                add(2, fill.blue(), kGround.blue());
            }
        }
        for (int x = 0; x < size.width(); ++x) {
            const auto& sum = sums[static_cast<size_t>(x)];
            const auto byte = [](double value) { return static_cast<int>(std::lround(value)); };
            picture.setPixel(x, row, qRgb(byte(sum[0]), byte(sum[1]), byte(sum[2])));
        }
    }
    return picture;
}

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// The largest difference of a channel, and how many pixels differ by more than `much`.
struct Difference {
    int most = 0;
    int pixels = 0;
};

Difference differenceOf(const QImage& a, const QImage& b, int much)
{
    Difference found;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const int each = distance(a.pixel(x, y), b.pixel(x, y));
            found.most = std::max(found.most, each);
            found.pixels += each > much ? 1 : 0;
        }
    return found;
}

} // namespace

/// The areas of the chart of stored bytes, pixel by pixel.
class TestStackFilling final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPixelHasItsShare_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("series");
        QTest::addColumn<bool>("hasGaps");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<float>("alpha");
        // Three days in a column are not thinned, so that edges do not cross.
        QTest::newRow("several days a pixel") << 170 << 4 << false << 1.0 << 1.0F;
        QTest::newRow("with gaps") << 60 << 3 << true << 2.0 << 1.0F;
        // Without gaps: a pixel in which one run ends and another begins shows more of the one that is filled last.
        QTest::newRow("between whole pixels") << 90 << 5 << false << 1.5 << 1.0F;
        QTest::newRow("translucent") << 150 << 3 << false << 1.0 << 0.35F;
        QTest::newRow("one series") << 20 << 1 << true << 1.25 << 1.0F;
    }
    void everyPixelHasItsShare()
    {
        QFETCH(const int, days);
        QFETCH(const int, series);
        QFETCH(const bool, hasGaps);
        QFETCH(const double, ratio);
        QFETCH(const float, alpha);
        const GrowthChart chart = chartOf(days, series, -200'000'000, 1'000'000'000, hasGaps);
        const StackDrawing drawing(chart, QRectF(0, 0, 110, 70));
        StackFills fills;
        for (int i = 0; i < series; ++i) {
            fills.areas.push_back(lightTokens().chart[static_cast<size_t>(i)]);
            fills.areas.back().setAlphaF(alpha);
        }
        QImage picture(QSize(110, 70) * ratio, QImage::Format_RGB32);
        picture.fill(kGround);
        const QImage plain = plainPicture(drawing, picture.size(), ratio, fills);
        picture.setDevicePixelRatio(ratio);
        fillStack(picture, drawing, fills);
        QVERIFY(plain != QImage(picture.size(), QImage::Format_RGB32));
        // What the lines through a pixel cannot tell of it, between colours that are far apart.
        const Difference found = differenceOf(picture, plain, 8);
        QVERIFY2(found.pixels == 0, qPrintable(u"%1 pixels, by up to %2"_s.arg(found.pixels).arg(found.most)));
    }

    /// With lines between areas it is what a painter's polygons and pens give, but for where these shine through.
    void linesAreThePaintersToo_data()
    {
        QTest::addColumn<std::optional<size_t>>("highlighted");
        QTest::newRow("all alike") << std::optional<size_t>();
        QTest::newRow("one stands out") << std::optional<size_t>(1);
    }
    void linesAreThePaintersToo()
    {
        QFETCH(const std::optional<size_t>, highlighted);
        GrowthChart chart = chartOf(30, 4, 800'000'000, 1'000'000'000, false);
        chart.budget = Bytes{3} << 30U;
        const QSize size(500, 300);
        const StackDrawing drawing(chart, QRectF(QPointF(), size));
        QVERIFY(hasLine(drawing, drawing.runs[0], drawing.runs[0].tops[0]));
        const QImage filled = stackPicture(drawing, size, 1, lightTokens(), highlighted);
        QImage painted(size, QImage::Format_RGB32);
        painted.fill(lightTokens().surface);
        QPainter painter(&painted);
        paintStack(painter, drawing, lightTokens(), highlighted);
        painter.end();
        const Difference found = differenceOf(filled, painted, 48);
        QVERIFY2(found.pixels * 200 < size.width() * size.height(), qPrintable(QString::number(found.pixels)));
        StackDrawing without = drawing;
        without.runs.clear();
        QVERIFY(differenceOf(stackPicture(without, size, 1, lightTokens()), painted, 48).pixels > 10'000);
    }

    void nothingIsNothing()
    {
        const GrowthChart chart;
        const StackDrawing drawing(chart, QRectF(0, 0, 100, 60));
        QImage picture(100, 60, QImage::Format_RGB32);
        picture.fill(kGround);
        const QImage before = picture.copy();
        fillStack(picture, drawing, {});
        QCOMPARE(picture, before);
    }
};

SLIPWAY_TEST_SUITE(TestStackFilling);

} // namespace slipway::test

#include "test_stackfilling.moc"
