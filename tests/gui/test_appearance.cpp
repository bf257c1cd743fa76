#include "app/choicefit.h"
#include "gui/windowfixture.h"
#include "models/operation.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventoryheader.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/sidebar.h"
#include "views/shell/sidebarbutton.h"
#include "views/shell/topbar.h"
#include "views/theme/tokens.h"
#include "views/widgets/elidedlabel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <memory>
#include <numeric>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// The titles of tabs that have less room than their text needs.
QStringList cutTabs(const QWidget& parent)
{
    QStringList cut;
    for (const auto* tabs : parent.findChildren<QTabBar*>())
        for (int i = 0; i < tabs->count(); ++i) {
            const int padding = tabs->style()->pixelMetric(QStyle::PM_TabBarTabHSpace, nullptr, tabs);
            if (tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) > tabs->tabRect(i).width() - padding)
                cut.append(u"%1: %2 of %3"_s.arg(tabs->tabText(i)).arg(tabs->width()).arg(tabs->sizeHint().width()));
        }
    return cut;
}

} // namespace

/// Themes, sizes, languages and names.
class TestAppearance final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void themeSwitchReachesEverything();
    void highContrastReachesEverything();
    void columnsHideByPriority();
    void headerGivesUpWordsBeforeItsLine();
    void clippedTextIsFound();
    void sidebarsWordsDoNotMeet();
    void sidebarHasRoomForEveryMode();
    void sidebarCollapses();
    void germanReachesTheTopBar();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void everythingHasAName();

private:
    [[nodiscard]] InventoryPage& page() { return m_fixture->window.inventoryPage(); }
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestAppearance::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
}

void TestAppearance::themeSwitchReachesEverything()
{
    for (const bool isDark : {true, false, true}) {
        m_fixture->theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
        const QColor surface = (isDark ? darkTokens() : lightTokens()).surface;
        QVERIFY(eventually([&] { return page().tree().palette().color(QPalette::Base) == surface; }));
        const QImage picture = window().grab().toImage();
        QCOMPARE(picture.pixelColor(picture.width() / 2, 4), surface);                     // top bar
        QCOMPARE(picture.pixelColor(40, picture.height() / 2), surface);                   // sidebar
        QCOMPARE(picture.pixelColor(212, 60), (isDark ? darkTokens() : lightTokens()).bg); // page
    }
}

/// Pictures of it, where a folder for them is named.
void TestAppearance::highContrastReachesEverything()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    m_fixture->theme.setDesktopContrast(Contrast::High);
    for (const auto mode : {ThemeMode::Dark, ThemeMode::Light}) {
        m_fixture->theme.setMode(mode);
        const Tokens& t = mode == ThemeMode::Dark ? darkContrastTokens() : lightContrastTokens();
        QVERIFY(eventually([&] { return &tokensOf(page().tree().palette()) == &t; }));
        const QImage picture = window().grab().toImage();
        QCOMPARE(picture.pixelColor(207, picture.height() / 2), t.line); // the sidebar's edge
        const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(
                picture.save(folder + (mode == ThemeMode::Dark ? u"/contrast-dark.png"_s : u"/contrast-light.png"_s)));
    }
}

void TestAppearance::sidebarCollapses()
{
    auto& sidebar = window().sidebar();
    QCOMPARE(sidebar.width(), 208);
    page().tree().setFocus();
    key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(eventually([&] { return sidebar.width() == 48; }));
    key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(eventually([&] { return sidebar.width() == 208; }));
    window().resize(1180, 720);
    QVERIFY(eventually([&] { return sidebar.width() == 48; }));
    window().resize(1440, 900);
    QVERIFY(eventually([&] { return sidebar.width() == 208; }));
}

/// lupdate takes some declarations for the end of a namespace, and files what follows under a class that is not there.
void TestAppearance::germanReachesTheTopBar()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/slipway_de"_s));
    QCoreApplication::installTranslator(&translator);
    const auto translated = std::make_unique<WindowFixture>(*qApp);
    QCoreApplication::removeTranslator(&translator);
    QStringList texts;
    for (const auto* label : translated->window.topBar().findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"API-Limit"_s), qPrintable(texts.join(u", "_s)));
}

