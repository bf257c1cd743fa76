#include "storage/billingnote.h"
#include "storage/budgetwatch.h"
#include "support/suite.h"

#include <QCborMap>
#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

StorageBudget budgetOf(const std::optional<QString>& hub, Bytes bytes)
{
    StorageBudget budget;
    budget.hub = hub;
    budget.bytes = bytes;
    return budget;
}

/// Budgets of 100 bytes for the owner and 10 for a hub.
std::vector<BudgetReading> read(Bytes owner, Bytes hub, bool isLeast = false)
{
    return {{budgetOf({}, 100), owner, isLeast}, {budgetOf(u"audio"_s, 10), hub, isLeast}};
}

QString print(const BudgetStep& step)
{
    QStringList lines;
    for (const auto& crossing : step.crossed)
        lines.append(u"%1 %2"_s.arg(crossing.hub.value_or(u"owner"_s)).arg(crossing.percent));
    return lines.join(u", "_s);
}

class TestBudgetWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each step as after a restart: of the state only its bytes are left.
    void rule16_eachCrossingIsToldOnce()
    {
        QByteArray kept;
        const auto step = [&kept](const std::vector<BudgetReading>& readings) {
            const BudgetStep taken = advanceBudgets(unpackAlerts(kept), readings);
            kept = packAlerts(taken.states);
            return print(taken);
        };
        QCOMPARE(step(read(70, 2)), QString());
        QCOMPARE(step(read(91, 2)), u"owner 90"_s);
        QCOMPARE(step(read(91, 2)), QString());
        QCOMPARE(step(read(89, 9)), u"audio 90"_s); // trembling around 90 % is one crossing
        QCOMPARE(step(read(91, 9)), QString());
        QCOMPARE(step(read(101, 9)), u"owner 100"_s);
        QCOMPARE(step(read(86, 9)), QString()); // 90 and 100 are left, 85 is not
        QCOMPARE(step(read(90, 9)), u"owner 90"_s);
    }

    void theLeastReachesAndDoesNotLeave()
    {
        BudgetStep step = advanceBudgets({}, read(80, 1, true));
        QCOMPARE(print(step), u"owner 75"_s);
        step = advanceBudgets(step.states, read(10, 1, true));
        QCOMPARE(print(advanceBudgets(step.states, read(80, 1))), QString());
        step = advanceBudgets(step.states, read(10, 1));
        QCOMPARE(print(advanceBudgets(step.states, read(80, 1))), u"owner 75"_s);
    }

    void aBudgetThatGoesIsForgotten()
    {
        const BudgetStep step = advanceBudgets({}, read(80, 10));
        QCOMPARE(print(step), u"owner 75, audio 100"_s);
        const std::vector<BudgetReading> owner{read(80, 10).front()};
        QCOMPARE(advanceBudgets(step.states, owner).states.size(), 1U);
        // A hub of the family's name is another budget.
        StorageBudget family = budgetOf({}, 10);
        family.family = u"audio"_s;
        QCOMPARE(print(advanceBudgets(step.states, std::vector<BudgetReading>{{family, 10, false}})), u"owner 100"_s);
    }

    /// 187 of 200 told 90 %; of 250 they are 74 %, so 75 % is still to be told.
    void aRaisedBudgetTellsWhatItReachesLater()
    {
        QByteArray kept;
        const auto step = [&kept](Bytes stored, Bytes budget, bool isLeast = false) {
            const BudgetStep taken =
                advanceBudgets(unpackAlerts(kept), std::vector<BudgetReading>{{budgetOf({}, budget), stored, isLeast}});
            kept = packAlerts(taken.states);
            return print(taken);
        };
        QCOMPARE(step(187, 200), u"owner 90"_s);
        QCOMPARE(step(187, 250), QString());
        QCOMPARE(step(195, 250), u"owner 75"_s);
        QCOMPARE(step(195, 250), QString());
        QCOMPARE(step(195, 200), u"owner 90"_s);  // lowered: more is reached than was told
        QCOMPARE(step(195, 210), QString());      // 92 %: 90 was told
        QCOMPARE(step(20, 220, true), QString()); // the least says nothing of what is not reached
        QCOMPARE(step(199, 220), QString());      // 90 %: told before
        QCOMPARE(step(195, 190), u"owner 100"_s);
    }

    /// Earlier versions kept the percent alone: it was of the budget there is.
    void olderStatesAreRead()
    {
        const QByteArray kept = QCborMap{{u"-/-"_s, 90}}.toCborValue().toCbor();
        const std::vector<BudgetReading> reading{{budgetOf({}, 100), 89, false}};
        const BudgetStep step = advanceBudgets(unpackAlerts(kept), reading);
        QCOMPARE(print(step), QString());
        QCOMPARE(step.states.at(u"-/-"_s), (ToldAlert{{90}, Bytes(100)}));
    }

    void nonsenseIsNothing()
    {
        const QByteArray bytes = packAlerts(advanceBudgets({}, read(80, 10)).states);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(unpackAlerts(bytes.first(size)).empty());
    }

    void billingComesBack_data()
    {
        QTest::addColumn<BillingReading>("reading");
        const QDateTime at(QDate(2025, 11, 21), QTime(14, 32), QTimeZone::UTC);
        QTest::newRow("told") << BillingReading{
            BilledUsage{1.5, 412.25, 0.1, 0.2, 0.3, {u"x"_s, u"y"_s}}, {2025, 11}, at};
        QTest::newRow("nothing of it") << BillingReading{BilledUsage(), {2025, 1}, at};
        QTest::newRow("refused") << BillingReading{BillingNotPermitted{u"needs admin:org"_s}, {2025, 11}, at};
    }

    void billingComesBack()
    {
        QFETCH(const BillingReading, reading);
        const QByteArray bytes = packBilling(reading);
        QCOMPARE(unpackBilling(bytes), std::optional(reading));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QCOMPARE(unpackBilling(bytes.first(size)), std::nullopt);
    }
};

SLIPWAY_TEST_SUITE(TestBudgetWatch);

} // namespace

#include "test_budgetwatch.moc"
