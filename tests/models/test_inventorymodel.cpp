#include "inventory/buildinventory.h"
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

const QString kTwoHubs = uR"(
package voice-gpu repo=audio
  v2   index  days=1 tags=latest,v0.2.0 children=amd@linux/amd64,att@unknown/unknown>amd
  amd  image  days=1 layers=base:1000,voice:200
  att  attestation days=1 provenance
  sig  signature days=1 tags=sha256-{v2}.sig subject=v2
  v1   image  days=9 tags=v0.1.0 layers=base:1000,old:100
  left image  days=30 layers=base:1000,left:50
package voice-cpu repo=audio
  c1   image  days=3 tags=v0.1.0 layers=base:1000
package lonely
  l1   image  days=2 tags=latest layers=own:10
)"_s;

} // namespace

class TestInventoryModel final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isPrintedAsATree();
    void tellsSizesOfEveryLevel();
    void holdsNoVersionsBeforeAnImageIsOpened();
    void aCycleEnds();
    void findsImagesAndVersions();
    void tellsTagsDigestsAndPresence();
    void anotherOwnerStartsAnew();
    void agesFollowTheClock();
    void opensALongListAtOnce();
};

void TestInventoryModel::isPrintedAsATree()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kTwoHubs));
    const QString expected = uR"(audio | 24 h
  voice | 2 image(s) | 24 h
    voice-cpu | CPU | v0.1.0 | 3 d
      v0.1.0 | CPU | v0.1.0 | Image | 3 d
    voice-gpu | GPU | latest, v0.2.0 | 24 h
      v0.2.0 | GPU | latest, v0.2.0 | Index | 24 h
        linux/amd64 | GPU | Image | 24 h
        attestation | Attestation | 24 h
        signature | Signature | 24 h
      v0.1.0 | GPU | v0.1.0 | Image | 9 d
      untagged | GPU | Image | 30 d
Unassigned | 2 d
  Unassigned | 1 image(s) | 2 d
    lonely | latest | 2 d
      latest | latest | Image | 2 d)"_s;
    const QStringList lines = printTree(model, {InventoryColumn::Name, InventoryColumn::Variant, InventoryColumn::Tags,
                                                InventoryColumn::Kind, InventoryColumn::Age});
    QCOMPARE(lines.join(u'\n'), expected);
}

void TestInventoryModel::tellsSizesOfEveryLevel()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kTwoHubs));
    const int unique = static_cast<int>(InventoryColumn::Unique);
    QCOMPARE(model.headerData(unique, Qt::Horizontal, Qt::ToolTipRole).toString(),
             u"Unique\nBytes nothing else references: what deleting frees"_s);
    const QStringList lines = printTree(model, {InventoryColumn::Name, InventoryColumn::Size, InventoryColumn::Unique});
    QCOMPARE(lines.join(u'\n'), uR"(audio | 1.3 KiB | 1.3 KiB
  voice | 1.3 KiB | 1.3 KiB
    voice-cpu | 1.0 KiB | 0 B
      v0.1.0 | 1.0 KiB | 0 B
    voice-gpu | 1.3 KiB | 350 B
      v0.2.0 | 1.2 KiB | 200 B
        linux/amd64 | 1.2 KiB | 200 B
        attestation | 0 B | 0 B
        signature | 0 B | 0 B
      v0.1.0 | 1.1 KiB | 100 B
      untagged | 1.0 KiB | 50 B
Unassigned | 10 B | 10 B
  Unassigned | 10 B | 10 B
    lonely | 10 B | 10 B
      latest | 10 B | 10 B)"_s);
}

void TestInventoryModel::holdsNoVersionsBeforeAnImageIsOpened()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kTwoHubs));
    const QModelIndex image = model.imageIndex({u"voice-gpu"_s});
    QVERIFY(image.isValid());
    QCOMPARE(model.rowCount(image), 0);
    QVERIFY(model.hasChildren(image));
    QVERIFY(model.canFetchMore(image));
    model.fetchMore(image);
    QCOMPARE(model.rowCount(image), 3);
    QVERIFY(!model.canFetchMore(image));
    QCOMPARE(model.rowCount(model.index(0, 0, image)), 0);
}

void TestInventoryModel::aCycleEnds()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    // A fallback index lists the signature of a version and hangs on that version by its tag.
    model.setInventory(inventoryFrom(uR"(
package app
  main image days=1 tags=latest layers=a:1
  fall index days=1 tags=sha256-{main} children=sig
  sig  signature days=1 subject=main
)"_s));
    const QStringList lines = printTree(model, {InventoryColumn::Name});
    QVERIFY2(lines.size() < 12, qPrintable(lines.join(u'\n')));
    QVERIFY(lines.contains(u"      latest"_s));
}

