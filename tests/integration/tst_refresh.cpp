#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "store/database.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kNow = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);

/// "app" has 250 versions on three pages, "tool" one.
QByteArray organisation()
{
    return Organisation()
        .package(u"app-cpu"_s)
        .many(250, u"m"_s)
        .package(u"tool-cpu"_s)
        .image(u"t"_s, {u"latest"_s}, {u"base"_s})
        .package(u"spare-cpu"_s)
        .many(5, u"s"_s)
        .json();
}

} // namespace

/// Reading again: what it costs when little or nothing happened, and that whatever happened is seen.
class RefreshTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_owner.reset(); }

    void nothingChanged();
    void oneVersionPushed();
    void tagMovedToANewVersion();
    void tagMovedFarDown();
    void tagPutBackFarDown();
    void deletedFarDown();
    void deletedAndPushedAtOnce();
    void deletedAndRestoredAtOnce();
    void restored();
    void listThatLagsBehind();
    void serverClockThatJumpsBack();
    void packageGone();
    void changesWithinOneSecond();
    void changeThatNoRowTells();
    void anotherProcessReadInBetween();
    void anotherProcessFoundWhatNoRowTells();
    void anotherProcessKeptOneMeanwhile();
    void clockSetBackChangesNothing();
    void stopBesideAWriter();
    void stopWithDocumentsBesideAWriter();

private:
    [[nodiscard]] SimPackage& app() { return *m_owner->server().state().findPackage(u"app-cpu"_s); }
    /// A version of the package "spare" is pushed to "app" as well.
    std::int64_t push(int number, const QStringList& tags);
    /// Scans; gives whether the snapshot, and the one in the store, is what a reading of everything gives.
    [[nodiscard]] bool scanSeesEverything(ScanDepth depth = ScanDepth::Usual);
    [[nodiscard]] int requests() const { return static_cast<int>(m_owner->server().requests().size()); }

    std::unique_ptr<ServedOwner> m_owner;
    QDateTime m_time;
};

void RefreshTest::init()
{
    // What happens in these tests is a while ago for the server.
    SimulatorOptions options;
    options.now = kNow.addSecs(3600);
    m_owner = std::make_unique<ServedOwner>(organisation(), options);
    m_owner->setClock(Clock(kNow));
    m_time = kNow;
    QVERIFY(m_owner->scan());
    m_owner->server().clearRequests();
}

std::int64_t RefreshTest::push(int number, const QStringList& tags)
{
    m_time = m_time.addSecs(60);
    auto& state = m_owner->server().state();
    const auto& spare = *state.findPackage(u"spare-cpu"_s);
    SimVersion version;
    version.id = state.nextId++;
    version.digest = spare.rows()[static_cast<size_t>(number)].digest;
    version.createdAt = m_time;
    version.updatedAt = m_time;
    app().addVersion(version);
    app().facts().updatedAt = m_time;
    for (const auto& tag : tags)
        app().moveTag(tag, version.digest, m_time);
    return version.id;
}

bool RefreshTest::scanSeesEverything(ScanDepth depth)
{
    const auto snapshot = m_owner->scan(depth);
    if (!snapshot)
        return false;
    QStringList served;
    for (const auto& package : m_owner->server().state().packages) {
        for (const auto row : package->active()) {
            auto tags = package->row(row).tags;
            tags.sort();
            served.append(u"%1 %2 %3"_s.arg(package->facts().name).arg(package->row(row).id).arg(tags.join(u' ')));
        }
    }
    served.sort();
    for (const auto& seen : {*snapshot, m_owner->stored()}) {
        QStringList lines;
        for (const auto& version : seen->versions) {
            QStringList tags;
            for (const TagText tag : seen->tagsOf(version))
                tags.append(tag.toString());
            tags.sort();
            lines.append(u"%1 %2 %3"_s.arg(seen->packages[version.package].name.value)
                             .arg(version.id.value)
                             .arg(tags.join(u' ')));
            if (seen->kindOf(version) != ManifestKind::Image)
                return false;
        }
        lines.sort();
        if (lines != served)
            return false;
    }
    return true;
}

