#include "integration/process.h"
#include "store/database.h"
#include "store/store.h"
#include "support/fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kVersions = 6'000;

/// What is promised: the program is gone so soon after SIGTERM.
constexpr int kPromise = 2'000;

} // namespace

/// SIGTERM to `slipwayctl scan` while it saves a generated organisation.
class StopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whileItWaitsForAnotherWriter();
    void whileItWrites_data();
    void whileItWrites();

private:
    /// The last good snapshot is another one, so that a scan has everything to save.
    void saveGood();
    void start(QProcess& scan);
    /// Starts a scan that has read everything and cannot save, for `writing` is held by this process.
    void startHeldUp(QProcess& scan, std::unique_ptr<Transaction>& writing);
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
    endsInTime(scan);
    QCOMPARE(scan.exitCode(), 1);
    writing.reset();
    QCOMPARE(versionsStored(), 1U);
}

void StopTest::whileItWrites_data()
{
    QTest::addColumn<int>("afterMs");
    for (const int ms : {0, 10, 20, 40, 80})
        QTest::addRow("%d ms", ms) << ms;
}

void StopTest::whileItWrites()
{
    QFETCH(const int, afterMs);
    QProcess scan;
    std::unique_ptr<Transaction> writing;
    startHeldUp(scan, writing);
    writing.reset();
    QTest::qWait(afterMs); // the moment itself, not a wait for something
    endsInTime(scan);
    QVERIFY(checkStoreFile(storePath(), {}));
    QCOMPARE(versionsStored(), scan.exitCode() == 0 ? size_t(kVersions) : 1U);
}

QTEST_GUILESS_MAIN(StopTest)
#include "tst_stop.moc"
