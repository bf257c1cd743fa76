#include "storage/measurestorage.h"
#include "storage/storageoverview.h"
#include "storage/storageterms.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What of an owner's storage is seen at a glance.
class TestStorageOverview final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void familiesAreThoseOfAllHubs();
    void whatIsNotKnownIsCounted();
    void incompleteIsTold();
    void partsAreThoseThatWereMeasured();
    void whatWasNotReadMayBeOfAnyKind();
    void whatHasNothingToWeighIsCounted_data();
    void whatHasNothingToWeighIsCounted();
    void layersAreNamed();
    void profileDecidesTheTerms_data();
    void profileDecidesTheTerms();
};

namespace
{

// Two hubs have the family torch: the base is shared by both, so it is the family's own.
const QString kOwner = uR"(
package torch-cpu repo=one
  a image tags=v1 layers=base:1000,ca:10 config=c1:1
package torch-gpu repo=two
  b image tags=v1 layers=base:1000,gb:200 config=c2:2
package llm-cpu repo=one
  c image tags=v1 layers=ca:10,own:5000 config=c3:3
  gone missing
package empty repo=two
  d image layers=own:5000,sized:? config=c4:4
)"_s;

QStringList lines(const StorageOverview& overview)
{
    QStringList lines;
    for (const auto& family : overview.families)
        lines.append(u"%1: %2 images, logical %3, stored %4, exclusive %5"_s.arg(family.name)
                         .arg(family.images)
                         .arg(family.size.logical)
                         .arg(family.size.stored)
                         .arg(family.size.exclusive));
    return lines;
}

} // namespace

void TestStorageOverview::familiesAreThoseOfAllHubs()
{
    const auto overview = storageOverview(*Fixture::parse(kOwner).build(), {}, fixtureTime());
    // torch: 1000 + 10 + 200 + 1 + 2 stored; the 10 of `ca` llm has too. The 5000 of `own` are llm's and empty's.
    QCOMPARE(lines(overview), (QStringList{u"llm: 1 images, logical 5013, stored 5013, exclusive 3"_s,
                                           u"empty: 1 images, logical 5004, stored 5004, exclusive 4"_s,
                                           u"torch: 2 images, logical 2213, stored 1213, exclusive 1203"_s}));
    QCOMPARE(overview.size, (SetSize{12230, 6220, 6220, 6010}));
    QCOMPARE(overview.images, size_t{4});
    QCOMPARE(overview.versions, size_t{5});
}

void TestStorageOverview::whatIsNotKnownIsCounted()
{
    const auto overview = storageOverview(*Fixture::parse(kOwner).build(), {}, fixtureTime());
    QCOMPARE(overview.unreadVersions, size_t{1});
    QCOMPARE(overview.unsizedBlobs, size_t{1});
    QVERIFY(!overview.isWhole());
    QVERIFY(!overview.isUnknown());
    // Of each family by itself: llm has the version that is missing, empty the layer without a size.
    for (const auto& family : overview.families)
        QCOMPARE(family.bounds.isWhole(), family.name == u"torch"_s);
    const auto boundsOf = [&overview](const QString& name) {
        return std::ranges::find(overview.families, name, &PlaceUse::name)->bounds;
    };
    // The missing version may hold what torch alone holds as far as is known, and share more of it.
    QVERIFY((boundsOf(u"torch"_s) == PartBounds{AmountBound::Exact, AmountBound::Most, AmountBound::Least}));
    // It is llm's own: elsewhere all was read.
    QVERIFY((boundsOf(u"llm"_s) == PartBounds{AmountBound::Least, AmountBound::Least, AmountBound::Least}));
    QVERIFY((boundsOf(u"empty"_s) == PartBounds{AmountBound::Least, AmountBound::Unsure, AmountBound::Least}));
    QVERIFY(storageOverview(*Fixture::parse(u"package a\n  a missing"_s).build(), {}, fixtureTime()).isUnknown());
    const auto whole =
        storageOverview(*Fixture::parse(u"package a\n  a image layers=x:1"_s).build(), {}, fixtureTime());
    QVERIFY(whole.isWhole());
}

void TestStorageOverview::incompleteIsTold()
{
    Snapshot snapshot = *Fixture::parse(u"package a\n  a image layers=x:1"_s).build();
    snapshot.complete = false;
    QVERIFY(!storageOverview(snapshot, {}, fixtureTime()).isWhole());
}

