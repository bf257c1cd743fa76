#include "cleanup/printplan.h"
#include "cleanup/randomregistry.h"
#include "cleanup/reclaimable.h"
#include "support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr unsigned kSeeds = 500;

OwnerPolicy policyFor(const QString& packages, const QString& yaml)
{
    return {*Glob::parse(packages), u"cleanup.yaml"_s, policyFrom(yaml)};
}

Reclaimable reclaimedFrom(const Snapshot& snapshot, const OwnerPolicies& policies,
                          const CleanupProtections& protections = {})
{
    const ReferenceGraph graph(snapshot);
    return *reclaimable({snapshot, graph, BlobUsage(snapshot).references()}, policies, protections, {}, fixtureTime());
}

QString partsText(const std::vector<ReclaimPart>& parts)
{
    QStringList lines;
    for (const auto& part : parts)
        lines.append(u"%1 %2 %3"_s.arg(part.name).arg(part.versions).arg(part.bytes));
    return lines.join(u", "_s);
}

/// Two packages of one family, that have a layer in common, and one of another.
const QString kOwner = u"package torch-cpu repo=pipeline\n"
                       " now image tags=latest days=1 layers=base:100,now:10\n"
                       " old image days=95 layers=base:100,old:20,common:400\n"
                       " newer image days=80 layers=base:100,newer:40\n"
                       "package torch-gpu repo=pipeline\n"
                       " keep image tags=latest days=1 layers=base:100\n"
                       " gone image days=120 layers=common:400,gone:7\n"
                       "package llm-cpu repo=pipeline\n"
                       " main image tags=main days=1 layers=main:1\n"
                       " pr image tags=pr-7 days=20 layers=pr:3\n"_s;

