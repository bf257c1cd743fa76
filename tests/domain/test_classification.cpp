#include "domain/classification.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

ClassificationRule rule(const QString& hub, const QString& family = {}, std::optional<Variant> variant = {})
{
    ClassificationRule result;
    if (!hub.isEmpty())
        result.hub = hub;
    if (!family.isEmpty())
        result.family = family;
    result.variant = variant;
    return result;
}

Glob glob(const QString& pattern)
{
    return Glob::parse(pattern).value();
}

/// "hub/family variant" of the first package of a fixture.
QString classOf(const SnapshotPtr& snapshot, const ClassificationRules& rules)
{
    const auto found = classify(*snapshot, rules).front();
    return u"%1/%2 %3"_s.arg(found.hub, found.family, found.variant ? variantName(*found.variant) : u"-"_s);
}

SnapshotPtr withConfig(const SnapshotPtr& snapshot, const QString& blob, const QStringList& env,
                       const QMap<QString, QString>& labels)
{
    ImageConfig config;
    config.env = env;
    config.labels = labels;
    return withConfigs(snapshot, {{named(blob), config}});
}

SnapshotPtr onePackage(const QString& name, const QString& repository)
{
    return Fixture::parse(u"package %1 repo=%2\n a image tags=v1,stable config=c:1"_s.arg(name, repository)).build();
}

