#include "integration/process.h"
#include "store/database.h"
#include "store/store.h"
#include "support/fixture.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <array>
#include <memory>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kVersions = 6'000;

/// What is promised: the program is gone so soon after SIGTERM.
constexpr int kPromise = 2'000;

/// A stop at each of these shares of the time a save takes, its wait included; again, until there was one of each
/// outcome.
constexpr std::array kSharesOfASave{0.0, 0.1, 0.2, 0.4, 2.0};
constexpr int kRounds = 8;

/// Whether a process is within a transaction that writes: it holds the lock on byte 120 of the -shm file
/// (sqlite.org/walformat.html, WAL_WRITE_LOCK).
bool isWriting(qint64 process)
{
    QFile locks(u"/proc/locks"_s);
    if (!locks.open(QIODevice::ReadOnly))
        qFatal("/proc/locks cannot be read");
    const QByteArray holder = " WRITE " + QByteArray::number(process) + ' ';
    const auto lines = locks.readAll().split('\n');
    return std::ranges::any_of(
        lines, [&](const QByteArray& line) { return line.contains(holder) && line.endsWith(" 120 120"); });
}

/// Looks again and again, without the naps of QTest::qWaitFor(): saves are over soon. Not for long, for a busy machine
/// may have let it happen unseen.
void spinUntil(const auto& holds)
{
    const QDeadlineTimer patience(std::chrono::seconds(1));
    while (!holds() && !patience.hasExpired())
        continue;
}

} // namespace

/// SIGTERM to `slipwayctl scan` while it saves a generated organisation.
class StopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whileItWaitsForAnotherWriter();
    void whileItWrites();

private:
    /// The last good snapshot is another one, so that a scan has everything to save.
    void saveGood();
    void start(QProcess& scan);
    /// Starts a scan that has read everything and cannot save, for `writing` is held by this process.
    void startHeldUp(QProcess& scan, std::unique_ptr<Transaction>& writing);
    /// Lets a scan save undisturbed and notes how long that takes.
    void measure();
    /// Stops a scan that began to save, after that share of the time it takes.
    void stopWithin(QProcess& scan, double share);
    void endsInTime(QProcess& scan);
    [[nodiscard]] int requestTotal() const;
    [[nodiscard]] QString storePath() const { return m_folder.filePath(u"slipway/slipway.db"_s); }
    [[nodiscard]] size_t versionsStored() const;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QString m_url;
    QString m_owner;
    std::unique_ptr<Database> m_other;
    int m_requestsOfAScan = 0;
    std::chrono::nanoseconds m_timeOfSave{0}; ///< from the moment it may write to the end of the program
};

