#include "integration/storageruns.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kGib = 1 << 30;

} // namespace

/// Budgets, incidents and money in `slipwayctl storage`.
class CtlBudgetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void budgetsAreWatched_data();
    void budgetsAreWatched();
    void anExceededBudgetIsAnIncident();
    void breachesOfHubsAndFamiliesAreTold();
    void withoutAProfile();
    void offlineAsksNobody();
    void whatGithubBills();
    void trafficThatWasBilledHasACost();
    void billingThatFails();
    void withoutAToken();

private:
    /// Northquay's profile with other budgets.
    [[nodiscard]] QString profileWith(const QString& budgets) const;

    StorageRuns m_runs;
};

QString CtlBudgetTest::profileWith(const QString& budgets) const
{
    QFile original(StorageRuns::source(u"resources/demo/northquay.profile.yaml"_s));
    if (!original.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(original.readAll());
    text.truncate(text.indexOf("\nbudgets:"_L1) + 1);
    QFile profile(m_runs.path(u"%1.yaml"_s.arg(qHash(budgets))));
    if (!profile.open(QIODevice::WriteOnly))
        return {};
    profile.write((text + (budgets.isEmpty() ? QString() : u"budgets: ["_s + budgets + u"]\n"_s)).toUtf8());
    return profile.fileName();
}

/// Read once; several tests then ask for what was read.
void CtlBudgetTest::initTestCase()
{
    const auto outcome = StorageRuns::storage(m_runs.demo());
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
}

void CtlBudgetTest::budgetsAreWatched_data()
{
    QTest::addColumn<QString>("budgets");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("over"); ///< "hub/family" of each, those over with "!"
    const QString runtimes = u"{ hub: Base and infrastructure, family: family runtimes, storage: %1 }"_s;
    QTest::newRow("within") << u"{ storage: 18.8 }"_s << 0 << u"/"_s;
    QTest::newRow("over") << u"{ storage: 18.7 }"_s << 3 << u"/!"_s;
    QTest::newRow("a hub's") << u"{ storage: 20 }, { hub: memory_context_store, storage: 0.5 }"_s << 3
                             << u"/ memory_context_store/!"_s;
    QTest::newRow("a family's") << runtimes.arg(5) << 3 << u"/ Base and infrastructure/family runtimes!"_s;
    QTest::newRow("a family's, within") << runtimes.arg(6) << 0 << u"/ Base and infrastructure/family runtimes"_s;
    QTest::newRow("of nothing") << u"{ hub: audio, storage: 0.001 }"_s << 0 << u"/ audio/"_s;
}

void CtlBudgetTest::budgetsAreWatched()
{
    QFETCH(const QString, budgets);
    QFETCH(const int, code);
    const auto outcome = StorageRuns::storage(
        m_runs.demo({u"--profile"_s, profileWith(budgets), u"--offline"_s, u"--format"_s, u"json"_s}));
    QVERIFY2(outcome.code == code, outcome.errors.constData());
    const auto rows = StorageRuns::documentOf(outcome)[u"budgets"_s].toArray();
    QStringList shown;
    for (const auto& row : rows) {
        shown.append(row[u"hub"_s].toString() + u'/' + row[u"family"_s].toString()
                     + (row[u"over"_s].toBool() ? u"!"_s : QString()));
    }
    QTEST(shown.join(u' '), "over");
    const auto text = StorageRuns::storage(m_runs.demo({u"--profile"_s, profileWith(budgets), u"--offline"_s}));
    QCOMPARE(text.code, code);
    QCOMPARE(text.output.contains("no such images"), budgets.contains("audio"_L1));
}

/// The demo went over 18 GiB two weeks before.
void CtlBudgetTest::anExceededBudgetIsAnIncident()
{
    const QStringList options{u"--profile"_s, profileWith(u"{ storage: 18 }"_s)};
    const auto document = m_runs.demoDocument(options);
    const auto incidents = document[u"incidents"_s].toObject();
    QCOMPARE(incidents[u"count"_s].toInt(), 1);
    const auto breach = incidents[u"breaches"_s][0].toObject();
    QCOMPARE(breach.keys(),
             (QStringList{u"after"_s, u"budgetBytes"_s, u"end"_s, u"peakAt"_s, u"peakBytes"_s, u"start"_s}));
    QVERIFY(breach[u"start"_s].toString() > u"2025-11-01"_s);
    QVERIFY(breach[u"after"_s].toString() < breach[u"start"_s].toString());
    QCOMPARE(breach[u"end"_s], QJsonValue(QJsonValue::Null));
    QVERIFY(breach[u"peakBytes"_s].toInteger() >= document[u"storedBytes"_s].toInteger());
    const auto forecast = document[u"forecast"_s].toObject();
    QCOMPARE(forecast[u"outlook"_s].toString(), u"over"_s);
    QCOMPARE(forecast[u"crossesAt"_s], QJsonValue(QJsonValue::Null));
    const auto text = StorageRuns::storage(m_runs.demo(options));
    QCOMPARE(text.code, 3);
    QVERIFY2(text.output.contains("103 % of the budget of 18.0 GiB"), text.output.constData());
    QVERIFY2(text.output.contains("It is over the budget already, and grows by 54.7 MiB a day."),
             text.output.constData());
}

/// Each budget has a record of its own. A hub's past is in the history; of a family the newest reading is known.
void CtlBudgetTest::breachesOfHubsAndFamiliesAreTold()
{
    const QStringList options{u"--offline"_s, u"--profile"_s,
                              profileWith(u"{ storage: 20 }, { hub: memory_context_store, storage: 0.8 }, "
                                          "{ family: torch, storage: 7 }, { family: llm, storage: 7 }"_s)};
    const auto budgets = m_runs.demoDocument(options)[u"budgets"_s].toArray();
    QCOMPARE(budgets.size(), 4);
    QList<qint64> counts;
    for (const auto& budget : budgets) {
        counts.append(budget[u"incidents"_s][u"count"_s].toInteger());
        QCOMPARE(budget[u"incidents"_s][u"quarter"_s].toString(), u"2025-Q4"_s);
    }
    QCOMPARE(counts, (QList<qint64>{0, 1, 1, 0}));
    const auto hub = budgets[1][u"incidents"_s][u"breaches"_s][0];
    QVERIFY2(hub[u"start"_s].toString() < kDemoNow, qPrintable(hub[u"start"_s].toString()));
    QCOMPARE(hub[u"peakBytes"_s].toInteger(), budgets[1][u"storedBytes"_s].toInteger());
    const auto family = budgets[2][u"incidents"_s][u"breaches"_s][0];
    QCOMPARE(family[u"start"_s].toString(), kDemoNow);
    QCOMPARE(family[u"budgetBytes"_s].toInteger(), 7 * kGib);
    const auto text = StorageRuns::storage(m_runs.demo(options));
    QCOMPARE(text.code, 3);
    QCOMPARE(text.output.count("over, 1 breach in 2025-Q4"), 2);
}

void CtlBudgetTest::withoutAProfile()
{
    const auto document = m_runs.demoDocument({u"--offline"_s, u"--profile"_s, profileWith({})});
    QCOMPARE(document[u"budgetFrom"_s].toString(), u"usual"_s);
    QCOMPARE(document[u"budgetBytes"_s].toInteger(), 20 * kGib);
    QCOMPARE(document[u"monthlyCost"_s][u"runner"_s].toDouble(), 150);
    const auto text = StorageRuns::storage(m_runs.demo({u"--offline"_s, u"--profile"_s, profileWith({})}));
    QVERIFY2(text.output.contains("93 % of the usual budget of 20.0 GiB"), text.output.constData());
}

void CtlBudgetTest::offlineAsksNobody()
{
    const QString log = m_runs.path(u"offline.log"_s);
    const auto arguments = m_runs.served({u"--demo"_s, u"siriusscan"_s, u"--request-log"_s, log}, u"offline"_s);
    const auto unknown = StorageRuns::storage(arguments + QStringList{u"--offline"_s});
    QCOMPARE(unknown.code, 75);
    QVERIFY(unknown.output.isEmpty());
    QVERIFY(!QFile::exists(log) || QFile(log).size() == 0);
    const auto online = StorageRuns::documentOf(StorageRuns::storage(arguments));
    QCOMPARE(online[u"billed"_s][u"status"_s].toString(), u"not permitted"_s);
    QVERIFY(!online[u"billed"_s][u"reason"_s].toString().isEmpty());
    QCOMPARE(online[u"billed"_s][u"net"_s], QJsonValue(QJsonValue::Null));
    const auto size = QFile(log).size();
    QVERIFY(size > 0);
    const auto offline = StorageRuns::storage(arguments + QStringList{u"--offline"_s});
    QVERIFY2(offline.code == 0, offline.errors.constData());
    QCOMPARE(StorageRuns::documentOf(offline)[u"storedBytes"_s], online[u"storedBytes"_s]);
    QCOMPARE(StorageRuns::documentOf(offline)[u"billed"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(QFile(log).size(), size);
}

/// A token with admin:org, on the first of January: one day of 67 MB is two gigabyte-hours, as GitHub rounds.
void CtlBudgetTest::whatGithubBills()
{
    const QString now = u"2026-01-01T12:00:00Z"_s;
    const auto arguments =
        m_runs.served({u"--state"_s, StorageRuns::source(u"tests/simulator/data/organisation.json"_s), u"--now"_s, now},
                      u"billed"_s, {u"--now"_s, now});
    const auto document = StorageRuns::documentOf(StorageRuns::storage(arguments, u"ghp_owner"_s));
    const auto billed = document[u"billed"_s].toObject();
    QCOMPARE(billed[u"status"_s].toString(), u"told"_s);
    QCOMPARE(billed[u"reason"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(billed[u"month"_s].toString(), u"2026-01"_s);
    QCOMPARE(billed[u"storageGigabyteHours"_s].toDouble(), 2);
    // No row tells of traffic, and that is not none.
    QCOMPARE(billed[u"transferGigabytes"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(billed[u"net"_s].toDouble(-1), 0);
    QCOMPARE(billed[u"otherSkus"_s].toArray().size(), 0);
    QCOMPARE(document[u"monthlyCost"_s][u"egress"_s], QJsonValue(QJsonValue::Null));
    const auto refused =
        StorageRuns::documentOf(StorageRuns::storage(arguments, u"ghp_read"_s))[u"billed"_s].toObject();
    QCOMPARE(refused[u"status"_s].toString(), u"not permitted"_s);
    QCOMPARE(refused[u"storageGigabyteHours"_s], QJsonValue(QJsonValue::Null));
}

/// What was pulled is known from GitHub's billing alone; then it has a cost at the team's price.
void CtlBudgetTest::trafficThatWasBilledHasACost()
{
    const auto document = StorageRuns::documentOf(StorageRuns::storage(
        m_runs.served({u"--demo"_s, u"northquay"_s, u"--scopes"_s, u"read:packages,admin:org"_s, u"--now"_s, kDemoNow},
                      u"traffic"_s, {u"--now"_s, kDemoNow})));
    const double gigabytes = document[u"billed"_s][u"transferGigabytes"_s].toDouble();
    QVERIFY(gigabytes >= 1);
    const auto cost = document[u"monthlyCost"_s].toObject();
    QCOMPARE(cost[u"egress"_s].toDouble(), gigabytes * 1e9 / static_cast<double>(kGib) * 0.008);
    QCOMPARE(cost[u"total"_s].toDouble(),
             cost[u"storage"_s].toDouble() + cost[u"egress"_s].toDouble() + cost[u"runner"_s].toDouble());
}

void CtlBudgetTest::billingThatFails()
{
    const auto outcome = StorageRuns::storage(
        m_runs.served({u"--demo"_s, u"siriusscan"_s, u"--fault"_s, u"html,route=/organizations/*"_s}, u"failing"_s));
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    QVERIFY2(outcome.errors.startsWith("slipwayctl: What GitHub bills is not known: "), outcome.errors.constData());
    QCOMPARE(outcome.errors.count('\n'), 1);
    const auto document = StorageRuns::documentOf(outcome);
    QCOMPARE(document[u"billed"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(document[u"complete"_s].toBool(), true);
}

void CtlBudgetTest::withoutAToken()
{
    const QString log = m_runs.path(u"visitor.log"_s);
    const auto arguments = m_runs.served({u"--demo"_s, u"siriusscan"_s, u"--request-log"_s, log}, u"visitor"_s);
    const auto outcome = StorageRuns::storage(arguments, QString());
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    QCOMPARE(StorageRuns::documentOf(outcome)[u"billed"_s], QJsonValue(QJsonValue::Null));
    QFile requests(log);
    QVERIFY(requests.open(QIODevice::ReadOnly));
    QVERIFY(!requests.readAll().contains("billing"));
}

QTEST_GUILESS_MAIN(CtlBudgetTest)
#include "tst_ctlbudget.moc"
