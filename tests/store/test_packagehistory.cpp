#include "scratchstore.h"
#include "store/database.h"
#include "store/packagehistory.h"
#include "support/printhistory.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QStringList kNames{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
const PackageName kApp{u"app"_s};

/// Keeps these readings, an hour apart, the first at hour 0.
void saveAll(ScratchStore& scratch, const QStringList& texts)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        auto snapshot = *Fixture::parse(texts[i]).build();
        snapshot.fetchedAt = fixtureTime().addSecs(3600 * i);
        QVERIFY(scratch.store().saveSnapshot(scratchScope(), snapshot));
    }
}

PackageHistory historyOf(ScratchStore& scratch, std::optional<std::int64_t> before = {}, qint64 rows = kHistoryRows)
{
    const auto database = Database::open(scratch.path()).value();
    const auto history = readPackageHistory(*database, u"api.github.com"_s, u"northquay"_s, kApp, before, rows);
    return history ? *history : PackageHistory();
}

class TestStoredPackageHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasSeen()
    {
        ScratchStore scratch;
        saveAll(scratch, {u"package app\n a image tags=v1,latest days=9\npackage other\n d image tags=x"_s,
                          u"package app\n b image tags=v2,latest days=8\n a image tags=v1 days=9\npackage other\n"
                          " d image tags=y"_s,
                          u"package app\n c image days=7\n b image tags=v2,latest days=8\n a image tags=v1 days=9"_s,
                          u"package app\n c image tags=latest days=7\n b image tags=v2 days=8"_s});
        const auto history = scratch.store().packageHistory(u"api.github.com"_s, u"northquay"_s, kApp);
        QVERIFY(history);
        QCOMPARE(printHistory(history->events, kNames),
                 (QStringList{u"moved latest from b to c, 2 to 3"_s, u"gone v1: a, 2 to 3"_s, u"appeared: c, 1 to 2"_s,
                              u"moved latest from a to b, 0 to 1"_s, u"appeared v2,latest: b, 0 to 1"_s}));
        QCOMPARE(history->since, fixtureTime());
        QVERIFY(!history->older);
    }

    void nothingWithoutReadings()
    {
        ScratchStore scratch;
        QVERIFY(!historyOf(scratch).since.isValid());
        saveAll(scratch, {u"package app\n a image tags=v1"_s});
        QCOMPARE(historyOf(scratch).since, fixtureTime());
        QVERIFY(historyOf(scratch).events.empty());
        const auto other = scratch.store().packageHistory(u"api.github.com"_s, u"northquay"_s, {u"never"_s});
        QVERIFY(other && !other->since.isValid());
    }

    /// A reading that missed a page must not tell that the versions on it are gone.
    void readingsInPartTellNothing()
    {
        ScratchStore scratch;
        saveAll(scratch, {u"package app\n b image tags=v2 days=8\n a image tags=v1 days=9"_s,
                          u"package app partial\n b image tags=v2 days=8"_s,
                          u"package app\n b image tags=v2 days=8\n a image tags=v1,latest days=9"_s});
        QCOMPARE(printHistory(historyOf(scratch).events, kNames), QStringList{u"added latest to a, 0 to 2"_s});
    }

    void staysTrueWhenThinned()
    {
        ScratchStore scratch;
        const QStringList tags{u"v"_s, u"w"_s, u"x"_s, u"y"_s};
        for (int i = 0; i < 4; ++i) {
            auto snapshot = *Fixture::parse(u"package app\n a image days=9 tags="_s + tags[i]).build();
            snapshot.fetchedAt = fixtureTime().addDays(i / 2).addSecs(3600 * (i % 2)); // two a day
            QVERIFY(scratch.store().saveSnapshot(scratchScope(), snapshot));
        }
        QVERIFY(scratch.store().thinHistory(scratchScope(), fixtureTime().addDays(20)));
        QCOMPARE(scratch.store().history(scratchScope()).value().size(), 2U);
        QCOMPARE(printHistory(historyOf(scratch).events, kNames),
                 (QStringList{u"added y to a, 1 to 25"_s, u"removed w from a, 1 to 25"_s}));
    }

    /// Part by part, each reading once, is the same as all at once.
    void isReadInParts()
    {
        ScratchStore scratch;
        QStringList texts;
        for (int i = 0; i < 12; ++i)
            texts.append(u"package app\n b image days=8%1\n a image days=9%2"_s.arg(
                i % 2 == 0 ? QString() : u" tags=latest"_s, i % 2 == 0 ? u" tags=latest"_s : QString()));
        saveAll(scratch, texts);
        const auto all = historyOf(scratch);
        QCOMPARE(all.events.size(), 11U);
        QVERIFY(!all.older);
        for (const qint64 rows : {0, 1, 4, 9}) {
            std::vector<HistoryEvent> collected;
            std::optional<std::int64_t> before;
            int parts = 0;
            do {
                const auto part = historyOf(scratch, before, rows);
                collected.insert(collected.end(), part.events.begin(), part.events.end());
                before = part.older;
                ++parts;
            } while (before && parts < 20);
            QCOMPARE(collected, all.events);
            QVERIFY2(parts > 1, qPrintable(QString::number(rows)));
        }
    }

    /// No statement runs through the versions of other packages, however many there are.
    void findsItsRowsByAnIndex()
    {
        ScratchStore scratch;
        const auto database = Database::open(scratch.path()).value();
        int searched = 0;
        for (const QByteArray& sql : packageHistoryStatements()) {
            auto plan = database->query("EXPLAIN QUERY PLAN " + sql).value();
            while (plan.next()) {
                const QString step = plan.text(3);
                if (step.contains(u"versions"_s) || step.contains(u"packages"_s)) {
                    QVERIFY2(step.startsWith(u"SEARCH"_s), qPrintable(step));
                    QVERIFY2(step.contains(u"scope=? AND package=?"_s) || step.contains(u"scope=? AND name=?"_s),
                             qPrintable(step));
                    ++searched;
                }
            }
        }
        QCOMPARE(searched, 5);
    }

    void canBeStopped()
    {
        ScratchStore scratch;
        saveAll(scratch, {u"package app\n a image tags=x"_s, u"package app\n a image tags=y"_s});
        scratch.execute(u"INSERT INTO versions WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                        "WHERE i < 200000) SELECT 1, 'app', i + 9, zeroblob(32), '', 0, 0, 2, NULL FROM n"_s);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped =
            scratch.store().packageHistory(u"api.github.com"_s, u"northquay"_s, kApp, {}, stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }
};

SLIPWAY_TEST_SUITE(TestStoredPackageHistory);

} // namespace

#include "test_packagehistory.moc"
