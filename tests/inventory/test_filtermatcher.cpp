#include "inventory/buildinventory.h"
#include "inventory/filtermatcher.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

#include <random>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kOwner = uR"(
package torch-cpu repo=audio
  one  image  tags=latest,v1.0 layers=a:2000000000 days=1
  sig  signature subject=one layers=s:1 days=1
  two  image  tags=PR-17,v1.01 layers=b:1073741824 days=90
  raw  image  layers=c:10 days=200
package torch-gpu repo=audio
  gpu  index  tags=latest,nightly-v1.0 children=amd@linux/amd64 days=3
  amd  image  layers=d:100 days=3
package kas/kas repo=video
  kas  image  tags=-odd,v1.0 layers=d:5 sbom days=10
  bom  sbom   subject=kas days=10
package bare
)"_s;

QStringList names(const Fixture& fixture, const Inventory& inventory, const std::vector<RowIndex>& rows)
{
    QStringList names;
    for (const RowIndex row : rows)
        names.append(fixture.nameOf(inventory.snapshot->digestOf(row)));
    return names;
}

template<typename Visit>
void forEachImage(const Inventory& inventory, Visit visit)
{
    for (const auto& hub : inventory.hubs)
        for (const auto& family : hub.families)
            for (const auto& image : family.images)
                visit(hub, family, image);
}

class TestFilterMatcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheFilterDoes_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char* expression : {"",
                                       "v1",
                                       "V1.0",
                                       "layer:2",
                                       "-layer:sha256:f",
                                       "latest",
                                       "torch",
                                       "-torch",
                                       "-v1.0",
                                       "pr-",
                                       "tag:v1.0",
                                       "tag:v1*",
                                       "tag:*1.0",
                                       "tag:[vn]*",
                                       "tag:PR-?7",
                                       "tag:pr-17",
                                       "tag:0",
                                       "tag:v1.01 v",
                                       "-tag:v*",
                                       "kind:image",
                                       "-kind:i*",
                                       "kind:signature",
                                       "signed",
                                       "unsigned v1",
                                       "untagged",
                                       "tagged -latest",
                                       "sbom",
                                       "size:>1GiB",
                                       "size:<=10",
                                       "age:>90d",
                                       "age:<1w v",
                                       "hub:audio latest",
                                       "family:torch",
                                       "-family:torch",
                                       "variant:gpu v1.0",
                                       "name:*-cpu tag:v1.01",
                                       "no-such-tag",
                                       "\"\"",
                                       "broken",
                                       "17 v1",
                                       "odd kas",
                                       "tag:*",
                                       "-tag:*",
                                       "tag:l?t*",
                                       "ſ"})
            QTest::newRow(*expression ? expression : "nothing") << QString::fromUtf8(expression);
    }

    void answersAsTheFilterDoes()
    {
        QFETCH(const QString, expression);
        const auto fixture = Fixture::parse(kOwner);
        const auto inventory = buildInventory(fixture.build(), {});
        const auto filter = InventoryFilter::parse(expression);
        QVERIFY(filter);
        const FilterMatcher matcher(*inventory, *filter, fixtureTime());
        forEachImage(*inventory, [&](const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) {
            std::vector<RowIndex> expected;
            for (const RowIndex row : image.versions)
                if (filter->matches({*inventory, hub, family, image, row}, fixtureTime()))
                    expected.push_back(row);
            QCOMPARE(names(fixture, *inventory, matcher.matching(hub, family, image)),
                     names(fixture, *inventory, expected));
            QCOMPARE(matcher.count(hub, family, image), expected.size());
            if (!image.versions.empty())
                QCOMPARE(matcher.matchesAny(hub, family, image), !expected.empty());
        });
    }

    void digestOfAPartFindsTheVersion()
    {
        const auto fixture = Fixture::parse(kOwner);
        const auto inventory = buildInventory(fixture.build(), {});
        const auto found = [&](const QString& expression) {
            const auto filter = InventoryFilter::parse(expression);
            const FilterMatcher matcher(*inventory, *filter, fixtureTime());
            QStringList all;
            forEachImage(*inventory, [&](const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) {
                all += names(fixture, *inventory, matcher.matching(hub, family, image));
            });
            return all.join(u' ');
        };
        QCOMPARE(found(named(u"amd"_s).hex().first(12)), u"gpu"_s);
        QCOMPARE(found(named(u"amd"_s).toString()), u"gpu"_s);
        QCOMPARE(found(u"digest:"_s + named(u"sig"_s).hex().first(7)), u"one"_s);
        QCOMPARE(found(u"digest:"_s + named(u"one"_s).toString()), u"one"_s);
        QCOMPARE(found(u"layer:"_s + named(u"a"_s).hex().first(9)), u"one"_s);
        QCOMPARE(found(u"layer:"_s + named(u"c"_s).hex().first(6)), u"raw"_s);
        QCOMPARE(found(u"layer:"_s + named(u"c"_s).hex().first(6).toUpper()), QString());
        QCOMPARE(found(u"layer:"_s + named(u"d"_s).toString()), u"gpu kas"_s); // of the index by what it lists
        QCOMPARE(found(named(u"raw"_s).hex().first(9) + u" untagged"_s), u"raw"_s);
        QCOMPARE(found(u"digest:"_s + named(u"raw"_s).hex().first(6).toUpper()), QString());
        QCOMPARE(found(u"-"_s + named(u"amd"_s).hex().first(12)), u"one two raw gpu kas"_s);
    }

    void imageWithoutVersionsGoesByItsName()
    {
        const auto fixture = Fixture::parse(kOwner);
        const auto inventory = buildInventory(fixture.build(), {});
        const auto isShown = [&](const QString& expression) {
            const auto filter = InventoryFilter::parse(expression);
            const FilterMatcher matcher(*inventory, *filter, fixtureTime());
            bool isBare = false;
            forEachImage(*inventory, [&](const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) {
                if (inventory->snapshot->packages[image.package].name.value == "bare"_L1)
                    isBare = matcher.matchesAny(hub, family, image);
            });
            return isBare;
        };
        QVERIFY(isShown(u"bar"_s));
        QVERIFY(isShown(u"name:bare -torch"_s) == isShown(u"-torch"_s));
        QVERIFY(!isShown(u"bare signed"_s));
        QVERIFY(!isShown(u"torch"_s));
    }

    void whatIsTypedOnNarrows_data()
    {
        QTest::addColumn<QString>("wide");
        QTest::addColumn<QString>("narrow");
        QTest::addColumn<bool>("narrows");
        const auto row = [](const char* wide, const char* narrow, bool narrows) {
            QTest::addRow("%s, then %s", wide, narrow)
                << QString::fromLatin1(wide) << QString::fromLatin1(narrow) << narrows;
        };
        row("", "a", true);
        row("v1", "v1.0", true);
        row("v1.0", "v1", false);
        row("v1", "xv1", false);
        row("torch", "torch signed", true);
        row("torch signed", "torch", false);
        row("-v1", "-v1.0", false);
        row("-v1.0", "-v1", false);
        row("-v1", "-v1 latest", true);
        row("abc", "abcd", false); // from here on digests are looked at
        row("abcd", "abcde", true);
        row("tag:v1", "tag:v1.0", false);
        row("size:>1", "size:>1 tag:v1", true);
        row("size:>1", "size:>12", false);
    }

    void whatIsTypedOnNarrows()
    {
        QFETCH(const QString, wide);
        QFETCH(const QString, narrow);
        QTEST(InventoryFilter::parse(narrow)->narrows(*InventoryFilter::parse(wide)), "narrows");
    }

    void faultsTellTheirPlace()
    {
        const auto fault = InventoryFilter::read(u"torch  -size:\"big one\" x"_s);
        QVERIFY(!fault);
        QCOMPARE(fault.error().position, 7);
        QCOMPARE(fault.error().length, 15);
        QVERIFY(fault.error().expected.contains("1GiB"_L1));
        const auto open = InventoryFilter::read(u"a \"b c"_s);
        QVERIFY(!open);
        QCOMPARE(open.error().position, 2);
        QCOMPARE(open.error().length, 4);
    }

    void narrowingFindsNoFewer()
    {
        // What narrows() promises, tried on words typed letter by letter.
        const auto fixture = Fixture::parse(kOwner);
        const auto inventory = buildInventory(fixture.build(), {});
        std::mt19937 random(20261122);
        const QString digest = named(u"amd"_s).hex();
        for (int round = 0; round < 200; ++round) {
            const QStringList words{u"v1.01"_s, u"latest"_s, digest.first(9), u"-pr"_s, u"signed"_s, u"tag:v1*"_s};
            const QString text =
                words[static_cast<qsizetype>(random() % 6)] + u' ' + words[static_cast<qsizetype>(random() % 6)];
            for (qsizetype length = 1; length < text.size(); ++length) {
                const auto before = InventoryFilter::parse(text.first(length));
                const auto after = InventoryFilter::parse(text.first(length + 1));
                if (!before || !after || !after->narrows(*before))
                    continue;
                const FilterMatcher wide(*inventory, *before, fixtureTime());
                const FilterMatcher narrow(*inventory, *after, fixtureTime());
                forEachImage(*inventory, [&](const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) {
                    QVERIFY(wide.matchesAny(hub, family, image) || !narrow.matchesAny(hub, family, image));
                });
            }
        }
    }
};

SLIPWAY_TEST_SUITE(TestFilterMatcher);

} // namespace

#include "test_filtermatcher.moc"
