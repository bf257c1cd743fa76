#include "app/windowlayout.h"
#include "app/windowmemory.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/columnstate.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/inventory/treefilter.h"
#include "views/widgets/searchfield.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Columns, order, filter and saved filters: each owner's own, and there again after a restart.
class TestTreeState final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void columnStatesAreRead_data();
    void columnStatesAreRead();
    void rule21_columnsSortAndFilterSurviveARestart();
    void rule21_aNarrowColumnIsAsNarrowAfterARestart();
    void rule21_savedFiltersSurviveARestart();
    void rule21_defaultLayoutKeepsWhatAPersonMade();
    void anotherOwnerTakesTheColumnsOnly();

private:
    void restart();
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] InventoryTree& tree() { return window().inventoryPage().tree(); }
    [[nodiscard]] FilterBar& bar() { return window().inventoryPage().filter().bar(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), key, modifiers);
    }
    /// Draws at a column's right edge with the mouse.
    void drawWider(InventoryColumn column, int by);
    /// Opens the saved filters by keyboard and presses these keys in the menu.
    void pickSaved(const QList<Qt::Key>& keys);
    void saveFilter(const QString& text, const QString& name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<WindowMemory> m_memory;
};

void TestTreeState::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    restart();
}

void TestTreeState::cleanup()
{
    m_memory.reset();
    m_fixture.reset();
    m_folder.reset();
}

void TestTreeState::restart()
{
    m_memory.reset();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    m_memory = std::make_unique<WindowMemory>(window(), m_folder->path());
    m_memory->restore(u"one"_s);
    window().show();
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_memory->show(u"one"_s);
}

void TestTreeState::drawWider(InventoryColumn column, int by)
{
    auto* header = tree().header();
    const int section = static_cast<int>(column);
    const QPoint edge(header->sectionViewportPosition(section) + header->sectionSize(section) - 1,
                      header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(by / 2, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(by, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(by, 0));
}

void TestTreeState::pickSaved(const QList<Qt::Key>& keys)
{
    QVERIFY(bar().saved().isVisible());
    bar().saved().setFocus(Qt::TabFocusReason);
    // The menu keeps the key's event until it is closed.
    QTimer::singleShot(0, this, [&keys] {
        for (const auto key : keys)
            if (auto* menu = QApplication::activePopupWidget())
                QTest::keyClick(menu, key);
        while (auto* menu = QApplication::activePopupWidget())
            menu->close();
    });
    key(Qt::Key_Space);
}

void TestTreeState::saveFilter(const QString& text, const QString& name)
{
    key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), text);
    QCOMPARE(bar().text(), text);
    pickSaved({Qt::Key_Up, Qt::Key_Return}); // the last of the menu, or what is above it
    QVERIFY(eventually([] { return QApplication::focusWidget() && QApplication::activeModalWidget(); }));
    QTest::keyClicks(QApplication::focusWidget(), name);
    key(Qt::Key_Return);
    QVERIFY(eventually([this] { return !bar().saved().saved().filters().empty(); }));
    window().activateWindow(); // offscreen nobody gives back what the dialog had
    QVERIFY(eventually([this] { return window().isActiveWindow(); }));
}

void TestTreeState::columnStatesAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("order");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<bool>("hasWidths");
    QTest::addColumn<QString>("sortedBy");
    const QStringList usual{u"name"_s,   u"variant"_s, u"tags"_s, u"digest"_s, u"size"_s,
                            u"unique"_s, u"kind"_s,    u"age"_s,  u"signed"_s, u"sbom"_s};
    QStringList sizeFirst = usual;
    sizeFirst.move(4, 0);
    QTest::newRow("nothing") << "{}"_ba << usual << 0 << false << QString();
    QTest::newRow("whole") << R"({"order":["size"],"hidden":["kind","sbom"],"widths":{"name":300,"size":90},
        "sortedBy":"size","descending":true})"_ba
                           << sizeFirst << 2 << true << u"size"_s;
    QTest::newRow("columns nobody knows")
        << R"({"order":["moon","size","size",7],"hidden":["moon"],"sortedBy":"moon"})"_ba << sizeFirst << 0 << false
        << QString();
    QTest::newRow("without a name") << R"({"hidden":["name"],"widths":{"name":0,"size":90}})"_ba << usual << 0 << false
                                    << QString();
    QTest::newRow("other types") << R"({"order":3,"hidden":{},"widths":[],"sortedBy":4,"descending":"yes"})"_ba << usual
                                 << 0 << false << QString();
}

void TestTreeState::columnStatesAreRead()
{
    QFETCH(const QByteArray, json);
    const ColumnState state = columnState(QJsonDocument::fromJson(json).object());
    QStringList order;
    for (const auto column : state.order)
        order.append(columnId(column));
    QTEST(order, "order");
    QTEST(static_cast<int>((~state.wanted).count()), "hidden");
    QTEST(state.widths.has_value(), "hasWidths");
    QTEST(state.sortedBy ? columnId(*state.sortedBy) : QString(), "sortedBy");
    QVERIFY(columnState(toJson(state)) == state);
}