void RefreshTest::nothingChanged()
{
    QVERIFY(scanSeesEverything());
    QVERIFY(!m_owner->hasChanged());
    QCOMPARE(requests(), 1);
    QCOMPARE(m_owner->server().requests()[0].status, 304);
    m_owner->restart();
    m_owner->server().clearRequests();
    QVERIFY(scanSeesEverything());
    QCOMPARE(requests(), 1);
}

void RefreshTest::oneVersionPushed()
{
    push(0, {u"new"_s});
    QVERIFY(scanSeesEverything());
    QVERIFY(m_owner->hasChanged());
    // The list, the newest page. The manifest is known from the other package.
    QCOMPARE(requests(), 2);
}

void RefreshTest::tagMovedToANewVersion()
{
    push(0, {u"v17"_s});
    QVERIFY(scanSeesEverything());
    QCOMPARE(m_owner->requestsFor(u"/versions"_s), 1);
}

void RefreshTest::tagMovedFarDown()
{
    // Versions stay where they are in the list when tags move between them: the newest page shows nothing.
    const auto target = app().row(app().active()[240]).digest;
    app().moveTag(u"v3"_s, target, kNow.addSecs(60));
    QVERIFY(scanSeesEverything());
    QVERIFY(m_owner->hasChanged());
    // That row is late by its change and far down in the list all the same: it was not on the newest page before
    // either.
    push(1, {});
    app().facts().updatedAt = kNow.addSecs(120);
    m_owner->server().clearRequests();
    QVERIFY(scanSeesEverything());
    QCOMPARE(m_owner->requestsFor(u"/app-cpu/versions"_s), 1);
}

/// A rollback by hand: the newest page tells only who lost the tag.
void RefreshTest::tagPutBackFarDown()
{
    push(0, {u"latest"_s});
    QVERIFY(scanSeesEverything());
    app().moveTag(u"latest"_s, app().row(app().active()[240]).digest, kNow.addSecs(600));
    app().facts().updatedAt = kNow.addSecs(600);
    QVERIFY(scanSeesEverything());
}

void RefreshTest::deletedFarDown()
{
    app().remove(app().row(app().active()[200]).id, kNow.addSecs(60));
    QVERIFY(scanSeesEverything());
    QVERIFY(m_owner->hasChanged());
    QCOMPARE(m_owner->requestsFor(u"/manifests/"_s), 0);
}

void RefreshTest::deletedAndPushedAtOnce()
{
    // As many as before, and others.
    app().remove(app().row(app().active()[200]).id, kNow.addSecs(60));
    push(1, {});
    QVERIFY(scanSeesEverything());
}

/// The newest page has news, and together with what was known there are as many rows as counted, but not the right
/// ones: one that was on that page is gone, and one came back far down.
void RefreshTest::deletedAndRestoredAtOnce()
{
    const auto back = app().row(app().active()[200]).id;
    app().remove(back, kNow.addSecs(60));
    app().facts().updatedAt = kNow.addSecs(60);
    QVERIFY(scanSeesEverything());
    app().remove(app().row(app().active()[10]).id, kNow.addSecs(120));
    app().restore(back, kNow.addSecs(120));
    app().moveTag(u"moved"_s, app().row(app().active()[20]).digest, kNow.addSecs(120));
    app().facts().updatedAt = kNow.addSecs(120);
    QVERIFY(scanSeesEverything());
}

void RefreshTest::restored()
{
    const auto id = app().row(app().active()[120]).id;
    app().remove(id, kNow.addSecs(60));
    QVERIFY(scanSeesEverything());
    app().restore(id, kNow.addSecs(120));
    m_owner->server().clearRequests();
    QVERIFY(scanSeesEverything());
    QCOMPARE(m_owner->requestsFor(u"/manifests/"_s), 0);
}

