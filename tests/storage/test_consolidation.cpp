#include "storage/consolidation.h"
#include "storage/naiveconsolidation.h"
#include "storage/randomowner.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString shown(const StoredSteps& steps)
{
    return u"%1 -> %2 -> %3"_s.arg(steps.before).arg(steps.afterDropping).arg(steps.afterSharing);
}

QStringList linesOf(const ConsolidationResult& result)
{
    QStringList lines{u"all %1"_s.arg(shown(result.stored))};
    for (const auto& hub : result.hubs)
        lines.append(
            u"%1 %2, %3 dropped, %4 moved"_s.arg(hub.name.isEmpty() ? u"(none)"_s : hub.name, shown(hub.stored))
                .arg(hub.versionsDropped)
                .arg(hub.versionsMoved));
    lines.append(
        u"images moved %1, bases replaced %2, without base %3, without chosen base %4"_s.arg(result.imagesMoved)
            .arg(result.basesReplaced)
            .arg(result.imagesWithoutBase)
            .arg(result.imagesWithoutChosenBase));
    return lines;
}

/// Two releases of a base for each of two platforms, and hubs that stand on them.
const auto kTwoHubs = uR"(package base-cpu repo=platform
    new index tags=2,latest children=newamd@linux/amd64,newarm@linux/arm64 days=5
    newamd image layers=os2:1000,py2:200 config=n1:1 days=5
    newarm image layers=osarm2:900 config=n2:2 days=5
    old image layers=os1:1100,py1:210 config=o1:4 days=50
    oldindex index tags=1 children=old@linux/amd64 days=50
    package asr-cpu repo=audio
    a2 index tags=v2 children=a2amd@linux/amd64,a2arm@linux/arm64 days=4
    a2amd image layers=os2:1000,py2:200,asr2:20 config=ca:8 days=4
    a2arm image layers=osarm2:900,asr3:30 config=cb:16 days=4
    a1 index tags=v1 children=a1amd@linux/amd64 days=40
    a1amd image layers=os1:1100,py1:210,asr1:10 config=cc:32 days=40
    package ocr-cpu repo=vision
    o1 index tags=v1 children=o1amd@linux/amd64 days=40
    o1amd image layers=os1:1100,py1:210,ocr1:40 config=cd:64 days=40
    o0 index tags=v0 children=o0amd@linux/amd64 days=60
    o0amd image layers=debian:300,ocr0:50 config=ce:128 days=60)"_s;

Consolidation randomWish(const MeasuredOwner& owner, std::mt19937& random)
{
    Consolidation wish;
    for (const auto& packageClass : owner.classes) {
        if (random() % 2 == 0)
            wish.sharing.push_back(
                {packageClass.hub, random() % 2 == 0 ? std::optional(packageClass.family) : std::nullopt});
    }
    for (RowIndex row = 0; row < owner.snapshot->versions.size(); ++row) {
        const auto& name = owner.snapshot->packages[owner.snapshot->versions[row].package].name.value;
        if (random() % (name.startsWith("base"_L1) ? 3 : 40) == 0)
            wish.bases.push_back(row);
    }
    if (random() % 2 == 0)
        wish.retention.untaggedFor = std::chrono::days(random() % 100);
    if (random() % 2 == 0)
        wish.retention.taggedPerPackage = random() % 3;
    return wish;
}

