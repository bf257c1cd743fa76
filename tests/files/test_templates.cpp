#include "files/buildtemplate.h"
#include "files/templates.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

TemplateFacts someFacts()
{
    TemplateFacts facts;
    facts.owner = u"northquay"_s;
    facts.cpuImages = {u"apc-cpu"_s, u"team/asr-cpu"_s};
    facts.gpuImages = {u"apc-gpu"_s};
    facts.bases = {u"base-cpu"_s, u"base-gpu"_s};
    facts.cuda = u"12.1.*"_s;
    facts.lockFile = u"build-lock.json"_s;
    facts.policyFile = u"cleanup.yaml"_s;
    facts.profileFile = u"slipway.yaml"_s;
    return facts;
}

} // namespace

/// That they are right workflows and a right configuration is checked by actionlint and Renovate's own schema
/// (files.templates).
class TestTemplates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takeTheirFactsFromProfileAndPackages()
    {
        auto profile = parseProfile("version: 1\nowner: NorthQuay\n"
                                    "classification:\n  - { name: \"*-cpu\", variant: cpu }\n"
                                    "  - { name: \"*-gpu\", variant: gpu }\n"
                                    "drift: { lock: \"locks/pins.json\", cuda: \"12.1.*\" }\n"
                                    "policies: [{ file: \"a policy.yaml\" }]\n",
                                    u"x.yaml"_s);
        QVERIFY(profile);
        Snapshot snapshot;
        snapshot.owner.login = u"NorthQuay"_s;
        for (const auto& name : {u"apc-cpu"_s, u"apc-gpu"_s, u"base-gpu"_s, u"docs"_s}) {
            PackageRow row;
            row.name = {name};
            snapshot.packages.push_back(row);
        }
        const std::vector<PackageClass> classes{
            {{}, {}, Variant::Cpu}, {{}, {}, Variant::Gpu}, {{}, {}, Variant::BaseGpu}, {{}, {}, std::nullopt}};
        const auto facts = templateFacts(snapshot, classes, *profile, u"ghcr.io"_s);
        QCOMPARE(facts.owner, u"northquay"_s);
        QCOMPARE(facts.cpuImages, QStringList{u"apc-cpu"_s});
        QCOMPARE(facts.gpuImages, QStringList{u"apc-gpu"_s});
        QCOMPARE(facts.bases, QStringList{u"base-gpu"_s});
        QCOMPARE(facts.cuda, u"12.1.*"_s);
        QCOMPARE(facts.lockFile, u"pins.json"_s);
        // A name that a shell would take apart is left out.
        QCOMPARE(facts.policyFile, u"cleanup.yaml"_s);
    }

    void areOfferedWhereThereIsSomethingToFillIn()
    {
        using enum TemplateKind;
        QCOMPARE(templatesFor(someFacts()), (std::vector{BuildCpu, BuildGpu, Cleanup, Renovate}));
        QCOMPARE(templatesFor({}), std::vector{Cleanup});
    }

    void knowTheirPlaces()
    {
        for (const TemplateKind kind : templatesFor(someFacts()))
            QCOMPARE(templateAt(templatePath(kind)), kind);
        QCOMPARE(templateAt(u".github/renovate.json"_s), TemplateKind::Renovate);
        QVERIFY(!templateAt(u"compose.yaml"_s));
    }

    void buildEachSideItsOwnWay()
    {
        const QString cpu = templateText(TemplateKind::BuildCpu, someFacts());
        const QString gpu = templateText(TemplateKind::BuildGpu, someFacts());
        QVERIFY(cpu.contains(u"          - apc-cpu\n          - team/asr-cpu\n"_s));
        QVERIFY(gpu.contains(u"          - apc-gpu\n"_s) && !gpu.contains(u"asr-cpu"_s));
        QVERIFY(cpu.contains(u"runs-on: ubuntu-latest"_s) && cpu.contains(u"linux/arm64"_s));
        QVERIFY(gpu.contains(u"runs-on: [self-hosted, gpu, linux]"_s) && !gpu.contains(u"qemu"_s));
        // What the plan asks of a build: cache, SBOM, signature without a key, digest, lock.
        for (const QString& text : {cpu, gpu}) {
            for (const auto* part :
                 {"cache-to:", "sbom-action", "cosign sign --yes", "cosign attest", "steps.build.outputs.digest",
                  "lock write --output build-lock.json", "id-token: write"})
                QVERIFY2(text.contains(QLatin1StringView(part)), part);
            QVERIFY(!text.contains(u"@OWNER"_s) && !text.contains(u"@REG"_s) && text.endsWith(u'\n'));
        }
    }

    void keepCudaAtItsPin()
    {
        const auto text = templateText(TemplateKind::Renovate, someFacts());
        const auto rules = QJsonDocument::fromJson(text.toUtf8())["packageRules"_L1].toArray();
        QCOMPARE(rules.size(), 2);
        QCOMPARE(rules[0]["matchPackageNames"_L1].toArray(),
                 (QJsonArray{u"ghcr.io/northquay/base-cpu"_s, u"ghcr.io/northquay/base-gpu"_s}));
        QCOMPARE(rules[1]["allowedVersions"_L1].toString(), u"/^12\\.1\\..*/"_s);
    }

    void quoteWhatYamlWouldMisread()
    {
        QCOMPARE(yamlText(u"team/asr-cpu"_s), u"team/asr-cpu"_s);
        QCOMPARE(yamlText(u"on"_s), u"\"on\""_s);
        QCOMPARE(yamlText(u"12"_s), u"\"12\""_s);
        QCOMPARE(yamlText(u"a: \"b\\"_s), u"\"a: \\\"b\\\\\""_s);
    }
};

SLIPWAY_TEST_SUITE(TestTemplates);
#include "test_templates.moc"
