#include "models/inventoryfrom.h"
#include "models/inventorymodel.h"
#include "models/printmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QList<InventoryColumn> kPrinted{InventoryColumn::Name,   InventoryColumn::Tags, InventoryColumn::Size,
                                      InventoryColumn::Unique, InventoryColumn::Kind, InventoryColumn::Signed};

const QString kBefore = uR"(
package voice-gpu repo=audio
  v2   image  days=1 tags=latest layers=base:1000,voice:200
  v1   index  days=9 tags=v0.1.0 children=amd@linux/amd64
  amd  image  days=9 layers=base:1000,old:100
  left image  days=30 layers=base:1000,left:50
package eye-cpu repo=vision
  e1   image  days=3 tags=v0.1.0 layers=base:1000
)"_s;

} // namespace

/// A refresh must never cost a person the place: what stays keeps its persistent index, and the model is the same as
/// one that was filled with the new inventory from the start.
class TestInventoryUpdate final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAKeyedDiff_data();
    void isAKeyedDiff();
    void keepsWhatStays();
    void manySteps();
    void filteredSortedAndPartlyOpen();
    void manyThatMoveAreOneLayout();
    void manyThatGoAreOneLayout();
    void oneThatMovesFarIsOneMove();
};

void TestInventoryUpdate::isAKeyedDiff_data()
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("changes");
    const QString groups =
        u"change . 0-1\nchange audio 0\nchange audio/voice 0\nchange vision 0\nchange vision/eye 0"_s;
    const auto with = [&groups](const QStringList& before, const QStringList& after) {
        QStringList lines = before + groups.split(u'\n') + after;
        lines.sort();
        return lines;
    };
    QTest::newRow("nothing new") << kBefore << with({}, {});
    QTest::newRow("a version came") << QString(kBefore).replace(u"  v2 "_s,
                                                                u"  v3 image days=0 tags=v3 layers=base:1000\n  v2 "_s)
                                    << with({}, {u"insert audio/voice/voice-gpu 0"_s});
    QTest::newRow("a version went") << QString(kBefore).remove(u"  left image  days=30 layers=base:1000,left:50\n"_s)
                                    << with({}, {u"remove audio/voice/voice-gpu 2"_s});
    QTest::newRow("a tag moved") << QString(kBefore).replace(u"days=30"_s, u"days=0 tags=v9"_s)
                                 << with({u"change audio/voice/voice-gpu 2"_s},
                                         {u"move audio/voice/voice-gpu 2 to 0"_s});
    QTest::newRow("a package came")
        << kBefore + u"package eye-gpu repo=vision\n  g1 image days=1 tags=latest layers=base:1000\n"_s
        << with({}, {u"insert vision/eye 1"_s});
    QTest::newRow("a hub went") << kBefore.left(kBefore.indexOf(u"package eye"_s))
                                << QStringList{u"change . 0"_s, u"change audio 0"_s, u"change audio/voice 0"_s,
                                               u"remove . 1"_s};
}

void TestInventoryUpdate::isAKeyedDiff()
{
    QFETCH(const QString, after);
    QFETCH(const QStringList, changes);
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kBefore));
    (void)printTree(model, kPrinted);
    const ChangeLog log(model);
    model.setInventory(inventoryFrom(after));
    QStringList told = log.lines();
    told.sort();
    // Sizes of versions follow from what else is there; which of them changed is not what is told here.
    for (const auto& wanted : changes)
        QVERIFY2(told.contains(wanted), qPrintable(wanted + u" is not among:\n"_s + told.join(u'\n')));
    QVERIFY(!told.contains(u"reset"_s));
    InventoryModel fresh;
    fresh.setNow(fixtureTime());
    fresh.setInventory(inventoryFrom(after));
    QCOMPARE(printTree(model, kPrinted).join(u'\n'), printTree(fresh, kPrinted).join(u'\n'));
}

