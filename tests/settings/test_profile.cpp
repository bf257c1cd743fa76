#include "settings/profile.h"
#include "support/suite.h"

#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestProfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAProfile()
    {
        const auto profile = parseProfile(R"(# ours
version: 1
owner: northquay
classification:
  - name: "torch-*"
    family: torch
  - { regex: "-(cpu|gpu)$", variant: gpu, hub: 'Base and infrastructure' }
  - label: org.opencontainers.image.vendor=North*=x
    tag: v[0-9]*
    hub: Zürich
)"_ba,
                                          u"profile.yml"_s);
        QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().subject + profile.error().detail));
        QCOMPARE(profile->owner, u"northquay"_s);
        const auto& rules = profile->rules.rules;
        QCOMPARE(rules.size(), 3U);
        QCOMPARE(rules[0].name->pattern(), u"torch-*"_s);
        QCOMPARE(rules[0].family, u"torch"_s);
        QVERIFY(!rules[0].hub && !rules[0].variant && !rules[0].regex && !rules[0].label && !rules[0].tag);
        QCOMPARE(rules[1].regex->pattern(), u"-(cpu|gpu)$"_s);
        QCOMPARE(rules[1].variant, Variant::Gpu);
        QCOMPARE(rules[1].hub, u"Base and infrastructure"_s);
        QCOMPARE(rules[2].label->key, u"org.opencontainers.image.vendor"_s);
        QCOMPARE(rules[2].label->value.pattern(), u"North*=x"_s); // the first = divides
        QCOMPARE(rules[2].tag->pattern(), u"v[0-9]*"_s);
        QCOMPARE(rules[2].hub, u"Zürich"_s);
        QVERIFY(profile->rules.readLabels());
    }

    void smallestProfile()
    {
        const auto profile = parseProfile("version: 1", u"p"_s);
        QVERIFY(profile);
        QVERIFY(profile->owner.isEmpty());
        QVERIFY(profile->rules.rules.empty());
        QVERIFY(!profile->rules.readLabels());
    }

    void driftPolicy()
    {
        const auto profile = parseProfile(R"(version: 1
drift:
  lock: build-lock.json
  tags: [latest, "v*"]
  cuda: "12.1.*"
  bases: tag
  shared:
    - { hub: "audio*", layers: 5 }
    - { family: llm, layers: lock }
    - { hub: infra, layers: none }
    - { layers: base }
  sbom: { expected: ["nvidia-*"] }
)",
                                          u"/team/profile.yaml"_s, [](const QString&) { return false; });
        QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().subject + profile.error().detail));
        const DriftPolicy& drift = profile->drift;
        QCOMPARE(drift.lockPath, u"/team/build-lock.json"_s); // it may be yet to be written
        QCOMPARE(drift.tags.size(), 2U);
        QCOMPARE(drift.tags[1].pattern(), u"v*"_s);
        QCOMPARE(drift.cuda->pattern(), u"12.1.*"_s);
        QCOMPARE(drift.baseFollows, BaseFollows::Own);
        QCOMPARE(drift.shared.size(), 4U);
        QCOMPARE(drift.shared[0].hub->pattern(), u"audio*"_s);
        QCOMPARE(drift.shared[0].by, SharedLayersBy::Count);
        QCOMPARE(drift.shared[0].count, 5);
        QVERIFY(!drift.shared[0].family);
        QCOMPARE(drift.shared[1].by, SharedLayersBy::Lock);
        QCOMPARE(drift.shared[1].family->pattern(), u"llm"_s);
        QCOMPARE(drift.shared[2].by, SharedLayersBy::None);
        QCOMPARE(drift.shared[3].by, SharedLayersBy::Base);
        QCOMPARE(drift.sbomExpected.size(), 1U);
        QVERIFY(!parseProfile("version: 1", u"p"_s)->drift.cuda);
    }

    void budgetsPricesTargetsAndFiles()
    {
        const auto profile = parseProfile(R"(version: 1
budgets:
  - { storage: 20 }
  - { hub: audio, storage: 1.5, alerts: [50, 100] }
  - { hub: audio, family: torch, storage: 0.5 }
prices: { storage: 0.3, egress: 0, runner: 99.5, currency: EUR }
targets:
  - { name: demo-01, kind: compose, host: "deploy@demo-01:2222", services: [voice, ears], production: true }
  - { name: here, kind: swarm }
roadmap: plan/roadmap.yaml
policies:
  - { packages: "apc-*", file: ../cleanup.yaml }
  - { file: /etc/all.yaml }
)"_ba,
                                          u"/team/ops/profile.yml"_s);
        QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().subject + profile.error().detail));
        constexpr Bytes kGib = 1024LL * 1024 * 1024;
        const std::vector<StorageBudget> budgets{{{}, {}, 20 * kGib, {75, 85, 90, 100}},
                                                 {u"audio"_s, {}, kGib * 3 / 2, {50, 100}},
                                                 {u"audio"_s, u"torch"_s, kGib / 2, {75, 85, 90, 100}}};
        QVERIFY(profile->budgets == budgets);
        QVERIFY((profile->prices == StatedPrices{0.3, 0, u"EUR"_s, 99.5}));
        const std::vector<DeployTarget> targets{
            {u"demo-01"_s, TargetKind::Compose, u"deploy@demo-01:2222"_s, {u"voice"_s, u"ears"_s}, true},
            {u"here"_s, TargetKind::Swarm, {}, {}, false}};
        QVERIFY(profile->targets == targets);
        QCOMPARE(profile->roadmapPath, u"/team/ops/plan/roadmap.yaml"_s);
        QCOMPARE(profile->policies.size(), 2U);
        QCOMPARE(profile->policies[0].packages.pattern(), u"apc-*"_s);
        QCOMPARE(profile->policies[0].path, u"/team/cleanup.yaml"_s);
        QCOMPARE(profile->policies[1].packages.pattern(), u"*"_s);
        QCOMPARE(profile->policies[1].path, u"/etc/all.yaml"_s);
    }

    void pricesWithoutAnySaidOtherwise()
    {
        const auto profile = parseProfile("version: 1", u"p"_s);
        QVERIFY(profile->prices == StatedPrices{});
        QVERIFY((profile->prices.over({}) == Prices{0.25, 0.008, u"USD"_s, 150}));
        const auto one = parseProfile("version: 1\nprices: { egress: 0.008 }", u"p"_s);
        QVERIFY((one->prices == StatedPrices{{}, 0.008, {}, {}}));
        QVERIFY(profile->budgets.empty());
    }

    void namedFilesMustBeThere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profile.yml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version: 1\npolicies:\n  - file: cleanup.yml\n");
        file.close();
        const auto refused = loadProfile(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().subject, path + u":3:11"_s);
        QVERIFY(refused.error().detail.contains(folder.filePath(u"cleanup.yml"_s)));
        QFile policy(folder.filePath(u"cleanup.yml"_s));
        QVERIFY(policy.open(QIODevice::WriteOnly));
        policy.close();
        const auto found = loadProfile(path);
        QVERIFY(found);
        QCOMPARE(found->policies.at(0).path, policy.fileName());
    }

    void jsonIsYaml()
    {
        const auto profile = parseProfile(
            R"({"version":1,"owner":"o","classification":[{"name":"a","variant":"base-cpu"}]})"_ba, u"p"_s);
        QCOMPARE(profile->rules.rules.at(0).variant, Variant::BaseCpu);
    }

    void everyVariant()
    {
        for (const auto& name : {u"cpu"_s, u"gpu"_s, u"base-cpu"_s, u"base-gpu"_s, u"infra"_s, u"other"_s}) {
            const auto profile =
                parseProfile("version: 1\nclassification: [{name: a, variant: " + name.toUtf8() + "}]", u"p"_s);
            QVERIFY2(profile, qPrintable(name));
            QCOMPARE(variantName(*profile->rules.rules.at(0).variant), name);
        }
    }

    void loadsAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profile.yml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version: 1\nowner: o\ncolour: red\n");
        file.close();
        const auto refused = loadProfile(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().subject, path + u":3:1"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version: 1\nowner: o\n");
        file.close();
        QCOMPARE(loadProfile(path)->owner, u"o"_s);
    }

    void unreadableFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("not there") << u"/no/such/folder/profile.yml"_s;
        QTest::newRow("a folder") << QDir::tempPath();
    }

    void unreadableFile()
    {
        QFETCH(QString, path);
        const auto profile = loadProfile(path);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::FileAccess);
        QCOMPARE(profile.error().subject, path);
        QVERIFY(!profile.error().detail.isEmpty());
    }
};

SLIPWAY_TEST_SUITE(TestProfile);

} // namespace

#include "test_profile.moc"