void StopTest::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(ourProgram(u"slipwayctl"_s),
                                               QStringList{u"simulate"_s, u"--generate"_s,
                                                           u"packages=12,versions=%1"_s.arg(kVersions / 12),
                                                           u"--request-log"_s, m_folder.filePath(u"requests.log"_s)});
    const auto hello = QJsonDocument::fromJson(m_server->waitForLine(u"apiUrl"_s).toUtf8()).object();
    m_url = hello[u"apiUrl"_s].toString();
    m_owner = hello[u"owner"_s].toString();
    QProcess cold;
    start(cold);
    QVERIFY2(cold.waitForFinished(120'000) && cold.exitCode() == 0, cold.readAllStandardError().constData());
    QCOMPARE(versionsStored(), size_t(kVersions));
    saveGood();
    QCOMPARE(versionsStored(), 1U);
    const int before = requestTotal();
    QProcess undisturbed;
    start(undisturbed);
    QVERIFY(undisturbed.waitForFinished(120'000) && undisturbed.exitCode() == 0);
    QCOMPARE(versionsStored(), size_t(kVersions));
    m_requestsOfAScan = requestTotal() - before;
    m_other = Database::open(storePath()).value();
    measure();
}

void StopTest::saveGood()
{
    const auto store = Store::open(storePath()).value();
    const QUrl url(m_url);
    const QString host = u"%1:%2"_s.arg(url.host()).arg(url.port());
    const auto owner = store->knownOwner(host, m_owner).value();
    QVERIFY(owner);
    QVERIFY(store->saveSnapshot({host, *owner}, *Fixture::parse(u"package good\n a image tags=v1"_s).build()));
}

void StopTest::start(QProcess& scan)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SLIPWAY_TOKEN"_s, u"ghp_secretsecretsecret"_s);
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.path());
    environment.insert(u"XDG_STATE_HOME"_s, m_folder.filePath(u"state"_s));
    scan.setProcessEnvironment(environment);
    scan.start(ourProgram(u"slipwayctl"_s),
               {u"--api-url"_s, m_url, u"--registry-url"_s, m_url, u"--owner"_s, m_owner, u"scan"_s});
}

int StopTest::requestTotal() const
{
    QFile log(m_folder.filePath(u"requests.log"_s));
    return log.open(QIODevice::ReadOnly) ? static_cast<int>(log.readAll().count('\n')) : -1;
}

size_t StopTest::versionsStored() const
{
    const auto store = Store::open(storePath()).value();
    const QUrl url(m_url);
    return (*store->latestSnapshot(u"%1:%2"_s.arg(url.host()).arg(url.port()), m_owner))->versions.size();
}

void StopTest::startHeldUp(QProcess& scan, std::unique_ptr<Transaction>& writing)
{
    saveGood();
    const int before = requestTotal();
    writing = Transaction::begin(*m_other).value();
    start(scan);
    QVERIFY(QTest::qWaitFor([&] { return requestTotal() == before + m_requestsOfAScan; }, 60'000));
}

void StopTest::measure()
{
    QProcess scan;
    std::unique_ptr<Transaction> writing;
    startHeldUp(scan, writing);
    QElapsedTimer saving;
    saving.start();
    writing.reset();
    QVERIFY(scan.waitForFinished() && scan.exitCode() == 0);
    m_timeOfSave = saving.durationElapsed();
    qInfo("a save takes %lld ms", static_cast<long long>(m_timeOfSave.count() / 1'000'000));
}

void StopTest::stopWithin(QProcess& scan, double share)
{
    std::unique_ptr<Transaction> writing;
    startHeldUp(scan, writing);
    writing.reset();
    spinUntil([&] { return isWriting(scan.processId()); });
    const QDeadlineTimer moment(std::chrono::duration_cast<std::chrono::nanoseconds>(m_timeOfSave * share));
    while (!moment.hasExpired())
        continue;
    endsInTime(scan);
}

void StopTest::endsInTime(QProcess& scan)
{
    QElapsedTimer timer;
    timer.start();
    scan.terminate();
    QVERIFY2(scan.state() == QProcess::NotRunning || scan.waitForFinished(30'000), "it did not end");
    QVERIFY2(timer.elapsed() < kPromise, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    QCOMPARE(scan.exitStatus(), QProcess::NormalExit);
    QVERIFY(scan.exitCode() == 0 || scan.exitCode() == 1);
}

void StopTest::whileItWaitsForAnotherWriter()
{
    QProcess scan;
    std::unique_ptr<Transaction> writing;
    startHeldUp(scan, writing);
    // Undisturbed it would have been done long ago: it waits.
    const auto held = std::max<std::chrono::milliseconds>(
        std::chrono::milliseconds(500), std::chrono::duration_cast<std::chrono::milliseconds>(m_timeOfSave * 4));
    const int asked = requestTotal();
    QVERIFY(!QTest::qWaitFor([&] { return scan.state() != QProcess::Running || requestTotal() != asked; }, held));
    endsInTime(scan);
    QCOMPARE(scan.exitCode(), 1);
    writing.reset();
    QCOMPARE(versionsStored(), 1U);
}

void StopTest::whileItWrites()
{
    int rolledBack = 0;
    int finished = 0;
    for (int round = 0; rolledBack == 0 || finished == 0; ++round) {
        QVERIFY2(round < kRounds, qPrintable(u"%1 rolled back, %2 finished"_s.arg(rolledBack).arg(finished)));
        for (const double share : kSharesOfASave) {
            QProcess scan;
            stopWithin(scan, share);
            if (QTest::currentTestFailed())
                return;
            const bool isSaved = scan.exitCode() == 0;
            ++(isSaved ? finished : rolledBack);
            QVERIFY(checkStoreFile(storePath(), {}));
            QCOMPARE(versionsStored(), isSaved ? size_t(kVersions) : 1U);
        }
    }
    qInfo("%d rolled back, %d finished", rolledBack, finished);
}

QTEST_GUILESS_MAIN(StopTest)
#include "tst_stop.moc"