void TestInventoryUpdate::keepsWhatStays()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kBefore));
    (void)printTree(model, kPrinted);
    const QPersistentModelIndex kept = model.versionIndex({u"voice-gpu"_s}, named(u"v1"_s));
    const QPersistentModelIndex part = model.index(0, 0, kept);
    const QPersistentModelIndex gone = model.versionIndex({u"voice-gpu"_s}, named(u"left"_s));
    QCOMPARE(part.data().toString(), u"linux/amd64"_s);
    QString after = kBefore;
    after.replace(u"  v2 "_s,
                  u"  v4 image days=0 tags=v4 layers=base:1000\n  v3 image days=0 tags=v3 layers=base:1000\n  v2 "_s);
    after.remove(u"  left image  days=30 layers=base:1000,left:50\n"_s);
    model.setInventory(inventoryFrom(after));
    QVERIFY(!gone.isValid());
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 3);
    QCOMPARE(kept.data(DigestRole).toString(), named(u"v1"_s).toString());
    QCOMPARE(part.data().toString(), u"linux/amd64"_s);
    QCOMPARE(part.parent(), QModelIndex(kept));
}

void TestInventoryUpdate::manySteps()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    std::mt19937 random(20261121);
    for (int step = 0; step < 60; ++step) {
        QString text;
        for (int package = 0; package < 5; ++package) {
            if (random() % 5 == 0)
                continue;
            text += u"package p%1-cpu repo=r%2\n"_s.arg(package).arg(random() % 2);
            for (int version = 0; version < 8; ++version)
                if (random() % 3 != 0)
                    text += u"  p%1v%2 image days=%3 tags=t%4 layers=b%2:%5\n"_s.arg(package)
                                .arg(version)
                                .arg(random() % 9)
                                .arg(random() % 4)
                                .arg(100 + package);
        }
        model.setInventory(inventoryFrom(text));
        InventoryModel fresh;
        fresh.setInventory(model.inventory());
        QCOMPARE(printTree(model, kPrinted).join(u'\n'), printTree(fresh, kPrinted).join(u'\n'));
    }
}

namespace
{

/// Packages that come and go, of versions that come, go, move and change; some are indexes with parts.
QString randomOwner(std::mt19937& random)
{
    QString text;
    for (int package = 0; package < 7; ++package) {
        if (random() % 6 == 0)
            continue;
        text += u"package p%1-cpu repo=r%2\n"_s.arg(package).arg(random() % 2);
        for (int version = 0; version < 12; ++version) {
            const QString name = u"p%1v%2"_s.arg(package).arg(version);
            const QString rest = u"days=%1 tags=t%2"_s.arg(random() % 9).arg(random() % 4);
            if (random() % 4 == 0)
                continue;
            if (version % 4 == 0)
                text += u"  %1 index %2 children=%1a@linux/amd64,%1b@linux/arm64\n"
                        "  %1a image days=1 layers=b:100\n  %1b image days=1 layers=c:100\n"_s.arg(name, rest);
            else
                text += u"  %1 image %2 layers=b%3:%4\n"_s.arg(name, rest).arg(version).arg(100 * (version % 3));
        }
    }
    return text;
}

/// Opens some of what can be opened.
void openSome(InventoryModel& model, std::mt19937& random, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (model.canFetchMore(index) && random() % 3 == 0)
            model.fetchMore(index);
        openSome(model, random, index);
    }
}

/// The first difference between what is open in a model and the same rows of one made afresh, which are opened there.
QString difference(InventoryModel& model, InventoryModel& fresh, const QModelIndex& parent = {},
                   const QModelIndex& freshParent = {})
{
    const QString place = parent.isValid() ? parent.data().toString() : u"the root"_s;
    if (model.rowCount(parent) != fresh.rowCount(freshParent))
        return u"%1 rows below %2, not %3"_s.arg(model.rowCount(parent)).arg(place).arg(fresh.rowCount(freshParent));
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (const auto column : kPrinted) {
            const auto shown = model.index(row, static_cast<int>(column), parent).data();
            const auto wanted = fresh.index(row, static_cast<int>(column), freshParent).data();
            if (shown != wanted)
                return u"row %1 below %2 says %3, not %4"_s.arg(row).arg(place, shown.toString(), wanted.toString());
        }
        const QModelIndex index = model.index(row, 0, parent);
        const QModelIndex freshIndex = fresh.index(row, 0, freshParent);
        if (index.parent() != parent)
            return u"row %1 below %2 has another parent"_s.arg(row).arg(place);
        if (model.hasChildren(index) != fresh.hasChildren(freshIndex))
            return u"row %1 below %2 opens, or does not"_s.arg(row).arg(place);
        if (model.canFetchMore(index))
            continue;
        if (fresh.canFetchMore(freshIndex))
            fresh.fetchMore(freshIndex);
        if (const QString below = difference(model, fresh, index, freshIndex); !below.isEmpty())
            return below;
    }
    return {};
}

} // namespace

