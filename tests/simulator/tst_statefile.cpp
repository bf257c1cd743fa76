#include "simulator/fixture.h"
#include "simulator/statefile.h"

#include <QFile>
#include <QJsonDocument>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kImageStart =
    R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":)";
constexpr auto kSortedAnnotations = R"("annotations":{"a":"1","b":"2"}})";
constexpr auto kBadBase64 = R"("raw":{"mediaType":"m","base64":"*"})";
/// A whole file around one version, or around other members.
QByteArray fileWith(const QByteArray& version, const QByteArray& more = {})
{
    return R"({"version":1,"anchor":"2026-01-01T00:00:00Z","owner":{"login":"o","id":1,"type":"User"},)" + more
           + R"("layers":{"l":{"size":1560,"digest":"sha256:97eb7f02596b60112bbd682dfaaabbfe73a9f434aebe47845066ab385d7756ae",)"
             R"("diffId":"sha256:a30db1c4b914b06630846ac34b3eed23347b57fdf3c4297a501ffc0a9ccf868a"}},)"
             R"("packages":[{"name":"p","id":2,"visibility":"public","createdAt":"2026-01-01T00:00:00Z",)"
             R"("updatedAt":"2026-01-01T00:00:00Z","versions":[)"
           + version + "]}]}";
}

QByteArray versionWith(const QByteArray& content, const QByteArray& id = "3")
{
    return R"({"id":)" + id + R"(,"createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","tags":[],)"
           + content + '}';
}

