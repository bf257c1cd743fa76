#include "cleanup/plancleanup.h"
#include "cleanup/policyreader.h"
#include "integration/process.h"
#include "integration/servedowner.h"
#include "simulator/statefile.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// The cleanup policies of the demo organisations on what is read of these over HTTP, against what the program that
/// wrote the demos counts on its own, in another language.
class DemoCleanupTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planIsWhatTheAuthorCounted_data();
    void planIsWhatTheAuthorCounted();
    void whatRunsAndWhatIsLockedStays();
};

namespace
{

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How many trees each rule selects.
QString treesOf(const CleanupPlan& plan, const CleanupPolicy& policy)
{
    QMap<QString, int> trees;
    for (const auto& deletion : plan.deletions) {
        if (deletion.isSelected())
            ++trees[deletion.cause == DeletionCause::Rule ? policy.rules[deletion.rule].tags.pattern() : u"untagged"_s];
    }
    QStringList words;
    for (auto tree = trees.cbegin(); tree != trees.cend(); ++tree)
        words.append(u"%1 %2"_s.arg(tree.key()).arg(tree.value()));
    return words.join(u", ");
}

/// As tests/integration/demofreed.mjs prints it.
QStringList linesOf(const CleanupPlan& plan, const Snapshot& snapshot)
{
    QStringList lines;
    for (const auto& deletion : plan.deletions) {
        lines.append(snapshot.packages[snapshot.versions[deletion.version].package].name.value + u' '
                     + snapshot.digestOf(deletion.version).toString());
    }
    lines.sort();
    for (const auto& skipped : plan.skippedPackages)
        lines.append(u"skipped "_s + snapshot.packages[skipped.package].name.value);
    lines.append(u"freed %1"_s.arg(plan.freed.owner));
    return lines;
}

} // namespace

void DemoCleanupTest::planIsWhatTheAuthorCounted_data()
{
    QTest::addColumn<QString>("organisation");
    QTest::addColumn<Bytes>("freed");
    QTest::addColumn<QString>("trees");                                  // as resources/demo/README.md has them
    QTest::newRow("northquay") << u"northquay"_s << Bytes(5'626'112'786) // 5.24 GiB
                               << u"failed-* 1, pr-* 6, untagged 24, v* 12"_s;
    QTest::newRow("siriusscan") << u"siriusscan"_s << Bytes(703'906'526) << u"pr-* 6, untagged 3"_s;
}

void DemoCleanupTest::planIsWhatTheAuthorCounted()
{
    QFETCH(QString, organisation);
    const auto policy = parseCleanupPolicy(contentsOf(u":/demo/%1.cleanup.yaml"_s.arg(organisation)), organisation);
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(policy.error().detail));
    const auto state = demoState(organisation);
    QVERIFY(state.has_value());
    ServedOwner owner(contentsOf(u":/demo/%1.json"_s.arg(organisation)));
    const auto snapshot = owner.scan();
    QVERIFY(snapshot.has_value());
    const ReferenceGraph graph(**snapshot);
    const auto plan = planCleanup({**snapshot, graph, BlobUsage(**snapshot).references()}, *policy, {}, state->anchor);
    QVERIFY(plan.complete);
    QVERIFY(plan.blocked.empty());
    QTEST(plan.freed.owner, "freed");
    QTEST(treesOf(plan, *policy), "trees");

    const auto counted =
        run(u"node"_s, {qEnvironmentVariable("SLIPWAY_SOURCE") + u"/tests/integration/demofreed.mjs"_s, organisation});
    QVERIFY2(counted.code == 0, counted.errors.constData());
    const auto expected = QString::fromUtf8(counted.output).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(expected.size() > 20);
    QCOMPARE(linesOf(plan, **snapshot), expected);
}

/// resources/demo/README.md, "The policy".
void DemoCleanupTest::whatRunsAndWhatIsLockedStays()
{
    auto policy = parseCleanupPolicy(contentsOf(u":/demo/northquay.cleanup.yaml"_s), u"northquay"_s);
    const auto state = demoState(u"northquay"_s);
    QVERIFY(policy.has_value() && state.has_value());
    policy->protect.lockFiles.append(u"build-lock.json"_s);
    ServedOwner owner(contentsOf(u":/demo/northquay.json"_s));
    const auto snapshot = owner.scan();
    QVERIFY(snapshot.has_value());
    const auto& versions = (*snapshot)->versions;
    const auto packageOf = [&](const VersionRow& version) { return (*snapshot)->packages[version.package].name.value; };
    const auto locked = std::ranges::find_if(versions, [&](const VersionRow& version) {
        return packageOf(version) == "vision-gpu"_L1
               && std::ranges::contains((*snapshot)->tagsOf(version), Tag{u"v0.3.0"_s});
    });
    // The untagged build a host still runs, by its own layer, which the state calls app/lrc-chat-gpu/main-104/amd64.
    const auto layer = *Digest::parse(u"sha256:d62f2a6ef6db3c91173fc45a18ec808070c02537c898c6381c9d3d03d6e5e1d5");
    const auto running = std::ranges::find_if(versions, [&](const VersionRow& version) {
        const auto layers = (*snapshot)->layersOf(*(*snapshot)->manifestOf(version));
        return std::ranges::any_of(layers, [&](RowIndex blob) { return (*snapshot)->blobs[blob].digest == layer; });
    });
    QVERIFY(locked != versions.end() && running != versions.end());
    CleanupProtections protections;
    protections.targets = 1;
    protections.locks.push_back({u"build-lock.json"_s, {(*snapshot)->digestOf(*locked)}});
    protections.deployed.push_back({(*snapshot)->digestOf(*running), u"demo-01"_s, DeployedRole::Running, 0});
    const ReferenceGraph graph(**snapshot);
    const auto plan =
        planCleanup({**snapshot, graph, BlobUsage(**snapshot).references()}, *policy, protections, state->anchor);
    constexpr Bytes kMib = 1024 * 1024;
    QCOMPARE((5'626'112'786 - plan.freed.owner + kMib / 2) / kMib, Bytes(7));
    QCOMPARE(treesOf(plan, *policy), u"failed-* 1, pr-* 6, untagged 23, v* 11"_s);
}

QTEST_GUILESS_MAIN(DemoCleanupTest)
#include "tst_democleanup.moc"
