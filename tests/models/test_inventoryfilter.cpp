#include "models/inventoryfrom.h"
#include "models/inventorymodel.h"
#include "models/inventorysort.h"
#include "models/printmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <random>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QString kThreeHubs = uR"(
package voice-gpu repo=audio
  v2   index  days=1 tags=latest,v0.10.0 children=amd@linux/amd64
  amd  image  days=1 layers=base:1000,voice:200
  sig  signature days=1 subject=v2
  v1   image  days=9 tags=v0.9.0 layers=base:1000,old:100
  left image  days=30 layers=base:1000,left:50
package voice-cpu repo=audio
  c1   image  days=3 tags=v0.9.0 layers=base:1000
package eye-cpu repo=vision
  e1   image  days=3 tags=v0.9.0,nightly layers=base:1000,eye:5000
  e2   image  days=8 tags=v0.8.0 layers=base:1000,eye:5000,eye2:1
package lonely
  l1   image  days=2 tags=latest layers=own:10
)"_s;

const QString kParts = uR"(
package app repo=audio
  v1   index  days=1 tags=v1.0.0 children=arm@linux/arm64,x86@linux/386,amd@linux/amd64
  arm  image  days=9 layers=base:1000,arm:20
  x86  image  days=2 layers=base:1000
  amd  image  days=4 layers=base:1000,amd:300
  sig  signature days=1 subject=amd
)"_s;

InventoryFilter filter(const QString& text)
{
    auto parsed = InventoryFilter::parse(text);
    return parsed ? *parsed : InventoryFilter();
}

const QList<InventoryColumn> kNames{InventoryColumn::Name};

} // namespace

/// The tree as a filter and a sorted column arrange it: like one that was filled that way, and nobody loses the place.
class TestInventoryFilter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOutWhatDoesNotMatch_data();
    void leavesOutWhatDoesNotMatch();
    void keepsThePlace();
    void tellsHowManyImagesMatch();
    void sortsWithinEachParent_data();
    void sortsWithinEachParent();
    void sortsPartsBelowAVersion_data();
    void sortsPartsBelowAVersion();
    void aRefreshKeepsTheOrderOfParts();
    void sortingIsStable();
    void sortsLongListsAsShortOnes();
    void readsNumbersAsPeopleDo();
    void aRefreshKeepsFilterAndOrder();
    void ageFollowsTheClock();
    void manySteps();
};

void TestInventoryFilter::leavesOutWhatDoesNotMatch_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    QTest::newRow("nothing matches") << u"no-such"_s << QString();
    QTest::newRow("one version") << u"nightly"_s
                                 << u"vision\n  eye\n    eye-cpu\n      nightly"_s.replace(u"      nightly"_s,
                                                                                           u"      v0.9.0"_s);
    QTest::newRow("one of an image's versions, with its parts")
        << u"tag:v0.10.0"_s
        << u"audio\n  voice\n    voice-gpu\n      v0.10.0\n        linux/amd64\n        signature"_s;
    QTest::newRow("in several hubs")
        << u"v0.9.0 -name:voice-cpu"_s
        << u"audio\n  voice\n    voice-gpu\n      v0.9.0\nvision\n  eye\n    eye-cpu\n      v0.9.0"_s;
    QTest::newRow("by hub") << u"hub:vision age:>5d"_s << u"vision\n  eye\n    eye-cpu\n      v0.8.0"_s;
    QTest::newRow("by size") << u"size:>5KiB size:<6001"_s << u"vision\n  eye\n    eye-cpu\n      v0.9.0"_s;
}

void TestInventoryFilter::leavesOutWhatDoesNotMatch()
{
    QFETCH(const QString, text);
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kThreeHubs));
    const QString all = printTree(model, kNames).join(u'\n');
    model.setFilter(filter(text));
    QVERIFY(model.isFiltered());
    QTEST(printTree(model, kNames).join(u'\n'), "tree");
    model.setFilter({});
    QCOMPARE(printTree(model, kNames).join(u'\n'), all);
    // Before the inventory comes it holds as well.
    InventoryModel later;
    later.setNow(fixtureTime());
    later.setFilter(filter(text));
    later.setInventory(inventoryFrom(kThreeHubs));
    QTEST(printTree(later, kNames).join(u'\n'), "tree");
}

