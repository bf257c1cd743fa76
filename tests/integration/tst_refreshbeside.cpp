#include "integration/changingowner.h"
#include "store/database.h"
#include "support/waiting.h"

#include <QElapsedTimer>
#include <QTest>

#include <chrono>
#include <thread>
#include <utility>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kNow = changingOwnerTime();

} // namespace

/// Reading again while another process reads or writes the same store.
class RefreshBesideTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_changing = ChangingOwner::read();
        QVERIFY(m_changing);
    }
    void cleanup() { m_changing.reset(); }

    void anotherProcessReadInBetween();
    void anotherProcessFoundWhatNoRowTells();
    void anotherProcessKeptOneMeanwhile();
    void stopWithDocumentsBesideAWriter();
    void stopWithDocumentsThatCannotBeKept();
    void anotherProcessKeptMoreThanWasSeen();
    void stopBesideAWriter();

private:
    [[nodiscard]] ServedOwner& owner() { return m_changing->owner(); }

    std::unique_ptr<ChangingOwner> m_changing;
};

void RefreshBesideTest::anotherProcessReadInBetween()
{
    // It took the news, and the pages with them; whoever still has the older snapshot sees them all the same.
    const auto mine = owner().kept();
    m_changing->push(0, {u"new"_s});
    QVERIFY(m_changing->scanSeesEverything());
    const auto theirs = owner().stored();
    owner().setPrevious(mine);
    const auto snapshot = owner().scan();
    QVERIFY(snapshot);
    QCOMPARE(linesOf(**snapshot), linesOf(*theirs));
    QCOMPARE(owner().stored()->versions.size(), theirs->versions.size());
}

/// Its daily check of everything found it, and notes that it looked: whoever has the older snapshot at hand takes the
/// newer one, and does not bring the older state back.
void RefreshBesideTest::anotherProcessFoundWhatNoRowTells()
{
    const auto mine = owner().kept();
    const auto updatedAt = m_changing->app().facts().updatedAt;
    m_changing->app().moveTag(u"v3"_s, m_changing->app().row(m_changing->app().active()[240]).digest, kNow.addSecs(60));
    m_changing->app().facts().updatedAt = updatedAt;
    owner().setClock(Clock(kNow.addDays(1)));
    QVERIFY(m_changing->scanSeesEverything());
    const auto theirs = owner().stored();
    QVERIFY(linesOf(*theirs) != linesOf(*mine.snapshot));
    owner().setClock(Clock(kNow.addDays(1).addSecs(600)));
    owner().setPrevious(mine);
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(owner().hasChanged()); // for whoever had the older one
    owner().setPrevious(mine);
    owner().server().state().findPackage(u"tool-cpu"_s)->facts().updatedAt = kNow.addDays(1).addSecs(700);
    QVERIFY(m_changing->scanSeesEverything());
}

/// Two read at once, and the one that began first is kept last: what only the other's check of everything found is
/// looked for again soon, not a day later.
void RefreshBesideTest::anotherProcessKeptOneMeanwhile()
{
    m_changing->push(0, {u"new"_s});
    auto& spare = *owner().server().state().findPackage(u"spare-cpu"_s);
    const auto updatedAt = spare.facts().updatedAt;
    spare.moveTag(u"moved"_s, spare.rows()[0].digest, kNow.addSecs(60));
    spare.facts().updatedAt = updatedAt;
    const auto later = kNow.addSecs(20 * 3600);
    owner().setClock(Clock(later));
    bool isKept = false;
    const auto scanned = owner().scan(ScanDepth::Usual, {}, [&](const ScanProgress&) {
        if (std::exchange(isKept, true))
            return;
        auto theirs = *owner().stored();
        theirs.fetchedAt = later;
        const auto scope = owner().scope();
        QVERIFY(owner().store().saveSnapshot(scope, theirs));
        auto checks = owner().store().packageChecks(scope);
        QVERIFY(checks);
        for (auto& check : *checks)
            check.fullCheckAt = later;
        QVERIFY(owner().store().savePackageChecks(scope, *checks));
    });
    QVERIFY(scanned);
    QVERIFY(isKept);
    // Of what was read by its newest page alone, too: the other may have corrected it further down.
    const auto checks = owner().store().packageChecks(owner().scope());
    QVERIFY(checks);
    QCOMPARE(checks->size(), 3U);
    for (const auto& check : *checks)
        QVERIFY(check.fullCheckAt < later.addDays(-1));
    owner().setClock(Clock(later.addSecs(600)));
    QVERIFY(m_changing->scanSeesEverything());
}

