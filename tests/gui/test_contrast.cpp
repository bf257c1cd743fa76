#include "support/suite.h"
#include "support/waiting.h"
#include "views/storage/stackpainting.h"
#include "views/theme/theme.h"
#include "views/theme/tokens.h"
#include "views/widgets/badge.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

struct NamedTheme {
    const char* name;
    const Tokens* tokens;
};

QList<NamedTheme> themes()
{
    return {{"light", &lightTokens()},
            {"dark", &darkTokens()},
            {"light, high contrast", &lightContrastTokens()},
            {"dark, high contrast", &darkContrastTokens()}};
}

/// WCAG 2.1, "relative luminance".
double luminance(const QColor& color)
{
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

/// WCAG 2.1, 1.4.3 and 1.4.11.
constexpr double kText = 4.5;
constexpr double kGraphics = 3.0;

void addPair(const NamedTheme& theme, const char* above, const QColor& a, const char* below, const QColor& b,
             double least)
{
    QTest::addRow("%s: %s on %s", theme.name, above, below) << a << b << least;
}

void addTextPairs(const NamedTheme& theme)
{
    const Tokens& t = *theme.tokens;
    const std::initializer_list<std::pair<const char*, QColor>> texts{
        {"text", t.text}, {"muted", t.muted}, {"accent", t.accent}, {"ok", t.ok},
        {"warn", t.warn}, {"bad", t.bad},     {"info", t.info}};
    // Rows carry every text, and may be hovered, selected, or selected in a window that is not the active one.
    const std::initializer_list<std::pair<const char*, QColor>> grounds{
        {"bg", t.bg},       {"surface", t.surface}, {"raised", t.raised},
        {"hover", t.hover}, {"track", t.track},     {"selection", t.accentTint}};
    for (const auto& [textName, text] : texts)
        for (const auto& [groundName, ground] : grounds)
            addPair(theme, textName, text, groundName, ground, kText);
    addPair(theme, "on accent", t.onAccent, "accent", t.accent, kText);
    addPair(theme, "on accent, pressed", t.onAccent, "accent", t.accent.darker(110), kText);
    addPair(theme, "on bad", t.surface, "bad", t.bad, kText);
    for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Ok, Tone::Warn, Tone::Bad, Tone::Info}) {
        QTest::addRow("%s: badge of tone %d", theme.name, static_cast<int>(tone))
            << toneColor(t, tone) << toneTint(t, tone) << kText;
        QTest::addRow("%s: words in a box of tone %d", theme.name, static_cast<int>(tone))
            << t.text << toneTint(t, tone) << kText;
    }
    const QPalette palette = paletteOf(t);
    addPair(theme, "selected text", palette.color(QPalette::HighlightedText), "highlight",
            palette.color(QPalette::Highlight), kText);
}

void addGraphicPairs(const NamedTheme& theme)
{
    const Tokens& t = *theme.tokens;
    for (const auto& [name, color] : std::initializer_list<std::pair<const char*, QColor>>{{"accent", t.accent},
                                                                                           {"ok", t.ok},
                                                                                           {"warn", t.warn},
                                                                                           {"warn fill", t.warnFill},
                                                                                           {"bad", t.bad},
                                                                                           {"info", t.info},
                                                                                           {"outline", t.line2}})
        addPair(theme, name, color, "surface", t.surface, kGraphics);
    addPair(theme, "focus ring", t.accent, "bg", t.bg, kGraphics);
    addPair(theme, "focus ring", t.accent, "selection", t.accentTint, kGraphics);
    for (size_t i = 0; i < t.chart.size(); ++i)
        QTest::addRow("%s: chart colour %zu", theme.name, i + 1) << t.chart[i] << t.surface << kGraphics;
    if (t.isHighContrast)
        for (const auto& [name, ground] : std::initializer_list<std::pair<const char*, QColor>>{
                 {"bg", t.bg}, {"surface", t.surface}, {"raised", t.raised}, {"track", t.track}})
            addPair(theme, "line", t.line, name, ground, kGraphics);
}

} // namespace

/// The colours of every theme: legible, and worn when they are to be.
class TestContrast final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ratioIsThatOfTheStandard();
    void colorsAreTold_data();
    void colorsAreTold();
    void theForecastsBandIsSeen_data();
    void theForecastsBandIsSeen();
    void tokensAreFound_data();
    void tokensAreFound();
    void desktopIsFollowed();
    void tintsBecomeOutlines();
};

void TestContrast::ratioIsThatOfTheStandard()
{
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(qRound(contrastRatio(Qt::white, Qt::white) * 10), 10);
    // The lightest grey on white that the standard lets pass, and the next one.
    QVERIFY(contrastRatio(QColor(0x767676), Qt::white) >= kText);
    QVERIFY(contrastRatio(QColor(0x777777), Qt::white) < kText);
}