void TestInventoryFilter::keepsThePlace()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kThreeHubs));
    (void)printTree(model, kNames);
    const QPersistentModelIndex kept = model.versionIndex({u"voice-gpu"_s}, named(u"v2"_s));
    const QPersistentModelIndex part = model.index(0, 3, kept);
    const QPersistentModelIndex gone = model.versionIndex({u"voice-gpu"_s}, named(u"left"_s));
    const QPersistentModelIndex vision = model.index(1, 0);
    const ChangeLog log(model);
    model.setFilter(filter(u"v0.10"_s));
    QCOMPARE(log.lines(), QStringList{u"layout"_s}); // and no row by itself
    QVERIFY(!gone.isValid());
    QVERIFY(!vision.isValid());
    QCOMPARE(kept.data(DigestRole).toString(), named(u"v2"_s).toString());
    QCOMPARE(part.parent(), QModelIndex(kept));
    QCOMPARE(part.column(), 3);
    model.sort(static_cast<int>(InventoryColumn::Age), Qt::DescendingOrder);
    model.setFilter({});
    QCOMPARE(kept.row(), 2);
    QCOMPARE(kept.data(DigestRole).toString(), named(u"v2"_s).toString());
    QCOMPARE(part.parent(), QModelIndex(kept));
}

void TestInventoryFilter::tellsHowManyImagesMatch()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kThreeHubs));
    const auto voiceImages = [&] {
        return model.index(0, static_cast<int>(InventoryColumn::Tags), model.index(0, 0)).data().toString();
    };
    QCOMPARE(voiceImages(), u"2 image(s)"_s);
    model.setFilter(filter(u"gpu"_s));
    QCOMPARE(voiceImages(), u"1 of 2 image(s)"_s);
    QCOMPARE(model.arrangement()->imageTotal(), 1U);
    model.setFilter(filter(u"v0.9.0"_s));
    QCOMPARE(voiceImages(), u"2 image(s)"_s);
    QCOMPARE(model.arrangement()->imageTotal(), 3U);
}

void TestInventoryFilter::sortsWithinEachParent_data()
{
    QTest::addColumn<InventoryColumn>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("tree");
    QTest::newRow("by name") << InventoryColumn::Name << Qt::AscendingOrder
                             << u"audio:voice:voice-cpu:v0.9.0:voice-gpu:untagged:v0.9.0:v0.10.0:"
                                "Unassigned:Unassigned:lonely:latest:vision:eye:eye-cpu:v0.8.0:v0.9.0"_s;
    QTest::newRow("by size, largest first") << InventoryColumn::Size << Qt::DescendingOrder
                                            << u"vision:eye:eye-cpu:v0.8.0:v0.9.0:"
                                               "audio:voice:voice-gpu:v0.10.0:v0.9.0:untagged:voice-cpu:v0.9.0:"
                                               "Unassigned:Unassigned:lonely:latest"_s;
    QTest::newRow("by age, oldest first") << InventoryColumn::Age << Qt::DescendingOrder
                                          << u"vision:eye:eye-cpu:v0.8.0:v0.9.0:"
                                             "Unassigned:Unassigned:lonely:latest:"
                                             "audio:voice:voice-cpu:v0.9.0:voice-gpu:untagged:v0.9.0:v0.10.0"_s;
    QTest::newRow("by signature") << InventoryColumn::Signed << Qt::DescendingOrder
                                  << u"audio:voice:voice-cpu:v0.9.0:voice-gpu:v0.9.0:untagged:v0.10.0:"
                                     "vision:eye:eye-cpu:v0.9.0:v0.8.0:Unassigned:Unassigned:lonely:latest"_s;
}

void TestInventoryFilter::sortsWithinEachParent()
{
    QFETCH(const InventoryColumn, column);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QString, tree);
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kThreeHubs));
    const QString before = printTree(model, kNames).join(u'\n');
    model.sort(static_cast<int>(column), order);
    QStringList lines;
    for (const auto& line : printTree(model, kNames))
        if (!line.startsWith(u"        "_s)) // parts have a test of their own
            lines.append(line.trimmed());
    QCOMPARE(lines.join(u':'), tree);
    model.sort(-1);
    QCOMPARE(printTree(model, kNames).join(u'\n'), before);
}

