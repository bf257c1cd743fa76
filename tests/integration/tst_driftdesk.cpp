#include "drift/lockreader.h"
#include "drift/lockwriter.h"
#include "integration/watchedsession.h"
#include "models/driftcomparison.h"

#include <QFile>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList linesOf(const std::vector<FindingLife>& lives)
{
    QStringList lines;
    for (const auto& life : lives)
        lines.append(
            u"%1 %2 %3"_s.arg(findingStateName(life.state), driftCheckName(life.finding.check), life.finding.image));
    return lines;
}

QStringList story(const QString& state)
{
    return {state + u" lock apc-emotion-gpu"_s, u"open cpu-gpu apc-emotion-gpu"_s, u"open cuda vph-detect-gpu"_s,
            u"open base rtap-asr-gpu"_s, u"open sbom apc-emotion-gpu"_s};
}

/// What the desk tells.
struct WatchedDesk {
    explicit WatchedDesk(DriftDesk& desk)
        : looks(&desk, &DriftDesk::looked)
        , failures(&desk, &DriftDesk::lookFailed)
        , kept(&desk, &DriftDesk::keptKnown)
        , acknowledged(&desk, &DriftDesk::acknowledged)
        , previews(&desk, &DriftDesk::lockPreviewed)
        , written(&desk, &DriftDesk::lockWritten)
    {
    }
    [[nodiscard]] bool hasLooked(qsizetype times) const
    {
        return QTest::qWaitFor([&] { return looks.size() >= times; }, kPatience);
    }
    [[nodiscard]] DriftLookPtr look() const { return looks.last()[0].value<DriftLookPtr>(); }

    QSignalSpy looks;
    QSignalSpy failures;
    QSignalSpy kept;
    QSignalSpy acknowledged;
    QSignalSpy previews;
    QSignalSpy written;
};

/// The demo with a profile of its own that names this lock file.
Target withLock(const QTemporaryDir& folder)
{
    Target target = demoTarget(u"northquay"_s, folder.path());
    QFile demo(u":/demo/northquay.profile.yaml"_s);
    QFile own(folder.filePath(u"profile.yaml"_s));
    if (!demo.open(QIODevice::ReadOnly) || !own.open(QIODevice::WriteOnly))
        qFatal("no profile");
    QByteArray text = demo.readAll();
    text.replace("northquay.build-lock.json", "build-lock.json");
    text = text.first(text.indexOf("policies:"));
    own.write(text);
    target.profilePath = own.fileName();
    return target;
}
void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}
QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

/// What the desk tells of the demo with such a lock file of its own, once it has looked.
struct WatchedLock {
    explicit WatchedLock(const QByteArray& text)
    {
        write(path, text);
        watched.session.drift().want();
        watched.session.open(withLock(folder));
    }
    [[nodiscard]] DriftDesk& drift() { return watched.session.drift(); }

    const QTemporaryDir folder;
    const QString path = folder.filePath(u"build-lock.json"_s);
    WatchedSession watched;
    const WatchedDesk desk{watched.session.drift()};
};

} // namespace

/// The window's look for drift, on the embedded demo.
class DriftDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeSomebodyWantsIt();
    void theDemoDriftsAsItsStoryTells();
    void acknowledgedFindingsAreKept();
    void theLockIsWrittenAsItWasShown();
    void aLockThatIsNoneIsTold();
    void aLockThatBreaksEndsNoFinding();
};

void DriftDeskTest::nothingIsReadBeforeSomebodyWantsIt()
{
    const QTemporaryDir folder;
    WatchedSession watched;
    const WatchedDesk desk(watched.session.drift());
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(watched.ended.wait(kPatience));
    QVERIFY(QTest::qWaitFor([&] { return !desk.kept.isEmpty(); }, kPatience));
    QCOMPARE(desk.kept[0][0].toInt() + desk.kept[0][1].toInt(), 0);
    QCOMPARE(desk.looks.size(), 0);
    end(watched);
}

void DriftDeskTest::theDemoDriftsAsItsStoryTells()
{
    const QTemporaryDir folder;
    WatchedSession watched;
    const WatchedDesk desk(watched.session.drift());
    watched.session.drift().want(); // before anything is read
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(desk.hasLooked(1));
    const auto look = desk.look();
    QCOMPARE(linesOf(look->lives), story(u"open"_s));
    QVERIFY(look->ground->isWhole);
    QCOMPARE(look->matrix.images, 34);
    QCOMPARE(look->matrix.differing, 3);
    // What made each layer is known: the configs were read.
    const auto& ground = *look->ground;
    const auto names = comparedFor(ground, look->lives[1].finding);
    const auto compared = compareImages(ground, names.left, names.right);
    QVERIFY(compared);
    const auto config = configOf(ground.snapshot(), compared->pairs[0].right);
    QVERIFY(config && ground.configOf(*config) && !ground.configOf(*config)->history.empty());
    watched.session.drift().check();
    QVERIFY(desk.hasLooked(2));
    QCOMPARE(linesOf(desk.look()->lives), story(u"open"_s));
    QCOMPARE(desk.look()->lives[0].id, look->lives[0].id);
    end(watched);
}