/// Whatever is open, filtered and sorted: random changes end in the tree a new model shows, and a persistent index
/// stays with its version.
void TestInventoryUpdate::filteredSortedAndPartlyOpen()
{
    const QStringList filters{{}, u"t1"_s, u"-t2"_s, u"p3"_s, u"kind:index"_s, u"nothing"_s, u"age:>2d"_s};
    std::mt19937 random(20261122);
    for (int walk = 0; walk < 12; ++walk) {
        InventoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
        QDateTime now = fixtureTime();
        for (int step = 0; step < 15; ++step) {
            const QString text = randomOwner(random);
            const int column = static_cast<int>(random() % (kInventoryColumns + 1)) - 1;
            const auto order = random() % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            const auto filter =
                InventoryFilter::read(filters[static_cast<qsizetype>(random() % 12 < 6 ? 0 : random() % 7)]);
            QVERIFY(filter);
            if (step % 3 == 0) {
                model.setFilter(*filter);
                model.sort(column, order);
            }
            openSome(model, random);
            QList<std::pair<QPersistentModelIndex, QString>> held;
            for (int hub = 0; hub < model.rowCount(); ++hub)
                for (QModelIndex index = model.index(0, 0, model.index(0, 0, model.index(hub, 0))); index.isValid();
                     index = index.siblingAtRow(index.row() + 1))
                    for (int row = 0; row < model.rowCount(index); ++row)
                        held.append(
                            {model.index(row, 0, index), model.index(row, 0, index).data(DigestRole).toString()});
            now = now.addSecs(3600);
            model.setInventory(inventoryFrom(text), now);
            InventoryModel fresh;
            fresh.setFilter(model.arrangement()->view().filter);
            const auto sort = model.arrangement()->view().sort;
            fresh.sort(sort ? static_cast<int>(sort->column) : -1, sort ? sort->order : Qt::AscendingOrder);
            fresh.setInventory(model.inventory(), now);
            const QString found = difference(model, fresh);
            QVERIFY2(found.isEmpty(), qPrintable(u"walk %1, step %2: %3\n%4"_s.arg(walk).arg(step).arg(found, text)));
            for (const auto& [index, digest] : std::as_const(held))
                if (index.isValid())
                    QCOMPARE(index.data(DigestRole).toString(), digest);
        }
    }
}

namespace
{

/// One image whose versions have these sizes in bytes; every tenth is an index with a part of that size.
QString ownerOfSizes(const std::vector<int>& sizes)
{
    QString text = u"package p-cpu repo=r\n"_s;
    for (size_t i = 0; i < sizes.size(); ++i) {
        const auto name = u"v%1"_s.arg(i);
        if (i % 10 == 0)
            text += u"  %1 index days=1 children=%1a@linux/amd64\n  %1a image days=1 layers=l%1:%2\n"_s.arg(name).arg(
                sizes[i]);
        else
            text += u"  %1 image days=1 layers=l%1:%2\n"_s.arg(name).arg(sizes[i]);
    }
    return text;
}

/// A model of it, by size, with everything open.
void openBySize(InventoryModel& model, const std::vector<int>& sizes)
{
    model.setNow(fixtureTime());
    model.sort(static_cast<int>(InventoryColumn::Size));
    model.setInventory(inventoryFrom(ownerOfSizes(sizes)));
    (void)printTree(model, kPrinted);
}

QModelIndex theImage(const InventoryModel& model)
{
    return model.imageIndex({u"p-cpu"_s});
}

QString treeOfSizes(const std::vector<int>& sizes)
{
    InventoryModel fresh;
    openBySize(fresh, sizes);
    return printTree(fresh, kPrinted).join(u'\n');
}

} // namespace