class TestReclaimable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A layer that no manifest gives a size frees something nobody knows; one that stays frees nothing.
    void blobsWithoutASizeAreCounted()
    {
        const auto owner = [](const QString& old) {
            return Fixture::parse(u"package torch-cpu repo=pipeline\n"
                                  " now image tags=latest days=1 layers=base:?,now:10\n"
                                  " old image days=95 layers=base:?,"_s
                                  + old)
                .build();
        };
        const auto policies = loadOwnerPolicies({});
        QVERIFY(policies);
        const auto known = reclaimedFrom(*owner(u"old:20"_s), *policies);
        QCOMPARE(known.bytes, Bytes(20));
        QCOMPARE(known.unsizedBlobs, size_t{0});
        QVERIFY(known.isExact());
        const auto found = reclaimedFrom(*owner(u"old:20,other:?"_s), *policies);
        QCOMPARE(found.bytes, Bytes(20));
        QCOMPARE(found.unsizedBlobs, size_t{1});
        QVERIFY(!found.isExact());
    }

    /// By hand: old and gone are untagged for more than 90 days. Alone they free 20 and 7, for the other has what they
    /// share; together 20 + 7 + 400, and so much does their family.
    void usualPolicyFreesOldUntagged()
    {
        const auto snapshot = Fixture::parse(kOwner).build();
        const auto policies = loadOwnerPolicies({});
        QVERIFY(policies && policies->isUsual);
        const auto found = reclaimedFrom(*snapshot, *policies);
        QCOMPARE(found.bytes, Bytes(427));
        QCOMPARE(found.versions, size_t{2});
        QCOMPARE(partsText(found.packages), u"torch-cpu 1 20, torch-gpu 1 7"_s);
        QCOMPARE(partsText(found.families), u"torch 2 427"_s);
        QVERIFY(found.isUsualPolicy && found.files.isEmpty() && found.isExact());
    }

    void thePackagesOwnPolicyCounts()
    {
        const auto snapshot = Fixture::parse(kOwner).build();
        const OwnerPolicies policies{{policyFor(u"llm-*"_s, u"rules: [{tags: 'pr-*', olderThan: 14d}]"_s),
                                      policyFor(u"*-cpu"_s, u"untagged: {olderThan: 60d}"_s)},
                                     false};
        const auto found = reclaimedFrom(*snapshot, policies);
        // The GPU's package has no policy; the first one that matches llm-cpu knows no untagged versions.
        QCOMPARE(partsText(found.packages), u"torch-cpu 2 60, llm-cpu 1 3"_s);
        QCOMPARE(found.bytes, Bytes(63));
        QCOMPARE(found.files, (QStringList{u"cleanup.yaml"_s, u"cleanup.yaml"_s}));
    }

    void whatIsNotAskedIsNamed()
    {
        const auto snapshot = Fixture::parse(kOwner).build();
        const OwnerPolicies policies{
            {policyFor(u"*"_s, u"untagged: {olderThan: 90d}\nprotect: {lockFiles: [build-lock.json, read.json]}"_s)},
            false};
        CleanupProtections protections;
        protections.targets = 2;
        protections.unreadTargets = {u"demo-02"_s};
        protections.locks.push_back({u"read.json"_s, {named(u"gone"_s)}});
        const auto found = reclaimedFrom(*snapshot, policies, protections);
        QCOMPARE(found.bytes, Bytes(20)); // what the lock names holds the shared layer
        QCOMPARE(found.unasked, (QStringList{u"demo-02"_s, u"build-lock.json"_s}));
        QVERIFY(!found.isExact());
    }

    /// Two policies may each name a build-lock.json beside itself: one that was read says nothing of the other.
    void locksAreThePolicysOwn()
    {
        const auto snapshot = Fixture::parse(kOwner).build();
        const QString yaml = u"untagged: {olderThan: 90d}\nprotect: {lockFiles: [build-lock.json]}"_s;
        OwnerPolicies policies{{policyFor(u"*-cpu"_s, yaml), policyFor(u"*"_s, yaml)}, false};
        QCOMPARE(reclaimedFrom(*snapshot, policies).bytes, Bytes(427));
        policies.policies[0].locks.push_back({u"build-lock.json"_s, {named(u"old"_s)}});
        const auto half = reclaimedFrom(*snapshot, policies);
        QCOMPARE(half.bytes, Bytes(7));
        QCOMPARE(half.unasked, QStringList{u"build-lock.json"_s});
        policies.policies[1].locks.push_back({u"build-lock.json"_s, {named(u"gone"_s)}});
        const auto both = reclaimedFrom(*snapshot, policies);
        QCOMPARE(both.bytes, Bytes(0));
        QVERIFY(both.isExact());
    }

    void lockPathsAreRelativeToThePolicy()
    {
        OwnerPolicy policy = policyFor(u"*"_s, u"untagged: {olderThan: 90d}"_s);
        policy.file = u"/team/policies/cleanup.yaml"_s;
        QCOMPARE(policy.lockPath(u"../build-lock.json"_s), u"/team/build-lock.json"_s);
        QCOMPARE(policy.lockPath(u"/else/lock.json"_s), u"/else/lock.json"_s);
    }

    void whatIsStoppedIsNoFigure()
    {
        const auto snapshot = Fixture::parse(kOwner).build();
        const ReferenceGraph graph(*snapshot);
        const CleanupFacts facts{*snapshot, graph, BlobUsage(*snapshot).references()};
        std::stop_source stop;
        const auto found = [&] {
            return reclaimable(facts, *loadOwnerPolicies({}), {}, {}, fixtureTime(), stop.get_token());
        };
        QCOMPARE(found().value().bytes, Bytes(427));
        stop.request_stop();
        QCOMPARE(found().error().kind, ErrorKind::Cancelled);
        QVERIFY(!planCleanup(facts, usualCleanupPolicy(), {}, fixtureTime(), {}, stop.get_token()));
    }

    void whatIsNotKnownIsNotExact_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<size_t>("skipped");
        QTest::addColumn<size_t>("unknown");
        QTest::newRow("a page") << u"package a partial\n i image tags=x\n j image days=100 layers=j:9"_s << size_t{1}
                                << size_t{0};
        QTest::newRow("a manifest") << u"package a\n i image tags=x\n j image days=100 layers=j:9\n k unreadable"_s
                                    << size_t{1} << size_t{1};
    }
    void whatIsNotKnownIsNotExact()
    {
        QFETCH(const QString, owner);
        const auto found = reclaimedFrom(*Fixture::parse(owner).build(), *loadOwnerPolicies({}));
        QCOMPARE(found.bytes, Bytes(0));
        QTEST(found.skippedPackages, "skipped");
        QTEST(found.unknownVersions, "unknown");
        QVERIFY(!found.isExact());
    }

    /// With one policy for all it is what the plan frees, to the byte, and each part what deleting it alone frees.
    void isWhatPlansFree()
    {
        Bytes freed = 0;
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            std::mt19937 random(seed);
            const auto fixture = randomRegistry(random);
            const QString yaml = randomPolicy(random);
            auto protections = randomProtections(fixture, random);
            protections.unreadTargets.clear();
            auto policy = policyFrom(yaml);
            policy.protect.lockFiles.clear();
            const auto snapshot = fixture.build();
            const auto plan = planOf(*snapshot, policy, protections);
            const auto found = reclaimedFrom(*snapshot, {{{*Glob::parse(u"*"_s), {}, policy}}, false}, protections);
            QVERIFY2(found.bytes == plan.freed.owner, qPrintable(u"seed %1"_s.arg(seed)));
            QCOMPARE(found.versions, plan.deletions.size());
            for (const auto& part : found.packages) {
                std::vector<RowIndex> rows;
                for (const auto& deletion : plan.deletions)
                    if (snapshot->packages[snapshot->versions[deletion.version].package].name.value == part.name)
                        rows.push_back(deletion.version);
                QCOMPARE(part.versions, rows.size());
                QCOMPARE(part.bytes, freedByDeleting(*snapshot, BlobUsage(*snapshot).references(), rows).owner);
            }
            freed += found.bytes;
        }
        QVERIFY(freed > 0);
    }

    void filesAreRead()
    {
        const QTemporaryDir folder;
        const auto path = [&](const QString& name) { return folder.filePath(name); };
        const auto write = [&](const QString& name, const QByteArray& text) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        write(u"a.yaml"_s, "version: 1\nuntagged: {olderThan: 5d}\n");
        write(u"bad.yaml"_s, "version: 1\nuntaged: {olderThan: 5d}\n");
        const auto read = loadOwnerPolicies(std::vector<PolicyFile>{{*Glob::parse(u"a-*"_s), path(u"a.yaml"_s)}});
        QVERIFY(read && !read->isUsual);
        QCOMPARE(read->of({u"a-b"_s}), std::optional<std::size_t>(0));
        QCOMPARE(read->of({u"b"_s}), std::nullopt);
        QCOMPARE(read->policies[0].policy.untagged->olderThan, std::chrono::days(5));
        for (const auto& [name, kind] :
             {std::pair{u"bad.yaml"_s, ErrorKind::InvalidFile}, std::pair{u"none.yaml"_s, ErrorKind::FileAccess}}) {
            const auto refused = loadOwnerPolicies(
                std::vector<PolicyFile>{{*Glob::parse(u"*"_s), path(u"a.yaml"_s)}, {*Glob::parse(u"*"_s), path(name)}});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, kind);
            QVERIFY2(refused.error().subject.startsWith(path(name)), qPrintable(refused.error().subject));
        }
    }
};

SLIPWAY_TEST_SUITE(TestReclaimable);

} // namespace

#include "test_reclaimable.moc"