void TestContrast::colorsAreTold_data()
{
    QTest::addColumn<QColor>("above");
    QTest::addColumn<QColor>("below");
    QTest::addColumn<double>("least");
    for (const auto& theme : themes()) {
        addTextPairs(theme);
        addGraphicPairs(theme);
    }
}

void TestContrast::colorsAreTold()
{
    QFETCH(const QColor, above);
    QFETCH(const QColor, below);
    QFETCH(const double, least);
    const double ratio = contrastRatio(above, below);
    QVERIFY2(ratio >= least, qPrintable(u"%1 on %2: %3"_s.arg(above.name(), below.name()).arg(ratio, 0, 'f', 2)));
}

void TestContrast::theForecastsBandIsSeen_data()
{
    QTest::addColumn<int>("theme");
    for (int i = 0; i < themes().size(); ++i)
        QTest::newRow(themes().at(i).name) << i;
}

/// A band is no text and no line: half as far from the ground as a line is enough for its fill, and its edges, painted
/// smooth, are further.
void TestContrast::theForecastsBandIsSeen()
{
    QFETCH(const int, theme);
    const Tokens& t = *themes().at(theme).tokens;
    constexpr Bytes kMiB = 1024 * 1024;
    const QDate now(2025, 11, 21);
    GrowthChart chart;
    chart.first = now.addDays(-30);
    chart.stack.series = {{StackKind::Hub, u"audio"_s, 1}};
    chart.colors = {0};
    for (const int ago : {30, 0})
        chart.stack.days.push_back({now.addDays(-ago), 150 * kMiB, {150 * kMiB}});
    for (int ahead = 1; ahead <= 30; ++ahead)
        chart.forecast.push_back({now.addDays(ahead), 100 * kMiB, 150 * kMiB, 200 * kMiB});
    const QSize size(600, 300);
    const StackDrawing drawing(chart, QRectF(QPointF(), size));
    const QImage picture = stackPicture(drawing, size, 1, t);
    const int x = qRound(drawing.scale.x(now.addDays(15)));
    const double fill = contrastRatio(picture.pixelColor(x, qRound(drawing.scale.y(125 * kMiB))), t.surface);
    QVERIFY2(fill >= 1.5, qPrintable(QString::number(fill)));
    double edge = 0;
    const int top = qRound(drawing.scale.y(200 * kMiB));
    for (int y = top - 1; y <= top + 1; ++y)
        edge = std::max(edge, contrastRatio(picture.pixelColor(x, y), t.surface));
    QVERIFY2(edge > fill, qPrintable(QString::number(edge)));
}

void TestContrast::tokensAreFound_data()
{
    QTest::addColumn<int>("theme");
    for (int i = 0; i < themes().size(); ++i)
        QTest::newRow(themes().at(i).name) << i;
}

/// Painting code asks a palette which theme is on, also one in which a widget has set a role of its own.
void TestContrast::tokensAreFound()
{
    QFETCH(const int, theme);
    const Tokens* tokens = themes().at(theme).tokens;
    QPalette palette = paletteOf(*tokens);
    QCOMPARE(&tokensOf(palette), tokens);
    palette.setColor(QPalette::WindowText, tokens->bad);
    palette.setColor(QPalette::Accent, tokens->bad);
    QCOMPARE(&tokensOf(palette), tokens);
}

void TestContrast::desktopIsFollowed()
{
    Theme theme(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    const auto worn = [] { return &tokensOf(QGuiApplication::palette()); };
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(worn(), &darkTokens());
    theme.setDesktopContrast(Contrast::High);
    QCOMPARE(worn(), &darkContrastTokens());
    theme.setMode(ThemeMode::Light);
    QCOMPARE(worn(), &lightContrastTokens());
    theme.setDesktopContrast(Contrast::Normal);
    QCOMPARE(worn(), &lightTokens());
    theme.setMode(ThemeMode::HighContrast);
    QVERIFY(worn()->isHighContrast);
    QCOMPARE(changed.size(), 5);
    theme.setMode(ThemeMode::Light);
}

void TestContrast::tintsBecomeOutlines()
{
    const auto corner = [](const Tokens& tokens) {
        QImage picture(60, 20, QImage::Format_RGB32);
        picture.fill(tokens.surface);
        QPainter painter(&picture);
        paintBadge(painter, picture.rect(), {u"Drifted"_s, Tone::Bad, Glyph::Bad}, tokens);
        painter.end();
        return std::pair{picture.pixelColor(20, 0), picture.pixelColor(20, 2)};
    };
    QCOMPARE(corner(lightTokens()), (std::pair{lightTokens().badTint, lightTokens().badTint}));
    QCOMPARE(corner(lightContrastTokens()), (std::pair{lightTokens().bad, lightTokens().surface}));
}

SLIPWAY_TEST_SUITE(TestContrast);

} // namespace slipway::test

#include "test_contrast.moc"
