#include "bench/organization.h"
#include "scratchstore.h"
#include "store/database.h"
#include "support/disksyncs.h"
#include "support/suite.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// How long anything may go on after it was stopped. The window's promise.
constexpr qint64 kSoon = 2'000;

/// So many stops must have come in time, of so many that were tried.
constexpr int kStops = 5;
constexpr int kMoments = 60;

/// Runs `work` with a stop token that is requested by another thread after `delay`; tells how long that took to act.
template<typename Work>
qint64 stoppedAfter(std::chrono::microseconds delay, Work work)
{
    std::stop_source stop;
    QElapsedTimer sinceStop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(delay);
        sinceStop.start();
        stop.request_stop();
    });
    work(stop.get_token());
    stopper.join();
    return sinceStop.elapsed();
}

std::chrono::microseconds timeOf(auto work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return std::chrono::duration_cast<std::chrono::microseconds>(timer.durationElapsed());
}

class TestStopping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_big = bench::makeOrganization(bench::Shape::Dense, 20, 1'000); }

    /// At whatever moment, the save ends at once, and the store has the snapshot before it or this one.
    void savingStopsAtAnyMoment()
    {
        ScratchStore other;
        auto whole = timeOf([&] { QVERIFY(other.store().saveSnapshot(scratchScope(), *m_big)); });
        int stoppedTotal = 0;
        for (int moment = 0; stoppedTotal < kStops; ++moment) {
            QVERIFY(moment < kMoments);
            ScratchStore scratch;
            const auto good = Fixture::parse(u"package p\n a image tags=v1"_s);
            QVERIFY(scratch.save(good));
            Result<void> saved;
            const qint64 late = stoppedAfter(whole * (moment % 10) / 10, [&](const std::stop_token& stop) {
                saved = scratch.store().saveSnapshot(scratchScope(), *m_big, stop);
            });
            QVERIFY2(late < kSoon, qPrintable(u"%1 ms after the stop"_s.arg(late)));
            stoppedTotal += saved ? 0 : 1;
            if (saved)
                whole /= 2; // it takes less time than the first did
            else
                QCOMPARE(saved.error().kind, ErrorKind::Cancelled);
            scratch.reopen();
            QVERIFY(checkStoreFile(scratch.path(), {}));
            QCOMPARE(scratch.latest()->versions.size(), saved ? m_big->versions.size() : 1U);
            // And it can be saved afterwards.
            QVERIFY(scratch.store().saveSnapshot(scratchScope(), *m_big));
            QCOMPARE(scratch.latest()->versions.size(), m_big->versions.size());
        }
    }

    void loadingStopsAtAnyMoment_data()
    {
        QTest::addColumn<bool>("isPacked");
        QTest::newRow("packed") << true;
        QTest::newRow("row by row") << false;
    }

    void loadingStopsAtAnyMoment()
    {
        QFETCH(const bool, isPacked);
        ScratchStore scratch;
        QVERIFY(scratch.store().saveSnapshot(scratchScope(), *m_big));
        const qint64 id = scratch.store().history(scratchScope()).value().back().id;
        const auto load = [&](const std::stop_token& stop) {
            return isPacked ? scratch.store().latestSnapshot(scratchScope().apiHost, scratchScope().owner.login, stop)
                            : scratch.store().snapshotAt(id, stop);
        };
        auto whole = timeOf([&] { QVERIFY(load({})); });
        int stoppedTotal = 0;
        for (int moment = 0; stoppedTotal < kStops; ++moment) {
            QVERIFY(moment < kMoments);
            Result<SnapshotPtr> loaded;
            const qint64 late =
                stoppedAfter(whole * (moment % 10) / 10, [&](const std::stop_token& stop) { loaded = load(stop); });
            QVERIFY2(late < kSoon, qPrintable(u"%1 ms after the stop"_s.arg(late)));
            stoppedTotal += loaded ? 0 : 1;
            if (loaded)
                whole /= 2;
            else
                QCOMPARE(loaded.error().kind, ErrorKind::Cancelled);
        }
        QCOMPARE((*load({}))->versions.size(), m_big->versions.size());
    }

    /// Another process that writes may keep us waiting for ten seconds; not once we are to stop.
    void waitingForAnotherWriterStops()
    {
        const auto small = Fixture::parse(u"package p\n a image tags=v1"_s).build();
        ScratchStore unhindered;
        const auto alone = timeOf([&] { QVERIFY(unhindered.store().saveSnapshot(scratchScope(), *small)); });
        ScratchStore scratch;
        const auto other = Database::open(scratch.path()).value();
        const auto writing = Transaction::begin(*other).value();
        // Who is not done after so many times of what it takes is held up.
        const auto heldUp = std::max<std::chrono::microseconds>(alone * 10, std::chrono::milliseconds(100));
        Result<void> saved;
        qint64 late = 0;
        const auto took = timeOf([&] {
            late = stoppedAfter(heldUp, [&](const std::stop_token& stop) {
                saved = scratch.store().saveSnapshot(scratchScope(), *small, stop);
            });
        });
        QVERIFY2(took >= heldUp, "it did not wait");
        QVERIFY2(late < kSoon, qPrintable(u"%1 ms after the stop"_s.arg(late)));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Cancelled);
    }

    void closingShortensTheWait()
    {
        ScratchStore scratch;
        const auto other = Database::open(scratch.path()).value();
        const auto writing = Transaction::begin(*other).value();
        std::stop_source closing;
        const auto store = Store::open(scratch.path(), closing.get_token()).value();
        closing.request_stop();
        Result<void> saved;
        const auto waited = timeOf([&] { saved = store->savePage(scratchScope(), u"page"_s, {"e", {}, "body"}); });
        QVERIFY2(waited < std::chrono::milliseconds(kSoon), qPrintable(QString::number(waited.count())));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Store);
    }

    /// The disk may be busy for seconds with what others write.
    void closingDoesNotWaitForTheDisk()
    {
        const auto small = Fixture::parse(u"package p\n a image tags=v1"_s).build();
        ScratchStore scratch;
        scratch.close();
        for (const bool isHurried : {true, false}) {
            std::stop_source closing;
            auto store = Store::open(scratch.path(), closing.get_token()).value();
            QVERIFY(store->saveSnapshot(scratchScope(), *small)); // a new log is begun on the disk
            QVERIFY(store->saveDocumentSoon({Digest::of("a"), {"a", {}}, std::nullopt}));
            if (isHurried)
                closing.request_stop();
            const int before = diskSyncs();
            // Long enough to be brought into the file, at the latest when it is closed.
            QVERIFY(store->saveSnapshot(scratchScope(), *m_big));
            store.reset();
            if (isHurried)
                QCOMPARE(diskSyncs(), before);
            else
                QVERIFY(diskSyncs() > before);
            QCOMPARE(QFileInfo(scratch.path() + u"-wal"_s).size() > 0, isHurried);
            scratch.reopen();
            QVERIFY(!scratch.store().wasLeftOpen());
            QCOMPARE(scratch.latest()->versions.size(), m_big->versions.size());
            // What waited to be written goes: reading it again is quicker than a busy disk.
            QCOMPARE(scratch.store().document(Digest::of("a")).value().has_value(), !isHurried);
            scratch.close();
            QVERIFY(checkStoreFile(scratch.path(), {}));
        }
    }

    /// Where the log was brought into the file whole, whoever writes next begins a new one on the disk.
    void closingBeginsNoNewLog()
    {
        ScratchStore scratch;
        scratch.close();
        std::stop_source closing;
        auto store = Store::open(scratch.path(), closing.get_token()).value();
        QVERIFY(store->saveDocumentSoon({Digest::of("a"), {"a", {}}, std::nullopt}));
        QVERIFY(store->flushDocuments());
        QVERIFY(Database::open(scratch.path()).value()->run("PRAGMA wal_checkpoint(RESTART)"));
        QVERIFY(store->saveDocumentSoon({Digest::of("b"), {"b", {}}, std::nullopt}));
        closing.request_stop();
        const int before = diskSyncs();
        // As a reading does that is stopped, to keep what it fetched.
        QCOMPARE(store->flushDocuments().error().kind, ErrorKind::Cancelled);
        QCOMPARE(store->saveDocumentSoon({Digest::of("c"), {"c", {}}, std::nullopt}).error().kind,
                 ErrorKind::Cancelled);
        store.reset();
        QCOMPARE(diskSyncs(), before);
        scratch.reopen();
        QVERIFY(*scratch.store().document(Digest::of("a")));
    }

    void aStopBeforeTheBeginningIsKept()
    {
        ScratchStore scratch;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(scratch.store().saveSnapshot(scratchScope(), *m_big, stop.get_token()).error().kind,
                 ErrorKind::Cancelled);
        QVERIFY(!scratch.latest());
        // The next is not stopped by it.
        QVERIFY(scratch.store().saveSnapshot(scratchScope(), *m_big));
        QVERIFY(scratch.latest());
    }

private:
    SnapshotPtr m_big;
};

SLIPWAY_TEST_SUITE(TestStopping);

} // namespace

#include "test_stopping.moc"