/// The page shows what the command tells: both are made of one report.
void TestStorageOverview::partsAreThoseThatWereMeasured()
{
    const auto snapshot = Fixture::parse(kOwner).build();
    const auto overview = storageOverview(*snapshot, {}, fixtureTime());
    const auto report = measureStorage(*snapshot, classify(*snapshot, {}), fixtureTime());
    QCOMPARE(overview.size, report.whole.size);
    QCOMPARE(overview.hubs.size(), report.hubs.size());
    for (const auto& hub : report.hubs)
        QVERIFY(std::ranges::any_of(overview.hubs, [&hub](const PlaceUse& use) {
            return use.name == hub.name && use.size == hub.figures.size && use.images == 2;
        }));
    QCOMPARE(overview.families.size(), report.families.size());
    for (const auto& family : report.families)
        QVERIFY(std::ranges::any_of(overview.families, [&family](const PlaceUse& use) {
            return use.name == family.name && use.size == family.figures.size && use.images == family.packages.size();
        }));
    QCOMPARE(overview.kinds.size(), report.kinds.size());
    QCOMPARE(overview.kinds[0].kind, ManifestKind::Image); // they store the most
    for (const auto& kind : report.kinds)
        QVERIFY(std::ranges::any_of(overview.kinds, [&kind](const KindUse& use) {
            return use.kind == kind.kind && use.size == kind.figures.size && use.versions == kind.figures.versions;
        }));
    QCOMPARE(overview.ages.size(), size_t{1}); // all are minutes old
    QCOMPARE(overview.ages[0].age, AgeClass::UnderWeek);
    QCOMPARE(overview.ages[0].size, report.whole.size);
    QCOMPARE(overview.ages[0].versions, report.whole.versions);
    // base: two versions of torch and nobody else, so both its own and shared; ca is shared with llm.
    const auto torch = std::ranges::find(overview.families, u"torch"_s, &PlaceUse::name);
    QCOMPARE(torch->size.shared, 1010);
    QCOMPARE(torch->size.exclusive, 1203);
}

void TestStorageOverview::whatWasNotReadMayBeOfAnyKind()
{
    const auto overview = storageOverview(*Fixture::parse(kOwner).build(), {}, fixtureTime());
    for (const auto& kind : overview.kinds)
        QVERIFY((kind.bounds
                 == PartBounds{AmountBound::Least, AmountBound::Unsure, AmountBound::Least,
                               kind.kind == ManifestKind::Unreadable ? size_t{1} : size_t{0}}));
    // Indexes hold no bytes, and none of them lacks its manifest.
    const auto mixed = storageOverview(
        *Fixture::parse(u"package a\n  a missing\n  b image layers=x:7\n  c index"_s).build(), {}, fixtureTime());
    QCOMPARE(mixed.kinds.size(), size_t{3});
    for (const auto& kind : mixed.kinds)
        QCOMPARE(kind.bounds.withoutManifest, kind.kind == ManifestKind::Unreadable ? size_t{1} : size_t{0});
    const auto whole =
        storageOverview(*Fixture::parse(u"package a\n  a image layers=x:1"_s).build(), {}, fixtureTime());
    QVERIFY(whole.kinds[0].bounds == PartBounds{});
    QVERIFY(whole.ages[0].bounds == PartBounds{});
    // Of images that nobody listed none is a package that was.
    Snapshot cut = *Fixture::parse(u"package a\n  a image layers=x:1"_s).build();
    cut.isListWhole = false;
    cut.complete = false;
    const auto report = measureStorage(cut, classify(cut, {}), fixtureTime());
    const PartLacks lacks(cut, report.whole);
    QVERIFY((lacks.of(report.hubs[0].families[0].packages[0])
             == PartBounds{AmountBound::Exact, AmountBound::Most, AmountBound::Least}));
    QVERIFY(!lacks.of(report.hubs[0]).isWhole());
    const Snapshot part = *Fixture::parse(u"package a partial\n  a image layers=x:1"_s).build();
    QVERIFY(!storageOverview(part, {}, fixtureTime()).kinds[0].bounds.isWhole());
    QVERIFY(!storageOverview(part, {}, fixtureTime()).ages[0].bounds.isWhole());
    QVERIFY(!storageOverview(part, {}, fixtureTime()).hubs[0].bounds.isWhole());
}

