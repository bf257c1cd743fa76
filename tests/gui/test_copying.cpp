#include "gui/shownstorage.h"
#include "gui/shownwindow.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/configtree.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/historytable.h"
#include "views/inventory/referrerstable.h"
#include "views/shell/logtable.h"
#include "views/storage/figureview.h"
#include "views/widgets/toast.h"

#include <QHeaderView>

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
    void copiesOfTheLogAreTold();
    void copiesOfFiguresAreTold();

private:
    /// Copies the current row of a table by key; what the window says then.
    QString copied(QAbstractItemView& view)
    {
        view.setFocus();
        if (!view.currentIndex().isValid())
            view.setCurrentIndex(view.model()->index(0, 0));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const auto* toast = window().findChild<Toast*>();
        return toast->isVisible() ? toast->sentence() : QString();
    }
};

void TestCopying::copiesOfDetailsAreTold_data()
{
    QTest::addColumn<DetailsTab>("tab");
    QTest::addColumn<QString>("told");
    QTest::newRow("config") << DetailsTab::Config << u"Copied lines"_s;
    QTest::newRow("referrers") << DetailsTab::Referrers << u"Copied digest"_s;
    QTest::newRow("history") << DetailsTab::History << u"Copied as text"_s;
}

void TestCopying::copiesOfDetailsAreTold()
{
    QFETCH(const DetailsTab, tab);
    QFETCH(const QString, told);
    (void)page().select({u"affective-gpu"_s}, u"v0.4.1"_s);
    page().setTab(tab);
    QVERIFY(eventually([this] { return !page().details().isWaiting(); }));
    QAbstractItemView* view = nullptr;
    for (auto* each : page().details().findChildren<QAbstractItemView*>())
        if (each->isVisible() && !qobject_cast<QHeaderView*>(each) && each->model() && each->model()->rowCount() > 0)
            view = each;
    QVERIFY(view);
    QCOMPARE(copied(*view), told);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

void TestCopying::copiesOfTheLogAreTold()
{
    fixture().log.append({0, 1'763'735'520'000, LogLevel::Info, u"slipway.ui"_s, u"the window was opened"_s});
    window().setLogOpen(true);
    auto* table = window().findChild<LogTable*>();
    QVERIFY(eventually([table] { return table->model()->rowCount() > 0; }));
    QCOMPARE(copied(*table), u"Copied lines"_s);
    QVERIFY(QApplication::clipboard()->text().contains(u"the window was opened"_s));
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
