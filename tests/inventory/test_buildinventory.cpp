#include "bench/organization.h"
#include "inventory/buildinventory.h"
#include "inventory/versionfacts.h"
#include "support/printinventory.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Worked by hand. Blobs: base 100 (both torch packages), py 40 (both), app 20 and c1 1 (the amd64 image), old 30 (the
/// old one).
///
/// torch-cpu: `top` lists amd (base+py+app+c1 = 161) and arm (base+py+app = 160); att holds prov 7; sig holds s 2; old
/// is base+old = 130. Logical 161+160+7+2+130 = 460; stored base+py+app+c1+prov+s+old = 200. Exclusive of the package:
/// base and py are in torch-gpu too: 200-140 = 60. `top` with amd, arm and att frees app+c1+prov = 28 (base is in old
/// and in torch-gpu, py in torch-gpu). Its size is its children's sum: 161+160+7 = 328.
///
/// torch-gpu: base+py+cuda = 100+40+500 = 640, stored alike, exclusive 500. Family torch: both packages: logical 1100,
/// stored 200+500 = 700, all of it exclusive: nobody else has base.
const auto kPair = uR"(
package torch-cpu repo=audio
  top  index  tags=latest,v2 children=amd@linux/amd64,arm@linux/arm64,att@unknown/unknown>amd
  amd  image  layers=base:100,py:40,app:20 config=c1:1
  arm  image  layers=base:100,py:40,app:20
  att  image  layers=prov:7 provenance
  sig  image  tags=sha256-{top}.sig layers=s:2
  old  image  tags=v1 layers=base:100,old:30
package torch-gpu repo=audio
  gpu  image  tags=latest layers=base:100,py:40,cuda:500
)"_s;

/// Facts of every version as one row each, to be compared.
std::vector<std::array<Bytes, 7>> comparable(const std::vector<VersionFacts>& facts)
{
    std::vector<std::array<Bytes, 7>> rows;
    for (const auto& one : facts)
        rows.push_back(
            {one.size, one.exclusiveSize, one.isSigned, one.hasSbom, one.isAttested, one.isBroken, one.isPart});
    return rows;
}