void TestTreeState::rule21_columnsSortAndFilterSurviveARestart()
{
    auto* header = tree().header();
    tree().setColumnWanted(InventoryColumn::Kind, false);
    header->moveSection(header->visualIndex(static_cast<int>(InventoryColumn::Digest)), 1);
    const int before = header->sectionSize(static_cast<int>(InventoryColumn::Tags));
    drawWider(InventoryColumn::Tags, 40);
    const int drawn = header->sectionSize(static_cast<int>(InventoryColumn::Tags));
    QVERIFY(drawn > before);
    header->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Right);
    key(Qt::Key_Space); // the column beside the name is the digest now
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(InventoryColumn::Digest));
    key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"variant:gpu"_s);
    const ColumnState state = tree().columnState();
    const int rows = window().inventoryPage().model().rowCount();

    restart();
    header = tree().header();
    QVERIFY(tree().columnState() == state);
    QVERIFY(tree().isColumnHidden(static_cast<int>(InventoryColumn::Kind)));
    QCOMPARE(header->visualIndex(static_cast<int>(InventoryColumn::Digest)), 1);
    QCOMPARE(header->sectionSize(static_cast<int>(InventoryColumn::Tags)), drawn);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(InventoryColumn::Digest));
    QCOMPARE(bar().text(), u"variant:gpu"_s);
    QVERIFY(window().inventoryPage().model().isFiltered());
    QCOMPARE(window().inventoryPage().model().rowCount(), rows);
    // Drawn by hand, they stay so when the window changes.
    window().resize(1280, 760);
    QVERIFY(eventually([this] { return window().width() == 1280; }));
    QCOMPARE(tree().header()->sectionSize(static_cast<int>(InventoryColumn::Tags)), drawn);
}

/// The header's own bound is made from fonts, which come and go.
void TestTreeState::rule21_aNarrowColumnIsAsNarrowAfterARestart()
{
    const auto width = [this] { return tree().header()->sectionSize(static_cast<int>(InventoryColumn::Variant)); };
    drawWider(InventoryColumn::Variant, -400);
    QCOMPARE(width(), kNarrowestColumn);
    restart();
    QCOMPARE(width(), kNarrowestColumn);
}

void TestTreeState::rule21_savedFiltersSurviveARestart()
{
    saveFilter(u"unsigned gpu"_s, u"My GPUs"_s);
    key(Qt::Key_Escape);
    restart();
    QCOMPARE(bar().saved().saved().filters().size(), 1U);
    key(Qt::Key_F, Qt::ControlModifier);
    QApplication::focusWidget()->setProperty("text", QString());
    pickSaved({Qt::Key_Down, Qt::Key_Return});
    QCOMPARE(bar().text(), u"unsigned gpu"_s);
}

void TestTreeState::rule21_defaultLayoutKeepsWhatAPersonMade()
{
    const QJsonObject usual = windowLayout(window());
    const ColumnState columns = tree().columnState();
    saveFilter(u"gpu"_s, u"GPUs"_s);
    tree().setColumnWanted(InventoryColumn::Age, false);
    tree().header()->setSortIndicator(static_cast<int>(InventoryColumn::Size), Qt::DescendingOrder);
    drawWider(InventoryColumn::Tags, 30);
    QVERIFY(windowLayout(window()) != usual);
    key(Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(eventually([&] { return tree().columnState() == columns; }));
    QCOMPARE(bar().text(), QString());
    QCOMPARE(bar().saved().saved().filters().size(), 1U);
    restart();
    QVERIFY(tree().columnState() == columns);
    QCOMPARE(bar().saved().saved().filters().size(), 1U);
}

void TestTreeState::anotherOwnerTakesTheColumnsOnly()
{
    saveFilter(u"gpu"_s, u"GPUs"_s);
    tree().setColumnWanted(InventoryColumn::Age, false);
    m_memory->show(u"two"_s);
    QCOMPARE(bar().text(), QString());
    QVERIFY(bar().saved().saved().filters().empty());
    QVERIFY(!tree().isColumnWanted(InventoryColumn::Age));
    tree().setColumnWanted(InventoryColumn::Age, true);
    bar().setText(u"cpu"_s);
    m_memory->show(u"one"_s);
    QCOMPARE(bar().text(), u"gpu"_s);
    QCOMPARE(bar().saved().saved().filters().size(), 1U);
    QVERIFY(!tree().isColumnWanted(InventoryColumn::Age));
    m_memory->show(u"two"_s);
    QCOMPARE(bar().text(), u"cpu"_s);
    QVERIFY(tree().isColumnWanted(InventoryColumn::Age));
}

SLIPWAY_TEST_SUITE(TestTreeState);

} // namespace slipway::test

#include "test_treestate.moc"
