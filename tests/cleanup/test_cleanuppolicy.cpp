#include "cleanup/cleanupduration.h"
#include "cleanup/policyreader.h"
#include "support/suite.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kWhole = R"(version: 1
grace: 2h
untagged: { olderThan: 90d, kinds: [image, index, cache] }
rules:
  - { tags: "pr-*", olderThan: 14d }
  - { tags: "sha-*", olderThan: 30d, keepLatest: 5 }
  - { tags: "nightly-*", keepLatest: 3 }
protect:
  tags: ["latest", "v*"]
  semver: true
  lockFiles: ["build-lock.json"]
  deployed: false
  rollback: 7
orphans: delete
ghosts: delete
limits: { versions: 40, percent: 20 }
packages: ["*", "!ci-*"]
)"_L1;

CleanupPolicy policyOf(const QByteArray& yaml)
{
    auto policy = parseCleanupPolicy(yaml, u"cleanup.yaml"_s);
    if (!policy)
        qFatal("%s", qPrintable(policy.error().subject + u' ' + policy.error().detail));
    return *std::move(policy);
}

class TestCleanupPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead()
    {
        const auto policy = policyOf(kWhole.data());
        QCOMPARE(QString::fromUtf8(canonicalForm(policy)),
                 uR"({"ghosts":"delete","grace":7200000,"limits":{"percent":20,"versions":40},"orphans":"delete",)"
                 uR"("packages":["!ci-*","*"],"protect":{"deployed":false,"lockFiles":["build-lock.json"],)"
                 uR"("rollback":7,"semver":true,"tags":["latest","v*"]},"rules":[{"keepLatest":0,)"
                 uR"("olderThan":1209600000,"tags":"pr-*"},{"keepLatest":5,"olderThan":2592000000,"tags":"sha-*"},)"
                 uR"({"keepLatest":3,"olderThan":null,"tags":"nightly-*"}],"untagged":{"kinds":["cache","image",)"
                 uR"("index"],"olderThan":7776000000},"version":1})"_s);
        QVERIFY(policy.packages.contains({u"app/api"_s}));
        QVERIFY(!policy.packages.contains({u"ci-scratch"_s}));
    }

    void whatIsLeftOutIsUsual()
    {
        const auto policy = policyOf("version: 1");
        QCOMPARE(QString::fromUtf8(canonicalForm(policy)),
                 uR"({"ghosts":"report","grace":3600000,"limits":{"percent":30,"versions":500},"orphans":"report",)"
                 uR"("packages":["*"],"protect":{"deployed":true,"lockFiles":[],"rollback":5,"semver":false,)"
                 uR"("tags":[]},"rules":[],"untagged":null,"version":1})"_s);
        QCOMPARE(policyOf("version: 1\nuntagged: {olderThan: 1d}").untagged->kinds,
                 (std::vector{ManifestKind::Image, ManifestKind::Index}));
    }

    void jsonIsYaml()
    {
        const auto json = policyOf(R"({"version": 1, "grace": "60m", "rules": [{"tags": "a", "keepLatest": 2}]})");
        const auto yaml = policyOf("rules:\n- keepLatest: 2\n  tags: a\ngrace: 1h\nversion: 1\npackages: ['*']");
        QCOMPARE(canonicalForm(json), canonicalForm(yaml));
        QCOMPARE(policyDigest(json), policyDigest(yaml));
        QCOMPARE(policyDigest(json), Digest::of(canonicalForm(yaml)));
    }

    /// Whatever changes what is deleted changes the digest; the order of what has none does not.
    void digestTellsPoliciesApart()
    {
        const auto digest = [](const QByteArray& rest) { return policyDigest(policyOf("version: 1\n" + rest)); };
        QSet<Digest> digests;
        const QByteArrayList policies{"",
                                      "grace: 61m",
                                      "untagged: {olderThan: 1d}",
                                      "untagged: {olderThan: 2d}",
                                      "untagged: {olderThan: 1d, kinds: [image]}",
                                      "rules: [{tags: a, olderThan: 1d}]",
                                      "rules: [{tags: a, olderThan: 1d, keepLatest: 1}]",
                                      "rules: [{tags: b, olderThan: 1d}]",
                                      "rules: [{tags: a, olderThan: 1d}, {tags: b, olderThan: 1d}]",
                                      "rules: [{tags: b, olderThan: 1d}, {tags: a, olderThan: 1d}]",
                                      "rules: [{tags: a, keepLatest: 0}]",
                                      "rules: [{tags: a, olderThan: 0m}]",
                                      "protect: {tags: [a]}",
                                      "protect: {semver: true}",
                                      "protect: {deployed: false}",
                                      "protect: {rollback: 4}",
                                      "protect: {lockFiles: [a]}",
                                      "orphans: delete",
                                      "ghosts: delete",
                                      "limits: {versions: 499}",
                                      "limits: {percent: 29}",
                                      "packages: [a]",
                                      "packages: ['*', '!a']"};
        for (const auto& policy : policies)
            digests.insert(digest(policy));
        QCOMPARE(digests.size(), policies.size());
        QCOMPARE(digest("protect: {tags: [b, a]}"), digest("protect: {tags: [a, b, a]}"));
        QCOMPARE(digest("untagged: {olderThan: 24h, kinds: [index, image]}"), digest("untagged: {olderThan: 1d}"));
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("yaml"); // below "version: 1"
        QTest::addColumn<QString>("error");   // line:column sentence
        const auto row = [](const char* name, const QByteArray& yaml, const char* error) {
            QTest::newRow(name) << QByteArray("version: 1\n" + yaml) << QString::fromUtf8(error);
        };
        QTest::newRow("empty") << QByteArray()
                               << u" expected a map with version, grace, untagged, rules, protect, "
                                  "orphans, ghosts, limits, packages, found nothing"_s;
        QTest::newRow("two documents") << QByteArray("version: 1\nrules: []\n---\nprotect: {tags: ['pr-*']}\n")
                                       << u":4:1 a second document begins here: \"---\" parts two, and a file is one"_s;
        QTest::newRow("no version") << QByteArray("rules: []") << u":1:1 \"version: 1\" is missing"_s;
        QTest::newRow("a list") << QByteArray("- pr-*")
                                << u":1:1 expected a map with version, grace, untagged, rules, protect, orphans, "
                                   "ghosts, limits, packages, found a list"_s;
        QTest::newRow("newer version") << QByteArray("version: 2") << u":1:10 \"version\": expected 1, found \"2\""_s;
        row("unknown key", "protekt: {}",
            ":2:1 unknown key \"protekt\"; known are version, grace, untagged, rules, protect, orphans, ghosts, "
            "limits, packages");
        row("unknown key of protect", "protect:\n  tag: [a]",
            ":3:3 unknown key \"tag\"; known are tags, semver, lockFiles, deployed, rollback");
        row("unknown key of a rule", "rules:\n  - {tags: a, olderThen: 1d}",
            ":3:15 unknown key \"olderThen\"; known are tags, olderThan, keepLatest");
        row("unknown key of untagged", "untagged: {kind: image}",
            ":2:12 unknown key \"kind\"; known are olderThan, kinds");
        row("unknown key of limits", "limits: {count: 1}", ":2:10 unknown key \"count\"; known are versions, percent");
        row("key twice", "grace: 1h\ngrace: 2h", ":3:1 the key \"grace\" is there twice");
        row("short grace", "grace: 9m", ":2:8 \"grace\": expected 10m at least, found \"9m\"");
        row("grace without a unit", "grace: 60",
            ":2:8 \"grace\": expected a duration such as 30m, 1h, 90d or 2w, 36500d at most, found \"60\"");
        row("grace of nothing", "grace:", ":2:1 \"grace\": expected a text, found nothing");
        row("negative duration", "untagged: {olderThan: -1d}",
            ":2:23 \"olderThan\": expected a duration such as 30m, 1h, 90d or 2w, 36500d at most, found \"-1d\"");
        row("years", "untagged: {olderThan: 1y}",
            ":2:23 \"olderThan\": expected a duration such as 30m, 1h, 90d or 2w, 36500d at most, found \"1y\"");
        row("too long", "rules: [{tags: a, olderThan: 36501d}]",
            ":2:30 \"olderThan\": expected a duration such as 30m, 1h, 90d or 2w, 36500d at most, found \"36501d\"");
        row("too long for a number", "rules: [{tags: a, olderThan: 99999999999999999999d}]",
            ":2:30 \"olderThan\": expected a duration such as 30m, 1h, 90d or 2w, 36500d at most, found "
            "\"99999999999999999999d\"");
        row("untagged is a duration", "untagged: 90d", ":2:11 expected a map with olderThan, kinds, found \"90d\"");
        row("untagged without an age", "untagged: {kinds: [image]}", ":2:11 \"untagged\" needs \"olderThan\"");
        row("kind of referrers", "untagged: {olderThan: 1d, kinds: [image, signature]}",
            ":2:42 \"kinds\": expected image, index, cache or artifact, found \"signature\"");
        row("no kind", "untagged: {olderThan: 1d, kinds: []}",
            ":2:34 \"kinds\": expected image, index, cache or artifact, found none");
        row("kinds are a text", "untagged: {olderThan: 1d, kinds: image}",
            ":2:34 \"kinds\": expected a list, found \"image\"");
        row("rules are a map", "rules: {tags: a}", ":2:8 \"rules\": expected a list, found a map");
        row("rule is a text", "rules: [pr-*]", ":2:9 expected a map with tags, olderThan, keepLatest, found \"pr-*\"");
        row("rule without tags", "rules: [{olderThan: 1d}]", ":2:9 a rule needs \"tags\"");
        row("rule for all", "rules: [{tags: a}]",
            ":2:9 a rule needs \"olderThan\" or \"keepLatest\", else it would delete all it matches");
        row("tags are a list", "rules: [{tags: [a, b], olderThan: 1d}]",
            ":2:16 \"tags\": expected a text, found a list");
        row("no glob", "rules: [{tags: '', olderThan: 1d}]", ":2:16 \"tags\": expected a glob, found \"\"");
        row("open class", "protect: {tags: ['v[0-9']}",
            ":2:18 \"tags\": expected a glob; the character class is not closed, found \"v[0-9\"");
        row("protected tags are a text", "protect: {tags: latest}",
            ":2:17 \"tags\": expected a list, found \"latest\"");
        row("negative count", "rules: [{tags: a, keepLatest: -1}]",
            ":2:31 \"keepLatest\": expected a whole number from 0 to 1000000000, found \"-1\"");
        row("half a version", "rules: [{tags: a, keepLatest: 1.5}]",
            ":2:31 \"keepLatest\": expected a whole number from 0 to 1000000000, found \"1.5\"");
        row("semver in words", "protect: {semver: yes}", ":2:19 \"semver\": expected true or false, found \"yes\"");
        row("deployed is a number", "protect: {deployed: 1}",
            ":2:21 \"deployed\": expected true or false, found \"1\"");
        row("rollback in words", "protect: {rollback: five}",
            ":2:21 \"rollback\": expected a whole number from 0 to 1000000000, found \"five\"");
        row("lock file without a name", "protect: {lockFiles: ['']}",
            ":2:23 \"lockFiles\": expected a text that is not empty, found \"\"");
        row("orphans", "orphans: remove", ":2:10 \"orphans\": expected report or delete, found \"remove\"");
        row("ghosts", "ghosts: true", ":2:9 \"ghosts\": expected report or delete, found \"true\"");
        row("more than all", "limits: {percent: 101}",
            ":2:19 \"percent\": expected a whole number from 0 to 100, found \"101\"");
        row("percent sign", "limits: {percent: 30%}",
            ":2:19 \"percent\": expected a whole number from 0 to 100, found \"30%\"");
        row("no package", "packages: []",
            ":2:11 \"packages\": expected a glob that names packages, found none; \"*\" is all of them");
        row("exclusions alone", "packages: ['!a']",
            ":2:11 \"packages\": expected a glob that names packages, found none; \"*\" is all of them");
        row("excluded nothing", "packages: ['*', '!']", ":2:17 \"packages\": expected a glob, found \"!\"");
        row("first error only", "grace: 1\nghosts: 1",
            ":2:8 \"grace\": expected a duration such as 30m, 1h, 90d or 2w, 36500d at most, found \"1\"");
    }

    void errors()
    {
        QFETCH(QByteArray, yaml);
        const auto policy = parseCleanupPolicy(yaml, u"team/cleanup.yaml"_s);
        QVERIFY(!policy);
        QCOMPARE(policy.error().kind, ErrorKind::InvalidFile);
        QTEST(QString(policy.error().subject + u' ' + policy.error().detail).remove(u"team/cleanup.yaml"_s), "error");
    }

    void noYaml()
    {
        QVERIFY(!parseCleanupPolicy("version: 1\nrules: [", u"p"_s));
        QVERIFY(!parseCleanupPolicy(QByteArray(100'000, '['), u"p"_s));
        QVERIFY(!parseCleanupPolicy("version: 1\npackages: [!ci-scratch]", u"p"_s)); // a tag of YAML, not a text
    }

    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minutes"); // -1: refused
        QTest::addColumn<QString>("written");
        QTest::newRow("minutes") << u"30m"_s << qint64(30) << u"30m"_s;
        QTest::newRow("hours") << u"1h"_s << qint64(60) << u"1h"_s;
        QTest::newRow("days") << u"90d"_s << qint64(90 * 1440) << u"90d"_s;
        QTest::newRow("weeks") << u"2w"_s << qint64(14 * 1440) << u"14d"_s;
        QTest::newRow("of minutes, an hour") << u"120m"_s << qint64(120) << u"2h"_s;
        QTest::newRow("nothing") << u"0d"_s << qint64(0) << u"0m"_s;
        QTest::newRow("a hundred years") << u"36500d"_s << qint64(36'500) * 1440 << u"36500d"_s;
        for (const auto* text : {"", "d", "1", "1 d", " 1d", "1D", "1.5d", "+1d", "1s", "1dd", "36501d", "5215w"})
            QTest::newRow(text) << QString::fromLatin1(text) << qint64(-1) << QString();
        QTest::newRow("other digits") << u"٣d"_s << qint64(-1) << QString();
    }

    void durations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minutes);
        const auto duration = parseCleanupDuration(text);
        QCOMPARE(duration ? std::chrono::floor<std::chrono::minutes>(*duration).count() : -1, minutes);
        if (duration)
            QTEST(cleanupDurationText(*duration), "written");
    }

    void semanticVersions()
    {
        for (const auto* tag : {"1.2.3", "v1.2.3", "v0.4.1-first", "1.2.3_rc1", "10.20.30-x.y", "1.2.3--"})
            QVERIFY2(isSemanticVersion(tag), tag);
        for (const auto* tag : {"", "v", "1.2", "v1.2.x", "V1.2.3", "1.2.3.4", "1.2.3-", "1.2.3+b", "vv1.2.3", "x1.2.3",
                                "1..3", ".1.2", "1.2.3a", "latest"})
            QVERIFY2(!isSemanticVersion(tag), tag);
    }
};

SLIPWAY_TEST_SUITE(TestCleanupPolicy);

} // namespace

#include "test_cleanuppolicy.moc"