void TestAppearance::nothingIsClipped_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<DetailsTab>("tab");
    QTest::addColumn<QString>("language");
    for (const auto& language : {u"en"_s, u"de"_s})
        for (const QSize size : {QSize(1440, 900), QSize(1180, 720)})
            for (const auto tab : {DetailsTab::Summary, DetailsTab::Layers, DetailsTab::Manifest, DetailsTab::Config,
                                   DetailsTab::Referrers, DetailsTab::History})
                QTest::addRow("%s, %d wide, tab %d", qPrintable(language), size.width(), static_cast<int>(tab))
                    << size << tab << language;
}

void TestAppearance::nothingIsClipped()
{
    QFETCH(const QSize, size);
    QFETCH(const DetailsTab, tab);
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/slipway_"_s + language));
    QCoreApplication::installTranslator(&translator);
    const auto translated = std::make_unique<WindowFixture>(*qApp);
    translated->window.setInventory(
        inventoryWithProblems(shownOrganisation(), {{ErrorKind::ManifestMissing, u"vision-detect-gpu"_s, {}, {}}}));
    translated->window.setState(PageState::ready());
    Operation operation(u"scan"_s, u"Read northquay"_s);
    operation.setProgress(18, 34, OperationUnit::Packages);
    translated->operations.add(&operation);
    QVERIFY(translated->show(size));
    QVERIFY(translated->window.inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    translated->window.inventoryPage().setTab(tab);
    QVERIFY(eventually([&] { return !translated->window.inventoryPage().details().isWaiting(); }));
    QCOMPARE(translated->window.size(), size);
    QCOMPARE(clippedTexts(translated->window), QStringList{});
    QCOMPARE(overlappingTexts(translated->window), QStringList{});
    QCOMPARE(cutTabs(translated->window.inventoryPage().details()), QStringList{});
    QCoreApplication::removeTranslator(&translator);
}

void TestAppearance::everythingHasAName()
{
    for (const auto tab : {DetailsTab::Summary, DetailsTab::Layers, DetailsTab::Manifest, DetailsTab::Config,
                           DetailsTab::Referrers, DetailsTab::History}) {
        QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
        page().setTab(tab);
        QCOMPARE(namelessWidgets(window()), QStringList{});
    }
}

void TestAppearance::columnsHideByPriority()
{
    const auto shown = [](int width, InventoryColumn column) {
        return fitColumns(width).widths[static_cast<size_t>(column)] > 0;
    };
    QCOMPARE(fitColumns(1000).hidden, 0);
    QVERIFY(!shown(800, InventoryColumn::Kind));
    QVERIFY(shown(800, InventoryColumn::Signed));
    for (int width = 200; width < 1200; ++width) {
        const ColumnFit fit = fitColumns(width);
        QVERIFY(shown(width, InventoryColumn::Name));
        QVERIFY(shown(width, InventoryColumn::Size));
        QVERIFY(std::accumulate(fit.widths.begin(), fit.widths.end(), 0) >= width);
        QVERIFY(fitColumns(width + 1).hidden <= fit.hidden);
    }
}

/// Two buttons say by icon what they say in words where there is room; their names stay.
void TestAppearance::headerGivesUpWordsBeforeItsLine()
{
    InventoryHeader header;
    header.showInventory(inventoryFrom(shownOrganisation()));
    header.show();
    const auto* line = header.findChild<ElidedLabel*>();
    const auto words = [&] {
        QStringList texts;
        for (const auto* button : header.findChildren<QPushButton*>())
            if (!button->text().isEmpty())
                texts.append(button->text());
        return texts;
    };
    header.resize(2000, header.height());
    int wide = header.sizeHint().width();
    header.resize(wide, header.height());
    QCOMPARE(words(), (QStringList{u"Expand all"_s, u"Collapse all"_s, u"Export CSV…"_s, u"Columns"_s}));
    QCOMPARE(line->text(), line->fullText());
    const auto fits = [](const QPushButton* button) { return button->width() == button->sizeHint().width(); };
    QVERIFY(std::ranges::all_of(header.findChildren<QPushButton*>(), fits));
    header.resize(--wide, header.height());
    QCOMPARE(words(), (QStringList{u"Export CSV…"_s, u"Columns"_s}));
    QCOMPARE(line->text(), line->fullText());
    for (const auto* button : header.findChildren<QPushButton*>())
        if (button->text().isEmpty())
            QVERIFY(!button->accessibleName().isEmpty() && button->toolTip() == button->accessibleName());
    QVERIFY(std::ranges::all_of(header.findChildren<QPushButton*>(), fits));
    header.resize(wide + 1, header.height());
    QCOMPARE(words().size(), 4);
    QVERIFY(std::ranges::all_of(header.findChildren<QPushButton*>(), fits));
}

void TestAppearance::clippedTextIsFound()
{
    QWidget widget;
    auto* label = new QLabel(u"a text that is much too long for this"_s, &widget);
    label->setFixedWidth(40);
    widget.show();
    QCOMPARE(clippedTexts(widget), QStringList{label->text()});
    label->setToolTip(label->text());
    QCOMPARE(clippedTexts(widget), QStringList{});
    label->setToolTip({});
    label->setWordWrap(true);
    label->setFixedHeight(20);
    QCOMPARE(clippedTexts(widget), QStringList{label->text()});
    label->hide();
    // As wide as its words alone: the style takes some of it.
    QLineEdit field(u"GITHUB_TOKEN"_s, &widget);
    field.setFixedWidth(field.fontMetrics().horizontalAdvance(field.text()) + 8);
    field.show();
    QCOMPARE(clippedTexts(widget), QStringList{field.text()});
    field.setFixedWidth(field.width() + 12);
    QCOMPARE(clippedTexts(widget), QStringList{});
    QComboBox box(&widget);
    box.addItems({u"a"_s, u"as the last one was left"_s});
    box.setCurrentIndex(1);
    box.setFixedWidth(80);
    box.show();
    QCOMPARE(clippedTexts(widget), QStringList{box.currentText()});
    box.setCurrentIndex(0);
    QCOMPARE(clippedTexts(widget), QStringList{});
    box.showPopup();
    QCOMPARE(clippedChoices(box), QStringList{}); // the list is as wide as it needs
    box.view()->window()->setFixedWidth(80);
    QCOMPARE(clippedChoices(box), QStringList{box.itemText(1)});
    box.hidePopup();
}

/// A line that paints its words itself says what they need, and tells what it has no room for.
void TestAppearance::sidebarsWordsDoNotMeet()
{
    QWidget parent;
    SidebarButton button(u"Appearance"_s, {}, {}, nullptr);
    button.setValueText(u"High contrast"_s);
    button.resize(button.sizeHint());
    button.show();
    const auto painted = [&] {
        const QImage picture = button.grab().toImage();
        QList<int> columns;
        for (int x = 30; x < picture.width(); ++x)
            for (int y = 4; y < picture.height() - 4; ++y)
                if (picture.pixelColor(x, y).lightness() < 160) {
                    columns.append(x);
                    break;
                }
        return columns;
    };
    // The widest gap between two columns with ink: what lies between word and value.
    const auto widestGap = [](const QList<int>& columns) {
        int gap = 0;
        for (qsizetype i = 1; i < columns.size(); ++i)
            gap = std::max(gap, columns[i] - columns[i - 1]);
        return gap;
    };
    QVERIFY(widestGap(painted()) >= 10);
    QCOMPARE(button.toolTip(), QString());
    button.setParent(&parent);
    button.resize(button.sizeHint() - QSize(30, 0));
    parent.show();
    button.show();
    QVERIFY(widestGap(painted()) >= 10);
    QCOMPARE(button.toolTip(), u"Appearance: High contrast"_s);
    button.setToolTip({});
    QCOMPARE(clippedTexts(parent), QStringList{u"Appearance"_s});
}

/// In every theme and with every name the last line of the sidebar has.
void TestAppearance::sidebarHasRoomForEveryMode()
{
    for (const auto mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_fixture->theme.setMode(mode);
        window().sidebar().setThemeMode(mode);
        for (const auto* button : window().sidebar().findChildren<SidebarButton*>())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->accessibleName()));
    }
}

SLIPWAY_TEST_SUITE(TestAppearance);

} // namespace slipway::test

#include "test_appearance.moc"