void DriftDeskTest::acknowledgedFindingsAreKept()
{
    const QTemporaryDir folder;
    const QDateTime until = QDateTime::fromString(u"2025-12-01T00:00:00Z"_s, Qt::ISODate);
    {
        WatchedSession watched;
        const WatchedDesk desk(watched.session.drift());
        watched.session.drift().want();
        watched.session.open(demoTarget(u"northquay"_s, folder.path()));
        QVERIFY(desk.hasLooked(1));
        const qint64 id = desk.look()->lives[0].id;
        watched.session.drift().acknowledge(9999, u"no such finding"_s, until);
        QVERIFY(QTest::qWaitFor([&] { return desk.acknowledged.size() == 1; }, kPatience));
        QVERIFY(!desk.acknowledged[0][0].value<Result<FindingLife>>());
        watched.session.drift().acknowledge(id, u"rebuild is scheduled"_s, until);
        QVERIFY(desk.hasLooked(2));
        QVERIFY(desk.acknowledged[1][0].value<Result<FindingLife>>());
        QCOMPARE(linesOf(desk.look()->lives), story(u"acknowledged"_s));
        end(watched);
    }
    WatchedSession again;
    const WatchedDesk desk(again.session.drift());
    again.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(QTest::qWaitFor([&] { return !desk.kept.isEmpty(); }, kPatience));
    QCOMPARE(desk.kept[0][0].toInt(), 2);
    QCOMPARE(desk.kept[0][1].toInt(), 2);
    end(again);
}

void DriftDeskTest::theLockIsWrittenAsItWasShown()
{
    WatchedLock lock(read(u":/demo/northquay.build-lock.json"_s));
    QVERIFY(lock.desk.hasLooked(1));
    lock.drift().previewLock();
    QVERIFY(QTest::qWaitFor([&] { return lock.desk.previews.size() == 1; }, kPatience));
    const auto preview = lock.desk.previews[0][0].value<Result<LockPreviewPtr>>();
    QVERIFY(preview);
    QVERIFY((*preview)->diff.added > 0);
    const QByteArray before = read(lock.path);
    // Somebody else is quicker.
    write(lock.path, before + "\n");
    lock.drift().writeLock(*preview);
    QVERIFY(QTest::qWaitFor([&] { return lock.desk.written.size() == 1; }, kPatience));
    QVERIFY(!lock.desk.written[0][0].value<Result<void>>());
    QCOMPARE(read(lock.path), before + "\n");
    write(lock.path, before);
    lock.drift().writeLock(*preview);
    QVERIFY(lock.desk.hasLooked(2)); // and it is looked at anew
    QVERIFY(lock.desk.written[1][0].value<Result<void>>());
    QCOMPARE(read(lock.path), (*preview)->draft.text);
    QVERIFY(parseBuildLock(read(lock.path), lock.path));
    QVERIFY(!linesOf(lock.desk.look()->lives).contains(u"open lock apc-emotion-gpu"_s));
    QCOMPARE(linesOf(lock.desk.look()->past), QStringList{u"resolved lock apc-emotion-gpu"_s});
    end(lock.watched);
}

void DriftDeskTest::aLockThatIsNoneIsTold()
{
    WatchedLock lock("{ \"version\": 1,");
    QVERIFY(lock.desk.hasLooked(1));
    const auto& ground = *lock.desk.look()->ground;
    QVERIFY(ground.lockError && ground.lockError->subject.contains(u"build-lock.json:1:"_s));
    QVERIFY(!linesOf(lock.desk.look()->lives).contains(u"open lock apc-emotion-gpu"_s));
    QVERIFY(linesOf(lock.desk.look()->lives).contains(u"open cpu-gpu apc-emotion-gpu"_s));
    lock.drift().previewLock();
    QVERIFY(QTest::qWaitFor([&] { return lock.desk.previews.size() == 1; }, kPatience));
    QVERIFY(!lock.desk.previews[0][0].value<Result<LockPreviewPtr>>());
    QCOMPARE(read(lock.path), QByteArray("{ \"version\": 1,"));
    end(lock.watched);
}

void DriftDeskTest::aLockThatBreaksEndsNoFinding()
{
    WatchedLock lock(read(u":/demo/northquay.build-lock.json"_s));
    QVERIFY(lock.desk.hasLooked(1));
    QVERIFY(linesOf(lock.desk.look()->lives).contains(u"open lock apc-emotion-gpu"_s));
    write(lock.path, "{ \"version\": 1,");
    lock.drift().check();
    QVERIFY(lock.desk.hasLooked(2));
    QVERIFY(lock.desk.look()->ground->lockError);
    QCOMPARE(linesOf(lock.desk.look()->past), QStringList());
    end(lock.watched);
}

QTEST_GUILESS_MAIN(DriftDeskTest)

#include "tst_driftdesk.moc"
