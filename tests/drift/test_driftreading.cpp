#include "drift/driftreading.h"
#include "drift/imagebase.h"
#include "drift/printdrift.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kDigest = u"org.opencontainers.image.base.digest"_s;
const QString kName = u"org.opencontainers.image.base.name"_s;

QByteArray annotated(const QString& base)
{
    return R"({"schemaVersion":2,"annotations":{"org.opencontainers.image.base.digest":")"
           + named(base).toString().toUtf8()
           + R"(","org.opencontainers.image.base.name":"ghcr.io/northquay/base-cpu:v1"}})";
}

} // namespace

/// What is read beside a snapshot.
class DriftReadingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void annotationsComeBeforeLabels()
    {
        ImageConfig config;
        QCOMPARE(withDeclaredBase(config, "{}"), config);
        QCOMPARE(withDeclaredBase(config, R"({"annotations":{"org.opencontainers.image.base.digest":7}})"), config);
        const auto read = withDeclaredBase(config, annotated(u"b1"_s));
        QCOMPARE(read.labels.value(kDigest), named(u"b1"_s).toString());
        QCOMPARE(read.labels.value(kName), u"ghcr.io/northquay/base-cpu:v1"_s);
        // A label may be the base's own, inherited; a name the annotations do not tell stays.
        config.labels = {{kDigest, named(u"b2"_s).toString()}, {kName, u"docker.io/library/debian:13"_s}};
        QCOMPARE(withDeclaredBase(config, annotated(u"b1"_s)), read);
        // Of the same base they may tell the better name.
        config.labels = {{kDigest, named(u"b1"_s).toString()}, {kName, u"ghcr.io/northquay/base-cpu:v1.2"_s}};
        QCOMPARE(withDeclaredBase(config, annotated(u"b1"_s)), config);
        config.labels = {{kDigest, named(u"b2"_s).toString()}, {kName, u"docker.io/library/debian:13"_s}};
        const auto nameless = withDeclaredBase(
            config,
            annotated(u"b1"_s).replace(R"(,"org.opencontainers.image.base.name":"ghcr.io/northquay/base-cpu:v1")", ""));
        QCOMPARE(nameless.labels.value(kDigest), named(u"b1"_s).toString());
        QCOMPARE(nameless.labels.value(kName), u"docker.io/library/debian:13"_s);
    }

    /// buildah writes the base into the manifest and leaves the labels alone.
    void annotationsDeclareABase()
    {
        DriftCase drift(u"package base-cpu repo=bases\n b2 image tags=v2,latest layers=b:1 days=1\n"
                        " b1 image tags=v1 layers=a:1 days=4\n"
                        "package app repo=h\n i image tags=latest layers=z:1 config=ac:1\n"_s);
        drift.setConfig(u"ac"_s, {}, {});
        QCOMPARE(drift.lines({DriftCheck::Base}), QStringList());
        const QTemporaryDir folder;
        auto store = Store::open(folder.filePath(u"slipway.db"_s));
        QVERIFY(store);
        QVERIFY((*store)->saveDocument(named(u"i"_s), {annotated(u"b1"_s), {}}, nullptr));
        FakeTransport transport(
            [](const HttpRequest& request) { return failure(ErrorKind::NotFound, request.subject); });
        RegistryClient registry(transport, {}, {});
        const DriftTools tools{registry, **store, DriftNetwork::StoreOnly};
        const auto read = resultOf(readChosenConfigs(tools, drift.snapshot, drift.policy, {}));
        QVERIFY(read.problems.empty());
        auto facts = drift.facts();
        facts.configs = &read.configs;
        QCOMPARE(printDrift(findDrift(facts, {DriftCheck::Base}), drift.fixture),
                 QStringList{u"base warning app:latest other=base-cpu:v1 expected=b2 actual=b1 count=1"_s});
    }

    /// Who stops while the first of many is being read waits for no other, not for what is in the store either.
    void aStopIsAskedForEachImage()
    {
        QString text;
        for (int i = 0; i < 20; ++i)
            text += u"package app%1 repo=h\n i%1 image tags=latest layers=z:1 config=ac%1:1\n"_s.arg(i);
        DriftCase drift(text);
        const QTemporaryDir folder;
        auto store = Store::open(folder.filePath(u"slipway.db"_s));
        QVERIFY(store);
        for (int i = 0; i < 20; ++i) {
            QVERIFY((*store)->saveDocument(named(u"i%1"_s.arg(i)), {annotated(u"b1"_s), {}}, nullptr));
            if (i != 0)
                QVERIFY((*store)->saveDocument(named(u"ac%1"_s.arg(i)), {R"({"config":{}})", {}}, nullptr));
        }
        std::stop_source stop;
        FakeTransport transport([&stop](const HttpRequest& request) {
            stop.request_stop();
            return failure(ErrorKind::Cancelled, request.subject);
        });
        RegistryClient registry(transport, {}, {});
        const DriftTools tools{registry, **store, DriftNetwork::Ask};
        const auto read = resultOf(readChosenConfigs(tools, drift.snapshot, drift.policy, stop.get_token()));
        QCOMPARE(transport.requests().size(), 1);
        QVERIFY(read.configs.isEmpty() && read.problems.empty());
        const auto whole =
            resultOf(readChosenConfigs({registry, **store, DriftNetwork::StoreOnly}, drift.snapshot, drift.policy, {}));
        QCOMPARE(whole.configs.size(), 19);
        const auto none = resultOf(readChosenConfigs({registry, **store, DriftNetwork::StoreOnly}, drift.snapshot,
                                                     drift.policy, stop.get_token()));
        QVERIFY(none.configs.isEmpty());
        const std::vector<WantedConfig> stored{{{u"app1"_s}, named(u"ac1"_s)}, {{u"app2"_s}, named(u"ac2"_s)}};
        const DriftTools offline{registry, **store, DriftNetwork::StoreOnly};
        QCOMPARE(resultOf(readBlobs(offline, u"northquay"_s, stored, {})).blobs.size(), 2);
        QVERIFY(resultOf(readBlobs(offline, u"northquay"_s, stored, stop.get_token())).blobs.isEmpty());
    }
};

SLIPWAY_TEST_SUITE(DriftReadingTest);

#include "test_driftreading.moc"
