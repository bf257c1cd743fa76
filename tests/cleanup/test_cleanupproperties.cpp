#include "cleanup/plainplan.h"
#include "cleanup/printplan.h"
#include "cleanup/randomregistry.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr unsigned kSeeds = 10'000;

/// A registry, a policy and protections of one seed, and their plan.
struct Situation final {
    explicit Situation(unsigned seed)
        : random(seed)
        , fixture(randomRegistry(random))
        , yaml(randomPolicy(random))
        , policy(policyFrom(yaml))
        , protections(randomProtections(fixture, random))
        , snapshot(fixture.build())
        , graph(*snapshot)
        , plan(planOf(*snapshot, policy, protections))
        , goes(snapshot->versions.size(), false)
    {
        for (const auto& deletion : plan.deletions)
            goes[deletion.version] = true;
    }

    [[nodiscard]] QString nameOf(RowIndex row) const
    {
        return snapshot->packages[snapshot->versions[row].package].name.value + u' '
               + fixture.nameOf(snapshot->digestOf(row));
    }

    std::mt19937 random;
    Fixture fixture;
    QString yaml;
    CleanupPolicy policy;
    CleanupProtections protections;
    SnapshotPtr snapshot;
    ReferenceGraph graph;
    CleanupPlan plan;
    std::vector<bool> goes; ///< per version
};

/// The registry after a plan was carried out; packages over a limit are left out.
Fixture without(const Situation& situation)
{
    std::map<QString, std::set<Digest>> deleted;
    for (const auto& deletion : situation.plan.deletions) {
        const RowIndex package = situation.snapshot->versions[deletion.version].package;
        if (!std::ranges::contains(situation.plan.needsConfirmation, package, &LargeDeletion::package))
            deleted[situation.snapshot->packages[package].name.value].insert(
                situation.snapshot->digestOf(deletion.version));
    }
    Fixture rest = situation.fixture;
    for (auto& package : rest.packages) {
        std::erase_if(package.versions, [&](const ListedVersion& version) {
            return deleted[package.listed.name.value].contains(version.digest);
        });
    }
    return rest;
}

QString wholePlan(const CleanupPlan& plan, const Snapshot& snapshot, const Fixture& fixture)
{
    const auto text = printPlan(plan, snapshot, fixture);
    QStringList lines{text.deletions,
                      text.blocked,
                      text.confirm,
                      text.skipped,
                      text.notices,
                      QString::number(plan.freed.owner),
                      plan.complete ? u"complete"_s : u"not complete"_s};
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row)
        lines.append(printFate(plan, snapshot, fixture, row));
    return lines.join(u'\n');
}

class TestCleanupProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAPlainPlanner()
    {
        size_t deletions = 0;
        size_t blocked = 0;
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            const Situation situation(seed);
            PlainPlan found;
            for (const auto& deletion : situation.plan.deletions)
                found.deleted.insert(situation.nameOf(deletion.version));
            for (const auto& block : situation.plan.blocked)
                found.blocked.insert(situation.nameOf(block.version));
            const auto expected = plainPlan(situation.fixture, situation.policy, situation.protections, fixtureTime());
            const auto show = [](const std::set<QString>& names) {
                return QStringList(names.begin(), names.end()).join(u", "_s);
            };
            const QString where = u"seed %1: %2 | %3\nexpected %4 | %5\n%6"_s.arg(seed).arg(
                show(found.deleted), show(found.blocked), show(expected.deleted), show(expected.blocked),
                situation.yaml);
            QVERIFY2(found.deleted == expected.deleted && found.blocked == expected.blocked, qPrintable(where));
            deletions += found.deleted.size();
            blocked += found.blocked.size();
        }
        QVERIFY(deletions > kSeeds && blocked > kSeeds / 20); // there was something to get wrong
    }

    void whatStaysStaysWhole()
    {
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            const Situation situation(seed);
            const auto& graph = situation.graph;
            const auto goes = [&](RowIndex row) { return bool(situation.goes[row]); };
            for (RowIndex row = 0; row < situation.goes.size(); ++row) {
                const auto where = u"seed %1, %2"_s.arg(seed).arg(situation.nameOf(row)).toUtf8();
                if (goes(row)) {
                    QVERIFY2(std::ranges::all_of(graph.parents(row), goes), where);
                    continue;
                }
                QVERIFY2(std::ranges::none_of(graph.children(row), goes), where);
                QVERIFY2(std::ranges::none_of(graph.referrers(row), goes), where);
            }
        }
    }

    void nothingProtectedGoes()
    {
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            const Situation situation(seed);
            const auto& snapshot = *situation.snapshot;
            for (const auto& deletion : situation.plan.deletions) {
                const auto& version = snapshot.versions[deletion.version];
                const auto& package = snapshot.packages[version.package];
                const auto digest = snapshot.digestOf(version);
                const auto where = u"seed %1, %2"_s.arg(seed).arg(situation.nameOf(deletion.version)).toUtf8();
                QVERIFY2(version.createdAt().isValid() && version.updatedAt().isValid(), where);
                QVERIFY2(std::max(version.createdAt(), version.updatedAt())
                             <= fixtureTime().addMSecs(-situation.policy.grace.count()),
                         where);
                QVERIFY2(package.complete && snapshot.isRead(version), where);
                QVERIFY2(situation.policy.packages.contains(package.name), where);
                for (const auto& lock : situation.protections.locks)
                    QVERIFY2(!std::ranges::contains(lock.digests, digest), where);
                QVERIFY2(!std::ranges::contains(situation.protections.undeletable, digest), where);
                QVERIFY2(!situation.policy.protect.deployed || situation.protections.unreadTargets.isEmpty(), where);
                for (const TagText tag : snapshot.tagsOf(version)) {
                    QVERIFY2(!situation.policy.protect.semver || !isSemanticVersion(tag.utf8), where);
                    const bool isReferrerTag = tag.utf8.startsWith("sha256-") && !tag.utf8.endsWith("-debug");
                    for (const auto& glob : situation.policy.protect.tags)
                        QVERIFY2(isReferrerTag || !glob.matches(tag.toString()), where);
                }
            }
        }
    }

    void everyVersionHasOneAnswer()
    {
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            const Situation situation(seed);
            const auto& plan = situation.plan;
            std::vector<int> answers(situation.goes.size(), 0);
            std::vector<RowIndex> order;
            for (const auto& deletion : plan.deletions) {
                ++answers[deletion.version];
                // What lists it went before.
                if (!deletion.isSelected())
                    QVERIFY(situation.goes[deletion.through] && situation.goes[deletion.top]);
                for (const RowIndex parent : situation.graph.parents(deletion.version))
                    QVERIFY2(std::ranges::contains(order, parent), qPrintable(u"seed %1"_s.arg(seed)));
                order.push_back(deletion.version);
            }
            for (const auto& kept : plan.keep) {
                ++answers[kept.version];
                QVERIFY2(!plan.whyOf(kept).empty(), qPrintable(u"seed %1"_s.arg(seed)));
            }
            for (const auto& block : plan.blocked)
                ++answers[block.version];
            for (RowIndex row = 0; row < answers.size(); ++row) {
                const RowIndex package = situation.snapshot->versions[row].package;
                const bool isJudged =
                    situation.policy.packages.contains(situation.snapshot->packages[package].name)
                    && !std::ranges::contains(plan.skippedPackages, package, &SkippedPackage::package);
                QCOMPARE(answers[row], isJudged ? 1 : 0);
            }
        }
    }

    /// A second run finds what a limit left out, signatures whose subject the first took from another package with all
    /// that these held, and manifests whose referrer tag, by which they were known for signatures, was in another
    /// package too.
    void aSecondPlanFindsNothingNew()
    {
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            const Situation first(seed);
            const auto rest = without(first);
            const auto snapshot = rest.build();
            const auto second = planOf(*snapshot, first.policy, first.protections);
            std::set<QString> leftOut;
            std::set<Digest> planned;
            for (const auto& deletion : first.plan.deletions) {
                leftOut.insert(first.nameOf(deletion.version));
                planned.insert(first.snapshot->digestOf(deletion.version));
            }
            std::set<RowIndex> withOrphans; // packages
            for (const auto& deletion : second.deletions) {
                if (deletion.cause == DeletionCause::Orphan)
                    withOrphans.insert(snapshot->versions[deletion.version].package);
            }
            for (const auto& deletion : second.deletions) {
                const auto& version = snapshot->versions[deletion.version];
                const QString name =
                    snapshot->packages[version.package].name.value + u' ' + rest.nameOf(snapshot->digestOf(version));
                QVERIFY2(leftOut.contains(name) || withOrphans.contains(version.package)
                             || planned.contains(snapshot->digestOf(version)),
                         qPrintable(u"seed %1: %2"_s.arg(seed).arg(name)));
            }
        }
    }

    void orderOfRowsChangesNothing()
    {
        for (unsigned seed = 1; seed <= kSeeds / 5; ++seed) {
            Situation situation(seed);
            const auto expected = wholePlan(situation.plan, *situation.snapshot, situation.fixture);
            const auto shuffled = situation.fixture.buildShuffled(situation.random);
            std::ranges::shuffle(situation.protections.undeletable, situation.random);
            const auto plan = planOf(*shuffled, situation.policy, situation.protections);
            QVERIFY2(wholePlan(plan, *shuffled, situation.fixture) == expected, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    /// What is there less what is left, blob by blob.
    void freedBytesAreExact()
    {
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            const Situation situation(seed);
            const auto bytesOf = [&](bool isAfter) {
                std::map<Digest, Bytes> blobs;
                for (RowIndex row = 0; row < situation.goes.size(); ++row) {
                    if (isAfter && situation.goes[row])
                        continue;
                    const auto manifest = std::ranges::find(situation.fixture.manifests,
                                                            situation.snapshot->digestOf(row), &Manifest::digest);
                    if (manifest == situation.fixture.manifests.end())
                        continue;
                    for (const auto& layer : manifest->layers)
                        blobs[layer.digest] = layer.size;
                }
                Bytes bytes = 0;
                for (const auto& [digest, size] : blobs)
                    bytes += size;
                return bytes;
            };
            QCOMPARE(situation.plan.freed.owner, bytesOf(false) - bytesOf(true));
        }
    }
};

SLIPWAY_TEST_SUITE(TestCleanupProperties);

} // namespace

#include "test_cleanupproperties.moc"