void TestInventoryModel::findsImagesAndVersions()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kTwoHubs));
    QVERIFY(!model.imageIndex({u"nobody"_s}).isValid());
    const QModelIndex version = model.versionIndex({u"voice-gpu"_s}, named(u"v1"_s));
    QVERIFY(version.isValid());
    QCOMPARE(version.data().toString(), u"v0.1.0"_s);
    QCOMPARE(version.parent(), model.imageIndex({u"voice-gpu"_s}));
    QVERIFY(!model.versionIndex({u"voice-gpu"_s}, named(u"c1"_s)).isValid());
}

void TestInventoryModel::tellsTagsDigestsAndPresence()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kTwoHubs));
    const QModelIndex image = model.imageIndex({u"voice-gpu"_s});
    QCOMPARE(image.data(TagsRole).toStringList(), (QStringList{u"latest"_s, u"v0.2.0"_s}));
    QCOMPARE(image.data(HiddenTagsRole).toInt(), 1);
    QCOMPARE(image.data(DigestRole).toString(), named(u"v2"_s).toString());
    QCOMPARE(image.data(VariantRole).toString(), u"GPU"_s);
    const auto signedColumn = static_cast<int>(InventoryColumn::Signed);
    QCOMPARE(image.siblingAtColumn(signedColumn).data(PresenceRole).toInt(), static_cast<int>(Presence::Yes));
    const QModelIndex old = model.versionIndex({u"voice-gpu"_s}, named(u"v1"_s));
    QCOMPARE(old.siblingAtColumn(signedColumn).data(PresenceRole).toInt(), static_cast<int>(Presence::No));
    QVERIFY(!old.data(QuietRole).toBool());
    QVERIFY(model.versionIndex({u"voice-gpu"_s}, named(u"left"_s)).data(QuietRole).toBool());
}

void TestInventoryModel::anotherOwnerStartsAnew()
{
    InventoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    model.setInventory(inventoryFrom(kTwoHubs));
    const ChangeLog log(model);
    model.setInventory(inventoryFrom(u"package other repo=x\n  o image tags=latest layers=a:1"_s, u"siriusscan"_s));
    QCOMPARE(log.lines(), (QStringList{u"reset"_s, u"insert . 0"_s}));
    QCOMPARE(model.rowCount(), 1);
    model.setInventory(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestInventoryModel::agesFollowTheClock()
{
    InventoryModel model;
    model.setNow(fixtureTime());
    model.setInventory(inventoryFrom(kTwoHubs));
    const QModelIndex age = model.imageIndex({u"voice-cpu"_s}).siblingAtColumn(static_cast<int>(InventoryColumn::Age));
    QCOMPARE(age.data().toString(), u"3 d"_s);
    const ChangeLog log(model);
    model.setNow(fixtureTime().addDays(1));
    QCOMPARE(age.data().toString(), u"4 d"_s);
    QVERIFY(!log.lines().isEmpty());
}

void TestInventoryModel::opensALongListAtOnce()
{
    constexpr int kVersions = 100'000;
    SnapshotBuilder builder({u"northquay"_s, 7, OwnerKind::Organization}, fixtureTime());
    std::vector<ListedVersion> versions;
    for (int i = 0; i < kVersions; ++i) {
        Digest digest = Digest::of(QByteArray::number(i));
        versions.push_back({{i + 1}, digest, fixtureTime().addSecs(-i), fixtureTime().addSecs(-i), {}});
    }
    ListedPackage package;
    package.name = {u"long"_s};
    builder.addPackage(package, std::move(versions), Completeness::Whole);
    InventoryModel model;
    model.setInventory(buildInventory(std::move(builder).build(), {}));
    const QModelIndex image = model.imageIndex({u"long"_s});
    const ChangeLog log(model);
    model.fetchMore(image);
    QCOMPARE(model.rowCount(image), kVersions);
    QCOMPARE(log.lines().size(), 1);
    QCOMPARE(model.index(kVersions - 1, 0, image).data(DigestRole).toString(),
             Digest::of(QByteArray::number(kVersions - 1)).toString());
}

SLIPWAY_TEST_SUITE(TestInventoryModel);

} // namespace slipway::test

#include "test_inventorymodel.moc"
