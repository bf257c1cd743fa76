#include "gui/windowfixture.h"
#include "support/suite.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/summarytab.h"
#include "views/inventory/treefilter.h"
#include "views/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QPointer>
#include <QScrollBar>
#include <QTest>

#include <memory>
#include <random>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPackages = 40;
constexpr int kVersions = 14;

/// An organisation of which each part is there by chance.
QString randomOwner(std::mt19937& random)
{
    QString text;
    for (int package = 0; package < kPackages; ++package) {
        if (random() % 12 == 0)
            continue;
        text += u"package app%1-cpu repo=hub%2\n"_s.arg(package, 2, 10, QChar(u'0')).arg(package % 3);
        for (int version = 0; version < kVersions; ++version)
            if (random() % 8 != 0)
                text += u"  a%1v%2 image days=%3 tags=v%2 layers=b:1,o%1x%2:%4\n"_s.arg(package)
                            .arg(version)
                            .arg(random() % 20 == 0 ? 0 : version + 1)
                            .arg(100 + random() % 3);
    }
    return text;
}

} // namespace

/// A refresh while a person works in the tree: whatever changes, what is open stays open, what is selected stays
/// selected, and the topmost row that is still there stays where it was.
class TestRefreshPlace final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void randomRefreshes();
    void rowsThatComeAboveDoNotPush();
    void whereTheTopmostRowGoesTheNextStays();
    void chosenRowThatGoesDoesNotPull();
    void chosenRowThatGoesAmongMuchElse();
    void detailsThatStayAreNotMadeAnew();

private:
    [[nodiscard]] InventoryPage& page() { return m_fixture->window.inventoryPage(); }
    [[nodiscard]] InventoryTree& tree() { return page().tree(); }
    [[nodiscard]] InventoryModel& model() { return page().model(); }
    [[nodiscard]] QModelIndex image(int package)
    {
        return model().imageIndex({u"app%1-cpu"_s.arg(package, 2, 10, QChar(u'0'))});
    }
    [[nodiscard]] QModelIndex version(int package, int number)
    {
        return model().versionIndex({u"app%1-cpu"_s.arg(package, 2, 10, QChar(u'0'))},
                                    named(u"a%1v%2"_s.arg(package).arg(number)));
    }
    [[nodiscard]] QModelIndex rowAt(int y) { return tree().indexAt({1, y}).siblingAtColumn(0); }
    void show(const QString& text) { m_fixture->window.setInventory(inventoryFrom(text)); }

    /// What a row stands for, whichever index it has.
    [[nodiscard]] QString keyOf(const QModelIndex& index)
    {
        const auto item = model().itemAt(index);
        const QString family = item.hub->name + (item.family ? u'/' + item.family->name : QString());
        return family + (item.image ? u'/' + item.package()->name.value : QString())
               + (item.version == kNoRow ? QString() : u'@' + item.inventory->snapshot->digestOf(item.version).hex());
    }
    /// The rows of the tree, those below closed ones too as far as they are known, for which something holds.
    template<typename Holds>
    [[nodiscard]] QSet<QString> keysOf(Holds holds, const QModelIndex& parent = {})
    {
        QSet<QString> keys;
        for (int row = 0; row < model().rowCount(parent); ++row) {
            const QModelIndex index = model().index(row, 0, parent);
            if (holds(index))
                keys.insert(keyOf(index));
            keys.unite(keysOf(holds, index));
        }
        return keys;
    }
    [[nodiscard]] QSet<QString> all()
    {
        return keysOf([](const QModelIndex&) { return true; });
    }
    [[nodiscard]] QSet<QString> open()
    {
        return keysOf([this](const QModelIndex& index) { return tree().isExpanded(index); });
    }
    [[nodiscard]] QSet<QString> selected()
    {
        return keysOf([this](const QModelIndex& index) { return tree().selectionModel()->isSelected(index); });
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestRefreshPlace::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    std::mt19937 random(1);
    show(randomOwner(random));
    m_fixture->window.setState(PageState::ready());
    QVERIFY(m_fixture->show());
    tree().expandGroups();
}