QByteArray expectedConfig()
{
    QFile file(dataFile(u"expected-config.json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray manifestOf(const SimulatorState& state, const QString& package, std::int64_t id)
{
    const auto* found = state.findPackage(package)->findId(id);
    return state.content.manifest(found->digest)->bytes;
}

} // namespace

class StateFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWithPath_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("detail");
        const auto image = R"("image":{"platform":"linux/amd64","layers":["l"]})"_ba;
        QTest::newRow("no JSON") << "{"_ba << u"at line 1, column"_s;
        QTest::newRow("empty object") << "{}"_ba << u"$.version: is missing"_s;
        QTest::newRow("misspelt member") << fileWith({}, R"("ownr":1,)") << u"$.ownr: is not a member"_s;
        QTest::newRow("version 2") << R"({"version":2})"_ba << u"$.version: only version 1"_s;
        QTest::newRow("misspelt in a version")
            << fileWith(versionWith(R"("imag":{})")) << u"$.packages[0].versions[0].imag: is not a member"_s;
        QTest::newRow("no manifest") << fileWith(versionWith(R"("downloads":1)")) << u"found none"_s;
        QTest::newRow("two manifests") << fileWith(versionWith(image + R"(,"listedOnly":"x")"))
                                       << u"found image, listedOnly"_s;
        QTest::newRow("bad digest") << fileWith(versionWith(R"("listedOnly":"sha256:12")"))
                                    << u"$.packages[0].versions[0].listedOnly: a sha256 digest has 64 digits"_s;
        QTest::newRow("bad time") << fileWith(R"({"id":3,"createdAt":"yesterday","updatedAt":"2026-01-01T00:00:00Z"})")
                                  << u"$.packages[0].versions[0].createdAt: expected an ISO 8601 time"_s;
        QTest::newRow("id twice") << fileWith(versionWith(image) + ','
                                              + versionWith(R"("raw":{"mediaType":"m","text":""})"))
                                  << u"$.packages[0].versions[1].id: occurs twice"_s;
        QTest::newRow("unknown layer") << fileWith(versionWith(R"("image":{"platform":"linux/amd64","layers":["x"]})"))
                                       << u"there is no layer \"x\""_s;
        QTest::newRow("half a platform") << fileWith(versionWith(R"("image":{"platform":"linux","layers":[]})"))
                                         << u".image.platform: expected OS/ARCHITECTURE"_s;
        QTest::newRow("unknown key") << fileWith(versionWith(R"("index":{"manifests":[{"of":"nope"}]})"))
                                     << u"no version with the key \"p#nope\""_s;
        QTest::newRow("circle") << fileWith(R"({"key":"a","id":3,"createdAt":"2026-01-01T00:00:00Z",)"
                                            R"("updatedAt":"2026-01-01T00:00:00Z","tags":[],)"
                                            R"("index":{"manifests":[{"of":"a"}]}})")
                                << u"$.packages[0].versions[0]: points at itself"_s;
        QTest::newRow("same manifest twice") << fileWith(versionWith(image) + ',' + versionWith(image, "4"))
                                             << u"$.packages[0].versions[1]: is the same manifest"_s;
        QTest::newRow("wrong type") << fileWith(versionWith(R"("image":[])")) << u".image: expected an object"_s;
        QTest::newRow("bad base64") << fileWith(versionWith(kBadBase64)) << u".raw.base64: is not base64"_s;
        QTest::newRow("tiny layer")
            << R"({"version":1,"anchor":"2026-01-01T00:00:00Z","owner":{"login":"o","id":1,"type":"User"},"packages":[],"layers":{"l":{"size":9,"digest":"sha256:97eb7f02596b60112bbd682dfaaabbfe73a9f434aebe47845066ab385d7756ae","diffId":"sha256:97eb7f02596b60112bbd682dfaaabbfe73a9f434aebe47845066ab385d7756ae"}}})"_ba
            << u"$.layers.l.size: a layer has at least 1560 bytes"_s;
    }

    void refusesWithPath()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, detail);
        const auto state = parseState(file, u"some.json"_s);
        QVERIFY(!state);
        QCOMPARE(state.error().kind, ErrorKind::InvalidFile);
        QCOMPARE(state.error().subject, u"some.json"_s);
        QVERIFY2(state.error().detail.contains(detail), qPrintable(state.error().detail));
    }

    void missingFileIsNamed()
    {
        const auto state = loadStateFile(u"/no/such/file.json"_s);
        QVERIFY(!state);
        QCOMPARE(state.error().kind, ErrorKind::FileAccess);
        QCOMPARE(state.error().subject, u"/no/such/file.json"_s);
        QCOMPARE(demoState(u"atlantis"_s).error().kind, ErrorKind::InvalidArgument);
    }

    void writesManifestsInTheOrderOfTheSpecification()
    {
        const auto state = loadStateFile(dataFile(u"organisation.json"_s));
        QVERIFY(state);
        const auto image = manifestOf(*state, u"team/app"_s, 1001);
        QVERIFY(image.startsWith(kImageStart));
        const auto config = Digest::parse(QJsonDocument::fromJson(image)["config"_L1]["digest"_L1].toString());
        QCOMPARE(std::get<QByteArray>(*state->content.blob(*config)), expectedConfig());
        const auto index = QJsonDocument::fromJson(manifestOf(*state, u"team/app"_s, 1004));
        QCOMPARE(index["manifests"_L1][2]["annotations"_L1]["vnd.docker.reference.digest"_L1].toString(),
                 Digest::of(image).toString());
        QCOMPARE(index["manifests"_L1][1]["platform"_L1]["variant"_L1].toString(), u"v8"_s);
        const auto bundle = QJsonDocument::fromJson(manifestOf(*state, u"team/app"_s, 1006));
        QCOMPARE(bundle["subject"_L1]["digest"_L1].toString(),
                 Digest::of(manifestOf(*state, u"team/app"_s, 1004)).toString());
        QVERIFY(manifestOf(*state, u"team/app"_s, 1010).endsWith(kSortedAnnotations));
    }

    void resolvesPlaceholdersInTags()
    {
        const auto state = loadStateFile(dataFile(u"organisation.json"_s));
        auto* package = state->findPackage(u"team/app"_s);
        const auto index = package->findTag(u"latest"_s)->digest;
        QCOMPARE(package->findTag("sha256-"_L1 + index.hex() + ".sig"_L1)->id, 1005);
        QCOMPARE(package->tagHistory().first().digest, index);
    }

    void keepsLiesAndTexts()
    {
        const auto state = loadStateFile(dataFile(u"organisation.json"_s));
        auto* warts = state->findPackage(u"warts"_s);
        QCOMPARE(warts->findTag(u"lie"_s)->digest.hex().last(2), u"cc"_s);
        QCOMPARE(manifestOf(*state, u"warts"_s, 3004), "{}"_ba);
        QCOMPARE(manifestOf(*state, u"warts"_s, 3003), "this is no JSON"_ba);
        QVERIFY(!state->content.manifest(warts->findTag(u"listed"_s)->digest));
    }

    void movesTimesByTheAge()
    {
        auto state = loadStateFile(dataFile(u"organisation.json"_s));
        state->shiftTimes(std::chrono::hours(24));
        QCOMPARE(state->anchor, QDateTime::fromString(u"2026-01-02T12:00:00Z"_s, Qt::ISODate));
        const auto* row = state->findPackage(u"team/app"_s)->findId(1010);
        QCOMPARE(row->createdAt, QDateTime::fromString(u"2025-05-02T10:00:00Z"_s, Qt::ISODate));
        QCOMPARE(row->deletedAt, QDateTime::fromString(u"2025-12-28T12:00:00Z"_s, Qt::ISODate));
    }
};

QTEST_GUILESS_MAIN(StateFileTest)
#include "tst_statefile.moc"
