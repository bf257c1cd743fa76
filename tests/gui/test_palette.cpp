#include "gui/palettehands.h"
#include "support/suite.h"
#include "views/inventory/detailspane.h"
#include "views/palette/commandfield.h"
#include "views/shell/sidebar.h"
#include "views/shell/topbar.h"

#include <QLabel>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QToolButton>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Ctrl+K, by key alone.
class TestPalette final : public QObject, protected PaletteHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showPaletteWindow()); }
    void cleanup() { closeWindow(); }
    void opensByKeyAndByField();
    void commandIsRun();
    void versionIsGoneTo_data();
    void versionIsGoneTo();
    void hubIsGoneTo();
    void organisationIsChosen();
    void arrowsPassOverHeadings();
    void tabCompletesAndPrefixNarrows();
    void lastCommandStandsFirst();
    void theTreeIsFoldedInSight();
    void escapeClosesAndGivesTheKeyboardBack();
    void nothingFoundIsSaid();
    void statesAreToldBesideActions();
    void looksAsDesigned_data();
    void looksAsDesigned();
};

void TestPalette::opensByKeyAndByField()
{
    open();
    QVERIFY(palette().current());
    key(Qt::Key_Escape);
    QVERIFY(!palette().isVisible());
    auto& field = window().topBar().commandField();
    QTest::mouseClick(&field, Qt::LeftButton);
    QVERIFY(palette().isVisible());
    palette().reject();
    QVERIFY(eventually([this] { return window().isActiveWindow(); }));
    field.setFocus(Qt::TabFocusReason);
    key(Qt::Key_Return);
    QVERIFY(palette().isVisible());
    QCOMPARE(field.toolTip(), u"Search or run a command (Ctrl+K)"_s);
}

void TestPalette::commandIsRun()
{
    open();
    type(u"sideb"_s);
    QCOMPARE(currentTitle(), u"Collapse or expand the sidebar"_s);
    QCOMPARE(palette().current()->detail, u"expanded"_s);
    QCOMPARE(palette().current()->keys, u"Ctrl+B"_s);
    key(Qt::Key_Return);
    QVERIFY(!palette().isVisible());
    QVERIFY(eventually([this] { return window().sidebar().isCollapsed(); }));
}

void TestPalette::versionIsGoneTo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("digest");
    QTest::newRow("tag") << u"#0.4.0"_s << u"v1"_s;
    QTest::newRow("image and tag") << u"affcpu latest"_s << u"c1"_s;
    QTest::newRow("untagged, by digest") << named(u"old"_s).hex().first(8) << u"old"_s;
    QTest::newRow("a part, by digest") << u"sha256:"_s + named(u"arm"_s).hex().first(9) << u"arm"_s;
    QTest::newRow("image") << u"@stray"_s << u"s1"_s;
}

void TestPalette::versionIsGoneTo()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, digest);
    open();
    type(typed);
    key(Qt::Key_Return);
    QVERIFY(!palette().isVisible());
    QCOMPARE(page().details().digestText(), named(digest).toString());
    QVERIFY(eventually([this] { return page().tree().hasFocus(); }));
}

void TestPalette::hubIsGoneTo()
{
    open();
    type(u"@visionhub"_s);
    QCOMPARE(currentTitle(), u"vision_perception_hub"_s);
    key(Qt::Key_Return);
    QCOMPARE(page().tree().currentIndex().siblingAtColumn(0).data().toString(), u"vision_perception_hub"_s);
}

void TestPalette::organisationIsChosen()
{
    QSignalSpy chosen(&window(), &MainWindow::organisationChosen);
    open();
    type(u"sirius"_s);
    key(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<OwnerChoice>().owner, u"siriusscan"_s);
}

void TestPalette::arrowsPassOverHeadings()
{
    open();
    const QString first = currentTitle();
    QStringList seen;
    do {
        seen.append(currentTitle());
        QVERIFY(palette().current());
        key(Qt::Key_Down);
    } while (currentTitle() != first && seen.size() < 300);
    QVERIFY(seen.contains(u"Inventory"_s) && seen.contains(u"siriusscan"_s));
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    key(Qt::Key_Up);
    QCOMPARE(currentTitle(), seen.constLast());
    key(Qt::Key_PageUp);
    QVERIFY(palette().current());
    QVERIFY(currentTitle() != seen.constLast());
}

void TestPalette::tabCompletesAndPrefixNarrows()
{
    open();
    type(u">copy full"_s);
    key(Qt::Key_Tab);
    QCOMPARE(palette().field().text(), u">Copy full digest"_s);
    QVERIFY(palette().field().hasFocus());
    palette().field().clear();
    type(u"@"_s);
    QVERIFY(palette().current()->kind == PaletteKind::Hub);
    for (auto* button : palette().findChildren<QToolButton*>()) {
        QCOMPARE(button->isChecked(), button->text() == u"@ Images"_s);
        if (button->text() == u": Pages"_s) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    }
    QCOMPARE(palette().field().text(), u":"_s);
    QCOMPARE(currentTitle(), u"Inventory"_s);
}

void TestPalette::lastCommandStandsFirst()
{
    QSignalSpy recent(&window().paletteDesk(), &PaletteDesk::recentChanged);
    open();
    type(u"collapse all"_s);
    key(Qt::Key_Return);
    QCOMPARE(recent.size(), 1);
    QCOMPARE(recent[0][0].toStringList(), QStringList{u"action/collapse-all"_s});
    open();
    QCOMPARE(below(u"Recent"_s), QStringList{u"Collapse all"_s});
    QVERIFY(!below(u"Commands"_s).contains(u"Collapse all"_s));
    // Before the other commands, after what is suggested.
    QCOMPARE(currentTitle(), u"Add account…"_s);
    key(Qt::Key_Down);
    QCOMPARE(currentTitle(), u"Collapse all"_s);
}

