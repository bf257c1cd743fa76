#include "domain/snapshot.h"
#include "store/manifestfacts.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Manifest fullManifest()
{
    Manifest manifest;
    manifest.digest = named(u"m"_s);
    manifest.kind = ManifestKind::Attestation;
    manifest.mediaType = u"application/vnd.oci.image.manifest.v1+json"_s;
    manifest.artifactType = u"application/x-Zürich"_s;
    manifest.size = 5'000'000'001;
    manifest.config = BlobReference{named(u"c"_s), 7, u"config"_s};
    manifest.layers = {
        {named(u"a"_s), 1, u"layer"_s}, {named(u"b"_s), 6'000'000'000, {}}, {named(u"u"_s), kUnknownSize, {}}};
    manifest.children = {{named(u"x"_s), 3, u"t"_s, u"linux/arm64/v8"_s, named(u"y"_s)},
                         {named(u"z"_s), 0, {}, {}, {}}};
    manifest.subject = named(u"s"_s);
    manifest.hasSbom = true;
    manifest.hasProvenance = true;
    return manifest;
}

void compare(const Manifest& a, const Manifest& b)
{
    QCOMPARE(a.digest, b.digest);
    QCOMPARE(a.kind, b.kind);
    QCOMPARE(a.mediaType, b.mediaType);
    QCOMPARE(a.artifactType, b.artifactType);
    QCOMPARE(a.size, b.size);
    QVERIFY(a.config == b.config);
    QVERIFY(a.layers == b.layers);
    QVERIFY(a.children == b.children);
    QVERIFY(a.subject == b.subject);
    QCOMPARE(a.hasSbom, b.hasSbom);
    QCOMPARE(a.hasProvenance, b.hasProvenance);
}

class TestManifestFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        for (int kind = 0; kind <= int(ManifestKind::Unreadable); ++kind) {
            Manifest manifest = fullManifest();
            manifest.kind = static_cast<ManifestKind>(kind);
            manifest.hasSbom = kind % 2 == 0;
            manifest.hasProvenance = kind % 3 == 0;
            const auto read = unpackManifest(manifest.digest, packManifest(manifest));
            QVERIFY(read);
            compare(*read, manifest);
        }
        Manifest empty;
        empty.digest = named(u"e"_s);
        compare(unpackManifest(empty.digest, packManifest(empty)).value(), empty);
    }

    void everyTruncationIsRefused()
    {
        const QByteArray packed = packManifest(fullManifest());
        for (qsizetype length = 0; length < packed.size(); ++length)
            QVERIFY2(!unpackManifest(named(u"m"_s), packed.first(length)), qPrintable(QString::number(length)));
    }

    void damageIsHarmless()
    {
        // Whatever a byte becomes, reading ends, and quickly: counts and lengths are not believed.
        const QByteArray packed = packManifest(fullManifest());
        for (qsizetype at = 0; at < packed.size(); ++at) {
            QByteArray damaged = packed;
            damaged[at] = '\xff';
            const auto read = unpackManifest(named(u"m"_s), damaged);
            if (read)
                QVERIFY(read->layers.size() + read->children.size() < 70'000);
        }
    }

    void otherFormIsRefused()
    {
        QByteArray packed = packManifest(fullManifest());
        packed[0] = static_cast<char>(packed[0] + 1);
        QVERIFY(!unpackManifest(named(u"m"_s), packed));
        packed[0] = 0;
        QVERIFY(!unpackManifest(named(u"m"_s), packed));
    }

    void unknownKindIsRefused()
    {
        QByteArray packed = packManifest(fullManifest());
        packed[1] = static_cast<char>(int(ManifestKind::Unreadable) + 1);
        QVERIFY(!unpackManifest(named(u"m"_s), packed));
    }
};

SLIPWAY_TEST_SUITE(TestManifestFacts);

} // namespace

#include "test_manifestfacts.moc"
