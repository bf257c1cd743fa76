#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/gallery/componentsgallery.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/sidebar.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"
#include "views/theme/icons.h"
#include "views/theme/tokens.h"
#include "views/widgets/card.h"
#include "views/widgets/hairline.h"
#include "views/widgets/sectioncard.h"

#include <QPainter>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// The colours across a line, from one side to the other, each once in a row: "surface line bg".
QString across(const QImage& picture, QPoint from, QPoint step, int pixels, const Tokens& t)
{
    const auto nameOf = [&t](const QColor& color) {
        return color == t.surface ? u"surface"_s : color == t.line ? u"line"_s : color == t.bg ? u"bg"_s : color.name();
    };
    QStringList colors;
    for (int i = 0; i < pixels; ++i) {
        const QString name = nameOf(picture.pixelColor(from + step * i));
        if (colors.isEmpty() || colors.constLast() != name)
            colors.append(name);
    }
    return colors.join(u' ');
}

} // namespace

/// On a screen of twice as many pixels, as QT_SCALE_FACTOR makes one (see the build of this program).
class TestCrispness final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void hairlinesAreNotBlurred();
    void rowsAreNotBlurred();
    void iconsHaveEveryPixel();
    void nothingIsCut();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    /// The middle of a widget's edge or of the widget, in the picture's pixels.
    [[nodiscard]] QPoint at(const QWidget& widget, QPoint place) { return widget.mapTo(&window(), place) * kScale; }

    static constexpr int kScale = 2;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCrispness::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    m_fixture->theme.setMode(ThemeMode::Light);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
    QCOMPARE(window().devicePixelRatio(), static_cast<qreal>(kScale));
    QVERIFY(window().inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s));
}

/// Two pixels of the line's colour and no mixture beside them.
void TestCrispness::hairlinesAreNotBlurred()
{
    const QImage picture = window().grab().toImage();
    const Tokens& t = lightTokens();
    QCOMPARE(picture.size(), window().size() * kScale);
    const auto& sidebar = window().sidebar();
    QCOMPARE(across(picture, at(sidebar, {sidebar.width() - 4, 400}), {1, 0}, 12, t), u"surface line bg"_s);
    const auto& topBar = window().topBar();
    QCOMPARE(across(picture, at(topBar, {600, topBar.height() - 4}), {0, 1}, 12, t), u"surface line bg"_s);
    const auto& status = window().statusStrip();
    QCOMPARE(across(picture, at(status, {700, -4}), {0, 1}, 12, t), u"bg line surface"_s);
    const auto cards = window().findChildren<Card*>();
    int tried = 0;
    for (const auto* card : cards) {
        if (!card->isVisible())
            continue;
        ++tried;
        QCOMPARE(across(picture, at(*card, {-4, card->height() / 2}), {1, 0}, 12, t), u"bg line surface"_s);
    }
    QVERIFY(tried >= 2);
    for (const auto* line : window().findChildren<Hairline*>())
        if (line->isVisible())
            QCOMPARE(picture.pixelColor(at(*line, {line->width() / 2, 0}) + QPoint(0, 1)), t.line);
}

void TestCrispness::rowsAreNotBlurred()
{
    const QImage picture = window().grab().toImage();
    const auto& tree = window().inventoryPage().tree();
    const QRect row = tree.visualRect(tree.model()->index(0, 0));
    const QWidget& viewport = *tree.viewport();
    const int right = viewport.width() - 3;
    int lines = 0;
    for (int y = 0; y < row.height() * kScale + 4; ++y)
        lines += picture.pixelColor(at(viewport, {right, row.top()}) + QPoint(0, y)) == lightTokens().line ? 1 : 0;
    QCOMPARE(lines, kScale);
}

/// Drawn from the SVG at the screen's resolution: a picture of half of it, enlarged, has each pixel twice.
void TestCrispness::iconsHaveEveryPixel()
{
    const QImage large = icon("configure"_L1).pixmap(QSize(16, 16), kScale).toImage();
    QCOMPARE(large.size(), QSize(16, 16) * kScale);
    const auto enlarged = [](const QImage& picture) {
        for (int y = 0; y + 1 < picture.height(); y += 2)
            for (int x = 0; x + 1 < picture.width(); x += 2)
                for (const QPoint& beside : {QPoint(1, 0), QPoint(0, 1), QPoint(1, 1)})
                    if (picture.pixel(x, y) != picture.pixel(QPoint(x, y) + beside))
                        return false;
        return true;
    };
    QVERIFY(!enlarged(large));
    QVERIFY(enlarged(icon("configure"_L1).pixmap(QSize(16, 16), 1).toImage().scaled(32, 32)));
    // And so it is on the window: the part of the picture where the sidebar's first icon is.
    const QImage picture = window().grab().toImage();
    const QPoint corner = at(window().sidebar(), {0, 48});
    QVERIFY(!enlarged(picture.copy(QRect(corner, QSize(48, 48) * kScale))));
}

void TestCrispness::nothingIsCut()
{
    QCOMPARE(clippedTexts(window()).join(u'\n'), QString());
    QCOMPARE(overlappingTexts(window()).join(u'\n'), QString());
    ComponentsGallery gallery;
    gallery.show();
    QVERIFY(QTest::qWaitForWindowExposed(&gallery));
    QCOMPARE(clippedTexts(gallery).join(u'\n'), QString());
    const QImage picture = gallery.grab().toImage();
    for (const auto* card : gallery.findChildren<SectionCard*>()) {
        const QPoint edge = card->mapTo(&gallery, QPoint(-4, card->height() / 2)) * kScale;
        QCOMPARE(across(picture, edge, {1, 0}, 12, lightTokens()), u"bg line surface"_s);
    }
}

SLIPWAY_TEST_SUITE(TestCrispness);

} // namespace slipway::test

#include "test_crispness.moc"