class TestClassification final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data()
    {
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("repository");
        QTest::addColumn<QStringList>("env");
        QTest::addColumn<QString>("source"); // label
        QTest::addColumn<QString>("found");
        const auto row = [](const char* tag, const QString& package, const QString& repository, const QStringList& env,
                            const QString& source, const QString& found) {
            QTest::newRow(tag) << package << repository << env << source << found;
        };
        row("nothing known", u"error-bus"_s, {}, {}, {}, u"/ -"_s);
        row("repository", u"error-bus"_s, u"infra"_s, {}, {}, u"infra/error-bus -"_s);
        row("source label", u"torch-cpu"_s, {}, {}, u"https://github.com/northquay/pipeline"_s,
            u"pipeline/torch cpu"_s);
        row("source label with .git", u"torch-gpu"_s, {}, {}, u"https://github.com/northquay/pipeline.git"_s,
            u"pipeline/torch gpu"_s);
        row("source label with a slash behind", u"x"_s, {}, {}, u"https://github.com/northquay/pipeline/"_s,
            u"pipeline/x -"_s);
        row("repository before label", u"x"_s, u"hub"_s, {}, u"https://github.com/northquay/pipeline"_s, u"hub/x -"_s);
        row("cpu", u"torch-cpu"_s, u"hub"_s, {}, {}, u"hub/torch cpu"_s);
        row("gpu in the middle", u"llm_gpu_server"_s, u"hub"_s, {}, {}, u"hub/llm_server gpu"_s);
        row("gpu in front", u"gpu-torch"_s, u"hub"_s, {}, {}, u"hub/torch gpu"_s);
        row("capitals", u"Torch-CPU"_s, u"hub"_s, {}, {}, u"hub/Torch cpu"_s);
        row("cuda with version", u"vision-cuda12.4"_s, u"hub"_s, {}, {}, u"hub/vision gpu"_s);
        row("base of gpu images", u"base-gpu"_s, u"hub"_s, {}, {}, u"hub/base base-gpu"_s);
        row("base of cpu images", u"python-cpu-base"_s, u"hub"_s, {}, {}, u"hub/base base-cpu"_s);
        row("part of a word is no flavour", u"mycpu"_s, u"hub"_s, {}, {}, u"hub/mycpu -"_s);
        row("nor is the beginning of one", u"gpustat"_s, u"hub"_s, {}, {}, u"hub/gpustat -"_s);
        row("nested name", u"kas/kas-gpu"_s, u"hub"_s, {}, {}, u"hub/kas/kas gpu"_s);
        row("flavour alone", u"cpu"_s, u"hub"_s, {}, {}, u"hub/cpu cpu"_s);
        row("cuda in the environment", u"trainer"_s, u"hub"_s, {u"CUDA_VERSION=12.4"_s}, {}, u"hub/trainer gpu"_s);
        row("nvidia in the environment", u"runtime-base"_s, u"hub"_s, {u"NVIDIA_REQUIRE_CUDA=cuda>=12"_s}, {},
            u"hub/base base-gpu"_s);
        row("the name tells more than the environment", u"torch-cpu"_s, u"hub"_s, {u"CUDA_VERSION=12.4"_s}, {},
            u"hub/torch cpu"_s);
        row("an empty CUDA_VERSION is none", u"trainer"_s, u"hub"_s, {u"CUDA_VERSION="_s}, {}, u"hub/trainer -"_s);
    }

    void guesses()
    {
        QFETCH(QString, package);
        QFETCH(QString, repository);
        QFETCH(QStringList, env);
        QFETCH(QString, source);
        QMap<QString, QString> labels;
        if (!source.isEmpty())
            labels.insert(u"org.opencontainers.image.source"_s, source);
        QTEST(classOf(withConfig(onePackage(package, repository), u"c"_s, env, labels), {}), "found");
    }

    void eachCondition()
    {
        const auto snapshot =
            withConfig(onePackage(u"torch-cpu"_s, u"repo"_s), u"c"_s, {}, {{u"team"_s, u"audio"_s}, {u"empty"_s, {}}});
        const auto matches = [&](const std::function<void(ClassificationRule&)>& condition) {
            auto one = rule(u"H"_s);
            condition(one);
            return classOf(snapshot, {{one}}).startsWith(u'H');
        };
        QVERIFY(matches([](auto& r) { r.name = glob(u"torch-*"_s); }));
        QVERIFY(!matches([](auto& r) { r.name = glob(u"torch"_s); }));
        QVERIFY(matches([](auto& r) { r.regex = QRegularExpression(u"rch-(cpu|gpu)$"_s); }));
        QVERIFY(!matches([](auto& r) { r.regex = QRegularExpression(u"^rch"_s); }));
        QVERIFY(matches([](auto& r) { r.label = LabelCondition{u"team"_s, glob(u"aud*"_s)}; }));
        QVERIFY(!matches([](auto& r) { r.label = LabelCondition{u"team"_s, glob(u"video"_s)}; }));
        QVERIFY(!matches([](auto& r) {
            r.label = LabelCondition{u"other"_s, glob(u"*"_s)};
        })); // an absent label is not an empty one
        QVERIFY(matches([](auto& r) { r.label = LabelCondition{u"empty"_s, glob(u"*"_s)}; }));
        QVERIFY(matches([](auto& r) { r.tag = glob(u"st?ble"_s); }));
        QVERIFY(!matches([](auto& r) { r.tag = glob(u"latest"_s); }));
        QVERIFY(!matches([](auto& r) {
            r.name = glob(u"torch-*"_s);
            r.tag = glob(u"latest"_s);
        })); // all must hold
    }

    void firstRulePerFieldWins()
    {
        auto other = rule(u"wrong"_s, u"wrong"_s, Variant::Infra);
        other.name = glob(u"error-*"_s);
        const ClassificationRules rules{
            {other, rule({}, u"first family"_s), rule(u"first hub"_s), rule(u"late"_s, u"late"_s, Variant::BaseCpu)}};
        QCOMPARE(classOf(onePackage(u"torch-gpu"_s, u"repo"_s), rules), u"first hub/first family base-cpu"_s);
        QCOMPARE(classOf(onePackage(u"torch-gpu"_s, u"repo"_s), {{rule(u"only hub"_s)}}), u"only hub/torch gpu"_s);
    }

    void variantAloneClassifiesNothing()
    {
        const auto found = classify(*onePackage(u"x"_s, {}), {{rule({}, {}, Variant::Infra)}}).front();
        QVERIFY(!found.isClassified());
        QCOMPARE(found.variant, Variant::Infra);
    }

    void currentVersion_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QString>("current");
        QTest::newRow("latest wins") << u"package p\n a image tags=v2\n b image tags=x,latest\n c image"_s << u"b"_s;
        QTest::newRow("else the newest tagged")
            << u"package p\n a image\n b image tags=v2\n c image tags=v1"_s << u"b"_s;
        QTest::newRow("a signature stands for nobody")
            << u"package p\n s signature tags=sha256-{b}.sig\n b image tags=v1"_s << u"b"_s;
        QTest::newRow("else the newest") << u"package p\n s signature tags=sha256-{b}.sig\n b image"_s << u"s"_s;
        QTest::newRow("none") << u"package p"_s << u""_s;
    }

    void currentVersion()
    {
        QFETCH(QString, fixture);
        const auto input = Fixture::parse(fixture);
        const auto snapshot = input.build();
        const RowIndex row = slipway::currentVersion(*snapshot, snapshot->packages[0]);
        QTEST(row == kNoRow ? QString() : input.nameOf(snapshot->digestOf(row)), "current");
    }

    void configsNeeded_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<bool>("byLabel");
        QTest::addColumn<QStringList>("configs");
        QTest::newRow("name and repository tell all")
            << u"package torch-cpu repo=r\n a image config=c:1"_s << false << QStringList{};
        QTest::newRow("no repository") << u"package torch-cpu\n a image config=c:1"_s << false << QStringList{u"c"_s};
        QTest::newRow("no variant") << u"package torch repo=r\n a image config=c:1"_s << false << QStringList{u"c"_s};
        QTest::newRow("a rule asks for labels")
            << u"package torch-cpu repo=r\n a image config=c:1"_s << true << QStringList{u"c"_s};
        QTest::newRow("first platform of an index")
            << u"package p\n top index tags=latest children=att@unknown/unknown>amd,amd@linux/amd64,arm@linux/arm64\n "
               u"att image config=x:1\n"
               " amd image config=c:1\n arm image config=d:1"_s
            << false << QStringList{u"c"_s};
        QTest::newRow("only the current version")
            << u"package p\n a image tags=latest config=c:1\n b image config=d:1"_s << false << QStringList{u"c"_s};
        QTest::newRow("shared config once")
            << u"package p\n a image config=c:1\n package q\n b image config=c:1"_s << false << QStringList{u"c"_s};
        QTest::newRow("unreadable image") << u"package p\n a missing\n package q\n b never"_s << false << QStringList{};
    }

    void configsNeeded()
    {
        QFETCH(QString, fixture);
        QFETCH(bool, byLabel);
        const auto input = Fixture::parse(fixture);
        const auto snapshot = input.build();
        ClassificationRules rules;
        if (byLabel) {
            rules.rules.push_back(rule(u"h"_s));
            rules.rules.back().label = LabelCondition{u"team"_s, glob(u"*"_s)};
        }
        QStringList configs;
        for (const RowIndex blob : slipway::configsNeeded(*snapshot, rules))
            configs.append(input.nameOf(snapshot->blobs[blob].digest));
        QTEST(configs, "configs");
    }
};

SLIPWAY_TEST_SUITE(TestClassification);

} // namespace

#include "test_classification.moc"
