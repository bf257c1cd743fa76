#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/gallery/componentsgallery.h"
#include "views/inventory/inventorypage.h"
#include "views/shell/sidebar.h"
#include "views/theme/icons.h"
#include "views/theme/tokens.h"
#include "views/widgets/confirmdialog.h"
#include "views/widgets/toast.h"

#include <QHash>
#include <QLineEdit>
#include <QStyle>
#include <QStyleHints>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// Colours a theme has and its counterpart has not, by name.
QHash<QRgb, QString> ownColors(const Tokens& tokens)
{
    QHash<QRgb, QString> colors;
    for (const auto& [name, color] : std::initializer_list<std::pair<QString, QColor>>{{u"bg"_s, tokens.bg},
                                                                                       {u"surface"_s, tokens.surface},
                                                                                       {u"raised"_s, tokens.raised},
                                                                                       {u"line"_s, tokens.line},
                                                                                       {u"accent"_s, tokens.accent},
                                                                                       {u"ok"_s, tokens.ok},
                                                                                       {u"bad"_s, tokens.bad},
                                                                                       {u"warn"_s, tokens.warn}})
        colors.insert(color.rgb(), name);
    return colors;
}

/// A line or a fill has neighbours of its colour; a pixel alone is where a letter's edge meets its ground, and may have
/// any colour between the two.
bool hasNeighbour(const QImage& picture, int x, int y)
{
    const QRgb color = picture.pixel(x, y);
    return (x + 1 < picture.width() && picture.pixel(x + 1, y) == color)
           || (y + 1 < picture.height() && picture.pixel(x, y + 1) == color);
}

/// Which colours of a theme that is off are still in the picture: "surface at 12,40", the first place of each.
QString leftovers(const QImage& picture, const Tokens& off)
{
    auto colors = ownColors(off);
    QStringList found;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (const auto at = colors.constFind(picture.pixel(x, y));
                at != colors.constEnd() && hasNeighbour(picture, x, y)) {
                found.append(u"%1 at %2,%3"_s.arg(at.value()).arg(x).arg(y));
                colors.erase(at);
            }
    return found.join(u'\n');
}

QString wornWrong(const Tokens& on)
{
    QStringList wrong;
    for (const auto* widget : QApplication::allWidgets())
        if (widget->isVisible() && &tokensOf(widget->palette()) != &on)
            wrong.append(QString::fromLatin1(widget->metaObject()->className()));
    return wrong.join(u'\n');
}

} // namespace

/// Another theme reaches whatever is open at that moment.
class TestLiveTheme final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everythingOpenChanges_data();
    void everythingOpenChanges();
    void iconsAreRecolored();
    void systemIsFollowed();

private:
    void openDialog();

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ComponentsGallery> m_gallery;
    std::unique_ptr<ConfirmDialog> m_dialog;
};

void TestLiveTheme::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    m_fixture->theme.setMode(ThemeMode::Light);
    m_fixture->window.setInventory(inventoryFrom(shownOrganisation()));
    m_fixture->window.setState(PageState::ready());
    QVERIFY(m_fixture->show());
    QVERIFY(m_fixture->window.inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    m_gallery = std::make_unique<ComponentsGallery>();
    m_gallery->show();
}

void TestLiveTheme::cleanup()
{
    m_dialog.reset();
    m_gallery.reset();
    m_fixture.reset();
}

/// Beside the window: the scrim of its own would mix the window's colours.
void TestLiveTheme::openDialog()
{
    m_dialog = std::make_unique<ConfirmDialog>(sampleConfirmation(), nullptr);
    m_dialog->field().setText(sampleConfirmation().phrase);
    m_dialog->setBlocked(u"The plan has changed: 1 tag moved. Preview again."_s);
    m_dialog->show();
}

void TestLiveTheme::everythingOpenChanges_data()
{
    QTest::addColumn<bool>("toDark");
    QTest::newRow("light to dark") << true;
    QTest::newRow("dark to light") << false;
}

void TestLiveTheme::everythingOpenChanges()
{
    QFETCH(const bool, toDark);
    const Tokens& off = toDark ? lightTokens() : darkTokens();
    const Tokens& on = toDark ? darkTokens() : lightTokens();
    m_fixture->theme.setMode(toDark ? ThemeMode::Light : ThemeMode::Dark);
    openDialog();
    offerUndo(m_fixture->window, u"Discarded the filter"_s, [] {});
    const QWidgetList open{&m_fixture->window, m_gallery.get(), m_dialog.get()};
    // The picture can tell: before the switch the colours are there.
    QCoreApplication::processEvents();
    for (auto* window : open)
        QVERIFY(!leftovers(window->grab().toImage(), off).isEmpty());
    m_fixture->theme.setMode(toDark ? ThemeMode::Dark : ThemeMode::Light);
    QCoreApplication::processEvents();
    QCOMPARE(wornWrong(on), QString());
    for (auto* window : open)
        QCOMPARE(leftovers(window->grab().toImage(), off), QString());
}

/// An icon that was made before shows the colour of the theme that is on now.
void TestLiveTheme::iconsAreRecolored()
{
    const auto has = [](const QIcon& shown, const QColor& color) {
        const QImage picture = shown.pixmap(QSize(64, 64)).toImage();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y) == color)
                    return true;
        return false;
    };
    const QIcon search = icon("search"_L1);
    const QIcon clear = qApp->style()->standardIcon(QStyle::SP_LineEditClearButton);
    QVERIFY(has(search, lightTokens().text));
    QVERIFY(has(clear, lightTokens().muted));
    m_fixture->theme.setMode(ThemeMode::Dark);
    QVERIFY(has(search, darkTokens().text));
    QVERIFY(!has(search, lightTokens().text));
    QVERIFY(has(clear, darkTokens().muted));
    QVERIFY(!has(clear, lightTokens().muted));
}

/// Without a choice the desktop's is worn, and followed when it changes; a choice is not touched by it.
void TestLiveTheme::systemIsFollowed()
{
    const auto wears = [this](const Tokens& tokens) {
        QCoreApplication::processEvents();
        return &tokensOf(m_fixture->window.sidebar().palette()) == &tokens;
    };
    auto* desktop = QGuiApplication::styleHints();
    m_fixture->theme.setMode(ThemeMode::System);
    for (const auto scheme : {Qt::ColorScheme::Dark, Qt::ColorScheme::Light, Qt::ColorScheme::Dark}) {
        Q_EMIT desktop->colorSchemeChanged(scheme);
        QVERIFY(wears(scheme == Qt::ColorScheme::Dark ? darkTokens() : lightTokens()));
    }
    m_fixture->theme.setMode(ThemeMode::HighContrast);
    QVERIFY(wears(darkContrastTokens()));
    m_fixture->theme.setMode(ThemeMode::Light);
    Q_EMIT desktop->colorSchemeChanged(Qt::ColorScheme::Light);
    Q_EMIT desktop->colorSchemeChanged(Qt::ColorScheme::Dark);
    QVERIFY(wears(lightTokens()));
}

SLIPWAY_TEST_SUITE(TestLiveTheme);

} // namespace slipway::test

#include "test_livetheme.moc"
