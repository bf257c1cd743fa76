#include "cleanup/printplan.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kUntagged = "untagged: {olderThan: 1d}";
constexpr auto kV1 = "rules: [{tags: v1, olderThan: 1d}]";

class TestPlanCleanup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What must never happen, row by row: what goes of a package that has `kept`, tagged by hand, besides.
    void deletes_data()
    {
        QTest::addColumn<QString>("versions");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("deleted");
        const auto row = [](const char* name, const QByteArray& versions, const QByteArray& policy,
                            const char* deleted) {
            QTest::newRow(name) << QString::fromUtf8(versions) << QString::fromUtf8(policy)
                                << QString::fromUtf8(deleted);
        };
        const QByteArray tree = "i index tags=v1 children=amd,arm,att@unknown/unknown>amd days=9\n amd image days=9\n "
                                "arm image days=9\n att image days=9\n";
        row("case 01: children and attestations of a kept index are not untagged", tree + "loose image days=9",
            kUntagged, "loose");
        row("case 02: single image with provenance",
            "i index tags=latest children=img,att@unknown/unknown>img days=99\n img image days=99\n att image days=99",
            "untagged: {olderThan: 15d}", "");
        row("case 03: a shared child stays",
            "old index tags=v1 children=s,x days=9\n new index tags=v2 children=s,y days=8\n "
            "s image days=9\n x image days=9\n y image days=8",
            kV1, "old x");
        row("case 05: a child with a kept tag stays, its index goes",
            "i index tags=v1 children=a,b days=9\n a image tags=v1-amd64 days=9\n b image tags=v1-arm64 days=9", kV1,
            "i");
        row("case 06: a child with a protected tag stays",
            "i index tags=pr-9 children=a days=9\n a image tags=prod-amd64 days=9",
            "rules: [{tags: '*', olderThan: 1d}]\nprotect: {tags: ['prod-*', keep]}", "i");
        row("case 07: a selected child of a kept index stays",
            "i index tags=v1 children=a days=9\n a image tags=stg-amd64 days=9",
            "rules: [{tags: 'stg-*', olderThan: 1d}]", "");
        const QByteArray nested = "outer index tags=v1 children=inner days=9\n inner index children=a,b days=9\n a "
                                  "image days=9\n b image days=9";
        row("case 08: indexes of indexes stay", nested, kUntagged, "");
        row("case 09: indexes of indexes go", nested, kV1, "a b inner outer");
        const QByteArray two = "v2 index tags=v2 children=b days=8\n b image days=8\n v1 index tags=v1 children=a "
                               "days=9\n a image days=9\n ";
        row("case 10: signatures take no place among the newest", two + "sig signature tags=sha256-{a}.sig days=9",
            "rules: [{tags: 'v*', keepLatest: 2}]", "");
        row("case 11: not even the newest signature", two + "sig signature tags=sha256-{a}.sig days=2",
            "rules: [{tags: 'v*', keepLatest: 2}]", "");
        row("nor one that a person tagged", two + "sig signature tags=v3-sig subject=a days=2",
            "rules: [{tags: 'v*', keepLatest: 2}]", "");
        row("case 12: an untagged bundle of a kept child stays", two + "bundle signature subject=a days=9",
            "untagged: {olderThan: 1d, kinds: [image, index, artifact, cache]}", "");
        row("case 13: a bundle goes with the child it signs", two + "bundle signature subject=a days=9", kV1,
            "a bundle v1");
        row("case 14: all shapes of referrers go with it",
            two
                + "sig signature tags=sha256-{v1}.sig days=9\n att attestation tags=sha256-{v1}.att days=9\n sbom sbom "
                  "tags=sha256-{v1}.sbom days=9\n back index tags=sha256-{v1} children=bundle days=9\n bundle "
                  "signature subject=v1 days=9\n chart artifact subject=v1 days=9",
            kV1, "a att back bundle chart sbom sig v1");
        const QByteArray deep = "i index tags=v1 children=a,att@unknown/unknown>a days=9\n a image days=9\n att image "
                                "days=9\n sig signature tags=sha256-{att}.sig days=9\n two signature subject=sig "
                                "days=9";
        row("case 15: a signature of an attestation stays", deep, kUntagged, "");
        row("case 15: a signature of an attestation goes", deep, kV1, "a att i sig two");
        row("case 16: orphans are reported", "sig signature tags=sha256-{gone}.sig days=9", kUntagged, "");
        row("case 16: orphans go", "sig signature tags=sha256-{gone}.sig days=9\n two sbom subject=sig days=9",
            "orphans: delete", "sig two");
        row("a young orphan stays", "sig signature tags=sha256-{gone}.sig", "orphans: delete", "");
        row("an orphan with a kept tag stays", "sig signature subject=gone tags=mine days=9", "orphans: delete", "");
        row("an orphan with a tag whose rule has its time goes", "sig signature subject=gone tags=v1 days=9",
            "orphans: delete\nrules: [{tags: v1, olderThan: 1d}]", "sig");
        row("an orphan is not selected by its tag", "sig signature subject=gone tags=v1 days=9", kV1, "");
        row("its own digest as a tag makes no orphan", "a image tags=sha256-{a} days=9",
            "orphans: delete\nuntagged: {olderThan: 1d}", "");
        row("case 17: a person's tag that looks like a referrer's",
            "a image tags=v1 days=9\n dbg image tags=sha256-{a}-debug days=9", kV1, "a");
        row("an SBOM of two images stays with one",
            "a image tags=v1 days=9\n b image tags=v2 days=9\n both sbom tags=sha256-{a}.sbom,sha256-{b}.sbom days=9",
            kV1, "a");
        row("an SBOM of two images goes with both",
            "a image tags=v1 days=9\n b image tags=v1 days=9\n both sbom tags=sha256-{a}.sbom,sha256-{b}.sbom days=9",
            kV1, "a b both");
        row("case 21: partly matched tags keep", "a image tags=sha-abc,v1.0 days=99",
            "rules: [{tags: 'sha-*', olderThan: 30d}]", "");
        row("case 18: latest besides keeps", "a image tags=pr-1,latest days=99",
            "rules: [{tags: 'pr-*', olderThan: 1d}]", "");
        row("all tags of one rule", "a image tags=pr-1,pr-2 days=99", "rules: [{tags: 'pr-*', olderThan: 1d}]", "a");
        row("tags that need two rules keep", "a image tags=pr-1,sha-1 days=99",
            "rules: [{tags: 'pr-*', olderThan: 1d}, {tags: 'sha-*', olderThan: 1d}]", "");
        row("a third rule for both decides", "a image tags=pr-1,sha-1 days=99",
            "rules: [{tags: 'pr-*', olderThan: 1d}, {tags: 'sha-*', olderThan: 1d}, {tags: '*-1', olderThan: 1d}]",
            "a");
        row("the first rule decides, not the strictest", "a image tags=pr-1 days=9",
            "rules: [{tags: 'pr-*', olderThan: 30d}, {tags: '*-1', olderThan: 1d}]", "");
        row("referrer tags are no policy tags", "a image tags=v1 days=9\n b image tags=v1,sha256-{a} days=9",
            "rules: [{tags: v1, olderThan: 1d}]", "a b");
        row("case 25: pushed just now", "a image\n b image\n c image days=9", kUntagged, "c");
        row("ages are of rules", "a image tags=pr-1 days=14\n b image tags=pr-2 days=15\n c image days=15",
            "rules: [{tags: 'pr-*', olderThan: 14d}]", "b");
        row("a rule without an age waits for the grace period",
            "a image tags=pr-1\n b image tags=pr-2 days=1\n c image tags=pr-3 days=2",
            "rules: [{tags: 'pr-*', keepLatest: 0}]", "b c");
        row("case 34: ghosts are reported",
            "g index tags=g children=x,y days=9\n p index tags=p children=kept,z days=9", kUntagged, "");
        row("case 34: ghosts go, indexes with some children stay",
            "g index tags=g children=x,y days=9\n p index tags=p children=kept,z days=9\n sig signature subject=g "
            "days=9",
            "ghosts: delete", "g sig");
        row("case 35: an empty index is no ghost", "e index tags=e days=9", "ghosts: delete", "");
        row("a young ghost stays", "g index tags=g children=x", "ghosts: delete", "");
        row("a protected ghost stays", "g index tags=g children=x days=9\n h index tags=h1 children=x days=9",
            "ghosts: delete\nprotect: {tags: [g]}\nrules: [{tags: 'h*', keepLatest: 1}]", "");
        row("a ghost that a kept index lists stays", "o index tags=o children=g days=9\n g index children=x days=9",
            "ghosts: delete", "");
        row("a fallback index without its referrers is no ghost",
            "a image tags=v2 days=9\n f index tags=sha256-{a} children=x days=9", "ghosts: delete", "");
        row("case 37: cache and artifacts are not named",
            "c cache days=9\n d cache tags=buildcache days=9\n e artifact days=9\n f artifact layers= days=9",
            kUntagged, "");
        row("cache and artifacts are named", "c cache days=9\n d cache tags=buildcache days=9\n e artifact days=9",
            "untagged: {olderThan: 1d, kinds: [cache, artifact]}", "c e");
        row("indexes are not named", "i index children=a days=9\n a image days=9\n b image days=9",
            "untagged: {olderThan: 1d, kinds: [image]}", "b");
        row("an untagged index goes with what it lists", "i index children=a days=9\n a image days=9", kUntagged,
            "a i");
        row("a signature without a subject stays", "s signature days=99\n t sbom tags=v1 days=99",
            "untagged: {olderThan: 1d, kinds: [image, index, cache, artifact]}\nrules: [{tags: v1, olderThan: 1d}]\n"
            "orphans: delete",
            "");
        row("case 38: releases are not counted as builds",
            "s4 image tags=sha-4 days=2\n s3 image tags=sha-3 days=3\n s2 image tags=sha-2 days=4\n s1 image "
            "tags=sha-1 days=5\n r2 image tags=1.1.0 days=8\n r1 image tags=1.0.0 days=9",
            "rules: [{tags: 'sha-*', keepLatest: 3}, {tags: '*', olderThan: 1d}]\nprotect: {semver: true, tags: "
            "[keep]}",
            "s1");
        row("case 39: of one moment the higher number is newer",
            "a image tags=t1 days=9\n b image tags=t2 days=9\n c image tags=t3 days=9",
            "rules: [{tags: 't*', keepLatest: 1}]", "a b");
        row("the newest count, whatever protects them",
            "c image tags=t3 days=2\n b image tags=t2,t-prod days=3\n a image tags=t1 days=4",
            "rules: [{tags: 't*', keepLatest: 2}]\nprotect: {tags: ['*-prod']}", "a");
        row("what another rule matches takes no place",
            "c image tags=t3,latest days=2\n b image tags=t2 days=3\n a image tags=t1 days=4",
            "rules: [{tags: 't*', keepLatest: 1}]", "a");
        row("a young child stays, its index goes", "i index tags=v1 children=a,b days=9\n a image\n b image days=9",
            kV1, "b i");
        row("a young referrer keeps its whole tree",
            "i index tags=v1 children=a,b days=9\n a image days=9\n b image days=9\n s signature subject=a", kV1, "");
        row("a young referrer of a referrer too",
            "i index tags=v1 children=a days=9\n a image days=9\n s signature subject=a days=9\n t sbom subject=s", kV1,
            "");
        row("a referrer with a kept tag keeps its tree",
            "i image tags=v1 days=9\n s signature subject=i tags=mine days=9\n t sbom subject=i days=9", kV1, "");
        row("a referrer with a tag whose rule has its time goes along",
            "i image tags=v1 days=9\n s signature subject=i tags=v1 days=9", kV1, "i s");
        row("circles of referrers stay, with what they list",
            "a index children=x tags=sha256-{b}.sig days=9\n b image tags=sha256-{a}.sig days=9\n i index children=x "
            "tags=v1 days=9\n x image days=9",
            kV1, "i");
        row("tags are compared by case", "a image tags=PR-1 days=9", "rules: [{tags: 'pr-*', olderThan: 1d}]", "");
        row("case 41: globs are not for digests", "a image days=9",
            "untagged: {olderThan: 1d}\nprotect: {tags: ['sha256*']}", "a");
    }

    void deletes()
    {
        QFETCH(QString, versions);
        QFETCH(QString, policy);
        const auto fixture = Fixture::parse(u"package p\n "_s + versions + u"\n kept image tags=keep days=9"_s);
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(policy));
        QTEST(printPlan(plan, *snapshot, fixture).sorted, "deleted");
        QCOMPARE(plan.deletions.size() + plan.keep.size() + plan.blocked.size(), snapshot->versions.size());
        for (const auto& kept : plan.keep)
            QVERIFY(!plan.whyOf(kept).empty());
        QVERIFY(plan.complete);
        QVERIFY(plan.blocked.empty());
    }

    void case40_agesOfBothTimes()
    {
        auto fixture =
            Fixture::parse(u"package p\n a image days=9\n b image days=9\n c image days=9\n d image days=9\n "
                           "s signature subject=e days=9\n e image days=9\n keep image tags=keep"_s);
        auto& versions = fixture.packages.front().versions;
        versions[0].updatedAt = fixtureTime();
        versions[1].createdAt = QDateTime();
        versions[2].updatedAt = QDateTime();
        versions[4].updatedAt = QDateTime();
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(QString::fromLatin1(kUntagged)));
        QCOMPARE(printPlan(plan, *snapshot, fixture).sorted, u"d"_s);
        QCOMPARE(printFate(plan, *snapshot, fixture, u"a"_s), u"a: young, not-old-enough"_s);
        QCOMPARE(printFate(plan, *snapshot, fixture, u"b"_s), u"b: no-age"_s);
        QCOMPARE(printFate(plan, *snapshot, fixture, u"e"_s), u"e: carries s"_s);
        QCOMPARE(plan.deletions.front().age, std::chrono::days(9));
    }

    /// To the millisecond.
    void graceAndAgesHaveSharpBorders()
    {
        const auto fixture =
            Fixture::parse(u"package p\n a image tags=pr-1 days=2\n b image days=2\n k image tags=k"_s);
        const auto snapshot = fixture.build();
        const auto policy =
            policyFrom(u"grace: 1h\nuntagged: {olderThan: 1h}\nrules: [{tags: 'pr-*', keepLatest: 0}]"_s);
        const auto deletedAt = [&](std::int64_t ms) {
            const auto now = fixtureTime().addDays(-2).addSecs(3600).addMSecs(ms);
            return printPlan(planOf(*snapshot, policy, {}, now), *snapshot, fixture).sorted;
        };
        QCOMPARE(deletedAt(-1), QString());
        QCOMPARE(deletedAt(0), u"a"_s); // nothing younger than the grace period, and `untagged` is for older ones
        QCOMPARE(deletedAt(1), u"a b"_s);
        QCOMPARE(deletedAt(-std::int64_t(1'000'000'000)), QString()); // newer than the clock
    }

    void parentsGoBeforeChildren()
    {
        const auto fixture = Fixture::parse(uR"(package p
            shared image days=9
            one index tags=v1 children=shared,a1,att@unknown/unknown>a1 days=9
            a1 image days=9
            att image days=9
            sig signature tags=sha256-{one}.sig days=9
            two index tags=v1 children=inner days=10
            inner index children=shared,b1 days=10
            b1 image days=10
            keep image tags=keep)"_s);
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(QString::fromLatin1(kV1)));
        QCOMPARE(printPlan(plan, *snapshot, fixture).deletions, u"one a1 att sig two inner shared b1"_s);
        QCOMPARE(printFate(plan, *snapshot, fixture, u"b1"_s), u"b1: rule through inner"_s);
        QCOMPARE(snapshot->digestOf(plan.deletions.back().top), named(u"two"_s));
    }

    /// An index tagged as what hangs on the image it lists, in a tree.
    void indexesGoFirstInCirclesToo()
    {
        const auto fixture = Fixture::parse(uR"(package p
            c image tags=v1 days=9
            i index children=c,d tags=sha256-{c} days=9
            d image days=9
            s signature subject=c days=9
            keep image tags=keep)"_s);
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(QString::fromLatin1(kV1)));
        const auto order = printPlan(plan, *snapshot, fixture).deletions.split(u' ');
        QCOMPARE(order.size(), 4);
        QVERIFY(order.indexOf(u"i"_s) < order.indexOf(u"c"_s));
        QVERIFY(order.indexOf(u"i"_s) < order.indexOf(u"d"_s));
    }

    /// Worked out by hand: `os` (1000) is in all three, `lib` (100) in a and b, their own layers are 1, 2 and 4.
    void freedBytesAreOfAllAtOnce()
    {
        const auto fixture = Fixture::parse(uR"(package p
            a image tags=v1 layers=os:1000,lib:100,a1:1 days=9
            b image tags=v1 layers=os:1000,lib:100,b1:2 days=9
            c image tags=keep layers=os:1000,c1:4 days=9
            package q
            d image tags=keep layers=b1:2)"_s);
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(QString::fromLatin1(kV1)));
        QCOMPARE(plan.freed.owner, Bytes(101)); // b1 stays in q
        QCOMPARE(plan.freed.packages.size(), size_t(1));
        QCOMPARE(plan.freed.packages[0].bytes, Bytes(103));
        QCOMPARE(plan.deletions.size(), size_t(2));
        for (const auto& deletion : plan.deletions)
            QCOMPARE(deletion.freedBytes, snapshot->digestOf(deletion.version) == named(u"a"_s) ? Bytes(1) : Bytes(0));
    }

    void planKnowsWhatItWasMadeBy()
    {
        const auto fixture = Fixture::parse(u"package p"_s);
        const auto policy = policyFrom(QString::fromLatin1(kV1));
        const auto plan = planOf(*fixture.build(), policy);
        QCOMPARE(plan.policyDigest, policyDigest(policy));
        QCOMPARE(plan.createdAt, fixtureTime());
        QVERIFY(plan.complete && plan.deletions.empty() && plan.freed.owner == 0);
    }
};

SLIPWAY_TEST_SUITE(TestPlanCleanup);

} // namespace

#include "test_plancleanup.moc"
