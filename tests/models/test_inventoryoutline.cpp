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

const QList<InventoryColumn> kPrinted{InventoryColumn::Name, InventoryColumn::Variant, InventoryColumn::Tags,
                                      InventoryColumn::Size, InventoryColumn::Unique,  InventoryColumn::Age};

const QString kTwoHubs = uR"(
package voice-gpu repo=audio
  v2   image  days=1 tags=latest layers=base:1000,voice:200
  v1   image  days=9 tags=v0.1.0 layers=base:1000
package eye repo=vision
  e1   image  days=3 tags=v0.1.0 layers=base:1000
)"_s;

QString printed(InventoryModel& model)
{
    return printTree(model, kPrinted).join(u'\n');
}

} // namespace

/// What stands where is shown before what is counted is loaded, and nothing of it is wrong.
class TestInventoryOutline final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingThatIsNotKnownYet();
    void theInventoryTakesOver();
    void cannotBeFiltered();
    void isOnlyMadeWhereThePackagesSayWhereTheyBelong_data();
    void isOnlyMadeWhereThePackagesSayWhereTheyBelong();
};

void TestInventoryOutline::saysNothingThatIsNotKnownYet()
{
    InventoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOutline(outlineFrom(kTwoHubs), fixtureTime());
    QVERIFY(model.isOutline());
    QCOMPARE(printed(model), uR"(audio | … | … | …
  voice | 1 image(s) | … | … | …
    voice-gpu | GPU | … | … | … | …
vision | … | … | …
  eye | 1 image(s) | … | … | …
    eye | … | … | … | …)"_s);
    const auto size = model.index(0, static_cast<int>(InventoryColumn::Size));
    QCOMPARE(size.data(Qt::AccessibleTextRole).toString(), u"Still being counted"_s);
    QVERIFY(!model.hasChildren(model.imageIndex({u"eye"_s})));
    model.setOutline(nullptr, fixtureTime());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.isOutline());
}

void TestInventoryOutline::theInventoryTakesOver()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setOutline(outlineFrom(kTwoHubs), fixtureTime());
    const QPersistentModelIndex kept = model.imageIndex({u"voice-gpu"_s});
    const ChangeLog log(model);
    model.setInventory(inventoryFrom(kTwoHubs), fixtureTime());
    // A view looks anew at what has something below it.
    QVERIFY(log.lines().contains(u"layout"_s));
    QVERIFY(!log.lines().contains(u"reset"_s));
    QVERIFY(kept.isValid());
    QVERIFY(model.hasChildren(kept));
    InventoryModel fresh;
    fresh.setInventory(inventoryFrom(kTwoHubs), fixtureTime());
    QCOMPARE(printed(model), printed(fresh));
    QVERIFY(!printed(model).contains(u'…'));
}

void TestInventoryOutline::cannotBeFiltered()
{
    InventoryModel model;
    model.setFilter(InventoryFilter::parse(u"tag:latest"_s).value());
    model.setOutline(outlineFrom(kTwoHubs), fixtureTime());
    QCOMPARE(model.rowCount(), 2);
    model.setFilter(InventoryFilter::parse(u"tag:v0.1.0 hub:vision"_s).value());
    QCOMPARE(model.rowCount(), 2);
    model.setInventory(inventoryFrom(kTwoHubs), fixtureTime());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"vision"_s);
}

void TestInventoryOutline::isOnlyMadeWhereThePackagesSayWhereTheyBelong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ClassificationRules>("rules");
    QTest::addColumn<bool>("isMade");
    ClassificationRules named;
    named.rules.push_back({});
    named.rules.back().name = Glob::parse(u"loose*"_s).value();
    named.rules.back().hub = u"audio"_s;
    ClassificationRules tagged = named;
    tagged.rules.back().tag = Glob::parse(u"v*"_s).value();
    const QString loose = u"package loose\n  l1 image layers=base:1000\n"_s;
    QTest::newRow("every package is linked") << kTwoHubs << ClassificationRules() << true;
    QTest::newRow("one is not") << kTwoHubs + loose << ClassificationRules() << false;
    QTest::newRow("a rule names it") << kTwoHubs + loose << named << true;
    QTest::newRow("a rule asks for tags") << kTwoHubs << tagged << false;
}

void TestInventoryOutline::isOnlyMadeWhereThePackagesSayWhereTheyBelong()
{
    QFETCH(const QString, text);
    QFETCH(const ClassificationRules, rules);
    QFETCH(const bool, isMade);
    QCOMPARE(outlineFrom(text, rules) != nullptr, isMade);
}

SLIPWAY_TEST_SUITE(TestInventoryOutline);

} // namespace slipway::test

#include "test_inventoryoutline.moc"
