#include "models/figuremodel.h"
#include "models/incidenttable.h"
#include "models/incidenttext.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

#include <ctime>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The breaches of budgets as words: how many a quarter had, and from when to when each went.
class TestIncidentTexts final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void breachesAreCountedByQuarter();
    void incidentsAreTold();
    void daysAreThoseByWhichQuartersCount_data();
    void daysAreThoseByWhichQuartersCount();
    void titlesAreToldWithWhatTheyMean();
};

namespace
{

constexpr Bytes kMiB = 1024 * 1024;

/// Somewhere else for as long as it lives.
class Zone final
{
public:
    explicit Zone(const QByteArray& name) { go(name); }
    ~Zone() { go(m_before); }
    Q_DISABLE_COPY_MOVE(Zone)

private:
    static void go(const QByteArray& name)
    {
        if (name.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", name);
        tzset();
    }

    QByteArray m_before = qgetenv("TZ");
};

} // namespace

void TestIncidentTexts::breachesAreCountedByQuarter()
{
    const auto at = [](int year, int month) { return QDateTime(QDate(year, month, 5), QTime(8, 0), QTimeZone::UTC); };
    const auto begun = [](const QDateTime& start) { return QuotaIncident{{start, {}, 1, start, start.addDays(1)}, 1}; };
    const BudgetIncidents owner;
    BudgetIncidents hub;
    hub.budget.hub = u"audio"_s;
    const Quarter now{2026, 1};
    QCOMPARE(incidentQuartersText({}, at(2025, 1), now), QString());
    std::vector<BudgetIncidents> all{owner, hub};
    QCOMPARE(incidentQuartersText(all, {}, now),
             u"Breaches a quarter, goal 0. Q1 2026: 0. Days and quarters are those of UTC"_s);
    QCOMPARE(incidentQuartersText(all, at(2025, 8), now),
             u"Breaches a quarter, goal 0. Q3 2025: 0 · Q4 2025: 0 · Q1 2026: 0. Days and quarters are those of UTC"_s);
    all[0].log.incidents = {begun(at(2024, 2)), begun(at(2025, 5)), begun(at(2025, 6))};
    all[1].log.incidents = {begun(at(2025, 12))};
    QCOMPARE(
        incidentQuartersText(all, at(2025, 11), now),
        u"Breaches a quarter, goal 0. Q2 2025: 2 · Q3 2025: 0 · Q4 2025: 1 · Q1 2026: 0. Days and quarters are those of UTC"_s);
}

void TestIncidentTexts::incidentsAreTold()
{
    const QDateTime at(QDate(2025, 11, 21), QTime(14, 32), QTimeZone::UTC);
    const Quarter quarter{2025, 4};
    IncidentLog log;
    const auto underHeading = [&] { return incidentText(log, quarter, IncidentWords::UnderHeading); };
    QCOMPARE(incidentText(log, quarter), u"no breach of the budget in Q4 2025"_s);
    QCOMPARE(underHeading(), u"none in Q4 2025"_s);
    QCOMPARE(incidentLines(log, quarter), QString());
    log.incidents = {{{at.addDays(-200), {}, 900 * kMiB, at, at}, 800 * kMiB},
                     {{at.addDays(-9), {}, 300 * kMiB, at, at.addDays(-8)}, 200 * kMiB}};
    QCOMPARE(incidentText(log, quarter), u"1 breach(es) of the budget in Q4 2025"_s);
    log.incidents.push_back({{at.addDays(-2), {}, 400 * kMiB, at, {}}, 300 * kMiB});
    QCOMPARE(incidentText(log, quarter), u"2 breach(es) of the budget in Q4 2025, one is open"_s);
    QCOMPARE(underHeading(), u"2 in Q4 2025, one of them open"_s);
    QCOMPARE(incidentLines(log, quarter), u"19 Nov 2025 to still open (UTC), at most 400 MiB of 300 MiB\n"
                                          "12 Nov 2025 to 13 Nov 2025 (UTC), at most 300 MiB of 200 MiB"_s);
    log.incidents = {{{at.addDays(-60), {}, 400 * kMiB, at, {}}, 300 * kMiB}};
    QCOMPARE(incidentText(log, quarter),
             u"no breach of the budget began in Q4 2025; one is open since 22 Sep 2025 (UTC)"_s);
    QCOMPARE(underHeading(), u"none began in Q4 2025; one is open since 22 Sep 2025 (UTC)"_s);
    QCOMPARE(incidentLines(log, quarter), u"22 Sep 2025 to still open (UTC), at most 400 MiB of 300 MiB"_s);
}

void TestIncidentTexts::daysAreThoseByWhichQuartersCount_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QTime>("clock"); // of the reader
    QTest::newRow("thirteen hours ahead") << QByteArray("Etc/GMT-13") << QTime(12, 30);
    QTest::newRow("where UTC is") << QByteArray("UTC") << QTime(23, 30);
    QTest::newRow("twelve hours behind") << QByteArray("Etc/GMT+12") << QTime(11, 30);
}

