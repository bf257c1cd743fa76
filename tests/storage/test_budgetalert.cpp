#include "storage/budgetalert.h"
#include "storage/series.h"
#include "support/suite.h"

#include <QTest>

#include <vector>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Walks through shares in percent: "75! 75 90!": the state after each, with "!" where a person is told.
QString walk(const QString& percents, const std::vector<int>& thresholds, AlertState state = {})
{
    QStringList told;
    for (const auto& percent : percents.split(u' ')) {
        const auto step = advanceAlert(state, percent.toDouble() / 100, thresholds);
        told.append(QString::number(step.state.percent) + (step.crossed ? u"!"_s : QString()));
        if (step.crossed && *step.crossed != step.state.percent)
            told.last() += u" but told of %1"_s.arg(*step.crossed);
        state = step.state;
    }
    return told.join(u' ');
}

class TestBudgetAlert final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentIsRoundedDown()
    {
        QCOMPARE(usedPercent(187, 200), Bytes(93));
        QCOMPARE(usedPercent(29, 100), Bytes(29));
        QCOMPARE(usedPercent(9999, 10000), Bytes(99));
        QCOMPARE(usedPercent(10000, 10000), Bytes(100));
        QCOMPARE(usedPercent(10001, 10000), Bytes(101));
        QCOMPARE(usedPercent(10299, 10000), Bytes(102));
        QCOMPARE(usedPercent(Bytes(3) << 50, Bytes(1) << 50), Bytes(300));
        QCOMPARE(usedPercent(7, 0), Bytes(0));
    }

    void walks_data()
    {
        QTest::addColumn<QString>("percents");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const char* percents, const char* told) {
            QTest::newRow(name) << QString::fromLatin1(percents) << QString::fromLatin1(told);
        };
        row("below all", "0 50 74.99", "0 0 0");
        row("each once", "74 75 80 85 89 90 99 100 101", "0 75! 75 85! 85 90! 90 100! 100");
        row("several at once", "10 93", "0 90!");
        row("all at once", "10 250", "0 100!");
        row("trembling", "90 89 90 88.5 91 88 90", "90! 90 90 90 90 90 90");
        row("left and back", "90 87.9 89 90", "90! 85 85 90!");
        row("a cleanup frees most", "100 60 76", "100! 0 75!");
        row("down by one, kept by the next", "100 97 83.5 82.9 86", "100! 90 85 75 85!");
        row("the first reading tells where it stands", "93 93", "90! 90");
    }

    void walks()
    {
        QFETCH(const QString, percents);
        QTEST(walk(percents, {75, 85, 90, 100}), "told");
    }

    void thresholdsMayChangeMeanwhile()
    {
        QCOMPARE(walk(u"85"_s, {50, 80}, AlertState{75}), u"80!"_s);
        QCOMPARE(walk(u"85"_s, {50}, AlertState{75}), u"50"_s);
        QCOMPARE(walk(u"99"_s, {}, AlertState{75}), u"0"_s);
    }

    void exactSharesAreReached()
    {
        for (int percent = 1; percent <= 200; ++percent) {
            const auto fraction = usedFraction(percent * kGiB / 4, 25 * kGiB);
            QCOMPARE(advanceAlert({}, *fraction, std::vector{percent}).crossed, percent);
            const auto less = usedFraction(percent * kGiB / 4 - 1, 25 * kGiB);
            QVERIFY(!advanceAlert({}, *less, std::vector{percent}).crossed);
            // Two percent below it is still kept.
            const auto kept = usedFraction((percent - kAlertHysteresis) * kGiB / 4, 25 * kGiB);
            QCOMPARE(advanceAlert({percent}, *kept, std::vector{percent}).state.percent, percent);
        }
    }

    void noBudgetNoShare()
    {
        QVERIFY(!usedFraction(kGiB, std::nullopt));
        QCOMPARE(usedFraction(0, kGiB), 0.0);
    }
};

SLIPWAY_TEST_SUITE(TestBudgetAlert);

} // namespace

#include "test_budgetalert.moc"
