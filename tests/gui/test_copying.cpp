#include "gui/shownstorage.h"
#include "gui/shownwindow.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/codeview.h"
#include "views/inventory/configtab.h"
#include "views/inventory/configtree.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/historytable.h"
#include "views/inventory/manifesttab.h"
#include "views/inventory/referrerstable.h"
#include "views/shell/logtable.h"
#include "views/storage/figureview.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Whatever is copied, the window says so.
class TestCopying final : public QObject, protected ShownWindow
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showWindow()); }
    void cleanup() { closeWindow(); }
    void copiesOfDetailsAreTold_data();
    void copiesOfDetailsAreTold();
    void copiesOfDocumentsAreTold_data();
    void copiesOfDocumentsAreTold();
    void whatIsSelectedOfAConfigIsTold();
    void linesOfAValueAreCounted();
    void copiesByButtonAreTold();
    void copiesOfTheLogAreTold();
    void copiesOfFiguresAreTold();

private:
    [[nodiscard]] QString told()
    {
        const auto* toast = window().findChild<Toast*>();
        return toast->isVisible() ? toast->sentence() : QString();
    }
    /// Presses a button of the tab in sight.
    void push(const QString& text)
    {
        for (auto* button : page().details().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    void showTab(DetailsTab tab)
    {
        (void)page().select({u"affective-gpu"_s}, u"v0.4.1"_s);
        page().setTab(tab);
        QVERIFY(eventually([this] { return !page().details().isWaiting(); }));
    }
    /// Copies the current row of a table by key; what the window says then.
    QString copied(QAbstractItemView& view)
    {
        view.setFocus();
        if (!view.currentIndex().isValid())
            view.setCurrentIndex(view.model()->index(0, 0));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        return told();
    }
};

void TestCopying::copiesOfDetailsAreTold_data()
{
    QTest::addColumn<DetailsTab>("tab");
    QTest::addColumn<QString>("told");
    QTest::newRow("config") << DetailsTab::Config << u"Copied config"_s;
    QTest::newRow("referrers") << DetailsTab::Referrers << u"Copied digest"_s;
    QTest::newRow("history") << DetailsTab::History << u"Copied as text"_s;
}

void TestCopying::copiesOfDetailsAreTold()
{
    QFETCH(const DetailsTab, tab);
    QFETCH(const QString, told);
    showTab(tab);
    QAbstractItemView* view = nullptr;
    for (auto* each : page().details().findChildren<QAbstractItemView*>())
        if (each->isVisible() && !qobject_cast<QHeaderView*>(each) && each->model() && each->model()->rowCount() > 0)
            view = each;
    QVERIFY(view);
    QCOMPARE(copied(*view), told);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

void TestCopying::copiesOfDocumentsAreTold_data()
{
    QTest::addColumn<DetailsTab>("tab");
    QTest::addColumn<bool>("isByMenu");
    QTest::newRow("manifest, by key") << DetailsTab::Manifest << false;
    QTest::newRow("manifest, by its menu") << DetailsTab::Manifest << true;
    QTest::newRow("raw config, by key") << DetailsTab::Config << false;
}

void TestCopying::copiesOfDocumentsAreTold()
{
    QFETCH(const DetailsTab, tab);
    QFETCH(const bool, isByMenu);
    showTab(tab);
    if (tab == DetailsTab::Config)
        push(u"Raw"_s);
    auto& code =
        tab == DetailsTab::Config ? page().details().configTab().code() : page().details().manifestTab().code();
    QVERIFY(code.isVisible());
    code.setFocus();
    QTest::keyClick(&code, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(told(), QString()); // nothing is selected
    QTest::keyClick(&code, Qt::Key_A, Qt::ControlModifier);
    if (isByMenu) {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(8, 8), code.mapToGlobal(QPoint(8, 8)));
        QApplication::sendEvent(code.viewport(), &event);
        QPointer<QWidget> menu = QApplication::activePopupWidget();
        QVERIFY(menu);
        menu->findChild<QAction*>(u"edit-copy"_s)->trigger();
        menu->close();
    } else {
        QTest::keyClick(&code, Qt::Key_C, Qt::ControlModifier);
    }
    QCOMPARE(told(), u"Copied as text"_s);
    QCOMPARE(QApplication::clipboard()->text(), code.toPlainText());
}

/// One line is not the config, and all of them are, by key as by the button.
void TestCopying::whatIsSelectedOfAConfigIsTold()
{
    showTab(DetailsTab::Config);
    auto& tree = page().details().configTab().tree();
    QModelIndex line = tree.model()->index(0, 0);
    line = tree.model()->index(0, 0, line);
    QVERIFY(line.isValid());
    tree.setCurrentIndex(line);
    push(u"Copy"_s);
    QCOMPARE(told(), u"Copied line"_s);
    QVERIFY(!QApplication::clipboard()->text().contains(u'\n'));
    QCOMPARE(copied(tree), u"Copied line"_s);
    tree.selectionModel()->select(line.siblingAtRow(1), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(copied(tree), u"Copied 2 lines"_s);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 1);
    tree.clearSelection();
    push(u"Copy"_s);
    QCOMPARE(told(), u"Copied config"_s);
    QVERIFY(QApplication::clipboard()->text().contains(u'\n'));
    tree.setCurrentIndex(line);
    tree.selectAll();
    QCOMPARE(copied(tree), u"Copied config"_s);
}

/// A label or a script may have several.
void TestCopying::linesOfAValueAreCounted()
{
    showTab(DetailsTab::Config);
    auto& tab = page().details().configTab();
    ConfigSection section;
    section.title = u"Labels"_s;
    section.fields = {{u"notes"_s, u"one\ntwo\nthree"_s}, {u"team"_s, u"voice"_s}, {u"end"_s, u"a\n"_s}};
    tab.showDocument({section}, "{}");
    auto& tree = tab.tree();
    const QModelIndex line = tree.model()->index(0, 0, tree.model()->index(0, 0));
    tree.setCurrentIndex(line);
    QCOMPARE(copied(tree), u"Copied 3 lines"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"notes=one\ntwo\nthree"_s);
    tree.selectionModel()->select(line.siblingAtRow(1), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(copied(tree), u"Copied 4 lines"_s);
    tree.clearSelection();
    tree.setCurrentIndex(line.siblingAtRow(2));
    QCOMPARE(copied(tree), u"Copied line"_s);
}

void TestCopying::copiesByButtonAreTold()
{
    showTab(DetailsTab::Summary);
    auto* button = page().details().findChild<CopyButton*>();
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(told(), u"Copied digest"_s);
    QCOMPARE(QApplication::clipboard()->text(), page().details().digestText());
}

void TestCopying::copiesOfTheLogAreTold()
{
    fixture().log.append({0, 1'763'735'520'000, LogLevel::Info, u"slipway.ui"_s, u"the window was opened"_s});
    window().setLogOpen(true);
    auto* table = window().findChild<LogTable*>();
    QVERIFY(eventually([table] { return table->model()->rowCount() > 0; }));
    table->setCurrentIndex(table->model()->index(0, 0));
    QCOMPARE(copied(*table), u"Copied line"_s);
    QVERIFY(QApplication::clipboard()->text().contains(u"the window was opened"_s));
    fixture().log.append({0, 1'763'735'521'000, LogLevel::Info, u"slipway.ui"_s, u"it was shown"_s});
    QVERIFY(eventually([table] { return table->model()->rowCount() > 1; }));
    table->selectAll();
    const auto lines = QString::number(table->model()->rowCount());
    QCOMPARE(copied(*table), u"Copied %1 lines"_s.arg(lines));
    table->clearSelection(); // then they are all meant
    QCOMPARE(copied(*table), u"Copied %1 lines"_s.arg(lines));
}

void TestCopying::copiesOfFiguresAreTold()
{
    showStorage(window());
    FigureView* figures = nullptr;
    for (auto* each : window().storagePage().findChildren<FigureView*>())
        if (!figures && each->isVisible() && each->model()->rowCount() > 0)
            figures = each;
    QVERIFY(figures);
    QCOMPARE(copied(*figures), u"Copied as CSV"_s);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

SLIPWAY_TEST_SUITE(TestCopying);

} // namespace slipway::test

#include "test_copying.moc"