/// The other found what no row tells while this one found nothing: this one knows it at once.
void RefreshBesideTest::anotherProcessKeptMoreThanWasSeen()
{
    const auto mine = owner().kept();
    bool isKept = false;
    const auto scanned = owner().scan(ScanDepth::Usual, {}, [&](const ScanProgress&) {
        if (std::exchange(isKept, true))
            return;
        auto theirs = *mine.snapshot;
        theirs.fetchedAt = kNow.addSecs(30);
        QVERIFY(owner().store().saveSnapshot(owner().scope(), theirs));
    });
    QVERIFY(scanned);
    QVERIFY(isKept);
    QVERIFY(owner().hasChanged());
    QCOMPARE((*scanned)->fetchedAt, kNow.addSecs(30));
}

/// What was fetched by then is kept once the other has ended, and is not asked for again.
void RefreshBesideTest::stopWithDocumentsBesideAWriter()
{
    const auto owner = std::make_unique<ServedOwner>(changingOrganisation());
    const auto other = Database::open(owner->storePath());
    QVERIFY(other);
    std::stop_source stop;
    QElapsedTimer sinceStop;
    constexpr size_t kSome = 20;
    const auto scanned = owner->scan(ScanDepth::Usual, stop.get_token(), [&](const ScanProgress& progress) {
        if (std::cmp_less(progress.manifestsDone, kSome + 10) || stop.stop_requested())
            return;
        QVERIFY((*other)->run("BEGIN IMMEDIATE"));
        sinceStop.start();
        stop.request_stop();
    });
    QVERIFY(!scanned);
    QCOMPARE(int(scanned.error().kind), int(ErrorKind::Cancelled));
    constexpr qint64 kMilliseconds = 2000; // a wait for a writer is given up after ten seconds
    QVERIFY2(sinceStop.elapsed() < kMilliseconds, qPrintable(QString::number(sinceStop.elapsed())));
    QVERIFY((*other)->run("ROLLBACK"));
    owner->server().clearRequests();
    QVERIFY(owner->scan());
    constexpr int kManifests = 256;
    const int asked = owner->requestsFor(u"/manifests/"_s);
    QVERIFY2(asked <= kManifests - int(kSome), qPrintable(QString::number(asked)));
}

/// What a stopped scan left and could not be kept is fetched again by the next, which fails by it no more.
void RefreshBesideTest::stopWithDocumentsThatCannotBeKept()
{
    const auto owner = std::make_unique<ServedOwner>(changingOrganisation());
    const auto other = Database::open(owner->storePath());
    QVERIFY(other);
    QVERIFY((*other)->run("CREATE TRIGGER full BEFORE INSERT ON documents BEGIN SELECT RAISE(ABORT, 'full'); END"));
    std::stop_source stop;
    const auto scanned = owner->scan(ScanDepth::Usual, stop.get_token(), [&](const ScanProgress& progress) {
        if (progress.manifestsDone >= 30)
            stop.request_stop();
    });
    QVERIFY(!scanned);
    QCOMPARE(int(scanned.error().kind), int(ErrorKind::Cancelled));
    // Until the writer has tried.
    const NewDocument another{Digest::of("another"), {"another", u"m"_s}, std::nullopt};
    QVERIFY(eventually([&] { return !owner->store().saveDocumentSoon(another); }));
    QVERIFY((*other)->run("DROP TRIGGER full"));
    owner->server().clearRequests();
    QVERIFY(owner->scan());
    constexpr int kManifests = 256;
    QCOMPARE(owner->requestsFor(u"/manifests/"_s), kManifests);
}

/// Another process holds the file for longer than anybody wants to wait.
void RefreshBesideTest::stopBesideAWriter()
{
    const auto other = Database::open(owner().storePath());
    QVERIFY(other);
    for (const bool isUnchanged : {true, false}) {
        if (!isUnchanged)
            m_changing->push(0, {u"new"_s});
        QVERIFY((*other)->run("BEGIN IMMEDIATE"));
        std::stop_source stop;
        QElapsedTimer sinceStop;
        std::jthread presser([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
            sinceStop.start();
            stop.request_stop();
        });
        const auto scanned = owner().scan(ScanDepth::Usual, stop.get_token());
        QVERIFY(!scanned);
        QCOMPARE(int(scanned.error().kind), int(ErrorKind::Cancelled));
        constexpr qint64 kMilliseconds = 2000; // a wait for a writer is given up after ten seconds
        QVERIFY2(sinceStop.elapsed() < kMilliseconds, qPrintable(QString::number(sinceStop.elapsed())));
        presser.join();
        QVERIFY((*other)->run("ROLLBACK"));
    }
}

QTEST_GUILESS_MAIN(RefreshBesideTest)
#include "tst_refreshbeside.moc"
