#include "core/format.h"
#include "storage/monthlycost.h"
#include "storage/series.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

class TestMonthlyCost final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAndTotal()
    {
        // 23.92 GiB at 0.25 are 5.98, 412 GiB at 0.008 are 3.296.
        const auto cost = monthlyCost(std::llround(23.92 * double(kGiB)), 412 * kGiB, Prices{});
        QCOMPARE(formatMoney(cost.storage, cost.currency), u"$5.98"_s);
        QCOMPARE(formatMoney(cost.egress.value(), cost.currency), u"$3.30"_s);
        QCOMPARE(formatMoney(cost.runner, cost.currency), u"$150.00"_s);
        QCOMPARE(formatMoney(cost.total(), cost.currency), u"$159.28"_s);
    }

    void whatIsNotKnownIsNotNothing()
    {
        const auto unknown = monthlyCost(4 * kGiB, std::nullopt, Prices{});
        QVERIFY(!unknown.egress);
        QCOMPARE(unknown.total(), 151.0);
        const auto none = monthlyCost(4 * kGiB, 0, Prices{});
        QCOMPARE(none.egress, 0.0);
    }

    void pricesAreTheCallers()
    {
        const auto cost = monthlyCost(2 * kGiB, kGiB / 2, {0.5, 0.1, u"EUR"_s, 0});
        QCOMPARE(cost.storage, 1.0);
        QCOMPARE(cost.egress, 0.05);
        QCOMPARE(cost.runner, 0.0);
        QCOMPARE(cost.currency, u"EUR"_s);
        QCOMPARE(monthlyCost(2 * kGiB, std::nullopt, {0, 0, u"EUR"_s, 0}).total(), 0.0);
    }
};

SLIPWAY_TEST_SUITE(TestMonthlyCost);

} // namespace

#include "test_monthlycost.moc"