class TestBuildInventory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workedByHand()
    {
        const auto fixture = Fixture::parse(kPair);
        const auto inventory = buildInventory(fixture.build(), {});
        QCOMPARE(printInventory(*inventory, fixture),
                 (QStringList{
                     u"all 1100/700/700"_s,
                     u"hub audio 1100/700/700"_s,
                     u"  family torch 1100/700/700"_s,
                     u"    image torch-cpu cpu [linux/amd64 linux/arm64] 460/200/60"_s,
                     u"      top index 328/28 signed attested"_s,
                     u"        amd image 161/1 signed attested"_s,
                     u"        arm image 160/0 signed attested"_s,
                     u"        att attestation 7/7"_s,
                     u"        sig signature 2/2"_s,
                     u"      old image 130/30"_s,
                     u"    image torch-gpu gpu [] 640/640/500"_s,
                     u"      gpu image 640/500"_s,
                 }));
        QCOMPARE(inventory->classifiedShare, 1.0);
        QCOMPARE(inventory->imageTotal, 2U);
    }

    void groupsInOrder()
    {
        const auto fixture = Fixture::parse(uR"(
            package zeta-cpu repo=zebra
            package alpha repo=zebra
            package loose
            package base-gpu
            package beta repo=alpha
            package error-bus)"_s);
        ClassificationRule base;
        base.name = Glob::parse(u"base-*"_s).value();
        base.hub = u"Base and infrastructure"_s;
        ClassificationRule infra;
        infra.name = Glob::parse(u"error-*"_s).value();
        infra.hub = u"Base and infrastructure"_s;
        infra.family = u"infrastructure"_s;
        infra.variant = Variant::Infra;
        const auto inventory = buildInventory(fixture.build(), {{base, infra}});
        QStringList lines = printInventory(*inventory, fixture);
        for (QString& line : lines)
            line.remove(u" 0/0/0"_s);
        QCOMPARE(lines, (QStringList{
                            u"all"_s,
                            u"hub Base and infrastructure"_s,
                            u"  family base"_s,
                            u"    image base-gpu base-gpu []"_s,
                            u"  family infrastructure"_s,
                            u"    image error-bus infra []"_s,
                            u"hub alpha"_s,
                            u"  family beta"_s,
                            u"    image beta other []"_s,
                            u"hub zebra"_s,
                            u"  family alpha"_s,
                            u"    image alpha other []"_s,
                            u"  family zeta"_s,
                            u"    image zeta-cpu cpu []"_s,
                            u"hub (unassigned)"_s,
                            u"  family (unassigned)"_s,
                            u"    image loose other []"_s,
                        }));
        QCOMPARE(inventory->classifiedShare, 5.0 / 6.0);
    }

    void nothingAtAll()
    {
        const auto inventory = buildInventory(Fixture::parse({}).build(), {});
        QCOMPARE(printInventory(*inventory, {}), QStringList{u"all 0/0/0"_s});
        QCOMPARE(inventory->classifiedShare, 1.0);
    }

    void platformOfASingleImage()
    {
        const auto fixture = Fixture::parse(u"package p\n a image tags=latest config=c:1"_s);
        ImageConfig config;
        config.platform = u"linux/arm64"_s;
        const auto inventory = buildInventory(withConfigs(fixture.build(), {{named(u"c"_s), config}}), {});
        QCOMPARE(inventory->hubs[0].families[0].images[0].platforms, QStringList{u"linux/arm64"_s});
    }

    void partsAreNotListedTwice()
    {
        // A fallback index both contains the bundle and refers to the image the bundle refers to.
        const auto fixture = Fixture::parse(uR"(package p repo=r
            img image tags=latest layers=a:1
            fall index tags=sha256-{img} children=bundle
            bundle signature subject=img layers=b:2)"_s);
        const auto inventory = buildInventory(fixture.build(), {});
        QCOMPARE(printInventory(*inventory, fixture).sliced(4),
                 (QStringList{u"      img image 1/1 signed"_s, u"        fall index 2/2"_s,
                              u"        bundle signature 2/2"_s}));
    }

    /// What is measured on several threads at once is what one finds, one package after another.
    void manyVersions_data()
    {
        QTest::addColumn<bench::Shape>("shape");
        QTest::newRow("trees") << bench::Shape::Buildx;
        QTest::newRow("images") << bench::Shape::Dense;
    }

    void manyVersions()
    {
        QFETCH(const bench::Shape, shape);
        const auto snapshot = bench::makeOrganization(shape, 40, 1'600);
        const auto inventory = buildInventory(snapshot, {});
        BlobUsage usage(*snapshot);
        const ReferenceGraph graph(*snapshot);
        FactFinder finder(*snapshot, graph, usage);
        std::vector<VersionFacts> facts(snapshot->versions.size());
        std::vector<BlobUsage::Part> parts;
        for (const auto& package : snapshot->packages)
            parts.push_back(finder.find(package, facts));
        QVERIFY(comparable(inventory->facts) == comparable(facts));
        QCOMPARE(inventory->size, usage.join(parts).size);
        size_t images = 0;
        for (const auto& hub : inventory->hubs)
            for (const auto& family : hub.families)
                for (const auto& image : family.images) {
                    QCOMPARE(image.size, parts[image.package].size);
                    const auto wholes =
                        std::ranges::count_if(facts, [&, row = RowIndex{0}](const VersionFacts& one) mutable {
                            return snapshot->versions[row++].package == image.package && !one.isPart;
                        });
                    QCOMPARE(image.versions.size(), static_cast<size_t>(wholes));
                    ++images;
                }
        QCOMPARE(images, snapshot->packages.size());
    }

    void sameForAnyOrder()
    {
        const auto fixture = Fixture::parse(kPair);
        const auto expected = printInventory(*buildInventory(fixture.build(), {}), fixture);
        std::mt19937 random(4);
        for (int round = 0; round < 10; ++round)
            QCOMPARE(printInventory(*buildInventory(fixture.buildShuffled(random), {}), fixture), expected);
    }
};

SLIPWAY_TEST_SUITE(TestBuildInventory);

} // namespace

#include "test_buildinventory.moc"