class TestConsolidation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// On paper, with the organisation above. Stored before: bases 1000+200+900+1100+210 and configs 1+2+4 = 3417; asr
    /// adds 20+30+10 and 8+16+32 = 116; ocr adds 40+64 and 300+50+128 = 582; together 4115.
    void twoHubs_data()
    {
        QTest::addColumn<QStringList>("sharing");
        QTest::addColumn<int>("tagged");
        QTest::addColumn<QStringList>("lines");
        // Audio alone on the chosen base: a1amd moves, but o1amd still stands on the old one, so nothing is saved. For
        // audio itself the 1310 of the old base are gone.
        QTest::newRow("one hub") << QStringList{u"audio"_s} << -1
                                 << QStringList{u"all 4115 -> 4115 -> 4115"_s,
                                                u"audio 3526 -> 3526 -> 2216, 0 dropped, 1 moved"_s,
                                                u"platform 3417 -> 3417 -> 3417, 0 dropped, 0 moved"_s,
                                                u"vision 1892 -> 1892 -> 1892, 0 dropped, 0 moved"_s,
                                                u"images moved 1, bases replaced 0, without base 0, without chosen "
                                                "base 0"_s};
        // Both: nobody stands on the old base any more, it goes: 1100+210. Its config is counted still. Vision has
        // 1200 instead of 1310; o0amd stands on what no base package has.
        QTest::newRow("both hubs") << QStringList{u"audio"_s, u"vision"_s} << -1
                                   << QStringList{u"all 4115 -> 4115 -> 2805"_s,
                                                  u"audio 3526 -> 3526 -> 2216, 0 dropped, 1 moved"_s,
                                                  u"platform 3417 -> 3417 -> 2107, 0 dropped, 1 moved"_s,
                                                  u"vision 1892 -> 1892 -> 1782, 0 dropped, 1 moved"_s,
                                                  u"images moved 2, bases replaced 1, without base 1, without chosen "
                                                  "base 0"_s};
        // The newest tagged one of each: the old base (4 of its own), a1amd (10+32) and o0amd (478) go; the old base's
        // layers stay for o1amd. Then o1amd moves: 1310 go, 2285.
        QTest::newRow("and one tag each")
            << QStringList{u"audio"_s, u"vision"_s} << 1
            << QStringList{u"all 4115 -> 3591 -> 2281"_s, u"audio 3526 -> 2174 -> 2174, 2 dropped, 0 moved"_s,
                           u"platform 3417 -> 2103 -> 2103, 2 dropped, 0 moved"_s,
                           u"vision 1892 -> 1414 -> 1304, 2 dropped, 1 moved"_s,
                           u"images moved 1, bases replaced 0, without base 0, without "
                           "chosen base 0"_s};
        QTest::newRow("nobody") << QStringList{} << -1
                                << QStringList{u"all 4115 -> 4115 -> 4115"_s,
                                               u"audio 3526 -> 3526 -> 3526, 0 dropped, 0 moved"_s,
                                               u"platform 3417 -> 3417 -> 3417, 0 dropped, 0 moved"_s,
                                               u"vision 1892 -> 1892 -> 1892, 0 dropped, 0 moved"_s,
                                               u"images moved 0, bases replaced 0, without base 0, without chosen base "
                                               "0"_s};
    }

    void twoHubs()
    {
        QFETCH(QStringList, sharing);
        QFETCH(int, tagged);
        const MeasuredOwner owner(Fixture::parse(kTwoHubs));
        Consolidation wish;
        for (const auto& hub : std::as_const(sharing))
            wish.sharing.push_back({hub, {}});
        wish.bases = proposeBases(*owner.snapshot, owner.graph, owner.classes);
        QCOMPARE(wish.bases, std::vector{owner.row(u"new"_s)});
        if (tagged >= 0)
            wish.retention.taggedPerPackage = static_cast<size_t>(tagged);
        QTEST(linesOf(owner.consolidated(wish)), "lines");
    }

    void agreesWithBruteForce()
    {
        size_t moved = 0;
        size_t replaced = 0;
        for (unsigned seed = 1; seed <= 600; ++seed) {
            std::mt19937 random(seed);
            const MeasuredOwner owner(randomOwner(random));
            const auto wish = randomWish(owner, random);
            const auto result = owner.consolidated(wish);
            moved += result.imagesMoved;
            replaced += result.basesReplaced;
            const auto steps = [&](const QString* hub) { return shown(naivelyStored(owner, wish, hub)); };
            QVERIFY2(shown(result.stored) == steps(nullptr),
                     qPrintable(u"seed %1: %2, expected %3"_s.arg(seed).arg(shown(result.stored), steps(nullptr))));
            for (const auto& hub : result.hubs)
                QVERIFY2(shown(hub.stored) == steps(&hub.name),
                         qPrintable(u"seed %1, %2: %3, expected %4"_s.arg(seed).arg(hub.name, shown(hub.stored),
                                                                                    steps(&hub.name))));
            QVERIFY(result.stored.savedByDropping() >= 0);
            QVERIFY(result.stored.savedBySharing() >= 0);
            QCOMPARE(result.stored.savedByDropping() + result.stored.savedBySharing(),
                     result.stored.before - result.stored.afterSharing);
        }
        QVERIFY(moved > 100);
        QVERIFY(replaced > 10);
    }

    void otherPlatformsAndVariantsStay()
    {
        const MeasuredOwner owner(Fixture::parse(uR"(package base-cpu repo=platform
            new index tags=2 children=newamd@linux/amd64
            newamd image layers=n:100
            old index tags=1 children=oldamd@linux/amd64,oldarm@linux/arm64
            oldamd image layers=o:90
            oldarm image layers=p:80
            package base-gpu repo=platform
            cuda image tags=1 layers=o:90,cuda:500
            package app-cpu repo=hub
            amd image layers=o:90,a:1
            arm image layers=p:80,b:2
            gpu image layers=o:90,cuda:500,c:3)"_s));
        const auto result = owner.consolidated({{{u"hub"_s, {}}}, {owner.row(u"new"_s)}, {}});
        QCOMPARE(result.imagesMoved, 1U); // `amd`; the old base stays, for `cuda` has its layer
        QCOMPARE(result.imagesWithoutChosenBase, 2U);
        QCOMPARE(result.stored.before, 100 + 90 + 80 + 500 + 1 + 2 + 3);
        QCOMPARE(result.stored.savedBySharing(), 0);
    }

    void platformsNobodyTells()
    {
        // `old` stands in no index; what stands on it says amd64. Of `older` nobody says anything: as long as the
        // chosen version is one image, it is that one's.
        const auto text = uR"(package base-cpu repo=platform
            new index tags=3 children=newamd@linux/amd64%1
            newamd image layers=n:100
            newarm image layers=m:100
            old image tags=2 layers=o:90
            older image tags=1 layers=p:80
            package app-cpu repo=hub
            i index children=a@linux/amd64
            a image layers=o:90,a:1
            b image layers=p:80,b:2)"_s;
        const auto moved = [&](const QString& more) {
            const MeasuredOwner owner(Fixture::parse(text.arg(more)));
            const auto result = owner.consolidated({{{u"hub"_s, std::nullopt}}, {owner.row(u"new"_s)}, {}});
            return u"%1 moved, %2 not"_s.arg(result.imagesMoved).arg(result.imagesWithoutChosenBase);
        };
        QCOMPARE(moved({}), u"2 moved, 0 not"_s);
        QCOMPARE(moved(u",newarm@linux/arm64"_s), u"1 moved, 1 not"_s);
    }

    void platformsOfTwoNamesAreOne()
    {
        const MeasuredOwner owner(Fixture::parse(uR"(package base-cpu repo=platform
            n index tags=2 children=new@linux/arm64
            new image layers=n:100
            o index tags=1 children=old@linux/arm64/v8
            old image layers=o:90
            package app-cpu repo=hub
            a image layers=o:90,a:1)"_s));
        const auto result = owner.consolidated({{{u"hub"_s, {}}}, {owner.row(u"n"_s)}, {}});
        QCOMPARE(result.imagesMoved, 1U);
        QCOMPARE(result.imagesWithoutChosenBase, 0U);
    }

    void proposesTheBaseMostStandOn_data()
    {
        QTest::addColumn<QString>("images");
        QTest::addColumn<QStringList>("proposed");
        QTest::newRow("nobody stands on any") << u"x image layers=z:1"_s << QStringList{};
        QTest::newRow("one more") << u"x image layers=a:1,x:1\n y image layers=b:1,y:1\n z image layers=b:1,z:1"_s
                                  << QStringList{u"beta"_s};
        QTest::newRow("as many: the first by name")
            << u"x image layers=a:1,x:1\n y image layers=b:1,y:1"_s << QStringList{u"alpha"_s};
        QTest::newRow("on an old one: the current is proposed")
            << u"x image layers=o:1,x:1"_s << QStringList{u"beta"_s};
        QTest::newRow("of both variants")
            << u"x image layers=g:1,x:1\n y image layers=a:1,y:1"_s << QStringList{u"alpha"_s, u"cuda"_s};
    }

    void proposesTheBaseMostStandOn()
    {
        QFETCH(QString, images);
        const MeasuredOwner owner(
            Fixture::parse(u"package alpha-base-cpu\n alpha image tags=1 layers=a:1\n package beta-base-cpu\n "
                           "beta image tags=2 layers=b:1\n old image tags=1 layers=o:1\n package base-gpu\n "
                           "cuda image tags=1 layers=g:1\n package app\n "_s
                           + images));
        QStringList names;
        for (const RowIndex row : proposeBases(*owner.snapshot, owner.graph, owner.classes))
            names.append(owner.fixture.nameOf(owner.snapshot->digestOf(row)));
        QTEST(names, "proposed");
    }

    void proposesNeitherCacheNorAttestation()
    {
        const auto proposed = [](const QString& versions) {
            const MeasuredOwner owner(
                Fixture::parse(u"package base-cpu\n "_s + versions + u"\n package app\n x image layers=o:1,x:1"_s));
            QStringList names;
            for (const RowIndex row : proposeBases(*owner.snapshot, owner.graph, owner.classes))
                names.append(owner.fixture.nameOf(owner.snapshot->digestOf(row)));
            return names.join(u' ');
        };
        const auto old = u"old image tags=1 layers=o:1"_s;
        QCOMPARE(proposed(u"c cache tags=latest layers=b:9\n "_s + old), u"old"_s);
        QCOMPARE(proposed(u"c cache tags=buildcache layers=b:9\n "_s + old), u"old"_s);
        QCOMPARE(proposed(u"s attestation tags=signed layers=s:1 subject=old\n "_s + old), u"old"_s);
        QCOMPARE(proposed(u"gone missing tags=3\n "_s + old), u"old"_s);
        QCOMPARE(proposed(u"i index tags=2 children=old@linux/amd64\n old image layers=o:1"_s), u"i"_s);
        QCOMPARE(proposed(u"i index tags=2 children=lost@linux/amd64\n "_s + old), u"old"_s);
        QCOMPARE(proposed(u"old image layers=o:1"_s), QString());
    }

    void oneFamilyOfAHub()
    {
        const MeasuredOwner owner(Fixture::parse(uR"(package base-cpu repo=platform
            new image tags=2 layers=n:100
            old image layers=o:90
            package torch-cpu repo=hub
            a image layers=o:90,a1:1
            package llm-cpu repo=hub
            b image layers=o:90,b1:2)"_s));
        QCOMPARE(owner.consolidated({{{u"hub"_s, u"torch"_s}}, {owner.row(u"new"_s)}, {}}).imagesMoved, 1U);
        const auto both =
            owner.consolidated({{{u"hub"_s, u"torch"_s}, {u"hub"_s, u"llm"_s}}, {owner.row(u"new"_s)}, {}});
        QCOMPARE(both.imagesMoved, 2U);
        QCOMPARE(both.stored.savedBySharing(), 90);
    }

    void saysWhatItCannotTell()
    {
        const MeasuredOwner owner(Fixture::parse(uR"(package base-cpu repo=platform
            new image tags=2 layers=n:?
            bad missing tags=1
            package app-cpu repo=hub
            a image layers=n:?,a1:1)"_s));
        const auto result =
            owner.consolidated({{{u"hub"_s, {}}}, {owner.row(u"a"_s), owner.row(u"bad"_s), owner.row(u"new"_s)}, {}});
        QCOMPARE(result.basesRefused, (std::vector{owner.row(u"a"_s), owner.row(u"bad"_s)}));
        QCOMPARE(result.unsizedBlobs.size(), 1U);
        QCOMPARE(result.versionsUnread, 1U);
        QCOMPARE(shown(result.stored), u"1 -> 1 -> 1"_s);
    }

    /// What is stopped is not counted to the end.
    void stoppedEndsAtOnce()
    {
        const MeasuredOwner owner(Fixture::parse(kTwoHubs));
        std::stop_source stop;
        stop.request_stop();
        const auto result =
            consolidate(*owner.snapshot, owner.graph, owner.classes, {}, fixtureTime(), stop.get_token());
        QVERIFY(result.hubs.empty());
        QCOMPARE(result.stored.before, 0);
    }

    void emptyOwner()
    {
        const MeasuredOwner owner(Fixture::parse({}));
        QCOMPARE(linesOf(owner.consolidated({})),
                 (QStringList{u"all 0 -> 0 -> 0"_s,
                              u"images moved 0, bases replaced 0, without base 0, without chosen base 0"_s}));
        QVERIFY(proposeBases(*owner.snapshot, owner.graph, owner.classes).empty());
    }
};

SLIPWAY_TEST_SUITE(TestConsolidation);

} // namespace

#include "test_consolidation.moc"
