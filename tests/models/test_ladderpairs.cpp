#include "models/inventoryfrom.h"
#include "models/ladderpairs.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kPackages = uR"(
package cpu
  one    index tags=v1 children=amd@linux/amd64,arm@linux/arm64,att@unknown/unknown>amd
  amd    image layers=os:100,app:5 config=c1:1
  arm    image layers=osarm:90,app:5
  att    attestation provenance
package gpu
  two    index tags=v2 children=gpuamd@linux/amd64
  gpuamd image layers=os:100,cuda:400
package other
  three  index tags=v3 children=s390@linux/s390x
  s390   image layers=oss:3
  gone   missing tags=v4
)"_s;

class TestLadderPairs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = Fixture::parse(kPackages);
        m_inventory = inventoryFrom(kPackages);
    }

    void imagesOfOnePlatformBelongTogether()
    {
        QCOMPARE(pairs(u"one"_s, u"two"_s),
                 (std::vector<LadderPair>{{u"linux/amd64"_s, row(u"amd"_s), row(u"gpuamd"_s)}}));
        QCOMPARE(pairs(u"one"_s, u"one"_s).size(), 2U);
        QCOMPARE(pairs(u"one"_s, u"three"_s),
                 (std::vector<LadderPair>{{u"linux/amd64, linux/s390x"_s, row(u"amd"_s), row(u"s390"_s)}}));
    }

    void withoutAnImageThereIsNothingToCompare()
    {
        QVERIFY(pairs(u"one"_s, u"gone"_s).empty());
        QVERIFY(pairs(u"att"_s, u"two"_s).empty());
    }

    void aSideHasTheNameOfItsVersion()
    {
        ImageConfig config;
        config.history = {{u"/bin/sh -c #(nop) ADD rootfs"_s, true}, {u"ENV A=b"_s, false}, {u"COPY app /"_s, true}};
        const auto side = ladderSide(*m_inventory, row(u"one"_s), row(u"amd"_s), config);
        QCOMPARE(side.name, u"cpu:v1"_s);
        QCOMPARE(side.digest, named(u"amd"_s));
        QCOMPARE(side.layers, (std::vector<LadderLayer>{{named(u"os"_s), 100, u"ADD rootfs"_s},
                                                        {named(u"app"_s), 5, u"COPY app /"_s}}));
        QCOMPARE(ladderSide(*m_inventory, row(u"one"_s), row(u"amd"_s), {}).layers[1].step, QString());
        QCOMPARE(configOf(*m_inventory->snapshot, row(u"amd"_s)), std::optional(named(u"c1"_s)));
        QCOMPARE(configOf(*m_inventory->snapshot, row(u"one"_s)), std::nullopt);
    }

private:
    [[nodiscard]] RowIndex row(const QString& name) const { return m_fixture.row(*m_inventory->snapshot, name); }
    [[nodiscard]] std::vector<LadderPair> pairs(const QString& left, const QString& right) const
    {
        return ladderPairs(*m_inventory, row(left), row(right));
    }

    Fixture m_fixture;
    InventoryPtr m_inventory;
};

SLIPWAY_TEST_SUITE(TestLadderPairs);

} // namespace

#include "test_ladderpairs.moc"