/// Sorted by size, and every size is another one: a move for each row would pass all rows each time.
void TestInventoryUpdate::manyThatMoveAreOneLayout()
{
    std::mt19937 random(20261122);
    std::vector<int> sizes(80);
    const auto change = [&] { std::ranges::generate(sizes, [&] { return 1 + static_cast<int>(random() % 1'000); }); };
    change();
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    openBySize(model, sizes);
    for (int step = 0; step < 20; ++step) {
        QList<std::pair<QPersistentModelIndex, QString>> held;
        for (int row = 0; row < model.rowCount(theImage(model)); ++row) {
            const QModelIndex index = model.index(row, 0, theImage(model));
            held.append({index, index.data(DigestRole).toString()});
            if (model.rowCount(index) > 0)
                held.append({model.index(0, 0, index), model.index(0, 0, index).data(DigestRole).toString()});
        }
        change();
        const ChangeLog log(model);
        model.setInventory(inventoryFrom(ownerOfSizes(sizes)));
        QVERIFY2(log.lines().contains(u"layout"_s), qPrintable(log.lines().join(u'\n')));
        QCOMPARE(log.lines().filter(u"move"_s), QStringList());
        QCOMPARE(printTree(model, kPrinted).join(u'\n'), treeOfSizes(sizes));
        for (const auto& [index, digest] : std::as_const(held))
            QCOMPARE(index.data(DigestRole).toString(), digest);
    }
}

/// Every second of many went: each would be a run of its own.
void TestInventoryUpdate::manyThatGoAreOneLayout()
{
    QString every;
    QString second;
    for (int number = 0; number < 200; ++number) {
        const QString line = u"  v%1 image days=%1 layers=b:1\n"_s.arg(number);
        every += line;
        second += number % 2 == 0 ? line : QString();
    }
    const QString package = u"package p-cpu repo=r\n"_s;
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setInventory(inventoryFrom(package + every));
    (void)printTree(model, kPrinted);
    const QPersistentModelIndex stays = model.versionIndex({u"p-cpu"_s}, named(u"v100"_s));
    const QPersistentModelIndex goes = model.versionIndex({u"p-cpu"_s}, named(u"v101"_s));
    for (const auto& [text, rows] : {std::pair(second, 100), std::pair(every, 200)}) {
        const ChangeLog log(model);
        model.setInventory(inventoryFrom(package + text));
        QVERIFY(log.lines().contains(u"layout"_s));
        QCOMPARE(log.lines().filter(u"remove"_s) + log.lines().filter(u"insert"_s), QStringList());
        QCOMPARE(model.rowCount(theImage(model)), rows);
        QCOMPARE(stays.data(DigestRole).toString(), named(u"v100"_s).toString());
        QVERIFY(!goes.isValid());
    }
}

void TestInventoryUpdate::oneThatMovesFarIsOneMove()
{
    std::vector<int> sizes(80);
    std::ranges::generate(sizes, [next = 0]() mutable { return next += 10; });
    InventoryModel model;
    openBySize(model, sizes);
    const QPersistentModelIndex held = model.versionIndex({u"p-cpu"_s}, named(u"v1"_s));
    const int from = held.row();
    const ChangeLog log(model);
    sizes[1] = 10'000;
    model.setInventory(inventoryFrom(ownerOfSizes(sizes)));
    QCOMPARE(log.lines().filter(u"move"_s),
             QStringList{u"move r/p/p-cpu %1 to %2"_s.arg(from).arg(model.rowCount(theImage(model)))});
    QVERIFY(!log.lines().contains(u"layout"_s));
    QCOMPARE(held.row(), model.rowCount(theImage(model)) - 1);
    QCOMPARE(printTree(model, kPrinted).join(u'\n'), treeOfSizes(sizes));
}

SLIPWAY_TEST_SUITE(TestInventoryUpdate);

} // namespace slipway::test

#include "test_inventoryupdate.moc"
