#include "domain/manifest.h"
#include "support/fixture.h"
#include "support/manifestjson.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kOciConfig = u"application/vnd.oci.image.config.v1+json"_s;
const auto kLayer = u"application/vnd.oci.image.layer.v1.tar+gzip"_s;
const auto kInToto = u"application/vnd.in-toto+json"_s;
const auto kBundle = u"application/vnd.dev.sigstore.bundle.v0.3+json"_s;
const auto kEmpty = u"application/vnd.oci.empty.v1+json"_s;

QJsonObject predicate(const QString& key, const QString& type)
{
    return {{key, type}};
}

QJsonObject bundle(const QString& content, const QString& predicateType)
{
    QJsonObject annotations{{u"dev.sigstore.bundle.content"_s, content}};
    if (!predicateType.isEmpty())
        annotations.insert(u"dev.sigstore.bundle.predicateType"_s, predicateType);
    return {{u"artifactType"_s, kBundle},
            {u"subject"_s, descriptor(u"application/vnd.oci.image.index.v1+json"_s, u"top"_s, 900)},
            {u"annotations"_s, annotations}};
}

class TestManifest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The shapes of attached artifacts as GHCR holds them: what each is, and whether it tells of an SBOM or a
    /// provenance.
    void shapes_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QString>("shape");
        const auto row = [](const char* name, const QJsonObject& document, const QString& shape) {
            QTest::newRow(name) << document << shape;
        };
        const auto ociConfig = descriptor(kOciConfig, u"c"_s, 100);
        const auto emptyConfig = descriptor(kEmpty, u"{}"_s, 2);
        row("image", imageManifest(ociConfig, {descriptor(kLayer, u"a"_s, 5)}), u"image"_s);
        row("image without layers", imageManifest(ociConfig, {}), u"image"_s);
        row("docker image",
            imageManifest(descriptor(u"application/vnd.docker.container.image.v1+json"_s, u"c"_s, 9),
                          {descriptor(u"application/vnd.docker.image.rootfs.diff.tar.gzip"_s, u"a"_s, 5)},
                          {{u"mediaType"_s, u"application/vnd.docker.distribution.manifest.v2+json"_s}}),
            u"image"_s);
        row("index", indexManifest({entry(u"a"_s, u"linux/amd64"_s)}), u"index"_s);
        row("empty index", indexManifest({}), u"index"_s);
        row("docker list",
            indexManifest({entry(u"a"_s, u"linux/amd64"_s)},
                          {{u"mediaType"_s, u"application/vnd.docker.distribution.manifest.list.v2+json"_s}}),
            u"index"_s);
        row("buildx provenance",
            imageManifest(ociConfig, {descriptor(kInToto, u"p"_s, 5,
                                                 predicate(u"in-toto.io/predicate-type"_s,
                                                           u"https://slsa.dev/provenance/v0.2"_s))}),
            u"attestation provenance"_s);
        row("buildx sbom",
            imageManifest(ociConfig,
                          {descriptor(kInToto, u"s"_s, 5,
                                      predicate(u"in-toto.io/predicate-type"_s, u"https://spdx.dev/Document"_s))}),
            u"attestation sbom"_s);
        row("buildx both",
            imageManifest(ociConfig,
                          {descriptor(kInToto, u"s"_s, 5,
                                      predicate(u"in-toto.io/predicate-type"_s, u"https://spdx.dev/Document"_s)),
                           descriptor(kInToto, u"p"_s, 5,
                                      predicate(u"in-toto.io/predicate-type"_s, u"https://slsa.dev/provenance/v1"_s))}),
            u"attestation sbom provenance"_s);
        row("cosign classic signature",
            imageManifest(ociConfig, {descriptor(u"application/vnd.dev.cosign.simplesigning.v1+json"_s, u"p"_s, 240,
                                                 {{u"dev.cosignproject.cosign/signature"_s, u"MEUC"_s}})}),
            u"signature"_s);
        row("cosign classic attestation",
            imageManifest(ociConfig,
                          {descriptor(u"application/vnd.dsse.envelope.v1+json"_s, u"p"_s, 240,
                                      predicate(u"predicateType"_s, u"https://slsa.dev/provenance/v0.2"_s))}),
            u"attestation provenance"_s);
        row("cosign attested CycloneDX",
            imageManifest(ociConfig, {descriptor(u"application/vnd.dsse.envelope.v1+json"_s, u"p"_s, 240,
                                                 predicate(u"predicateType"_s, u"https://cyclonedx.org/bom"_s))}),
            u"attestation sbom"_s);
        row("cosign attached SPDX text", imageManifest(ociConfig, {descriptor(u"text/spdx+json"_s, u"s"_s, 5)}),
            u"sbom sbom"_s);
        row("cosign 3 signature",
            imageManifest(emptyConfig, {descriptor(kBundle, u"b"_s, 5)},
                          bundle(u"dsse-envelope"_s, u"https://sigstore.dev/cosign/sign/v1"_s)),
            u"signature subject"_s);
        row("message signature bundle",
            imageManifest(emptyConfig, {descriptor(kBundle, u"b"_s, 5)}, bundle(u"message-signature"_s, {})),
            u"signature subject"_s);
        row("bundle with provenance",
            imageManifest(emptyConfig, {descriptor(kBundle, u"b"_s, 5)},
                          bundle(u"dsse-envelope"_s, u"https://slsa.dev/provenance/v1"_s)),
            u"attestation provenance subject"_s);
        row("bundle with sbom",
            imageManifest(emptyConfig, {descriptor(kBundle, u"b"_s, 5)},
                          bundle(u"dsse-envelope"_s, u"https://spdx.dev/Document/v2.3"_s)),
            u"attestation sbom subject"_s);
        row("oras attached sbom",
            imageManifest(
                emptyConfig, {descriptor(u"application/spdx+json"_s, u"s"_s, 5)},
                {{u"artifactType"_s, u"application/spdx+json"_s}, {u"subject"_s, descriptor(kLayer, u"top"_s, 1)}}),
            u"sbom sbom subject"_s);
        row("oras artifact",
            imageManifest(emptyConfig, {descriptor(u"text/plain"_s, u"s"_s, 5)},
                          {{u"artifactType"_s, u"application/x-licence"_s}}),
            u"artifact"_s);
        row("helm chart",
            imageManifest(descriptor(u"application/vnd.cncf.helm.config.v1+json"_s, u"c"_s, 5),
                          {descriptor(u"application/vnd.cncf.helm.chart.content.v1.tar+gzip"_s, u"h"_s, 5)}),
            u"artifact"_s);
        row("build cache",
            imageManifest(descriptor(u"application/vnd.buildkit.cacheconfig.v0"_s, u"c"_s, 5),
                          {descriptor(kLayer, u"a"_s, 5)}),
            u"cache"_s);
        row("build cache as index",
            indexManifest(
                {descriptor(kLayer, u"a"_s, 5), descriptor(u"application/vnd.buildkit.cacheconfig.v0"_s, u"c"_s, 5)}),
            u"cache"_s);
    }

    void shapes()
    {
        QFETCH(QJsonObject, document);
        const auto manifest = parseManifest(named(u"m"_s), toBytes(document), {});
        QVERIFY2(manifest, qPrintable(manifest ? QString() : manifest.error().detail));
        QStringList words{manifestKindName(manifest->kind)};
        if (manifest->hasSbom)
            words.append(u"sbom"_s);
        if (manifest->hasProvenance)
            words.append(u"provenance"_s);
        if (manifest->subject == named(u"top"_s))
            words.append(u"subject"_s);
        QTEST(words.join(u' '), "shape");
    }

    void readsAnImage()
    {
        const QByteArray bytes =
            toBytes(imageManifest(descriptor(kOciConfig, u"c"_s, 100),
                                  {descriptor(kLayer, u"a"_s, 5), descriptor(kLayer, u"b"_s, 5'000'000'000)}));
        const auto manifest = parseManifest(named(u"m"_s), bytes, u"application/json"_s).value();
        QCOMPARE(manifest.digest, named(u"m"_s));
        QCOMPARE(manifest.size, bytes.size());
        QCOMPARE(manifest.mediaType,
                 u"application/vnd.oci.image.manifest.v1+json"_s); // its own word before the header's
        QCOMPARE(*manifest.config, (BlobReference{named(u"c"_s), 100, kOciConfig}));
        QCOMPARE(manifest.layers.size(), 2U);
        QCOMPARE(manifest.layers[1], (BlobReference{named(u"b"_s), 5'000'000'000, kLayer}));
        QVERIFY(manifest.children.empty());
    }

    void readsAnIndex()
    {
        const auto manifest =
            parseManifest(
                named(u"m"_s),
                toBytes(indexManifest({entry(u"amd"_s, u"linux/amd64"_s), entry(u"arm"_s, u"linux/arm64/v8"_s),
                                       entry(u"plain"_s, {}),
                                       entry(u"att"_s, u"unknown/unknown"_s,
                                             {{u"vnd.docker.reference.type"_s, u"attestation-manifest"_s},
                                              {u"vnd.docker.reference.digest"_s, named(u"amd"_s).toString()}})})),
                {})
                .value();
        QVERIFY(manifest.isIndex());
        QVERIFY(!manifest.config);
        QStringList children;
        for (const auto& child : manifest.children)
            children.append(child.platform + (child.attests == named(u"amd"_s) ? u" of amd"_s : u""_s));
        QCOMPARE(children, (QStringList{u"linux/amd64"_s, u"linux/arm64/v8"_s, u""_s, u"unknown/unknown of amd"_s}));
        QCOMPARE(manifest.children[1].digest, named(u"arm"_s));
    }

    void cacheIndexHasBlobs()
    {
        const auto manifest =
            parseManifest(named(u"m"_s),
                          toBytes(indexManifest({descriptor(kLayer, u"a"_s, 50),
                                                 descriptor(u"application/vnd.buildkit.cacheconfig.v0"_s, u"c"_s, 7)})),
                          {})
                .value();
        QVERIFY(manifest.children.empty()); // nothing that could be missing as a manifest
        QCOMPARE(manifest.layers.size(), 2U);
        QCOMPARE(manifest.layers[0].size + manifest.layers[1].size, 57);
    }

    void mediaTypeFromTheHeader()
    {
        auto document = imageManifest(descriptor(kOciConfig, u"c"_s, 1), {});
        document.remove(u"mediaType"_s);
        const auto manifest = parseManifest(named(u"m"_s), toBytes(document),
                                            u"application/vnd.oci.image.manifest.v1+json; charset=utf-8"_s);
        QCOMPARE(manifest->mediaType, u"application/vnd.oci.image.manifest.v1+json"_s);
    }

    void layersMayBeNull()
    {
        auto document = imageManifest(descriptor(kOciConfig, u"c"_s, 1), {}, {{u"layers"_s, QJsonValue::Null}});
        QCOMPARE(parseManifest(named(u"m"_s), toBytes(document), {})->layers.size(), 0U);
    }

    void acceptsEveryFormGhcrHas()
    {
        const auto types = manifestAcceptHeader().split(',');
        QCOMPARE(types.size(), 4);
        for (const auto* type :
             {"application/vnd.oci.image.index.v1+json", "application/vnd.oci.image.manifest.v1+json",
              "application/vnd.docker.distribution.manifest.list.v2+json",
              "application/vnd.docker.distribution.manifest.v2+json"})
            QVERIFY(std::ranges::any_of(types, [&](const QByteArray& one) { return one.trimmed() == type; }));
    }
};

SLIPWAY_TEST_SUITE(TestManifest);

} // namespace

#include "test_manifest.moc"
