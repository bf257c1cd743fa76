#include "inventory/versionfacts.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// "name size/exclusive signed sbom attested broken part" of every version.
QStringList factLines(const QString& text)
{
    const auto fixture = Fixture::parse(text);
    const auto snapshot = fixture.build();
    const ReferenceGraph graph(*snapshot);
    BlobUsage usage(*snapshot);
    std::vector<VersionFacts> facts(snapshot->versions.size());
    FactFinder finder(*snapshot, graph, usage);
    for (const auto& package : snapshot->packages)
        std::ignore = finder.find(package, facts);
    QStringList lines;
    for (RowIndex row = 0; row < facts.size(); ++row) {
        QString line = u"%1 %2/%3"_s.arg(fixture.nameOf(snapshot->digestOf(row)))
                           .arg(facts[row].size)
                           .arg(facts[row].exclusiveSize);
        line += facts[row].isSigned ? u" signed"_s : u""_s;
        line += facts[row].hasSbom ? u" sbom"_s : u""_s;
        line += facts[row].isAttested ? u" attested"_s : u""_s;
        line += facts[row].isBroken ? u" broken"_s : u""_s;
        line += facts[row].isPart ? u" part"_s : u""_s;
        lines.append(line);
    }
    return lines;
}

class TestVersionFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void facts_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QStringList>("facts");
        const auto row = [](const char* name, const QString& fixture, const QStringList& facts) {
            QTest::newRow(name) << u"package p\n"_s + fixture << facts;
        };
        row("child shared by two indexes",
            u"one index children=a,b\n two index children=b\n a image layers=x:10\n b image layers=y:20"_s,
            {u"one 30/10"_s, u"two 20/0"_s, u"a 10/10 part"_s, u"b 20/20 part"_s});
        row("nested indexes free what only they hold",
            u"outer index children=inner,a\n inner index children=a\n a image layers=x:10"_s,
            {u"outer 20/10"_s, u"inner 10/0 part"_s, u"a 10/10 part"_s});
        row("tagged child is no part", u"top index children=a\n a image tags=a64 layers=x:10"_s,
            {u"top 10/10"_s, u"a 10/10"_s});
        row("unlisted child has a size", u"top index children=a\n a image unlisted layers=x:10"_s,
            {u"top 10/0 broken"_s});
        row("blob in child and outside", u"top index children=a\n a image layers=x:10,y:5\n b image layers=x:10"_s,
            {u"top 15/5"_s, u"a 15/5 part"_s, u"b 10/0"_s});
        row("signature of an index speaks for its images",
            u"top index children=a\n a image layers=x:1\n s signature subject=top"_s,
            {u"top 1/1 signed"_s, u"a 1/1 signed part"_s, u"s 0/0 part"_s});
        row("signature of an image does not speak for the index",
            u"top index children=a\n a image layers=x:1\n s signature subject=a"_s,
            {u"top 1/1"_s, u"a 1/1 signed part"_s, u"s 0/0 part"_s});
        row("signature of a sibling says nothing", u"a image\n b image\n s signature subject=b"_s,
            {u"a 0/0"_s, u"b 0/0 signed"_s, u"s 0/0 part"_s});
        row("buildx attestation with both",
            u"top index children=a,t@unknown/unknown>a\n a image\n t image sbom provenance"_s,
            {u"top 0/0 sbom attested"_s, u"a 0/0 sbom attested part"_s, u"t 0/0 part"_s});
        row("attestation with an sbom only is no provenance", u"a image\n t attestation subject=a sbom"_s,
            {u"a 0/0 sbom"_s, u"t 0/0 part"_s});
        row("attached sbom", u"a image\n t image tags=sha256-{a}.sbom"_s, {u"a 0/0 sbom"_s, u"t 0/0 part"_s});
        row("through the fallback index", u"a image\n f index tags=sha256-{a} children=s\n s signature"_s,
            {u"a 0/0 signed"_s, u"f 0/0 part"_s, u"s 0/0 part"_s});
        row("artifact says nothing", u"a image\n t artifact subject=a"_s, {u"a 0/0"_s, u"t 0/0 part"_s});
        row("broken child", u"top index children=a,gone\n a image\n gone missing unlisted"_s,
            {u"top 0/0 broken"_s, u"a 0/0 part"_s});
        row("damaged", u"bad invalid tags=v1"_s, {u"bad 0/0 broken"_s});
        row("unreadable is not broken", u"shy unreadable tags=v1\n late never"_s, {u"shy 0/0"_s, u"late 0/0"_s});
        row("orphan stands alone", u"s signature tags=sha256-{gone}.sig layers=x:3"_s, {u"s 3/3"_s});
    }

    void facts()
    {
        QFETCH(QString, fixture);
        QTEST(factLines(fixture), "facts");
    }
};

SLIPWAY_TEST_SUITE(TestVersionFacts);

} // namespace

#include "test_versionfacts.moc"
