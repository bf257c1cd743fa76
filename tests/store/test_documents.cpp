#include "core/format.h"
#include "scratchstore.h"
#include "support/manifestjson.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray imageBytes()
{
    return toBytes(imageManifest(descriptor(u"application/vnd.oci.image.config.v1+json"_s, u"c"_s, 9),
                                 {descriptor(u"application/vnd.oci.image.layer.v1.tar+gzip"_s, u"a"_s, 5)}));
}

QStringList unusable(Store& store, const StoreScope& scope, const QString& package)
{
    QStringList lines;
    const auto manifests = store.unusableManifests(scope, {package}).value();
    for (const auto& manifest : manifests) {
        lines.append(u"%1 %2 \"%3\" %4 %5"_s.arg(manifest.digest.shortForm(), errorKindName(manifest.kind),
                                                 manifest.detail, formatTimestamp(manifest.rowUpdatedAt),
                                                 formatTimestamp(manifest.checkedAt)));
    }
    lines.sort();
    return lines;
}

class TestDocuments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsAreKeptAsTheyCame()
    {
        ScratchStore scratch;
        const QByteArray bytes("{\"a\":\0 \xff}", 9);
        const Digest digest = Digest::of(bytes);
        QVERIFY(!scratch.store().document(digest).value());
        QVERIFY(scratch.store().saveDocument(digest, {bytes, u"application/x"_s}, nullptr));
        QVERIFY(scratch.store().saveDocument(digest, {"another", {}}, nullptr)); // for ever: the first stays
        scratch.reopen();
        const auto kept = scratch.store().document(digest).value();
        QCOMPARE(kept->bytes, bytes);
        QCOMPARE(kept->mediaType, u"application/x"_s);
    }

    void factsStayWhenADocumentComesWithoutThem()
    {
        ScratchStore scratch;
        const QByteArray bytes = imageBytes();
        const Digest digest = Digest::of(bytes);
        const auto manifest = parseManifest(digest, bytes, {}).value();
        QVERIFY(scratch.store().saveDocument(digest, {bytes, {}}, &manifest));
        const auto lengthOfFacts = u"SELECT sum(length(facts)) FROM documents"_s;
        const qint64 length = scratch.count(lengthOfFacts);
        QVERIFY(length > 0);
        QVERIFY(scratch.store().saveDocument(digest, {bytes, {}}, nullptr));
        QCOMPARE(scratch.count(lengthOfFacts), length);
    }

    void emptyMediaType()
    {
        ScratchStore scratch;
        QVERIFY(scratch.store().saveDocument(Digest::of("x"), {"x", {}}, nullptr));
        QCOMPARE(scratch.store().document(Digest::of("x")).value()->mediaType, QString());
    }

    void knownManifestsAreThoseThatWereRead()
    {
        ScratchStore scratch;
        const QByteArray bytes = imageBytes();
        const Digest digest = Digest::of(bytes);
        const auto manifest = parseManifest(digest, bytes, {}).value();
        QVERIFY(scratch.store().saveDocument(digest, {bytes, {}}, &manifest));
        QVERIFY(scratch.store().saveDocument(Digest::of("no manifest"), {"no manifest", {}}, nullptr));
        scratch.reopen();
        const auto known =
            scratch.store().knownManifests({named(u"never"_s), digest, Digest::of("no manifest")}).value();
        QCOMPARE(known.manifests.size(), 1U);
        QCOMPARE(known.manifests[0].digest, digest);
        QVERIFY(known.manifests[0].layers == manifest.layers);
        QCOMPARE(known.others, std::vector{Digest::of("no manifest")});
    }

    void factsOfAnOlderFormAreMadeAnew_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("older form") << u"UPDATE documents SET facts=x'000000'"_s;
        QTest::newRow("damaged") << u"UPDATE documents SET facts=substr(facts, 1, 20)"_s;
        QTest::newRow("gone") << u"UPDATE documents SET facts=x''"_s;
    }

    void factsOfAnOlderFormAreMadeAnew()
    {
        QFETCH(QString, damage);
        ScratchStore scratch;
        const QByteArray bytes = imageBytes();
        const Digest digest = Digest::of(bytes);
        const auto manifest = parseManifest(digest, bytes, {}).value();
        QVERIFY(scratch.store().saveDocument(digest, {bytes, {}}, &manifest));
        const QString lengthOfFacts = u"SELECT sum(length(facts)) FROM documents"_s;
        const qint64 before = scratch.count(lengthOfFacts);
        scratch.execute(damage);
        QVERIFY(scratch.count(lengthOfFacts) != before);
        const auto known = scratch.store().knownManifests({digest}).value();
        QCOMPARE(known.manifests.size(), 1U);
        QVERIFY(known.manifests[0].layers == manifest.layers);
        QCOMPARE(known.manifests[0].kind, ManifestKind::Image);
        QCOMPARE(scratch.count(lengthOfFacts), before); // and kept, so that it is done once
    }

    void unusableIsRemembered()
    {
        ScratchStore scratch;
        const QDateTime then(QDate(2026, 3, 29), QTime(2, 30), QTimeZone::UTC);
        const UnusableManifest gone{named(u"gone"_s), ErrorKind::ManifestMissing, {}, {}, then};
        const UnusableManifest damaged{named(u"damaged"_s), ErrorKind::DigestMismatch, u"bytes differ"_s,
                                       then.toLocalTime(), then.addSecs(5).toLocalTime()};
        for (const auto& manifest : {gone, damaged})
            QVERIFY(scratch.store().saveUnusable(scratchScope(), {u"kas/kas"_s}, manifest));
        scratch.reopen();
        QStringList expected{gone.digest.shortForm() + u" manifest-missing \"\"  2026-03-29T02:30:00Z"_s,
                             damaged.digest.shortForm()
                                 + u" digest-mismatch \"bytes differ\" 2026-03-29T02:30:00Z 2026-03-29T02:30:05Z"_s};
        expected.sort();
        QCOMPARE(unusable(scratch.store(), scratchScope(), u"kas/kas"_s), expected);
        QCOMPARE(unusable(scratch.store(), scratchScope(), u"kas"_s), QStringList());
        QCOMPARE(unusable(scratch.store(), {u"127.0.0.1:8080"_s, scratchScope().owner}, u"kas/kas"_s), QStringList());
    }

    void newerFindingReplacesTheOlder()
    {
        ScratchStore scratch;
        const Digest digest = named(u"m"_s);
        QVERIFY(scratch.store().saveUnusable(scratchScope(), {u"p"_s},
                                             {digest, ErrorKind::ManifestMissing, {}, {}, fixtureTime()}));
        QVERIFY(scratch.store().saveUnusable(
            scratchScope(), {u"p"_s}, {digest, ErrorKind::DigestMismatch, u"x"_s, {}, fixtureTime().addDays(1)}));
        QCOMPARE(unusable(scratch.store(), scratchScope(), u"p"_s),
                 QStringList{digest.shortForm() + u" digest-mismatch \"x\"  2026-11-22T12:00:00Z"_s});
    }
};

SLIPWAY_TEST_SUITE(TestDocuments);

} // namespace

#include "test_documents.moc"