/// Half an hour before a quarter's end in UTC, which is its end for everybody.
void TestIncidentTexts::daysAreThoseByWhichQuartersCount()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QTime, clock);
    const Zone elsewhere(zone);
    const QDateTime start(QDate(2025, 9, 30), QTime(23, 30), QTimeZone::UTC);
    QCOMPARE(start.toLocalTime().time(), clock);
    BudgetIncidents owner;
    owner.log.incidents = {{{start, start.addSecs(-3600), 400 * kMiB, start, start.addSecs(7200)}, 300 * kMiB}};
    const std::vector all{owner};
    QCOMPARE(incidentCountText(all, {2025, 3}), u"1 in Q3 2025"_s);
    QCOMPARE(incidentQuartersText(all, {}, {2025, 4}),
             u"Breaches a quarter, goal 0. Q3 2025: 1 · Q4 2025: 0. Days and quarters are those of UTC"_s);
    const auto cells = incidentTable(all).rows[0].cells;
    QCOMPARE(cells[1].text, u"30 Sep 2025"_s);
    QCOMPARE(cells[1].tip, u"Found 30 Sep 2025, 23:30 UTC; not over yet 30 Sep 2025, 22:30 UTC"_s);
    QCOMPARE(cells[2].text, u"1 Oct 2025"_s);
    QCOMPARE(cells[2].tip, u"1 Oct 2025, 01:30 UTC"_s);
    QCOMPARE(cells[4].text, u"30 Sep 2025"_s);
    QCOMPARE(incidentLines(owner.log, {2025, 3}), u"30 Sep 2025 to 1 Oct 2025 (UTC), at most 400 MiB of 300 MiB"_s);
    owner.log.incidents[0].breach.end.reset();
    QCOMPARE(incidentText(owner.log, {2025, 4}),
             u"no breach of the budget began in Q4 2025; one is open since 30 Sep 2025 (UTC)"_s);
}

/// The table has more columns than titles have room.
void TestIncidentTexts::titlesAreToldWithWhatTheyMean()
{
    FigureModel model;
    model.setTable(incidentTable({}));
    QStringList tips;
    for (int column = 0; column < model.columnCount(); ++column)
        tips.append(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
    const QString days = u"\nDays are those of UTC, and so are quarters"_s;
    QCOMPARE(tips, (QStringList{u"Budget of"_s, u"Began"_s + days, u"Ended"_s + days, u"Peak"_s, u"Peak on"_s + days,
                                u"Budget"_s}));
    // Of a few columns the titles are whole.
    model.setTable({{{u"Item"_s, FigureKind::Text, {}}, {u"Bytes"_s, FigureKind::Number, u"As stored"_s}}, {}});
    QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).isValid());
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), u"As stored"_s);
}

SLIPWAY_TEST_SUITE(TestIncidentTexts);

} // namespace slipway::test

#include "test_incidenttexts.moc"
