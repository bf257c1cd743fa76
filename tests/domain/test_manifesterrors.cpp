#include "domain/manifest.h"
#include "support/fixture.h"
#include "support/manifestjson.h"
#include "support/suite.h"

#include <QJsonArray>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject image(const QJsonObject& more)
{
    return imageManifest(descriptor(u"application/vnd.oci.image.config.v1+json"_s, u"c"_s, 1), {}, more);
}

QJsonObject blobWith(const QString& member, const QJsonValue& value)
{
    auto blob = descriptor(u"application/vnd.oci.image.layer.v1.tar+gzip"_s, u"a"_s, 5);
    blob.insert(member, value);
    return blob;
}

class TestManifestErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheField_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QJsonObject& document, const QString& detail) {
            QTest::newRow(name) << toBytes(document) << detail;
        };
        constexpr qint64 kLargest = qint64{1} << 50;
        const QJsonArray good{blobWith(u"size"_s, 5)};
        row("layers is an object", image({{u"layers"_s, QJsonObject{}}}),
            u"$.layers: expected an array, found an object"_s);
        row("layer size is a text", image({{u"layers"_s, QJsonArray{good[0], blobWith(u"size"_s, u"5"_s)}}}),
            u"$.layers[1].size: expected an integer, found a string"_s);
        row("negative size", image({{u"layers"_s, QJsonArray{blobWith(u"size"_s, -1)}}}),
            u"$.layers[0].size: a size cannot be negative"_s);
        row("layer larger than any", image({{u"layers"_s, QJsonArray{blobWith(u"size"_s, kLargest + 1)}}}),
            u"$.layers[0].size: a size cannot be more than 1 PiB"_s);
        row("config larger than any", image({{u"config"_s, blobWith(u"size"_s, qint64{9'200'000'000'000'000'000})}}),
            u"$.config.size: a size cannot be more than 1 PiB"_s);
        row("entry larger than any", indexManifest({blobWith(u"size"_s, kLargest + 1)}),
            u"$.manifests[0].size: a size cannot be more than 1 PiB"_s);
        row("layer without size",
            image({{u"layers"_s, QJsonArray{QJsonObject{{u"digest"_s, named(u"a"_s).toString()}}}}}),
            u"$.layers[0].size: is missing"_s);
        row("layer is a number", image({{u"layers"_s, QJsonArray{7}}}),
            u"$.layers[0]: expected an object, found a number"_s);
        row("bad digest", image({{u"layers"_s, QJsonArray{blobWith(u"digest"_s, u"sha256:xyz"_s)}}}),
            u"$.layers[0].digest: a sha256 digest has 64 digits"_s);
        row("sha512 digest", image({{u"config"_s, blobWith(u"digest"_s, u"sha512:00"_s)}}),
            u"$.config.digest: not a sha256 digest"_s);
        row("config is a list", image({{u"config"_s, QJsonArray{}}}),
            u"$.config: expected an object, found an array"_s);
        row("no config", QJsonObject{{u"schemaVersion"_s, 2}}, u"$.config: is missing"_s);
        row("artifact type is a number", image({{u"artifactType"_s, 3}}),
            u"$.artifactType: expected a string, found a number"_s);
        row("annotation is a list", image({{u"annotations"_s, QJsonObject{{u"a"_s, QJsonArray{}}}}}),
            u"$.annotations.a: expected a string, found an array"_s);
        row("subject without digest", image({{u"subject"_s, QJsonObject{}}}), u"$.subject.digest: is missing"_s);
        row("subject is a text", image({{u"subject"_s, named(u"a"_s).toString()}}),
            u"$.subject: expected an object, found a string"_s);
        row("manifests is a map", indexManifest({}, {{u"manifests"_s, QJsonObject{}}}),
            u"$.manifests: expected an array, found an object"_s);
        row("platform without os", indexManifest({blobWith(u"platform"_s, QJsonObject{{u"architecture"_s, u"arm"_s}})}),
            u"$.manifests[0].platform.os: is missing"_s);
        row("bad attested digest",
            indexManifest({blobWith(u"annotations"_s, QJsonObject{{u"vnd.docker.reference.digest"_s, u"latest"_s}})}),
            u"$.manifests[0].annotations.vnd.docker.reference.digest: not a sha256 digest"_s);
        row("schema version is a text", image({{u"schemaVersion"_s, u"2"_s}}),
            u"$.schemaVersion: expected an integer, found a string"_s);
        row("docker schema 1",
            QJsonObject{{u"schemaVersion"_s, 1},
                        {u"name"_s, u"a"_s},
                        {u"fsLayers"_s, QJsonArray{}},
                        {u"history"_s, QJsonArray{}}},
            u"$.schemaVersion: only schema version 2 is supported"_s);
        row("no schema version", QJsonObject{{u"manifests"_s, QJsonArray{}}}, u"$.schemaVersion: is missing"_s);
        QTest::newRow("a list") << "[1]"_ba << u"$: expected an object, found an array"_s;
    }

    void namesTheField()
    {
        QFETCH(QByteArray, bytes);
        const auto manifest = parseManifest(named(u"m"_s), bytes, {});
        QVERIFY(!manifest);
        QCOMPARE(manifest.error().kind, ErrorKind::Malformed);
        QCOMPARE(manifest.error().subject, named(u"m"_s).toString());
        QTEST(manifest.error().detail, "detail");
    }

    void noJson()
    {
        const auto manifest = parseManifest(named(u"m"_s), "<html>log in</html>", u"text/html"_s);
        QVERIFY(!manifest);
        QCOMPARE(manifest.error().kind, ErrorKind::NotJson);
        QVERIFY(!manifest.error().detail.contains("log in"_L1)); // never a raw body
    }

    void everyTruncationIsAnError()
    {
        const QByteArray bytes = toBytes(image({{u"layers"_s, QJsonArray{blobWith(u"size"_s, 5)}}}));
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY2(!parseManifest(named(u"m"_s), bytes.first(length), {}), qPrintable(QString::number(length)));
        QVERIFY(parseManifest(named(u"m"_s), bytes, {}));
    }
};

SLIPWAY_TEST_SUITE(TestManifestErrors);

} // namespace

#include "test_manifesterrors.moc"
