#include "models/inventoryfrom.h"
#include "models/whatifmeter.h"
#include "support/suite.h"

#include <QSignalSpy>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr Bytes kGib = Bytes{1} << 30U;

/// A base with two releases, and two hubs: one image on the new release, one on the old, one on none of ours.
const auto kTwoHubs = uR"(package base-cpu repo=platform
    b2 image tags=2,latest layers=os2:1000,py2:200 config=n2:1 days=5
    b1 image tags=1 layers=os1:1100,py1:210 config=n1:2 days=50
    b0 image layers=os0:5 config=n0:3 days=60
    package asr-cpu repo=audio
    a2 image tags=v2 layers=os2:1000,py2:200,asr2:20 config=ca:8 days=4
    a1 image tags=v1 layers=os1:1100,py1:210,asr1:10 config=cc:32 days=40
    a0 image layers=os1:1100,py1:210,asr0:7 config=ce:64 days=100
    package ocr-cpu repo=vision
    o1 image tags=v1 layers=os1:1100,py1:210,ocr1:40 config=cd:128 days=40
    o0 image tags=v0 layers=debian:300,ocr0:50 config=cf:256 days=60)"_s;

QStringList offersOf(const WhatIfGround& ground)
{
    QStringList lines;
    for (const auto& base : ground.bases)
        lines.append(u"%1 %2 %3%4"_s.arg(variantName(base.variant), base.title)
                         .arg(base.size)
                         .arg(base.isProposed ? u" proposed"_s : QString()));
    return lines;
}

} // namespace

class TestWhatIf final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groundOffersBasesAndHubs();
    void beginsWithTheProposal();
    void countsTheRealLayers();
    void stepsAreATable();
    void textHasAllOfIt();
    void notesNameWhatIsNotCounted();
    void onlyTheNewestWishIsAnswered();
};

void TestWhatIf::groundOffersBasesAndHubs()
{
    const auto ground = whatIfGround(inventoryFrom(kTwoHubs));
    QCOMPARE(offersOf(ground), (QStringList{u"base-cpu base-cpu:2 1201 proposed"_s, u"base-cpu base-cpu:1 1312"_s}));
    QCOMPARE(ground.hubs, (std::vector<QString>{u"audio"_s, u"platform"_s, u"vision"_s}));
    QVERIFY(whatIfGround(inventoryFrom(u"package stray\n s image tags=x layers=l:1 days=1"_s)).bases.empty());
}

void TestWhatIf::beginsWithTheProposal()
{
    const auto ground = whatIfGround(inventoryFrom(kTwoHubs));
    const auto wish = usualWhatIf(ground, {});
    QCOMPARE(wish.bases, std::vector{ground.bases[0].version});
    QCOMPARE(wish.hubs, ground.hubs);
    QVERIFY((wish.retention == Retention{std::chrono::days(90), 5}));
    QCOMPARE(wish.runnerPerMonth, 150.0);
}

/// By hand. Before: os2 1000, py2 200, os1 1100, py1 210, os0 5, debian 300; 20 + 10 + 7 + 40 + 50 above; configs
/// 1 + 2 + 3 + 8 + 32 + 64 + 128 + 256 = 494: 3436. a0 is untagged for 100 days and goes with asr0 and its config: 71.
/// Then a1 and o1 stand on the new release, and b1 is no longer needed: os1 and py1 go, 1310.
void TestWhatIf::countsTheRealLayers()
{
    const auto inventory = inventoryFrom(kTwoHubs);
    const auto ground = whatIfGround(inventory);
    const auto result = consolidate(*inventory->snapshot, *inventory->graph, ground.classes,
                                    consolidationOf(usualWhatIf(ground, {})), fixtureTime());
    QVERIFY((result.stored == StoredSteps{3436, 3436 - 71, 3436 - 71 - 1310}));
    QCOMPARE(result.imagesMoved, size_t{2});
    QCOMPARE(result.basesReplaced, size_t{1});
}

