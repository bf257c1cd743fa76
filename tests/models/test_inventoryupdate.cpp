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

SLIPWAY_TEST_SUITE(TestInventoryUpdate);

} // namespace slipway::test

#include "test_inventoryupdate.moc"
