#include "cleanup/printplan.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// What is protected stays, with everything it needs.
class TestPlanProtections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void protections_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("protection");
        QTest::addColumn<QString>("deleted");
        QTest::addColumn<QString>("fate"); // of a
        const QString lock = u"protect: {lockFiles: [build-lock.json]}"_s;
        QTest::newRow("nothing") << u"{}"_s << QString() << u"a b i s"_s << u"a: untagged through i"_s;
        QTest::newRow("case 28: locked index") << lock << u"lock i"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("case 28: locked platform") << lock << u"lock a"_s << u"b i s"_s << u"a: locked 0"_s;
        QTest::newRow("locked referrer") << lock << u"lock s"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("case 28: lock file that was not read") << lock << QString() << QString() << u"a: listed-by i"_s;
        QTest::newRow("case 28: running")
            << u"protect: {deployed: true}"_s << u"running i"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("canary") << u"protect: {}"_s << u"canary a"_s << u"b i s"_s << u"a: deployed 0"_s;
        QTest::newRow("case 28: rollback")
            << u"protect: {rollback: 2}"_s << u"rollback2 a"_s << u"b i s"_s << u"a: deployed 0"_s;
        QTest::newRow("too far back") << u"protect: {rollback: 1}"_s << u"rollback2 a"_s << u"a b i s"_s
                                      << u"a: untagged through i"_s;
        QTest::newRow("deployed does not count")
            << u"protect: {deployed: false}"_s << u"running i"_s << u"a b i s"_s << u"a: untagged through i"_s;
        QTest::newRow("target not read") << u"protect: {}"_s << u"unread i"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("target not read, and not asked for")
            << u"protect: {deployed: false}"_s << u"unread i"_s << u"a b i s"_s << u"a: untagged through i"_s;
        QTest::newRow("excluded index") << u"{}"_s << u"excluded i"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("excluded platform") << u"{}"_s << u"excluded a"_s << u"b i s"_s << u"a: excluded"_s;
        QTest::newRow("excluded referrer") << u"{}"_s << u"excluded s"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("case 30: undeletable child")
            << u"protect: {}"_s << u"undeletable b"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("undeletable referrer")
            << u"protect: {}"_s << u"undeletable s"_s << QString() << u"a: listed-by i"_s;
        QTest::newRow("undeletable elsewhere")
            << u"protect: {}"_s << u"undeletable keep"_s << u"a b i s"_s << u"a: untagged through i"_s;
    }

    void protections()
    {
        QFETCH(QString, policy);
        QFETCH(QString, protection);
        const auto fixture = Fixture::parse(uR"(package p
            i index children=a,b days=9
            a image days=9
            b image days=9
            s signature subject=b days=9
            keep image tags=keep)"_s);
        const QString word = protection.section(u' ', 0, 0);
        const Digest digest = named(protection.section(u' ', 1));
        const auto snapshot = fixture.build();
        CleanupProtections protections;
        protections.targets = 1;
        if (word == "lock"_L1)
            protections.locks.push_back({u"build-lock.json"_s, {named(u"other"_s), digest}});
        else if (word == "unread"_L1)
            protections.unreadTargets.append(u"demo-03"_s);
        else if (word == "excluded"_L1)
            protections.excluded.push_back(snapshot->versions[fixture.row(*snapshot, protection.section(u' ', 1))].id);
        else if (word == "undeletable"_L1)
            protections.undeletable.push_back(digest);
        else if (word == "rollback2"_L1)
            protections.deployed.push_back({digest, u"demo-03"_s, DeployedRole::Rollback, 2});
        else if (!word.isEmpty())
            protections.deployed.push_back(
                {digest, u"demo-03"_s, word == "canary"_L1 ? DeployedRole::Canary : DeployedRole::Running, 0});
        const auto plan =
            planOf(*snapshot, policyFrom(u"untagged: {olderThan: 1d}\n"_s + (policy == "{}"_L1 ? QString() : policy)),
                   protections);
        QTEST(printPlan(plan, *snapshot, fixture).sorted, "deleted");
        QTEST(printFate(plan, *snapshot, fixture, u"a"_s), "fate");
    }

    void whatIsNotReadHoldsEverythingBack()
    {
        const auto fixture = Fixture::parse(u"package p\n a image days=9\n b image tags=b"_s);
        const auto snapshot = fixture.build();
        CleanupProtections protections;
        protections.targets = 2;
        protections.unreadTargets = {u"demo-03"_s};
        const auto plan = planOf(
            *snapshot, policyFrom(u"untagged: {olderThan: 1d}\nprotect: {lockFiles: [a.json, b.json]}"_s), protections);
        QVERIFY(!plan.complete);
        QCOMPARE(printFate(plan, *snapshot, fixture, u"a"_s), u"a: held-back"_s);
        QCOMPARE(printPlan(plan, *snapshot, fixture).notices,
                 u"target-unread demo-03, lock-unread a.json, lock-unread b.json"_s);
    }

    void undeletableTreesStayWhole()
    {
        const auto fixture = Fixture::parse(uR"(package p
            old index tags=v1 children=s,x days=9
            new index tags=v2 children=s,y days=8
            s image days=9
            x image days=9
            y image days=8
            own index tags=v3 children=z days=9
            z image days=9
            keep image tags=keep)"_s);
        const auto snapshot = fixture.build();
        const auto plan = [&](const QString& undeletable, const QString& rules) {
            CleanupProtections protections;
            protections.undeletable = {named(undeletable)};
            return planOf(*snapshot, policyFrom(rules), protections);
        };
        const QString one = u"rules: [{tags: '*[13]', olderThan: 1d}]"_s;
        const QString all = u"rules: [{tags: 'v*', olderThan: 1d}]"_s;
        // What a kept index lists is not deleted: that it cannot be holds up nothing.
        QCOMPARE(printPlan(plan(u"s"_s, one), *snapshot, fixture).sorted, u"old own x z"_s);
        const auto held = plan(u"s"_s, all);
        QCOMPARE(printPlan(held, *snapshot, fixture).sorted, u"own z"_s);
        QCOMPARE(printPlan(held, *snapshot, fixture).blocked, u"s undeletable"_s);
        QCOMPARE(printFate(held, *snapshot, fixture, u"old"_s), u"old: tree-blocked s"_s);
        QCOMPARE(printFate(held, *snapshot, fixture, u"x"_s), u"x: listed-by old"_s);
        QCOMPARE(printFate(held, *snapshot, fixture, u"s"_s), u"s: blocked"_s);
    }

    void lastTagged_data()
    {
        QTest::addColumn<QString>("versions");
        QTest::addColumn<QString>("deleted");
        QTest::addColumn<QString>("blocked");
        QTest::newRow("case 29: the newest stays")
            << u"b image tags=v2 days=8\n a image tags=v1 days=9"_s << u"a"_s << u"b last-tagged"_s;
        QTest::newRow("with its tree")
            << u"b index tags=v2 children=x days=8\n x image days=8\n s signature subject=x days=8\n a image tags=v1 "
               "days=9"_s
            << u"a"_s << u"b last-tagged"_s;
        QTest::newRow("with the index that lists it")
            << u"x image tags=v2-amd64 days=7\n i index tags=v2 children=x,y days=8\n y image days=8\n a image tags=v1 "
               "days=9"_s
            << u"a"_s << u"x last-tagged"_s;
        QTest::newRow("of one moment the higher number")
            << u"a image tags=v2 days=8\n b image tags=v1 days=8"_s << u"a"_s << u"b last-tagged"_s;
        QTest::newRow("referrer tags do not count")
            << u"b image tags=v2 days=8\n a image tags=w days=9\n s signature tags=sha256-{a}.sig days=1"_s << u"a s"_s
            << u"b last-tagged"_s;
        QTest::newRow("another kept tag is enough")
            << u"b image tags=v2 days=8\n a image tags=keep days=9"_s << u"b"_s << QString();
        QTest::newRow("a package without tags") << u"b image days=8\n a image days=9"_s << u"a b"_s << QString();
        QTest::newRow("untagged ones go all the same")
            << u"b image tags=v2 days=8\n a image days=9"_s << u"a"_s << u"b last-tagged"_s;
    }

    void lastTagged()
    {
        QFETCH(QString, versions);
        const auto fixture = Fixture::parse(u"package p\n "_s + versions + u"\npackage q\n z image tags=keep days=9"_s);
        const auto snapshot = fixture.build();
        const auto plan =
            planOf(*snapshot, policyFrom(u"untagged: {olderThan: 1d}\nrules: [{tags: '[vw]*', olderThan: 1d}]"_s));
        QTEST(printPlan(plan, *snapshot, fixture).sorted, "deleted");
        QTEST(printPlan(plan, *snapshot, fixture).blocked, "blocked");
        QVERIFY(plan.complete);
    }
};

SLIPWAY_TEST_SUITE(TestPlanProtections);

} // namespace

#include "test_planprotections.moc"