void TestWhatIf::stepsAreATable()
{
    const auto table = whatIfTable({25 * kGib, 22 * kGib, 18 * kGib}, {}, 100);
    QStringList lines;
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const auto& cell : row.cells)
            cells.append(cell.text);
        lines.append(cells.join(u" | "_s));
    }
    QCOMPARE(lines, (QStringList{u"As it is | 25.0 GiB | – | $6.25 | $156.25"_s,
                                 u"Versions dropped | 22.0 GiB | −3.00 GiB | $5.50 | $105.50"_s,
                                 u"Bases shared | 18.0 GiB | −4.00 GiB | $4.50 | $104.50"_s,
                                 u"Together | 18.0 GiB | −7.00 GiB | $4.50 | $104.50"_s}));
    QCOMPARE(whatIfSentence({25 * kGib, 22 * kGib, 18 * kGib}), u"25.0 GiB become 18.0 GiB, 28 % less"_s);
    QCOMPARE(whatIfSentence({kGib, kGib, kGib}), u"1.00 GiB stay 1.00 GiB"_s);
}

void TestWhatIf::textHasAllOfIt()
{
    const auto inventory = inventoryFrom(kTwoHubs);
    const auto ground = whatIfGround(inventory);
    auto wish = usualWhatIf(ground, {});
    wish.hubs = {u"audio"_s};
    wish.retention = {};
    const auto result =
        consolidate(*inventory->snapshot, *inventory->graph, ground.classes, consolidationOf(wish), fixtureTime());
    const QString text = whatIfText(ground, wish, result, {});
    for (const auto* part : {"Shared bases: base-cpu:2\n", "Hubs that share them: audio\n",
                             "Kept: all untagged versions kept, all tagged versions kept\n",
                             "Runner: $150.00 a month\n", "Together: Stored ", "audio: ", "An estimate"})
        QVERIFY2(text.contains(QLatin1StringView(part)), part);
    wish.bases.clear();
    QVERIFY(whatIfText(ground, wish, result, {}).contains(u"Shared bases: none\n"_s));
}

void TestWhatIf::notesNameWhatIsNotCounted()
{
    ConsolidationResult result;
    result.dropped = {1, 2};
    QCOMPARE(whatIfNotes(result), (QStringList{u"2 version(s) dropped"_s, u"0 image version(s) on another base"_s}));
    result.imagesWithoutBase = 1;
    result.basesRefused = {7};
    result.versionsUnread = 3;
    QCOMPARE(whatIfNotes(result).sliced(2),
             (QStringList{u"1 image version(s) stand on no known base and stay"_s,
                          u"1 chosen base(s) cannot be used: nothing of them was read"_s,
                          u"at least: 3 version(s) could not be read, or tell no sizes"_s}));
    result = {};
    result.isListWhole = false;
    QCOMPARE(whatIfNotes(result).sliced(2),
             QStringList{u"at least: not all images and versions of the owner could be read"_s});
}

void TestWhatIf::onlyTheNewestWishIsAnswered()
{
    WhatIfMeter meter;
    QSignalSpy prepared(&meter, &WhatIfMeter::prepared);
    QSignalSpy measured(&meter, &WhatIfMeter::measured);
    const auto inventory = inventoryFrom(kTwoHubs);
    meter.prepare(inventory);
    QVERIFY(prepared.wait());
    auto wish = usualWhatIf(whatIfGround(inventory), {});
    for (size_t kept = 5; kept > 0; --kept) {
        wish.retention.taggedPerPackage = kept;
        meter.measure(wish, fixtureTime());
    }
    QVERIFY(measured.wait());
    QVERIFY(!meter.isMeasuring()); // nothing is left that could answer
    QCOMPARE(measured.size(), 1);
    QVERIFY(measured[0][0].value<WhatIf>() == wish);
    // b1 and a1 and o0 are not the newest of theirs.
    QCOMPARE(measured[0][1].value<ConsolidationResult>().dropped.size(), size_t{4});
}

SLIPWAY_TEST_SUITE(TestWhatIf);

} // namespace slipway::test

#include "test_whatif.moc"
