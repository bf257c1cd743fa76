#include "models/growthtable.h"
#include "storage/storagestack.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

#include <set>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr Bytes kMiB = 1024 * 1024;

} // namespace

/// The colours of hubs in the plot and in its table.
class TestHubColours final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hubsHaveColoursOfTheirOwn_data();
    void hubsHaveColoursOfTheirOwn();
};

void TestHubColours::hubsHaveColoursOfTheirOwn_data()
{
    QTest::addColumn<int>("hubs");
    QTest::addColumn<bool>("hasBase");
    QTest::newRow("two") << 2 << false;
    QTest::newRow("as many as colours") << 7 << true;
    QTest::newRow("one more") << 8 << true;
    QTest::newRow("one more, no base") << 8 << false;
    QTest::newRow("others") << 12 << true;
}

void TestHubColours::hubsHaveColoursOfTheirOwn()
{
    QFETCH(const int, hubs);
    QFETCH(const bool, hasBase);
    StorageSample sample;
    sample.from = sample.until = QDateTime(QDate(2025, 11, 1), QTime(8, 0), QTimeZone::UTC);
    // The last ones, which have no place with a colour, hold the most.
    for (int i = 0; i < hubs; ++i)
        sample.hubs.push_back({u"hub %1"_s.arg(i, 2, 10, QChar(u'0')), (2 + i) * kMiB, (1 + i) * kMiB});
    if (hasBase)
        sample.hubs.push_back({u"Base and infrastructure"_s, 5 * kMiB, kMiB});
    sample.stored = 200 * kMiB;
    const auto stack = storageStack(std::vector{sample}, QDate(2025, 11, 1));
    const auto table = growthTable(stack);
    std::set<int> colors;
    for (size_t i = 0; i < stack.series.size(); ++i)
        QVERIFY2(colors.insert(table.rows[i].color.value()).second, qPrintable(table.rows[i].cells[0].text));
}

SLIPWAY_TEST_SUITE(TestHubColours);

} // namespace slipway::test

#include "test_hubcolours.moc"
