#include "app/actionkeys.h"
#include "gui/shownwindow.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/columnmenu.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventoryselection.h"
#include "views/inventory/treefilter.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/toast.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleHints>
#include <QTemporaryDir>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Several rows of the inventory at once, and the table's columns.
class TestSelection final : public QObject, protected ShownWindow
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { closeWindow(); }
    void whatIsSpokenOfLooksSelected();
    void severalRowsAreWeighedTogether();
    void contextMenuTellsKeys();
    void selectedRowsAreCopied();
    void copyingIsTold();
    void rule19_everythingOrTheSelectionIsSaved();
    void theDialogSaysWhatIsSaved();
    void placeThatCannotBeIsTold();
    void columnsAreLeftOutByKeyboard();
    void lastColumnStays();
    void widthsDrawnByHandStayUntilFitted();
    void resetBringsEverythingBack();

private:
    [[nodiscard]] QStringList columns();
};

void TestSelection::init()
{
    QVERIFY(showWindow());
    tree().setFocus();
    key(Qt::Key_Home);
}

/// Titles of the columns in sight, from left to right.
QStringList TestSelection::columns()
{
    QStringList titles;
    for (int place = 0; place < tree().header()->count(); ++place) {
        const int column = tree().header()->logicalIndex(place);
        if (!tree().isColumnHidden(column))
            titles.append(tree().model()->headerData(column, Qt::Horizontal).toString());
    }
    return titles;
}

/// Qt makes the first row current when the tree takes the keyboard, and does not select it.
void TestSelection::whatIsSpokenOfLooksSelected()
{
    page().filter().bar().field().setFocus();
    tree().clearSelection();
    QCOMPARE(page().footTexts().first(), QString());
    tree().setFocus(Qt::TabFocusReason);
    QVERIFY(page().footTexts().first().startsWith(u"1 hub selected"_s));
    QVERIFY(tree().currentIndex().isValid());
    QVERIFY(tree().selectionModel()->isRowSelected(tree().currentIndex().row(), {}));
    key(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!tree().selectionModel()->hasSelection());
    QCOMPARE(page().footTexts().first(), QString());
    key(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(page().footTexts().first().startsWith(u"1 hub selected"_s));
    // Several that are selected stay so.
    key(Qt::Key_Down, Qt::ShiftModifier);
    page().filter().bar().field().setFocus();
    tree().setFocus(Qt::BacktabFocusReason);
    QCOMPARE(tree().selectionModel()->selectedRows().size(), 2);
}

void TestSelection::contextMenuTellsKeys()
{
    const QRect row = tree().visualRect(tree().model()->index(0, 0));
    Q_EMIT tree().customContextMenuRequested(row.center());
    QMenu* menu = nullptr;
    QVERIFY(eventually([&] { return (menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr; }));
    QCOMPARE(menu->actions().constFirst()->text(), u"Copy digest\tCtrl+Shift+C"_s);
    QVERIFY(QGuiApplication::styleHints()->showShortcutsInContextMenus());
    menu->close();
}

void TestSelection::severalRowsAreWeighedTogether()
{
    QVERIFY2(page().footTexts().first().startsWith(u"1 hub selected"_s), qPrintable(page().footTexts().first()));
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(page().selection().items().size(), 2U);
    QVERIFY(eventually([this] { return page().footTexts().first().contains(u"freed if deleted"_s); }));
    const QString line = page().footTexts().first();
    QVERIFY2(line.startsWith(u"2 rows selected: "_s), qPrintable(line));
    // Every row: what the whole organisation weighs.
    key(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(eventually([&] {
        return page().footTexts().first().contains(u" rows selected: "_s) && page().footTexts().first() != line;
    }));
    const auto& size = page().model().inventory()->size;
    QCOMPARE(size.stored, size.exclusive); // nothing is left
    key(Qt::Key_Home);
    QVERIFY(page().footTexts().first().startsWith(u"1 hub selected"_s));
}

void TestSelection::selectedRowsAreCopied()
{
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 2);
    QVERIFY2(lines[1].startsWith(u"affective-cpu "_s), qPrintable(lines[1]));
    QVERIFY2(lines.last().startsWith(u"affective-gpu "_s), qPrintable(lines.last()));
    const std::unique_ptr<QMenu> menu(page().selection().makeCopyMenu(nullptr));
    QCOMPARE(menu->actions().size(), 3);
    menu->actions().at(1)->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"hub,family,package"_s));
    menu->actions().at(2)->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(u'['));
}

/// By key, by the palette and by the menu alike; on a hub there is nothing to copy, and why is said.
void TestSelection::copyingIsTold()
{
    auto& window = fixture().window;
    auto* toast = window.findChild<Toast*>();
    const auto action = [&window](const QString& id) { return window.findChild<QAction*>(id); };
    for (const auto& id : {u"copy-digest"_s, u"copy-pull-command"_s}) {
        QVERIFY(!action(id)->isEnabled());
        QCOMPARE(stateText(*action(id)), u"Select an image or a version first"_s);
    }
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QVERIFY(action(u"copy-digest"_s)->isEnabled());
    QCOMPARE(stateText(*action(u"copy-digest"_s)), QString());
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), page().details().digestText());
    QCOMPARE(toast->sentence(), u"Copied digest"_s);
    action(u"copy-pull-command"_s)->trigger();
    QCOMPARE(toast->sentence(), u"Copied pull command"_s);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(toast->sentence(), u"Copied as text"_s);
    QVERIFY(!toast->undoButton().isVisible());
}

