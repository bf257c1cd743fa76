#include "inventory/buildinventory.h"
#include "inventory/filter.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kOwner = uR"(
package torch-cpu repo=audio
  one  image  tags=latest,v1.0 layers=a:2000000000 days=1
  sig  signature subject=one layers=s:1 days=1
  two  image  tags=pr-17 layers=b:1073741824 days=90
  raw  image  layers=c:10 days=200
package torch-gpu repo=audio
  gpu  index  tags=latest children=gone@linux/amd64 days=3
  gone missing unlisted
package kas/kas repo=video
  kas  image  tags=-odd,v1.0 layers=d:5 sbom days=10
  bom  sbom   subject=kas days=10
  att  attestation subject=kas provenance days=10
)"_s;

/// Names of the versions that match, in the order of the inventory.
QString matching(const QString& expression)
{
    const auto fixture = Fixture::parse(kOwner);
    const auto inventory = buildInventory(fixture.build(), {});
    const auto filter = InventoryFilter::parse(expression);
    if (!filter)
        return u"error: "_s + filter.error().subject + u": "_s + filter.error().detail;
    QStringList names;
    for (const auto& hub : inventory->hubs) {
        for (const auto& family : hub.families) {
            for (const auto& image : family.images) {
                for (const RowIndex row : image.versions) {
                    if (filter->matches({*inventory, hub, family, image, row}, fixtureTime()))
                        names.append(fixture.nameOf(inventory->snapshot->digestOf(row)));
                }
            }
        }
    }
    return names.join(u' ');
}

class TestFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* tag, const QString& expression, const QString& names) {
            QTest::newRow(tag) << expression << names;
        };
        row("nothing", u""_s, u"one two raw gpu kas"_s);
        row("white space", u" \t "_s, u"one two raw gpu kas"_s);
        row("word in the name", u"GPU"_s, u"gpu"_s);
        row("word in a tag", u"pr-"_s, u"two"_s);
        row("digest", u"sha256:"_s + named(u"raw"_s).hex().first(8), u"raw"_s);
        row("digits of a digest", named(u"raw"_s).hex().first(12), u"raw"_s);
        row("two words", u"torch latest"_s, u"one gpu"_s);
        row("hub", u"hub:aud*"_s, u"one two raw gpu"_s);
        row("hub is anchored", u"hub:aud"_s, u""_s);
        row("family", u"family:torch"_s, u"one two raw gpu"_s);
        row("variant", u"variant:gpu"_s, u"gpu"_s);
        row("kind", u"kind:index"_s, u"gpu"_s);
        row("tag", u"tag:v1.0"_s, u"one kas"_s);
        row("tag glob", u"tag:pr-[0-9]*"_s, u"two"_s);
        row("name", u"name:kas/*"_s, u"kas"_s);
        row("digest start", u"digest:"_s + named(u"one"_s).hex().first(6), u"one"_s);
        row("digest start with prefix", u"digest:"_s + named(u"one"_s).toString().first(16), u"one"_s);
        row("layer", u"layer:"_s + named(u"a"_s).toString(), u"one"_s);
        row("layer start", u"layer:"_s + named(u"d"_s).hex().first(9), u"kas"_s);
        row("no such layer", u"layer:"_s + named(u"none"_s).hex().first(12), u""_s);
        row("not a layer", u"-layer:"_s + named(u"d"_s).hex().first(12), u"one two raw gpu"_s);
        row("no digits", u"layer:xyz"_s, u""_s);
        row("size over", u"size:>1GiB"_s, u"one"_s);
        row("size from", u"size:>=1GiB"_s, u"one two"_s);
        row("size from without a sign", u"size:1g"_s, u"one two"_s);
        row("size below", u"size:<10"_s, u"gpu kas"_s);
        row("size up to", u"size:<=10B"_s, u"raw gpu kas"_s);
        row("size with a fraction", u"size:>1.5GiB"_s, u"one"_s);
        row("older", u"age:>90d"_s, u"raw"_s);
        row("at least as old", u"age:>=90d"_s, u"two raw"_s);
        row("younger", u"age:<1w"_s, u"one gpu"_s);
        row("age in hours", u"age:<=24h"_s, u"one"_s);
        row("age in minutes", u"age:<1441m"_s, u"one"_s);
        row("signed", u"signed"_s, u"one"_s);
        row("unsigned", u"unsigned"_s, u"two raw gpu kas"_s);
        row("sbom", u"sbom"_s, u"kas"_s);
        row("attested", u"attested"_s, u"kas"_s);
        row("tagged", u"tagged"_s, u"one two gpu kas"_s);
        row("untagged", u"untagged"_s, u"raw"_s);
        row("broken", u"broken"_s, u"gpu"_s);
        row("not", u"-tag:latest"_s, u"two raw kas"_s);
        row("not a flag", u"-tagged"_s, u"raw"_s);
        row("not a word", u"-torch"_s, u"kas"_s);
        row("all together", u"hub:audio -signed size:>1 age:<100d"_s, u"two"_s);
        row("quoted flag is a word", u"\"signed\""_s, u""_s);
        row("quoted term is a word", u"\"tag:latest\""_s, u""_s);
        row("quoted minus is no negation", u"\"-odd\""_s, u"kas"_s);
        row("negated quotes", u"-\"latest\""_s, u"two raw kas"_s);
        row("quotes keep spaces", u"\"no such tag\""_s, u""_s);
        row("quotes inside a term", u"tag:\"v1.0\""_s, u"one kas"_s);
        row("hyphen alone is a word", u"- kas"_s, u"kas"_s);
    }

    void terms()
    {
        QFETCH(QString, expression);
        QTEST(matching(expression), "names");
    }

    void errors_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("position");
        QTest::newRow("unknown field") << u"torch colour:red"_s << u"colour:red"_s << 7;
        QTest::newRow("field in capitals") << u"Tag:v1"_s << u"Tag:v1"_s << 1;
        QTest::newRow("no value") << u"tag:"_s << u"tag:"_s << 1;
        QTest::newRow("no number") << u"  size:big"_s << u"size:big"_s << 3;
        QTest::newRow("unknown unit") << u"size:>1GB5"_s << u"size:>1GB5"_s << 1;
        QTest::newRow("decimal unit") << u"size:>1GB"_s << u"size:>1GB"_s << 1;
        QTest::newRow("age in bytes") << u"age:>1GiB"_s << u"age:>1GiB"_s << 1;
        QTest::newRow("age without unit") << u"age:90"_s << u"age:90"_s << 1;
        QTest::newRow("negative size") << u"size:-5"_s << u"size:-5"_s << 1;
        QTest::newRow("open class") << u"a b tag:[v"_s << u"tag:[v"_s << 5;
        QTest::newRow("regular expression") << u"tag:^v1$"_s << u"tag:^v1$"_s << 1;
        QTest::newRow("open quote") << u"latest \"a b"_s << u"a b"_s << 8;
        QTest::newRow("after a negation") << u"-kind:"_s << u"kind:"_s << 1;
    }

    void errors()
    {
        QFETCH(QString, expression);
        QFETCH(QString, word);
        QFETCH(int, position);
        const auto filter = InventoryFilter::parse(expression);
        QVERIFY(!filter);
        QCOMPARE(filter.error().kind, ErrorKind::InvalidArgument);
        QVERIFY2(filter.error().subject.contains(word), qPrintable(filter.error().subject));
        QVERIFY2(filter.error().detail.endsWith(u" character %1"_s.arg(position)), qPrintable(filter.error().detail));
    }

    void emptiness()
    {
        QVERIFY(InventoryFilter::parse(u"  "_s)->isEmpty());
        QVERIFY(!InventoryFilter::parse(u"a"_s)->isEmpty());
    }
};

SLIPWAY_TEST_SUITE(TestFilter);

} // namespace

#include "test_filter.moc"