/// What would change out of sight is gone to.
void TestPalette::theTreeIsFoldedInSight()
{
    auto& tree = page().tree();
    const QModelIndex hub = tree.model()->index(0, 0);
    tree.expand(hub);
    window().setCurrentPage(2);
    QVERIFY(!page().isVisible());
    open();
    type(u"collapse all"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually([&] { return page().isVisible() && !tree.isExpanded(hub); }));
    window().setCurrentPage(1);
    open();
    type(u"expand all"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually([&] { return page().isVisible() && tree.isExpanded(hub); }));
}

void TestPalette::escapeClosesAndGivesTheKeyboardBack()
{
    page().tree().setFocus();
    open();
    type(u"v0"_s);
    key(Qt::Key_Escape);
    QVERIFY(!palette().isVisible());
    QVERIFY(eventually([this] { return QApplication::focusWidget() == &page().tree(); }));
    open();
    QCOMPARE(palette().field().text(), QString());
}

void TestPalette::nothingFoundIsSaid()
{
    open();
    type(u"qqqq"_s);
    QVERIFY(!palette().current());
    QVERIFY(!palette().list().isVisible());
    const auto isSaid = [this](const QString& sentence) {
        return std::ranges::any_of(palette().findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->isVisible() && label->text() == sentence;
        });
    };
    QVERIFY(isSaid(u"No match. Try > for commands"_s));
    palette().field().clear();
    type(u">qqqq"_s);
    QVERIFY(isSaid(u"No match. Without > everything is looked through"_s));
    key(Qt::Key_Return);
    QVERIFY(palette().isVisible());
    QCOMPARE(namelessWidgets(palette()), QStringList{});
    QCOMPARE(clippedTexts(palette()), QStringList{});
}

/// What an action would change is told beside it, and told anew once it has.
void TestPalette::statesAreToldBesideActions()
{
    chooseAffectiveCpu();
    const auto stateOf = [this](const QString& typed) {
        open();
        type(typed);
        const QString told = palette().current() ? palette().current()->detail : u"nothing"_s;
        key(Qt::Key_Return);
        QCoreApplication::processEvents();
        return told;
    };
    const auto orders = u">Sort by Unique"_s;
    QCOMPARE(stateOf(orders), QString());
    QVERIFY(eventually([&] { return page().tree().columnState().sortedBy == InventoryColumn::Unique; }));
    QCOMPARE(stateOf(orders), u"descending"_s);
    QVERIFY(eventually([&] { return page().tree().columnState().sortOrder == Qt::AscendingOrder; }));
    QCOMPARE(stateOf(orders), u"ascending"_s);
    QVERIFY(eventually([&] { return !page().tree().columnState().sortedBy; }));
    const auto details = u">Show or hide details"_s;
    QCOMPARE(stateOf(details), u"shown"_s);
    QVERIFY(eventually([&] { return !page().details().isVisible(); }));
    // A tab brings them back.
    stateOf(u">Show details: Config"_s);
    QVERIFY(eventually([&] { return page().details().isVisible(); }));
    QCOMPARE(page().details().tab(), DetailsTab::Config);
    QCOMPARE(stateOf(u">Show or hide column SBOM"_s), u"shown"_s);
    QVERIFY(eventually([&] { return !page().tree().isColumnWanted(InventoryColumn::Sbom); }));
    QCOMPARE(stateOf(u">Theme: high contrast colours"_s), QString());
    QVERIFY(eventually([this] { return fixture().theme.mode() == ThemeMode::HighContrast; }));
    QCOMPARE(stateOf(u">Theme: high contrast colours"_s), u"chosen"_s);
}

void TestPalette::looksAsDesigned_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isDark");
    for (const bool isDark : {false, true})
        for (const QSize size : {QSize(1440, 900), QSize(1180, 720)})
            QTest::addRow("%s-%d", isDark ? "dark" : "light", size.width()) << size << isDark;
}

/// Inside the window, in its middle, and nothing cut. SLIPWAY_TEST_PICTURES names a folder for what was seen.
void TestPalette::looksAsDesigned()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, isDark);
    fixture().theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    QVERIFY(fixture().show(size));
    QVERIFY(eventually([&] { return window().size() == size; }));
    chooseAffectiveCpu();
    for (const auto& typed : {u""_s, u"aff"_s}) {
        open();
        type(typed);
        const QRect place(window().mapFromGlobal(palette().pos()), palette().size());
        QCOMPARE(place.width(), 640);
        QVERIFY(qAbs(place.center().x() - window().rect().center().x()) <= 1);
        QVERIFY2(window().rect().contains(place), qPrintable(u"%1 to %2"_s.arg(place.top()).arg(place.bottom())));
        QCOMPARE(clippedTexts(palette()), QStringList{});
        if (const QString folder = qEnvironmentVariable("SLIPWAY_TEST_PICTURES"); !folder.isEmpty()) {
            QPixmap picture = window().grab();
            QPainter(&picture).drawPixmap(place.topLeft(), palette().grab());
            QVERIFY(
                picture.save(folder + u"/palette-%1-%2.png"_s.arg(QString::fromUtf8(QTest::currentDataTag()), typed)));
        }
    }
}

SLIPWAY_TEST_SUITE(TestPalette);

} // namespace slipway::test

#include "test_palette.moc"
