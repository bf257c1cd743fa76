#include "cleanup/plantext.h"
#include "cleanup/printplan.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// What a plan says of a version: "- rule: because" or "+ reason by; reason by" or "! reason".
QString sentenceOf(const CleanupPlan& plan, const PlanWords& words, RowIndex row)
{
    QStringList parts;
    for (const auto& deletion : plan.deletions) {
        if (deletion.version == row)
            return u"- %1: %2"_s.arg(words.rule(deletion), words.because(deletion));
    }
    for (const auto& blocked : plan.blocked) {
        if (blocked.version == row)
            return u"! "_s + words.blocked(blocked);
    }
    for (const auto& kept : plan.keep) {
        for (const auto& why : kept.version == row ? plan.whyOf(kept) : std::span<const KeepWhy>()) {
            const auto text = words.why(row, why);
            parts.append((text.reason + u' ' + text.by).trimmed());
        }
    }
    return u"+ "_s + parts.join(u"; "_s);
}

class TestPlanText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* version, const char* sentence) {
            QTest::newRow(version) << QString::fromLatin1(version) << QString::fromUtf8(sentence);
        };
        row("i", "+ tagged latest, protected by latest; no rule is for all of its tags: latest");
        row("arm", "+ child of latest (linux/arm64)");
        row("sig", "+ signature of latest");
        row("sbom", "+ SBOM of latest");
        row("att", "+ attestation of latest");
        row("chart", "+ hangs on latest");
        row("rel", "+ tagged v1.0.0, a semantic version; tagged v1.0.0, but not older than 9d, by the rule v*");
        row("two", "+ its tags need several rules: v2, sha-2");
        row("s3", "+ among the newest 1 of sha-*");
        row("s1", "- sha-*: tagged sha-1 and 99 days old");
        row("s1amd", "- sha-*: child of sha-1 (linux/amd64)");
        row("u", "- untagged: untagged for 118 days");
        row("u9", "+ untagged, but not for more than 9d");
        row("c", "+ untagged, and the policy does not name the kind cache");
        row("new", "+ younger than the grace period of 1h; untagged, but not for more than 9d");
        row("g", "- ghosts: an index of which nothing exists any more");
        row("l", "- orphans: what it was made for is gone");
        row("x", "+ it does not say what it was made for");
        row("run", "+ runs on demo-03");
        row("can", "+ canary on demo-03");
        row("back", "+ rollback candidate of demo-03");
        row("lock", "+ locked by build-lock.json");
        row("big", "! more than 5,000 downloads: GitHub does not delete it");
        row("bigtop", "+ belongs to what cannot be deleted: sha-0");
        row("ysub", "+ belongs to what is protected: mine");
    }

    void sentences()
    {
        QFETCH(QString, version);
        const auto fixture = Fixture::parse(uR"(package p
            i index tags=latest children=arm@linux/arm64 days=99
            arm image days=99
            sig signature tags=sha256-{i}.sig days=99
            sbom sbom subject=i days=99
            att attestation subject=i days=99
            chart artifact subject=i days=99
            rel image tags=v1.0.0 days=5
            two image tags=v2,sha-2 days=99
            s3 image tags=sha-3 days=50
            s1 index tags=sha-1 children=s1amd@linux/amd64 days=99
            s1amd image days=99
            u image days=118
            u9 image days=9
            c cache days=99
            new image
            g index tags=g children=gone days=99
            l signature subject=lost days=99
            x signature days=99
            run image days=99
            can image days=99
            back image days=99
            lock image days=99
            bigtop index children=big days=99
            big image tags=sha-0 days=100
            ysub image days=99
            ysig signature subject=ysub tags=mine days=99)"_s);
        const auto snapshot = fixture.build();
        const auto policy = policyFrom(uR"(untagged: {olderThan: 9d}
rules: [{tags: "v*", olderThan: 9d}, {tags: "sha-*", olderThan: 9d, keepLatest: 1}]
protect: {tags: [latest], semver: true, lockFiles: [build-lock.json]}
ghosts: delete
orphans: delete)"_s);
        CleanupProtections protections;
        protections.targets = 1;
        protections.locks.push_back({u"build-lock.json"_s, {named(u"lock"_s)}});
        protections.deployed = {{named(u"run"_s), u"demo-03"_s, DeployedRole::Running, 0},
                                {named(u"can"_s), u"demo-03"_s, DeployedRole::Canary, 0},
                                {named(u"back"_s), u"demo-03"_s, DeployedRole::Rollback, 1}};
        protections.undeletable = {named(u"big"_s)};
        const auto plan = planOf(*snapshot, policy, protections);
        const PlanWords words(*snapshot, policy, protections);
        QTEST(sentenceOf(plan, words, fixture.row(*snapshot, version)), "sentence");
    }

    void lastTaggedAndUntaggedKept()
    {
        const auto fixture =
            Fixture::parse(u"package p\n a image tags=v1 days=9\n b image days=9\n s signature subject=t days=9\n"
                           "package q\n t image tags=v2 days=2"_s);
        const auto snapshot = fixture.build();
        const auto policy = policyFrom(u"rules: [{tags: 'v1', olderThan: 1d}]"_s);
        const auto plan = planOf(*snapshot, policy);
        const CleanupProtections none;
        const PlanWords words(*snapshot, policy, none);
        const auto sentence = [&](const QString& name) {
            return sentenceOf(plan, words, fixture.row(*snapshot, name));
        };
        QCOMPARE(sentence(u"a"_s), u"! last tagged version of the package: GitHub does not delete it"_s);
        QCOMPARE(sentence(u"b"_s), u"+ the policy keeps untagged versions"_s);
        QCOMPARE(sentence(u"s"_s), u"+ what it was made for is in another package"_s);
    }

    void gaps()
    {
        auto fixture =
            Fixture::parse(u"package p partial\n a image\npackage q\n b never\npackage r\n s signature subject=t "
                           "days=9\n u image days=9\n w image tags=w"_s);
        fixture.packages[2].versions[2].updatedAt = QDateTime();
        const auto snapshot = fixture.build();
        const auto policy = policyFrom(u"untagged: {olderThan: 1d}\nprotect: {lockFiles: [l.json]}\norphans: delete"_s);
        CleanupProtections protections;
        protections.targets = 1;
        protections.unreadTargets.append(u"demo-03"_s);
        const auto plan = planOf(*snapshot, policy, protections);
        const PlanWords words(*snapshot, policy, protections);
        QCOMPARE(plan.skippedPackages.size(), size_t(2));
        QCOMPARE(words.skipped(plan.skippedPackages[0]), u"its list of versions was not read to the end"_s);
        QCOMPARE(words.skipped(plan.skippedPackages[1]),
                 u"the manifest of %1 could not be read"_s.arg(named(u"b"_s).toString()));
        const auto sentence = [&](const QString& name) {
            return sentenceOf(plan, words, fixture.row(*snapshot, name));
        };
        QCOMPARE(sentence(u"s"_s), u"+ what it was made for was not found, but not everything could be read"_s);
        QCOMPARE(sentence(u"u"_s), u"+ something that may protect it could not be read"_s);
        QCOMPARE(sentence(u"w"_s), u"+ its age is not known; no rule is for all of its tags: w"_s);
        QStringList notices;
        for (const auto& notice : plan.notices)
            notices.append(PlanWords::notice(notice));
        QCOMPARE(notices, (QStringList{u"What runs on demo-03 could not be read, so nothing is deleted."_s,
                                       u"The lock file l.json was not read, so nothing is deleted."_s,
                                       u"Not everything was read, so nothing counts as an orphan."_s}));
    }

    void unusedGlobs()
    {
        const auto fixture = Fixture::parse(u"package p\n s signature subject=t\n g index children=x tags=g"_s);
        const auto snapshot = fixture.build();
        const auto policy = policyFrom(u"protect: {tags: [a]}\nrules: [{tags: b, keepLatest: 1}]\npackages: [p, c]"_s);
        const auto plan = planOf(*snapshot, policy);
        QStringList notices;
        for (const auto& notice : plan.notices)
            notices.append(PlanWords::notice(notice));
        QCOMPARE(
            notices,
            (QStringList{u"What is deployed is to be protected, but no target is configured: this protects nothing."_s,
                         u"No tag matches \"a\", which is to be protected."_s, u"No tag matches the rule \"b\"."_s,
                         u"No package matches \"c\"."_s}));
        const CleanupProtections none;
        const PlanWords words(*snapshot, policy, none);
        QCOMPARE(
            sentenceOf(plan, words, fixture.row(*snapshot, u"s"_s)),
            u"+ younger than the grace period of 1h; what it was made for is gone; the policy reports that only"_s);
        QCOMPARE(sentenceOf(plan, words, fixture.row(*snapshot, u"g"_s)),
                 u"+ younger than the grace period of 1h; no rule is for all of its tags: g; an index of which nothing "
                 "exists any more"_s);
    }
};

SLIPWAY_TEST_SUITE(TestPlanText);

} // namespace

#include "test_plantext.moc"
