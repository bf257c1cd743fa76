#include "drift/sbom.h"
#include "support/suite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

QString linesOf(const Sbom& sbom)
{
    QStringList lines;
    for (const auto& package : sbom.packages)
        lines.append(package.name + u' ' + package.version);
    return lines.join(u", "_s);
}

const QByteArray kSpdx = R"({"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[
    {"SPDXID":"SPDXRef-image","name":"app"},
    {"SPDXID":"SPDXRef-b","name":"numpy","versionInfo":"1.26.4"},
    {"SPDXID":"SPDXRef-a","name":"libc6","versionInfo":"2.36"},
    {"SPDXID":"SPDXRef-c","name":"libc6","versionInfo":"2.36"},
    {"SPDXID":"SPDXRef-d","name":"none"}],
  "relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-image"}]})";
const QByteArray kCycloneDx = R"({"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"component":{"name":"app"}},
  "components":[{"type":"library","name":"numpy","version":"1.26.4","components":[{"type":"library","name":"inner","version":"1"}]},
    {"type":"file","name":"/bin/sh"},{"type":"library","group":"org.acme","name":"core","version":"3"}]})";

QByteArray statement(const QByteArray& predicate, const char* type = "https://spdx.dev/Document")
{
    return QByteArray("{\"_type\":\"https://in-toto.io/Statement/v0.1\",\"predicateType\":\"") + type
           + "\",\"subject\":[],\"predicate\":" + predicate + "}";
}

QByteArray envelope(const QByteArray& payload)
{
    return "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"" + payload.toBase64()
           + "\",\"signatures\":[]}";
}

} // namespace

class SbomTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("packages");
        const QString spdx = u"libc6 2.36, none , numpy 1.26.4"_s;
        QTest::newRow("SPDX") << kSpdx << spdx;
        QTest::newRow("CycloneDX") << kCycloneDx << u"inner 1, numpy 1.26.4, org.acme/core 3"_s;
        QTest::newRow("in a statement") << statement(kSpdx) << spdx;
        QTest::newRow("in an envelope") << envelope(statement(kSpdx)) << spdx;
        QTest::newRow("in a bundle") << "{\"mediaType\":\"x\",\"dsseEnvelope\":" + envelope(statement(kSpdx)) + "}"
                                     << spdx;
        QTest::newRow("as text in a statement")
            << statement("{\"Data\":"
                         + QJsonDocument(QJsonObject{{u"a"_s, QString::fromUtf8(kSpdx)}})
                               .toJson(QJsonDocument::Compact)
                               .sliced(5)
                               .chopped(1)
                         + "}")
            << spdx;
        QTest::newRow("without packages") << QByteArray(R"({"spdxVersion":"SPDX-2.3"})") << QString();
        QTest::newRow("all are described") << QByteArray(
            R"({"spdxVersion":"SPDX-2.2","documentDescribes":["a","b"],"packages":[{"SPDXID":"a","name":"x"},{"SPDXID":"b","name":"y"}]})")
                                           << u"x , y "_s;
    }

    void reads()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, packages);
        const auto sbom = parseSbom(text, u"s"_s);
        QVERIFY2(sbom, sbom ? "" : qPrintable(sbom.error().detail));
        QVERIFY(*sbom);
        QCOMPARE(linesOf(**sbom), packages);
    }

    void isNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("provenance") << statement("{\"buildType\":\"x\"}", "https://slsa.dev/provenance/v0.2");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("a statement of nothing") << statement("null");
    }

    void isNone()
    {
        QFETCH(const QByteArray, text);
        const auto sbom = parseSbom(text, u"s"_s);
        QVERIFY2(sbom, sbom ? "" : qPrintable(sbom.error().detail));
        QVERIFY(!*sbom);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("an envelope of nothing") << envelope("nothing");
        QTest::newRow("packages are a text") << QByteArray(R"({"spdxVersion":"SPDX-2.3","packages":"x"})");
        QTest::newRow("a package without a name") << QByteArray(R"({"spdxVersion":"SPDX-2.3","packages":[{}]})");
        QTest::newRow("a list") << QByteArray("[]");
    }

    void refuses()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!parseSbom(text, u"s"_s));
    }

    void releases_data()
    {
        QTest::addColumn<QString>("cpu");
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char* cpu, const char* gpu, bool isSame) {
            QTest::addRow("%s %s", cpu, gpu) << QString::fromLatin1(cpu) << QString::fromLatin1(gpu) << isSame;
        };
        row("2.4.0+cpu", "2.4.0+cu121", true);
        row("2.4.0", "2.4.0+gpu", true);
        row("2.4.0+cuda12.1", "2.4.0+rocm6.1", true);
        row("2.4.0+cpu", "2.4.1+cpu", false);
        row("9.2p1-2+deb12u3", "9.2p1-2+deb12u5", false);
        row("1.0+dfsg-1", "1.0+dfsg-2", false);
        row("1.0+cpu1", "1.0+cpu2", false);
    }

    /// What an image was built for is no other release; what a distribution patched is.
    void releases()
    {
        QFETCH(const QString, cpu);
        QFETCH(const QString, gpu);
        QFETCH(const bool, isSame);
        Sbom left;
        left.packages = {{u"x"_s, cpu}};
        Sbom right;
        right.packages = {{u"x"_s, gpu}};
        QCOMPARE(compareSboms(left, right).empty(), isSame);
        QCOMPARE(areSame(makeSbom(left.packages), makeSbom(right.packages)), isSame);
    }

    /// Against sets, name by name.
    void comparesLikeSets()
    {
        std::mt19937 random(3);
        const auto below = [&random](unsigned limit) { return static_cast<unsigned>(random() % limit); };
        for (int round = 0; round < 500; ++round) {
            std::map<QString, std::set<QString>> sets[2];
            Sbom sboms[2];
            for (int side = 0; side < 2; ++side) {
                for (unsigned i = below(8); i > 0; --i)
                    sets[side][QString(QChar(u'a' + below(5)))].insert(QString::number(below(3)));
                for (const auto& [name, versions] : sets[side])
                    for (const QString& version : versions)
                        sboms[side].packages.push_back({name, version});
            }
            QStringList expected;
            for (char16_t name = u'a'; name < u'f'; ++name)
                if (sets[0][QString(QChar(name))] != sets[1][QString(QChar(name))])
                    expected.append(QChar(name));
            QStringList found;
            for (const auto& difference : compareSboms(sboms[0], sboms[1]))
                found.append(difference.name);
            QCOMPARE(found, expected);
            QCOMPARE(areSame(sboms[0], sboms[1]), expected.isEmpty());
            QCOMPARE(areSame(makeSbom(sboms[0].packages), makeSbom(sboms[1].packages)), expected.isEmpty());
        }
    }
};

SLIPWAY_TEST_SUITE(SbomTest);

#include "test_sbom.moc"
