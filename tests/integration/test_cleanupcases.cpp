#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuplock.h"
#include "cleanup/packagewatch.h"
#include "cleanup/undeletable.h"
#include "integration/cleaning.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kLimits = u"\nlimits: {versions: 500, percent: 100}"_s;

/// What stands for an artifact: a manifest that is no image, of this config's type.
QString artifact(const char* configType)
{
    return u"{\"schemaVersion\":2,\"mediaType\":\"application/"
           u"vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"%1\","
           "\"digest\":\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\",\"size\":2},"
           "\"layers\":[]}"_s.arg(QString::fromLatin1(configType));
}

/// What a cache is exported as beside images: an index of layers and of what describes them.
const QString kCacheIndex =
    u"{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":["
    "{\"mediaType\":\"application/vnd.buildkit.cacheconfig.v0\","
    "\"digest\":\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\",\"size\":2}]}"_s;

/// What is left once a plan was carried out, or why it was not.
QString leftAfter(Cleaning& cleaning, const PlanFile& plan)
{
    const auto outcome = cleaning.apply(plan);
    if (!outcome)
        return outcome.error().subject;
    return outcome->stopped ? outcome->stopped->subject : cleaning.left();
}

/// Those of the cases that other tests show without a server, over HTTP.
class TestCleanupCases final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesIsWhatWasPlanned_data()
    {
        QTest::addColumn<Organisation>("organisation");
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("left");
        const Organisation shared = Organisation()
                                        .package(u"app"_s)
                                        .image(u"s"_s, {}, {u"base"_s, u"s"_s})
                                        .image(u"x"_s, {}, {u"base"_s, u"x"_s})
                                        .image(u"y"_s, {}, {u"base"_s, u"y"_s})
                                        .index(u"old"_s, {u"old"_s}, {u"s"_s, u"x"_s})
                                        .index(u"new"_s, {u"new"_s}, {u"s"_s, u"y"_s});
        QTest::newRow("case 03: a shared child stays")
            << shared << u"rules: [{tags: old, olderThan: 1d}]"_s << u"new s y"_s;
        QTest::newRow("case 04: and stays at the second time")
            << shared << u"rules: [{tags: old, olderThan: 1d}]\nuntagged: {olderThan: 1d}"_s << u"new s y"_s;
        QTest::newRow("case 20: all tags of one rule")
            << Organisation()
                   .package(u"app"_s)
                   .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                   .image(u"both"_s, {u"pr-1"_s, u"pr-2"_s}, {u"base"_s, u"both"_s})
            << u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s << u"v1"_s;
        QTest::newRow("case 36: an artifact without layers in an index")
            << Organisation()
                   .package(u"app"_s)
                   .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                   .image(u"a"_s, {}, {u"base"_s, u"a"_s})
                   .raw(u"empty"_s, {}, u"application/vnd.oci.image.manifest.v1+json"_s,
                        artifact("application/vnd.oci.empty.v1+json"))
                   .index(u"pr"_s, {u"pr-1"_s}, {u"a"_s, u"empty"_s})
            << u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s << u"v1"_s;
        // Lists of either media types may have children of the other; what is no image is none of an image rule's.
        QTest::newRow("case 37: mixed media types, and kinds that no image rule is about")
            << Organisation()
                   .package(u"app"_s)
                   .image(u"oci"_s, {}, {u"base"_s, u"oci"_s})
                   .image(u"schema2"_s, {}, {u"base"_s, u"schema2"_s}, u"linux/arm64"_s)
                   .docker()
                   .index(u"list"_s, {u"v1"_s}, {u"oci"_s, u"schema2@linux/arm64"_s})
                   .docker()
                   .image(u"looseoci"_s, {}, {u"base"_s, u"looseoci"_s})
                   .image(u"loose2"_s, {}, {u"base"_s, u"loose2"_s}, u"linux/arm64"_s)
                   .docker()
                   .index(u"looselist"_s, {}, {u"looseoci"_s, u"loose2@linux/arm64"_s})
                   .docker()
                   .raw(u"cacheindex"_s, {}, u"application/vnd.oci.image.index.v1+json"_s, kCacheIndex)
                   .raw(u"unknown"_s, {}, u"application/vnd.oci.image.manifest.v1+json"_s,
                        artifact("application/vnd.example.nobody.knows.v9"))
                   .raw(u"chart"_s, {}, u"application/vnd.oci.image.manifest.v1+json"_s,
                        artifact("application/vnd.cncf.helm.config.v1+json"))
                   .raw(u"cache"_s, {}, u"application/vnd.oci.image.manifest.v1+json"_s,
                        artifact("application/vnd.buildkit.cacheconfig.v0"))
            << u"untagged: {olderThan: 1d}"_s << u"cache cacheindex chart list oci schema2 unknown"_s;
        QTest::newRow("case 47: a name with a slash") << Organisation()
                                                             .package(u"kas/kas"_s)
                                                             .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                                                             .image(u"pr"_s, {u"pr-1"_s}, {u"base"_s, u"pr"_s})
                                                      << u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s << u"v1"_s;
    }

    void whatGoesIsWhatWasPlanned()
    {
        QFETCH(Organisation, organisation);
        QFETCH(QString, rules);
        Cleaning cleaning(organisation);
        const auto plan = cleaning.plan(rules + kLimits);
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QTEST(cleaning.left(), "left");
        QCOMPARE(outcome->deleted, plan.deletions);
        QVERIFY(outcome->skipped.empty() && outcome->failed.empty());
        QVERIFY(cleaning.proof(plan).isProven());
        QVERIFY(cleaning.plan(rules + kLimits).deletions.empty());
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// Case 22: what cannot be read of a package protects all of it, is named, and is no other package's trouble.
    void anUnreadableManifestKeepsItsPackage_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault :
             {"status=404", "status=500", "status=403", "truncated", "html", "badjson", "reset", "timeout"})
            QTest::addRow("case 22: %s", fault) << QString::fromLatin1(fault);
    }

    void anUnreadableManifestKeepsItsPackage()
    {
        QFETCH(QString, fault);
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"pr"_s, {u"pr-1"_s}, {u"base"_s, u"pr"_s})
                              .package(u"other"_s)
                              .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s})
                              .image(u"pr2"_s, {u"pr-2"_s}, {u"base"_s, u"pr2"_s}));
        cleaning.owner().hurry();
        const Digest digest = cleaning.package().findId(cleaning.idOf(u"v1"_s).value)->digest;
        const auto spec = u"%1,method=GET,route=*/manifests/%2"_s.arg(fault, digest.toString());
        const auto parsed = parseFault(spec);
        QVERIFY2(parsed.has_value(), qPrintable(spec));
        cleaning.owner().server().addFault(*parsed);
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        QVERIFY(!plan.complete);
        QCOMPARE(plan.skippedPackages.size(), size_t(1));
        QCOMPARE(plan.skippedPackages.front().package, PackageName{u"app"_s});
        QCOMPARE(leftAfter(cleaning, plan), u"pr v1 v2"_s);
    }

    /// A list of which a later page fails is no list: nothing of its package goes.
    void case24_aListThatIsNotWholeKeepsItsPackage_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"status=500", "status=404", "truncated", "reset", "timeout"})
            QTest::addRow("case 24: %s", fault) << QString::fromLatin1(fault);
    }

    void case24_aListThatIsNotWholeKeepsItsPackage()
    {
        QFETCH(QString, fault);
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"pr"_s, {u"pr-1"_s}, {u"base"_s, u"pr"_s})
                              .many(230, u"k"_s)
                              .package(u"other"_s)
                              .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s})
                              .image(u"pr2"_s, {u"pr-2"_s}, {u"base"_s, u"pr2"_s}));
        cleaning.owner().hurry();
        cleaning.owner().server().addFault(
            *parseFault(fault + u",method=GET,route=*/app/versions*,skip=1,count=1000"_s));
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        QVERIFY(!plan.complete);
        QCOMPARE(plan.skippedPackages.size(), size_t(1));
        QCOMPARE(plan.skippedPackages.front().package, PackageName{u"app"_s});
        QCOMPARE(plan.skippedPackages.front().reason, u"its list of versions was not read to the end"_s);
        cleaning.owner().server().clearFaults();
        const QString left = leftAfter(cleaning, plan);
        QVERIFY2(left.endsWith("k99 pr v2"_L1), qPrintable(left));
    }

    /// Case 42: whatever its age, a twin that the lock file has stays, in every package.
    void case42_lockedTwinsStay()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app-cpu"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"cpu"_s, {u"sha-1"_s}, {u"base"_s, u"cpu"_s})
                              .image(u"cpuold"_s, {u"sha-0"_s}, {u"base"_s, u"cpuold"_s})
                              .package(u"app-gpu"_s)
                              .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s})
                              .image(u"gpu"_s, {u"sha-1"_s}, {u"base"_s, u"gpu"_s})
                              .image(u"gpuold"_s, {u"sha-0"_s}, {u"base"_s, u"gpuold"_s}));
        const auto digestOf = [&](const QString& package, const QString& key) {
            return cleaning.package(package).findId(cleaning.idOf(key).value)->digest;
        };
        CleanupProtections protections;
        protections.locks.push_back(
            {u"build-lock.json"_s, {digestOf(u"app-cpu"_s, u"cpu"_s), digestOf(u"app-gpu"_s, u"gpu"_s)}});
        const auto plan = cleaning.plan(
            u"rules: [{tags: 'sha-*', olderThan: 1d}]\nprotect: {lockFiles: [build-lock.json]}"_s + kLimits,
            protections);
        QCOMPARE(leftAfter(cleaning, plan), u"cpu gpu v1 v2"_s);
    }

    /// What GitHub refuses for ever is asked for once in a run, in whatever package it is.
    void whatIsUndeletableIsRememberedWithinARun()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"pr"_s, {u"pr-1"_s}, {u"base"_s, u"pr"_s})
                              .package(u"twin"_s)
                              .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s}));
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        const auto* pr = app.findId(cleaning.idOf(u"pr"_s).value);
        SimVersion again = *pr;
        again.id = 99'999;
        cleaning.package(u"twin"_s).addVersion(again);
        app.setDownloads(*app.findDigest(pr->digest), 5001);
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        QCOMPARE(plan.deletions.size(), size_t(2));
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QCOMPARE(outcome->failed.size(), size_t(2));
        QCOMPARE(cleaning.deletionsAsked(), 1);
    }

    /// Its digest is found to be undeletable elsewhere while the tree is gone on with: what is gone is no failure, and
    /// can be brought back.
    void whatIsDeletedIsNotSaidToBeThere()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"child"_s, {}, {u"base"_s, u"child"_s})
                              .index(u"top"_s, {u"pr-1"_s}, {u"child"_s}));
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        QCOMPARE(plan.deletions.size(), size_t(2));
        std::stop_source stop;
        const auto begun = cleaning.apply(plan, stop.get_token(), [&](const CleanupProgress& progress) {
            if (progress.deleted == 1)
                stop.request_stop();
        });
        QVERIFY(begun.has_value() && begun->stopped);
        QCOMPARE(cleaning.left(), u"child v1"_s);
        QVERIFY(Undeletable(cleaning.folder()).add(plan.deletions.front().digest).has_value());
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QVERIFY2(outcome->failed.empty(), qPrintable(cleaning.named(outcome->failed).join(u'\n')));
        QCOMPARE(outcome->deleted.size(), size_t(2));
        QCOMPARE(cleaning.left(), u"v1"_s);
        const auto back = cleaning.restore(outcome->journal);
        QVERIFY(back.has_value());
        QCOMPARE(back->restored.size(), size_t(2));
    }

    /// The last tagged version stays although a rule names it: if it is gone afterwards, that is told.
    void case45_whatIsBlockedIsProvenToo()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"one"_s, {u"pr-1"_s}, {u"base"_s, u"one"_s})
                              .image(u"two"_s, {u"pr-2"_s}, {u"base"_s, u"two"_s}));
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        QCOMPARE(plan.blocked.size(), size_t(1));
        QVERIFY(cleaning.apply(plan).has_value());
        QVERIFY(cleaning.proof(plan).isProven());
        cleaning.package().remove(plan.blocked.front().id.value, cleaning.now());
        const auto proof = cleaning.proof(plan);
        // By somebody else: no restoration of this cleanup would mend it.
        QVERIFY(proof.broken.empty() && !proof.restoreHelps);
        QCOMPARE(proof.gone.size(), size_t(1));
        QCOMPARE(proof.gone.front().digest, plan.blocked.front().digest);
    }

    /// GHCR has no referrers API: what hangs on an image is known by tags and subjects, and a plan only reads.
    void case48_case49_aPlanOnlyReadsAndAsksForNoReferrers()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .signature(u"sig"_s, u"v1"_s)
                              .image(u"pr"_s, {u"pr-1"_s}, {u"base"_s, u"pr"_s})
                              .referrer(u"sbom"_s, u"pr"_s));
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        QCOMPARE(plan.deletions.size(), size_t(2));
        QVERIFY(cleaning.owner().requestsFor(u"/"_s) > 0);
        for (const char* method : {"PUT", "POST", "PATCH", "DELETE"})
            QCOMPARE(cleaning.owner().requestsFor(u"/"_s, method), 0);
        QVERIFY(cleaning.apply(plan).has_value());
        QVERIFY(cleaning.proof(plan).isProven());
        QCOMPARE(cleaning.owner().requestsFor(u"/referrers/"_s), 0);
        QCOMPARE(cleaning.left(), u"sig v1"_s);
    }

    /// More goes than an hour's requests allow: the plan is split where they end, parents gone before children and no
    /// kept tag broken; the next hour goes on by the journal, without listing the packages that are done.
    void case44_moreThanAnHoursRequests()
    {
        constexpr int kTrees = 4; // of each package
        const QStringList names{u"one"_s, u"two"_s, u"three"_s};
        Organisation acme;
        for (const QString& name : names) {
            acme.package(name).image(u"v1"_s + name, {u"v1"_s}, {u"base"_s, name});
            for (int i = 0; i < kTrees; ++i) {
                const QString key = name + QString::number(i);
                acme.image(key, {}, {u"base"_s, key});
                acme.index(u"top"_s + key, {u"pr-%1"_s.arg(i)}, {key});
            }
        }
        SimulatorOptions options;
        options.primaryLimit = 15;
        Cleaning cleaning(acme, options);
        auto& owner = cleaning.owner();
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        QCOMPARE(plan.deletions.size(), size_t(2 * kTrees * names.size()));
        const auto isThere = [&](const PlannedVersion& planned) {
            const auto& package = cleaning.package(planned.package.value);
            return std::ranges::any_of(package.active(),
                                       [&](auto row) { return package.row(row).id == planned.id.value; });
        };
        qsizetype deleted = 0;
        int hours = 0;
        for (bool isStopped = true; isStopped && hours < 20; ++hours) {
            QStringList done;
            for (const QString& name : names) {
                if (cleaning.package(name).active().size() == 1)
                    done.append(name);
            }
            owner.setToken(u"ghp_hour%1"_s.arg(hours)); // as many requests again
            owner.governor().setLongestPause(std::chrono::seconds(5));
            owner.server().clearRequests();
            const auto outcome = cleaning.apply(plan);
            QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().subject));
            isStopped = outcome->stopped.has_value();
            if (isStopped)
                QCOMPARE(errorKindName(outcome->stopped->kind), errorKindName(ErrorKind::RateLimited));
            const auto text = readJournal(outcome->journal);
            QVERIFY(text.has_value());
            QCOMPARE(stateOf(text->entries).isEnded, !isStopped);
            for (const QString& name : std::as_const(done))
                QCOMPARE(owner.requestsFor(u'/' + name + u"/versions"_s), 0);
            for (const PlannedTree tree : treesOf(plan.deletions))
                QVERIFY(std::ranges::is_partitioned(tree, std::not_fn(isThere)));
            deleted += std::ranges::count_if(owner.server().requests(), [](const LoggedRequest& request) {
                return request.method == "DELETE" && request.status == 204;
            });
            QCOMPARE(pullEverything(owner.server(), owner.server().state()), QString());
        }
        QVERIFY2(hours > 2, qPrintable(QString::number(hours)));
        QCOMPARE(deleted, qsizetype(plan.deletions.size())); // none of them twice
        QCOMPARE(cleaning.left(), u"v1one v1three v1two"_s);
    }

    void case50_anotherCleanerIsLeftAlone()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"pr"_s, {u"pr-1"_s}, {u"base"_s, u"pr"_s}));
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s + kLimits);
        const auto lock = CleanupLock::take(cleaning.folder(), u"test"_s, u"acme"_s, u"another"_s);
        QVERIFY(lock.has_value());
        const auto outcome = cleaning.apply(plan);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::Refused);
        QCOMPARE(cleaning.left(), u"pr v1"_s);
        QCOMPARE(cleaning.deletionsAsked(), 0);
    }
};

SLIPWAY_TEST_SUITE(TestCleanupCases);

} // namespace

#include "test_cleanupcases.moc"
