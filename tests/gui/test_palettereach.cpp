#include "app/actionkeys.h"
#include "gui/palettehands.h"
#include "support/suite.h"
#include "views/drift/driftpage.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/treefilter.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Whatever can be done anywhere is done from the palette.
class TestPaletteReach final : public QObject, protected PaletteHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showPaletteWindow()); }
    void cleanup() { closeWindow(); }
    void rule20_everyActionIsReached();
    void rule20_whatMenusHaveIsReached_data();
    void rule20_whatMenusHaveIsReached();
    void rule20_savedFiltersAreReached();
};

/// Rule 20 of the behaviours people need: the palette reaches every action.
void TestPaletteReach::rule20_everyActionIsReached()
{
    window().setWriteAccess(WriteAccess::Allowed); // elsewhere what changes a server is absent
    window().driftPage().setRepository({true, true});
    int reached = 0;
    // A tool button's menu keeps its own event loop until it is closed.
    QTimer menus;
    const auto question = [this]() -> QDialog* {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        return dialog == &palette() ? nullptr : dialog;
    };
    connect(&menus, &QTimer::timeout, this, [question] {
        if (auto* menu = QApplication::activePopupWidget())
            menu->close();
        else if (auto* asked = question())
            asked->reject();
    });
    menus.start(std::chrono::milliseconds(10));
    const auto all = window().findChildren<QAction*>();
    for (auto* action : all) {
        const QString text = fullText(*action);
        if (text.isEmpty() || action->isSeparator() || action->menu())
            continue; // what is in a menu is reached by itself
        if (!action->isVisible())
            continue; // absent: there is nothing it could be done to
        if (action->objectName() == "undo"_L1)
            offerUndo(window(), u"Something was done"_s, [] {}); // else there is nothing to take back
        if (action->objectName().startsWith("copy-"_L1)) {
            page().expandAll();   // the tree's own action may have folded it just before
            chooseAffectiveCpu(); // else there is nothing to copy
        }
        open();
        type(QString(text).remove(u'…'));
        QCOMPARE(currentTitle(), text);
        const bool isOfWindow = window().actions().contains(action);
        QVERIFY2(!isOfWindow || !action->objectName().isEmpty(), qPrintable(text));
        QSignalSpy triggered(action, &QAction::triggered);
        key(Qt::Key_Return);
        if (isOfWindow)
            QVERIFY2(eventually([&] { return triggered.size() == 1; }), qPrintable(text));
        QCoreApplication::processEvents(); // it is done once the palette has gone, and may ask something
        QVERIFY(eventually([&] { return !question(); }));
        ++reached;
    }
    QVERIFY(reached >= 17);
    palette().reject();
}

void TestPaletteReach::rule20_whatMenusHaveIsReached_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    QTest::newRow("theme") << u">theme"_s << u"Theme: "_s;
    QTest::newRow("high contrast") << u">contrast"_s << u"Theme: high contrast colours"_s;
    QTest::newRow("order") << u">sort by unique"_s << u"Sort by Unique"_s;
    QTest::newRow("tab") << u">layers"_s << u"Show details: Layers"_s;
    QTest::newRow("column") << u">column sbom"_s << u"Show or hide column SBOM"_s;
}

/// Rule 20: also what a menu is filled with when it opens, what a header is clicked for and what a tab shows.
void TestPaletteReach::rule20_whatMenusHaveIsReached()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, title);
    open();
    type(typed);
    QVERIFY2(currentTitle().startsWith(title), qPrintable(currentTitle()));
}

/// Rule 20: filters a person has saved, and saving one.
void TestPaletteReach::rule20_savedFiltersAreReached()
{
    auto& bar = page().filter().bar();
    SavedFilters filters;
    filters.set(u"Graphics"_s, u"variant:gpu"_s);
    bar.setSavedFilters(filters);
    open();
    type(u">graphics"_s);
    QCOMPARE(currentTitle(), u"Apply filter Graphics"_s);
    QCOMPARE(palette().current()->detail, u"variant:gpu"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually([&] { return bar.text() == u"variant:gpu"_s; }));
    // From another page too: what a page does is seen there.
    bar.clear();
    window().setCurrentPage(1);
    QVERIFY(!page().isVisible());
    open();
    type(u">graphics"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually([&] { return page().isVisible() && bar.text() == u"variant:gpu"_s; }));
    open();
    type(u">save this filter"_s);
    QVERIFY(palette().current()->isEnabled);
    palette().reject();
    bar.clear();
    open();
    type(u">save this filter"_s);
    QCOMPARE(palette().current()->detail, u"There is no filter that can be saved"_s);
    palette().reject();
    bar.setSavedFilters({});
    open();
    type(u">graphics"_s);
    QVERIFY(!palette().current());
}

SLIPWAY_TEST_SUITE(TestPaletteReach);

} // namespace slipway::test

#include "test_palettereach.moc"