void TestRefreshPlace::randomRefreshes()
{
    QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // only what is opened is read
    auto* bar = tree().verticalScrollBar();
    std::mt19937 random(20261122);
    for (int round = 0; round < 40; ++round) {
        for (int package = 0; package < kPackages; ++package)
            if (const QModelIndex index = image(package); index.isValid() && random() % 6 == 0)
                tree().setExpanded(index, random() % 3 != 0);
        bar->setValue(static_cast<int>(random() % static_cast<unsigned>(bar->maximum() + 1)));
        for (int y = 5; y < tree().viewport()->height(); y += 100)
            if (random() % 3 == 0 && rowAt(y).isValid())
                tree().selectionModel()->select(rowAt(y), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        QList<std::pair<QPersistentModelIndex, int>> inSight;
        for (QModelIndex row = rowAt(0); row.isValid(); row = tree().indexBelow(row)) {
            if (tree().visualRect(row).top() >= tree().viewport()->height())
                break;
            inSight.append({row, tree().visualRect(row).top()});
        }
        const auto openBefore = open();
        const auto selectedBefore = selected();
        show(randomOwner(random));
        const auto still = all();
        QCOMPARE(open(), openBefore & still);
        QCOMPARE(selected(), selectedBefore & still);
        const auto stays = std::ranges::find_if(inSight, [](const auto& row) { return row.first.isValid(); });
        if (stays != inSight.end() && bar->value() > 0 && bar->value() < bar->maximum())
            QCOMPARE(tree().visualRect(stays->first).top(), stays->second);
    }
}

void TestRefreshPlace::rowsThatComeAboveDoNotPush()
{
    const QString head = u"package app00-cpu repo=hub0\n"_s;
    QString rows;
    for (int number = 0; number < 60; ++number)
        rows += u"  a0v%1 image days=%2 tags=v%1 layers=b:1\n"_s.arg(number).arg(number + 1);
    show(head + rows);
    tree().expand(image(0));
    tree().scrollTo(version(0, 30), QAbstractItemView::PositionAtTop);
    auto* bar = tree().verticalScrollBar();
    bar->setValue(bar->value() + 9);
    const int top = tree().visualRect(version(0, 30)).top();
    QVERIFY(top < 0);
    show(head + u"  fresh image days=0 tags=fresh layers=b:1\n  second image days=0 tags=second layers=b:1\n"_s + rows);
    QCOMPARE(tree().visualRect(version(0, 30)).top(), top);
    show(head + rows);
    QCOMPARE(tree().visualRect(version(0, 30)).top(), top);
}

void TestRefreshPlace::whereTheTopmostRowGoesTheNextStays()
{
    const auto text = [](int without) {
        QString rows = u"package app00-cpu repo=hub0\n"_s;
        for (int number = 0; number < 60; ++number)
            if (number != without)
                rows += u"  a0v%1 image days=%2 tags=v%1 layers=b:1\n"_s.arg(number).arg(number + 1);
        return rows;
    };
    show(text(-1));
    tree().expand(image(0));
    tree().scrollTo(version(0, 30), QAbstractItemView::PositionAtTop);
    const int next = tree().visualRect(version(0, 31)).top();
    show(text(30));
    QCOMPARE(tree().visualRect(version(0, 31)).top(), next);
}

/// The row the keyboard is at goes, out of sight: the one after it is chosen, and nobody is taken there.
void TestRefreshPlace::chosenRowThatGoesDoesNotPull()
{
    const auto text = [](int without) {
        QString rows = u"package app00-cpu repo=hub0\n"_s;
        for (int number = 0; number < 90; ++number)
            if (number != without)
                rows += u"  a0v%1 image days=%2 tags=v%1 layers=b:1\n"_s.arg(number).arg(number + 1);
        return rows;
    };
    show(text(-1));
    tree().expand(image(0));
    tree().setCurrentIndex(version(0, 3));
    tree().scrollTo(version(0, 60), QAbstractItemView::PositionAtTop);
    const int top = tree().visualRect(version(0, 60)).top();
    show(text(3));
    QCOMPARE(tree().visualRect(version(0, 60)).top(), top);
}

/// The same where much else changes: the keys go on from there, and a later filter brings back nothing chosen long
/// before.
void TestRefreshPlace::chosenRowThatGoesAmongMuchElse()
{
    const auto text = [](int without) {
        QString packages;
        for (int package = 0; package < 5; ++package) {
            packages += u"package app0%1-cpu repo=hub0\n"_s.arg(package);
            for (int number = 0; number < 9; ++number)
                if (number != without)
                    packages +=
                        u"  a%1v%2 image days=%3 tags=v%2 layers=b:1\n"_s.arg(package).arg(number).arg(number + 1);
        }
        return packages;
    };
    show(text(-1));
    for (int package = 0; package < 5; ++package)
        tree().expand(image(package));
    tree().setCurrentIndex(version(3, 7));
    page().filter().bar().field().setText(u"app"_s); // what is chosen is noted
    page().filter().bar().field().setText({});
    tree().setCurrentIndex(version(0, 3));
    show(text(3));
    QCOMPARE(tree().currentIndex().siblingAtColumn(0), version(0, 4));
    model().sort(static_cast<int>(InventoryColumn::Age), Qt::DescendingOrder);
    QCOMPARE(tree().currentIndex().siblingAtColumn(0), version(0, 4));
}

/// Who reads the summary, or is in it with the keyboard, is not thrown out of it.
void TestRefreshPlace::detailsThatStayAreNotMadeAnew()
{
    const QString text = u"package app00-cpu repo=hub0\n  a0v0 image days=1 tags=v0 layers=b:1\n"_s;
    show(text);
    QVERIFY(page().select({u"app00-cpu"_s}, u"v0"_s));
    const QPointer<QWidget> content = page().details().summaryTab().widget();
    show(text + u"  a0v1 image days=2 tags=v1 layers=c:1\n"_s);
    QVERIFY(content && content == page().details().summaryTab().widget());
    show(QString(text).replace(u"days=1"_s, u"days=40"_s));
    QVERIFY(!content);
}

SLIPWAY_TEST_SUITE(TestRefreshPlace);

} // namespace slipway::test

#include "test_refreshplace.moc"
