#include "cleanup/printplan.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kUntagged = "untagged: {olderThan: 1d}";

/// Which packages a plan is about, what it could not judge, and what it says of each version.
class TestPlanReasons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("deleted");
        QTest::addColumn<QString>("skipped");
        QTest::addColumn<bool>("isComplete");
        const QString two = u"package p\n a image days=9\npackage q\n b image days=9"_s;
        QTest::newRow("all") << two << QString() << u"a b"_s << QString() << true;
        QTest::newRow("one") << two << u"packages: [q]"_s << u"b"_s << QString() << true;
        QTest::newRow("all but one") << two << u"packages: ['*', '!q']"_s << u"a"_s << QString() << true;
        QTest::newRow("case 24: list not whole") << u"package p partial\n a image days=9\npackage q\n b image days=9"_s
                                                 << QString() << u"b"_s << u"p list"_s << false;
        QTest::newRow("case 22: manifest unreadable")
            << u"package p\n a image days=9\n c unreadable tags=v1\npackage q\n b image days=9"_s << QString() << u"b"_s
            << u"p c"_s << false;
        QTest::newRow("case 22: manifest missing")
            << u"package p\n a image days=9\n c missing tags=v1"_s << QString() << QString() << u"p c"_s << false;
        QTest::newRow("manifest invalid")
            << u"package p\n a image days=9\n c invalid"_s << QString() << QString() << u"p c"_s << false;
        QTest::newRow("manifest never asked for")
            << u"package p\n a image days=9\n c never"_s << QString() << QString() << u"p c"_s << false;
        const QString orphan = u"package p\n s signature subject=gone days=9\npackage q"_s;
        QTest::newRow("orphan") << orphan << u"orphans: delete"_s << u"s"_s << QString() << true;
        QTest::newRow("no orphan while anything is not read")
            << orphan + u" partial"_s << u"orphans: delete\npackages: [p]"_s << QString() << QString() << false;
        QTest::newRow("no orphan while a manifest is not read")
            << orphan + u"\n b unreadable"_s << u"orphans: delete"_s << QString() << u"q b"_s << false;
        QTest::newRow("no orphan if another package has its subject")
            << orphan + u"\n gone image tags=v1"_s << u"orphans: delete"_s << QString() << QString() << true;
    }

    void packages()
    {
        QFETCH(QString, text);
        QFETCH(QString, policy);
        const auto fixture = Fixture::parse(text);
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(u"untagged: {olderThan: 1d}\n"_s + policy));
        const auto printed = printPlan(plan, *snapshot, fixture);
        QTEST(printed.sorted, "deleted");
        QTEST(printed.skipped, "skipped");
        QTEST(plan.complete, "isComplete");
    }

    /// What is not known of the owner as a whole makes no orphans either.
    void aProblemOfTheReadingIsAGap()
    {
        SnapshotBuilder builder({u"o"_s, 1, OwnerKind::User}, fixtureTime());
        const auto fixture = Fixture::parse(u"package p\n s signature subject=gone days=9\n a image days=9"_s);
        for (const auto& manifest : fixture.manifests)
            builder.addManifest(manifest);
        builder.addPackage(fixture.packages[0].listed, fixture.packages[0].versions, Completeness::Whole);
        builder.addProblem({ErrorKind::Timeout, u"q"_s, {}, std::nullopt});
        const auto snapshot = std::move(builder).build();
        const auto plan = planOf(*snapshot, policyFrom(u"untagged: {olderThan: 1d}\norphans: delete"_s));
        QVERIFY(!plan.complete);
        QCOMPARE(printPlan(plan, *snapshot, fixture).sorted, u"a"_s);
        QCOMPARE(printPlan(plan, *snapshot, fixture).notices, u"no-targets, orphans-unjudged"_s);
        QCOMPARE(printFate(plan, *snapshot, fixture, u"s"_s), u"s: orphan-unjudged"_s);
    }

    void onlySomePackages()
    {
        const auto fixture = Fixture::parse(u"package p\n a image days=9\npackage q\n b image days=9"_s);
        const auto snapshot = fixture.build();
        const ReferenceGraph graph(*snapshot);
        const auto plan =
            planCleanup({*snapshot, graph, BlobUsage(*snapshot).references()},
                        policyFrom(QString::fromLatin1(kUntagged)), {}, fixtureTime(), Glob::parse(u"q"_s).value());
        QCOMPARE(printPlan(plan, *snapshot, fixture).sorted, u"b"_s);
        QVERIFY(plan.keep.empty());
    }

    void limits_data()
    {
        QTest::addColumn<QString>("limits");
        QTest::addColumn<QString>("confirm");
        QTest::newRow("usual") << QString() << u"p 4/10"_s;
        QTest::newRow("at the percentage") << u"{percent: 40}"_s << QString();
        QTest::newRow("case 43: above it") << u"{percent: 39}"_s << u"p 4/10"_s;
        QTest::newRow("at the count") << u"{percent: 100, versions: 4}"_s << QString();
        QTest::newRow("above the count") << u"{percent: 100, versions: 3}"_s << u"p 4/10"_s;
        QTest::newRow("none without being named") << u"{versions: 0}"_s << u"p 4/10, q 1/10"_s;
    }

    void limits()
    {
        QFETCH(QString, limits);
        QString text;
        for (const auto& [package, old] : {std::pair{u"p"_s, 4}, {u"q"_s, 1}}) {
            text += u"package "_s + package + u'\n';
            for (int i = 0; i < 10; ++i)
                text += u" %1%2 image tags=t days=%3\n"_s.arg(package).arg(i).arg(i < old ? 9 : 1);
        }
        const auto fixture = Fixture::parse(text);
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(u"rules: [{tags: t, olderThan: 5d}]\n"_s
                                                       + (limits.isEmpty() ? QString() : u"limits: "_s + limits)));
        QTEST(printPlan(plan, *snapshot, fixture).confirm, "confirm");
        QCOMPARE(plan.deletions.size(), size_t(5)); // whoever applies the plan leaves them out
    }

    void unusedGlobsAreTold()
    {
        const auto fixture =
            Fixture::parse(u"package p\n a image tags=v1,sha256-{b}.sig\npackage q\n c never tags=v2"_s);
        const auto snapshot = fixture.build();
        const auto plan =
            planOf(*snapshot, policyFrom(uR"(protect: {tags: ["v1", "v2", "x*", "sha256-*"], deployed: false}
rules: [{tags: "v*", keepLatest: 1}, {tags: "V*", keepLatest: 1}, {tags: "*1", keepLatest: 1}]
packages: ["p", "z", "*", "!ci-*"])"_s));
        QCOMPARE(printPlan(plan, *snapshot, fixture).notices,
                 u"protected-tag-unused x*, protected-tag-unused sha256-*, rule-unused V*, package-unused z, "
                 "package-unused !ci-*"_s);
    }

    /// Where a tag would go and its version does not, taking that tag alone is offered.
    void tagsThatStayAreTold_data()
    {
        QTest::addColumn<QString>("versions");
        QTest::addColumn<QString>("notices");
        QTest::newRow("case 07: of a kept index's child")
            << u"i index tags=v1 children=a days=9\n a image tags=pr-1 days=9"_s << u"tags-stay 1"_s;
        QTest::newRow("case 18: beside latest") << u"a image tags=pr-1,latest days=9"_s << u"tags-stay 1"_s;
        QTest::newRow("case 21: beside one no rule is for") << u"a image tags=pr-1,v1.0 days=9"_s << u"tags-stay 1"_s;
        QTest::newRow("of two rules, and of one")
            << u"a image tags=pr-1,sha-1 days=99\n b image tags=pr-2,x days=9\n c image tags=x-y days=9"_s
            << u"tags-stay 2"_s;
        QTest::newRow("not old enough") << u"a image tags=pr-1,v1.0 days=1"_s << QString();
        QTest::newRow("nothing else on it") << u"a image tags=pr-1,pr-2 days=9\n b image tags=v1 days=9"_s << QString();
        QTest::newRow("a signature's") << u"a image tags=v1 days=9\n s signature tags=sha256-{a}.sig,pr-1,x days=9"_s
                                       << QString();
    }

    void tagsThatStayAreTold()
    {
        QFETCH(QString, versions);
        const auto fixture = Fixture::parse(u"package p\n "_s + versions);
        const auto snapshot = fixture.build();
        const auto policy = policyFrom(u"protect: {deployed: false, tags: [latest]}\nrules: [{tags: 'pr-*', olderThan: "
                                       "5d}, {tags: 'sha-*', olderThan: 90d}]"_s);
        auto notices = printPlan(planOf(*snapshot, policy), *snapshot, fixture).notices.split(u", "_s);
        notices.removeIf([](const QString& notice) { return !notice.startsWith("tags-stay"_L1); });
        QTEST(notices.join(u' '), "notices");
    }

    void reasonsAreTold_data()
    {
        QTest::addColumn<QString>("fate");
        for (const auto* fate :
             {"i: protected-tag 0, no-rule", "a: listed-by i", "s: hangs-on a", "r: semver, not-old-enough 0",
              "two: several-rules", "n: latest-of 1, not-old-enough 1", "o: rule", "oc: rule through o",
              "u: not-old-enough", "c: kind-not-named", "g: no-rule, ghost", "l: orphan", "x: subject-unknown"})
            QTest::newRow(fate) << QString::fromLatin1(fate);
    }

    void reasonsAreTold()
    {
        QFETCH(QString, fate);
        const auto fixture = Fixture::parse(uR"(package p
            i index tags=latest children=a days=99
            a image days=99
            s signature subject=a days=99
            r image tags=v1.0.0 days=5
            two image tags=v2,sha-2 days=99
            n image tags=sha-3 days=5
            o index tags=sha-1 children=oc days=99
            oc image days=99
            u image days=5
            c cache days=99
            g index tags=g children=gone days=99
            l signature subject=lost days=99
            x signature days=99)"_s);
        const auto snapshot = fixture.build();
        const auto plan = planOf(*snapshot, policyFrom(uR"(untagged: {olderThan: 9d}
rules: [{tags: "v*", olderThan: 9d}, {tags: "sha-*", olderThan: 9d, keepLatest: 1}]
protect: {tags: [latest], semver: true})"_s));
        QCOMPARE(printFate(plan, *snapshot, fixture, fate.section(u':', 0, 0)), fate);
    }
};

SLIPWAY_TEST_SUITE(TestPlanReasons);

} // namespace

#include "test_planreasons.moc"