void RefreshTest::listThatLagsBehind()
{
    // The package's row tells of the push, its version list not yet.
    auto& facts = app().facts();
    const auto before = facts.updatedAt;
    facts.updatedAt = kNow.addSecs(60);
    const auto early = m_owner->scan();
    QVERIFY(early);
    QCOMPARE((*early)->versions.size(), 256U);
    facts.updatedAt = before;
    push(0, {u"late"_s});
    facts.updatedAt = kNow.addSecs(60);
    QVERIFY(scanSeesEverything());
    // From then on it is settled.
    m_owner->server().clearRequests();
    QVERIFY(scanSeesEverything());
    QCOMPARE(m_owner->requestsFor(u"/versions"_s), 0);
}

void RefreshTest::serverClockThatJumpsBack()
{
    push(0, {});
    app().facts().updatedAt = kNow.addDays(-900);
    QVERIFY(scanSeesEverything());
    // And our own: everything is due for a full check, and conditional.
    m_owner->setClock(Clock(kNow.addYears(-1)));
    m_owner->server().clearRequests();
    QVERIFY(scanSeesEverything());
    QVERIFY(!m_owner->hasChanged());
}

void RefreshTest::packageGone()
{
    app().facts().deletedAt = kNow.addSecs(60);
    const auto snapshot = m_owner->scan();
    QVERIFY(snapshot);
    QCOMPARE((*snapshot)->packages.size(), 2U);
    QCOMPARE((*snapshot)->versions.size(), 6U);
    QVERIFY((*snapshot)->complete);
    QCOMPARE(m_owner->stored()->versions.size(), 6U);
}

void RefreshTest::changesWithinOneSecond()
{
    // GitHub's times have whole seconds: what happens after the reading and in the same second moves no row.
    SimulatorOptions options;
    options.now = kNow.addSecs(60);
    m_owner = std::make_unique<ServedOwner>(organisation(), options);
    m_owner->setClock(Clock(kNow));
    QVERIFY(m_owner->scan());
    push(0, {u"new"_s});
    QVERIFY(scanSeesEverything());
    app().moveTag(u"v3"_s, app().row(app().active()[240]).digest, m_time);
    app().facts().updatedAt = m_time;
    QVERIFY(scanSeesEverything());
    QVERIFY(m_owner->hasChanged());
}

void RefreshTest::changeThatNoRowTells()
{
    // A tag moves and the package's own row stays as it was.
    const auto before = app().facts().updatedAt;
    app().moveTag(u"v3"_s, app().row(app().active()[240]).digest, kNow.addSecs(60));
    app().facts().updatedAt = before;
    QVERIFY(!scanSeesEverything());
    // The full check of the next day finds it.
    m_owner->setClock(Clock(kNow.addDays(1)));
    m_owner->server().clearRequests();
    QVERIFY(scanSeesEverything());
    const auto& asked = m_owner->server().requests();
    const auto unchanged = std::ranges::count(asked, 304, &LoggedRequest::status);
    QVERIFY2(unchanged >= 3, "what did not change was not asked for conditionally");
}

void RefreshTest::anotherProcessReadInBetween()
{
    // It took the news, and the pages with them; whoever still has the older snapshot sees them all the same.
    const auto mine = m_owner->kept();
    push(0, {u"new"_s});
    QVERIFY(scanSeesEverything());
    const auto theirs = m_owner->stored();
    m_owner->setPrevious(mine);
    const auto snapshot = m_owner->scan();
    QVERIFY(snapshot);
    QCOMPARE(linesOf(**snapshot), linesOf(*theirs));
    QCOMPARE(m_owner->stored()->versions.size(), theirs->versions.size());
}

/// Its daily check of everything found it, and notes that it looked: whoever has the older snapshot at hand takes the
/// newer one, and does not bring the older state back.
void RefreshTest::anotherProcessFoundWhatNoRowTells()
{
    const auto mine = m_owner->kept();
    const auto updatedAt = app().facts().updatedAt;
    app().moveTag(u"v3"_s, app().row(app().active()[240]).digest, kNow.addSecs(60));
    app().facts().updatedAt = updatedAt;
    m_owner->setClock(Clock(kNow.addDays(1)));
    QVERIFY(scanSeesEverything());
    const auto theirs = m_owner->stored();
    QVERIFY(linesOf(*theirs) != linesOf(*mine.snapshot));
    m_owner->setClock(Clock(kNow.addDays(1).addSecs(600)));
    m_owner->setPrevious(mine);
    QVERIFY(scanSeesEverything());
    QVERIFY(m_owner->hasChanged()); // for whoever had the older one
    m_owner->setPrevious(mine);
    m_owner->server().state().findPackage(u"tool-cpu"_s)->facts().updatedAt = kNow.addDays(1).addSecs(700);
    QVERIFY(scanSeesEverything());
}