void TestSelection::rule19_everythingOrTheSelectionIsSaved()
{
    const QTemporaryDir folder;
    const auto linesOf = [&](const QString& name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : -1;
    };
    QVERIFY(page().selection().saveCsv(folder.filePath(u"all.csv"_s)));
    qsizetype versions = 0;
    for (const auto& hub : page().model().inventory()->hubs)
        for (const auto& family : hub.families)
            for (const auto& image : family.images)
                versions += static_cast<qsizetype>(image.versions.size());
    QCOMPARE(linesOf(u"all.csv"_s), versions + 1);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(page().selection().saveCsv(folder.filePath(u"some.csv"_s)));
    QVERIFY(linesOf(u"some.csv"_s) > 1 && linesOf(u"some.csv"_s) < versions + 1);
}

/// A single row is where the keyboard is: everything is saved, and the dialog says so.
void TestSelection::theDialogSaysWhatIsSaved()
{
    const auto dialog = [this] { return tree().findChild<QFileDialog*>(); };
    page().selection().exportCsv();
    QVERIFY(dialog());
    QCOMPARE(dialog()->windowTitle(), u"Export 4 images as CSV"_s);
    QCOMPARE(dialog()->nameFilters().constFirst(), u"CSV files (*.csv)"_s);
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QCOMPARE(dialog()->directory(), QDir(QFileInfo(documents).isDir() ? documents : QDir::homePath()));
    delete dialog();
    fixture().window.activateWindow(); // offscreen nobody gives it back
    QVERIFY(eventually([this] { return QApplication::focusWidget() == &tree(); }));
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Down, Qt::ShiftModifier);
    page().selection().exportCsv();
    QVERIFY(dialog());
    QCOMPARE(dialog()->windowTitle(), u"Export 2 selected rows as CSV"_s);
    delete dialog();
}

void TestSelection::placeThatCannotBeIsTold()
{
    const auto saved = page().selection().saveCsv(u"/proc/nowhere/inventory.csv"_s);
    QVERIFY(!saved);
    Q_EMIT page().selection().failed(saved.error());
    QVERIFY2(page().stateTexts().join(u' ').contains(u"/proc/nowhere/inventory.csv"_s),
             qPrintable(page().stateTexts().join(u'\n')));
}

void TestSelection::columnsAreLeftOutByKeyboard()
{
    fixture().window.resize(1700, 900); // wide enough for all
    QVERIFY(eventually([this] { return columns().size() == kInventoryColumns; }));
    auto* menu = page().findChild<ColumnMenu*>();
    menu->popup(page().mapToGlobal(QPoint(50, 50)));
    QVERIFY(eventually([menu] { return menu->isVisible(); }));
    for (auto* action : menu->actions()) {
        if (action->text() == u"Age"_s) {
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            break;
        }
    }
    QVERIFY(!columns().contains(u"Age"_s));
    QVERIFY(!tree().isColumnWanted(InventoryColumn::Age));
    QVERIFY(!page().footTexts().last().contains(u"hidden"_s)); // not by the width
    tree().setColumnWanted(InventoryColumn::Age, true);
    QVERIFY(columns().contains(u"Age"_s));
}

void TestSelection::lastColumnStays()
{
    for (int column = 0; column < kInventoryColumns; ++column)
        tree().setColumnWanted(static_cast<InventoryColumn>(column), false);
    QCOMPARE(columns(), QStringList{u"Name"_s});
    // What a scroll bar would take stays free.
    const int bar = tree().style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    QCOMPARE(tree().header()->sectionSize(0), tree().width() - bar);
}

void TestSelection::widthsDrawnByHandStayUntilFitted()
{
    auto* header = tree().header();
    const int tags = static_cast<int>(InventoryColumn::Tags);
    const int before = header->sectionSize(tags);
    const int edge = header->sectionViewportPosition(tags) + before - 1;
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, QPoint(edge, 10));
    QTest::mouseMove(header->viewport(), QPoint(edge + 40, 10));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, QPoint(edge + 40, 10));
    const int drawn = header->sectionSize(tags);
    QVERIFY(drawn > before);
    fixture().window.resize(1300, 800);
    QCOMPARE(header->sectionSize(tags), drawn);
    tree().fitToWidth();
    QCOMPARE(header->sectionSize(tags), before);
}

void TestSelection::resetBringsEverythingBack()
{
    const QStringList before = columns();
    tree().header()->moveSection(tree().header()->visualIndex(static_cast<int>(InventoryColumn::Age)), 1);
    tree().setColumnWanted(InventoryColumn::Digest, false);
    QVERIFY(columns() != before);
    tree().resetColumns();
    QCOMPARE(columns(), before);
}

SLIPWAY_TEST_SUITE(TestSelection);

} // namespace slipway::test

#include "test_selection.moc"