void TestInventoryFilter::sortsPartsBelowAVersion_data()
{
    QTest::addColumn<InventoryColumn>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("parts");
    QTest::newRow("by size, largest first")
        << InventoryColumn::Size << Qt::DescendingOrder << u"linux/amd64:signature:linux/arm64:linux/386"_s;
    QTest::newRow("by size, smallest first")
        << InventoryColumn::Size << Qt::AscendingOrder << u"linux/386:linux/arm64:linux/amd64:signature"_s;
    QTest::newRow("by name") << InventoryColumn::Name << Qt::AscendingOrder
                             << u"linux/386:linux/amd64:signature:linux/arm64"_s;
    QTest::newRow("by name, backwards") << InventoryColumn::Name << Qt::DescendingOrder
                                        << u"linux/arm64:linux/amd64:signature:linux/386"_s;
    QTest::newRow("by age, youngest first")
        << InventoryColumn::Age << Qt::AscendingOrder << u"linux/386:linux/amd64:signature:linux/arm64"_s;
}

/// The parts below an opened version, and what is open below those, follow the column as everything above them does.
void TestInventoryFilter::sortsPartsBelowAVersion()
{
    QFETCH(const InventoryColumn, column);
    QFETCH(const Qt::SortOrder, order);
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kParts));
    const auto parts = [&] {
        QStringList lines;
        for (const auto& line : printTree(model, kNames))
            if (line.startsWith(u"        "_s))
                lines.append(line.trimmed());
        return lines.join(u':');
    };
    const QString listed = u"linux/arm64:linux/386:linux/amd64:signature"_s;
    QCOMPARE(parts(), listed);
    const QModelIndex version = model.versionIndex({u"app"_s}, named(u"v1"_s));
    const QPersistentModelIndex amd = model.index(2, 0, version);
    const QPersistentModelIndex below = model.index(0, 0, amd);
    QCOMPARE(below.data().toString(), u"signature"_s);
    model.sort(static_cast<int>(column), order);
    QTEST(parts(), "parts");
    QCOMPARE(amd.data(DigestRole).toString(), named(u"amd"_s).toString());
    QCOMPARE(below.parent(), QModelIndex(amd));
    // What is opened later stands as what was open.
    InventoryModel later;
    later.setNow(fixtureTime());
    later.sort(static_cast<int>(column), order);
    later.setInventory(inventoryFrom(kParts));
    QCOMPARE(printTree(later, kNames), printTree(model, kNames));
    model.sort(-1);
    QCOMPARE(parts(), listed);
}

void TestInventoryFilter::aRefreshKeepsTheOrderOfParts()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kParts));
    model.sort(static_cast<int>(InventoryColumn::Age), Qt::AscendingOrder);
    (void)printTree(model, kNames);
    const QPersistentModelIndex arm = model.index(2, 0, model.versionIndex({u"app"_s}, named(u"v1"_s)));
    QCOMPARE(arm.data().toString(), u"linux/arm64"_s);
    QString after = kParts;
    after.replace(u"arm  image  days=9"_s, u"arm  image  days=1"_s);
    model.setInventory(inventoryFrom(after));
    QCOMPARE(arm.row(), 0);
    QCOMPARE(arm.data(DigestRole).toString(), named(u"arm"_s).toString());
}

void TestInventoryFilter::sortingIsStable()
{
    std::vector<NumberedPlace> numbers;
    std::mt19937_64 random(7);
    for (std::uint32_t i = 0; i < 5000; ++i)
        numbers.push_back({random() % 40 * 0x100000001ULL, i});
    auto expected = numbers;
    std::ranges::stable_sort(expected, {}, &NumberedPlace::key);
    sortByKey(numbers);
    for (size_t i = 0; i < numbers.size(); ++i) {
        QCOMPARE(numbers[i].key, expected[i].key);
        QCOMPARE(numbers[i].place, expected[i].place);
    }
}