/// Two read at once, and the one that began first is kept last: what only the other's check of everything found is
/// looked for again soon, not a day later.
void RefreshTest::anotherProcessKeptOneMeanwhile()
{
    push(0, {u"new"_s});
    auto& spare = *m_owner->server().state().findPackage(u"spare-cpu"_s);
    const auto updatedAt = spare.facts().updatedAt;
    spare.moveTag(u"moved"_s, spare.rows()[0].digest, kNow.addSecs(60));
    spare.facts().updatedAt = updatedAt;
    const auto later = kNow.addSecs(20 * 3600);
    m_owner->setClock(Clock(later));
    bool isKept = false;
    const auto scanned = m_owner->scan(ScanDepth::Usual, {}, [&](const ScanProgress&) {
        if (std::exchange(isKept, true))
            return;
        auto theirs = *m_owner->stored();
        theirs.fetchedAt = later;
        const auto scope = m_owner->scope();
        QVERIFY(m_owner->store().saveSnapshot(scope, theirs));
        auto checks = m_owner->store().packageChecks(scope);
        QVERIFY(checks);
        for (auto& check : *checks)
            check.fullCheckAt = later;
        QVERIFY(m_owner->store().savePackageChecks(scope, *checks));
    });
    QVERIFY(scanned);
    QVERIFY(isKept);
    // Of what was read by its newest page alone, too: the other may have corrected it further down.
    const auto checks = m_owner->store().packageChecks(m_owner->scope());
    QVERIFY(checks);
    QCOMPARE(checks->size(), 3U);
    for (const auto& check : *checks)
        QVERIFY(!check.fullCheckAt.isValid());
    m_owner->setClock(Clock(later.addSecs(600)));
    QVERIFY(scanSeesEverything());
}

/// An unchanged refresh says when it was; that this is before the reading itself makes no other snapshot of it.
void RefreshTest::clockSetBackChangesNothing()
{
    m_owner->setClock(Clock(kNow.addSecs(-7200)));
    for (int round = 0; round < 3; ++round) {
        const auto mine = m_owner->kept();
        m_owner->setPrevious(mine);
        const auto snapshot = m_owner->scan();
        QVERIFY(snapshot);
        QVERIFY(!m_owner->hasChanged());
        QCOMPARE(snapshot->get(), mine.snapshot.get());
    }
}

/// What was fetched by then is kept once the other has ended, and is not asked for again.
void RefreshTest::stopWithDocumentsBesideAWriter()
{
    const auto owner = std::make_unique<ServedOwner>(organisation());
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

/// Another process holds the file for longer than anybody wants to wait.
void RefreshTest::stopBesideAWriter()
{
    const auto other = Database::open(m_owner->storePath());
    QVERIFY(other);
    for (const bool isUnchanged : {true, false}) {
        if (!isUnchanged)
            push(0, {u"new"_s});
        QVERIFY((*other)->run("BEGIN IMMEDIATE"));
        std::stop_source stop;
        QElapsedTimer sinceStop;
        std::jthread presser([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
            sinceStop.start();
            stop.request_stop();
        });
        const auto scanned = m_owner->scan(ScanDepth::Usual, stop.get_token());
        QVERIFY(!scanned);
        QCOMPARE(int(scanned.error().kind), int(ErrorKind::Cancelled));
        constexpr qint64 kMilliseconds = 2000; // a wait for a writer is given up after ten seconds
        QVERIFY2(sinceStop.elapsed() < kMilliseconds, qPrintable(QString::number(sinceStop.elapsed())));
        presser.join();
        QVERIFY((*other)->run("ROLLBACK"));
    }
}

QTEST_GUILESS_MAIN(RefreshTest)
#include "tst_refresh.moc"