void TestStorageOverview::whatHasNothingToWeighIsCounted_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("counted"); ///< of all, the hub, the family, the kind that is missing, the age
    QTest::newRow("missing") << u"missing"_s << u"2 2 2 2 2"_s;
    QTest::newRow("invalid") << u"invalid"_s << u"2 2 2 2 2"_s;
    QTest::newRow("an index without bytes") << u"index"_s << u"1 1 1 1 1"_s;
    QTest::newRow("never asked for") << u"never"_s << u"0 0 0 0 0"_s;
    QTest::newRow("unreadable") << u"unreadable"_s << u"0 0 0 0 0"_s;
    QTest::newRow("weighed") << u"image layers=a:7"_s << u"0 0 0 1 0"_s;
    QTest::newRow("of no size") << u"image layers=a:?"_s << u"0 0 0 0 0"_s; // its own kind comes first
}

/// Only where no later reading of what is there would weigh more.
void TestStorageOverview::whatHasNothingToWeighIsCounted()
{
    QFETCH(const QString, second);
    const QString first = u"package a\n  a missing\n  b "_s;
    const auto shown = [](const StorageOverview& overview) {
        const auto missing = std::ranges::find_if(
            overview.kinds, [](const KindUse& use) { return use.size.stored == 0 && use.kind != ManifestKind::Index; });
        QStringList counts;
        for (const auto count : {overview.withoutManifest, overview.hubs[0].bounds.withoutManifest,
                                 overview.families[0].bounds.withoutManifest, missing->bounds.withoutManifest,
                                 overview.ages[0].bounds.withoutManifest})
            counts.append(QString::number(count));
        return counts.join(u' ');
    };
    QTEST(shown(storageOverview(*Fixture::parse(first + second).build(), {}, fixtureTime())), "counted");
    Snapshot cut = *Fixture::parse(first + second).build();
    cut.isListWhole = false;
    QCOMPARE(shown(storageOverview(cut, {}, fixtureTime())), u"0 0 0 0 0"_s);
}

void TestStorageOverview::layersAreNamed()
{
    const auto overview = storageOverview(*Fixture::parse(kOwner).build(), {}, fixtureTime());
    QCOMPARE(overview.layers.size(), size_t{8});
    QCOMPARE(overview.layers[0], (BlobUse{named(u"own"_s), 5000, 2, 2}));
    QCOMPARE(overview.layers[1], (BlobUse{named(u"base"_s), 1000, 2, 2}));
    QCOMPARE(overview.layers[2], (BlobUse{named(u"gb"_s), 200, 1, 1}));
}

void TestStorageOverview::profileDecidesTheTerms_data()
{
    QTest::addColumn<std::vector<StorageBudget>>("budgets");
    QTest::addColumn<StatedPrices>("prices");
    QTest::addColumn<StorageTerms>("terms");
    const Prices settings{0.1, 0.01, u"EUR"_s, 0};
    const Prices profile{0.5, 0.02, u"CHF"_s, 80};
    const StatedPrices all{0.5, 0.02, u"CHF"_s, 80};
    const StatedPrices usual{0.25, 0.008, u"USD"_s, 150};
    StatedPrices one;
    one.storagePerGibMonth = 0.25;
    QTest::newRow("the usual prices, stated") << std::vector<StorageBudget>{} << usual << StorageTerms{5, Prices{}};
    QTest::newRow("one price") << std::vector<StorageBudget>{} << one << StorageTerms{5, Prices{}};
    one.currency = u"EUR"_s;
    QTest::newRow("one price, of the same currency")
        << std::vector<StorageBudget>{} << one << StorageTerms{5, {0.25, 0.01, u"EUR"_s, 0}};
    QTest::newRow("nothing named") << std::vector<StorageBudget>{} << StatedPrices{} << StorageTerms{5, settings};
    QTest::newRow("the whole owner") << std::vector<StorageBudget>{{{}, {}, 20, {50}}} << all
                                     << StorageTerms{20, profile, {50}, BudgetSource::Profile};
    QTest::newRow("parts only") << std::vector<StorageBudget>{{u"one"_s, {}, 20, {}}, {{}, u"torch"_s, 30, {}}}
                                << StatedPrices{} << StorageTerms{5, settings};
    QTest::newRow("a part before the whole")
        << std::vector<StorageBudget>{{u"one"_s, {}, 20, {}}, {{}, {}, 30, {60}}} << StatedPrices{}
        << StorageTerms{30, settings, {60}, BudgetSource::Profile};
}

void TestStorageOverview::profileDecidesTheTerms()
{
    QFETCH(const std::vector<StorageBudget>, budgets);
    QFETCH(const StatedPrices, prices);
    QFETCH(const StorageTerms, terms);
    QCOMPARE(termsOf(budgets, prices, {5, {0.1, 0.01, u"EUR"_s, 0}}), terms);
}

SLIPWAY_TEST_SUITE(TestStorageOverview);

} // namespace slipway::test

#include "test_storageoverview.moc"