void TestInventoryFilter::sortsLongListsAsShortOnes()
{
    std::mt19937_64 random(8);
    for (const size_t total : {0U, 1U, 511U, 512U, 513U, 3000U}) {
        std::vector<NumberedPlace> numbers;
        for (std::uint32_t i = 0; i < total; ++i)
            numbers.push_back({random() >> (random() % 64), i});
        auto expected = numbers;
        std::ranges::stable_sort(expected, {}, &NumberedPlace::key);
        sortByKey(numbers);
        QVERIFY(std::ranges::equal(numbers, expected, {}, &NumberedPlace::place, &NumberedPlace::place));
    }
}

void TestInventoryFilter::readsNumbersAsPeopleDo()
{
    QVERIFY(compareNaturally(u"v0.9", u"v0.10") < 0);
    QVERIFY(compareNaturally(u"v0.10", u"v0.9") > 0);
    QCOMPARE(compareNaturally(u"V1", u"v1"), 0);
    QCOMPARE(compareNaturally(u"a007", u"a7"), 0);
    QVERIFY(compareNaturally(u"a", u"a1") < 0);
    QVERIFY(compareNaturally(u"", u"a") < 0);
    QVERIFY(compareNaturally(u"99999999999999999999998", u"99999999999999999999999") < 0);
}

void TestInventoryFilter::aRefreshKeepsFilterAndOrder()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kThreeHubs));
    model.setFilter(filter(u"v0"_s));
    model.sort(static_cast<int>(InventoryColumn::Size), Qt::DescendingOrder);
    (void)printTree(model, kNames);
    const QPersistentModelIndex kept = model.versionIndex({u"eye-cpu"_s}, named(u"e1"_s));
    QString after = kThreeHubs;
    after.replace(u"  e2 "_s,
                  u"  e3 image days=1 tags=v0.9.9 layers=big:90000\n  e4 image days=2 tags=x layers=b:1\n  e2 "_s);
    model.setInventory(inventoryFrom(after));
    QCOMPARE(printTree(model, kNames).join(u'\n'),
             u"vision\n  eye\n    eye-cpu\n      v0.9.9\n      v0.8.0\n      v0.9.0\n"
             "audio\n  voice\n    voice-gpu\n      v0.10.0\n        linux/amd64\n        signature\n      v0.9.0\n"
             "    voice-cpu\n      v0.9.0"_s);
    QCOMPARE(kept.data(DigestRole).toString(), named(u"e1"_s).toString());
}

void TestInventoryFilter::ageFollowsTheClock()
{
    InventoryModel model;
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kThreeHubs));
    model.setFilter(filter(u"age:>30d"_s));
    QCOMPARE(model.rowCount(), 0);
    model.setNow(fixtureTime().addDays(1));
    QCOMPARE(printTree(model, kNames).join(u':'), u"audio:  voice:    voice-gpu:      untagged"_s);
}

void TestInventoryFilter::manySteps()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kThreeHubs));
    std::mt19937 random(20261122);
    const QStringList texts{{},       u"v"_s,      u"v0"_s,      u"v0.9"_s, u"voice"_s,
                            u"gpu"_s, u"signed"_s, u"-latest"_s, u"xyz"_s,  u"hub:vision"_s};
    InventoryFilter current;
    int column = -1;
    auto order = Qt::AscendingOrder;
    for (int step = 0; step < 300; ++step) {
        if (random() % 2 == 0) {
            current = filter(texts[static_cast<qsizetype>(random()) % texts.size()]);
            model.setFilter(current);
        } else {
            column = static_cast<int>(random() % (kInventoryColumns + 1)) - 1;
            order = random() % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            model.sort(column, order);
        }
        InventoryModel fresh;
        fresh.setNow(fixtureTime());
        fresh.setFilter(current);
        fresh.sort(column, order);
        fresh.setInventory(model.inventory());
        QCOMPARE(printTree(model, kNames).join(u'\n'), printTree(fresh, kNames).join(u'\n'));
    }
}

SLIPWAY_TEST_SUITE(TestInventoryFilter);

} // namespace slipway::test

#include "test_inventoryfilter.moc"
