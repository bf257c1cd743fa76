#include "scratchstore.h"
#include "store/database.h"
#include "support/suite.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <thread>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Takes a closed store back to the schema in which documents and facts were two tables.
void takeBackToFour(const ScratchStore& scratch)
{
    for (const auto& statement :
         {u"CREATE TABLE facts (digest BLOB PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID"_s,
          u"INSERT INTO facts SELECT digest, facts FROM documents WHERE facts <> x''"_s,
          u"ALTER TABLE documents RENAME TO newer"_s,
          u"CREATE TABLE documents (digest BLOB PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) "
          "WITHOUT ROWID"_s,
          u"INSERT INTO documents SELECT digest, media_type, bytes FROM newer"_s, u"DROP TABLE newer"_s,
          u"DROP INDEX packages_named"_s, u"DROP TABLE findings"_s, u"DROP TABLE notes"_s, u"DROP TABLE followed"_s,
          u"ALTER TABLE snapshots DROP COLUMN list_complete"_s, u"PRAGMA user_version=4"_s})
        scratch.execute(statement);
}

/// Every table and index with its definition.
QStringList schemaOf(const ScratchStore& scratch)
{
    const auto database = Database::open(scratch.path()).value();
    auto query = database->query("SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_master").value();
    QStringList lines;
    while (query.next())
        lines.append(query.text(0));
    lines.sort();
    return lines;
}

/// Enough for a migration to take its time, and to have written pages before it is committed.
constexpr int kMany = 50'000;

void addManyDocuments(const ScratchStore& scratch)
{
    scratch.execute(u"INSERT INTO documents WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                    "WHERE i < %1) SELECT randomblob(32), 'm', zeroblob(100) FROM n"_s.arg(kMany));
}

/// A process that opens the store, which migrates it, and is killed after a time; how long it took until it was open,
/// or nothing if it was not. Without a time it is killed then.
std::optional<std::chrono::nanoseconds> openAndKill(const QString& path, std::optional<std::chrono::nanoseconds> after)
{
    QElapsedTimer time;
    time.start();
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/store_saver"_s, {path, u"1"_s});
    if (!process.waitForStarted())
        qFatal("%s", qPrintable(process.errorString()));
    if (after)
        std::this_thread::sleep_for(*after);
    else
        process.waitForReadyRead(60'000);
    const auto took = time.durationElapsed();
    process.kill();
    process.waitForFinished();
    return process.readAllStandardOutput().isEmpty() ? std::nullopt : std::optional(took);
}

const auto kVersion = u"PRAGMA user_version"_s;
const auto kDocuments = u"SELECT count(*) FROM documents"_s;

/// A store an older Slipway has written.
class TestMigration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsAndFactsBecomeOneRow()
    {
        ScratchStore scratch;
        const QStringList newest = schemaOf(scratch);
        Manifest manifest;
        manifest.digest = named(u"image"_s);
        manifest.artifactType = u"as it was parsed"_s;
        QVERIFY(
            scratch.save({{manifest.digest, {"{}", u"m"_s}, manifest}, {named(u"config"_s), {"c", {}}, std::nullopt}}));
        const qint64 facts = scratch.count(u"SELECT sum(length(facts)) FROM documents"_s);
        scratch.close();
        takeBackToFour(scratch);
        QVERIFY(schemaOf(scratch) != newest);
        scratch.reopen();
        QCOMPARE(schemaOf(scratch), newest);
        QCOMPARE(scratch.count(kDocuments), 2);
        QCOMPARE(scratch.count(u"SELECT sum(length(facts)) FROM documents"_s), facts);
        QCOMPARE(scratch.store().knownManifests({manifest.digest}).value().manifests[0].artifactType,
                 manifest.artifactType);
        QCOMPARE(scratch.store().document(named(u"config"_s)).value()->bytes, "c");
    }

    /// Of readings by a version that did not keep it, problems tell whether the list of packages was read whole.
    void olderReadingsTellOfTheirLists()
    {
        ScratchStore scratch;
        const auto add = [&](int id, const QString& complete, const QString& problems) {
            scratch.execute(u"INSERT INTO snapshots (id, scope, fetched_ms, complete, problems) VALUES (%1, 1, %1, %2, "
                            "'%3')"_s.arg(QString::number(id), complete, problems));
        };
        QVERIFY(scratch.store().history(scratchScope()));
        scratch.close();
        takeBackToFour(scratch);
        add(1, u"1"_s, u"[]"_s);
        add(2, u"0"_s, uR"([{"detail":"","kind":"network","subject":"the packages of northquay"}])"_s);
        add(3, u"0"_s, uR"([{"detail":"","kind":"network","subject":"die Pakete von northquay"}])"_s);
        add(4, u"0"_s, uR"([{"detail":"","kind":"network","subject":"app@sha256:00"}])"_s);
        scratch.reopen();
        QStringList whole;
        const auto history = scratch.store().history(scratchScope()).value();
        for (const auto& entry : history)
            whole.append(QString::number(entry.isListWhole));
        QCOMPARE(whole.join(u' '), u"1 0 0 1"_s);
    }

    void canBeStopped()
    {
        ScratchStore scratch;
        scratch.close();
        takeBackToFour(scratch);
        addManyDocuments(scratch);
        std::stop_source closing;
        closing.request_stop();
        const auto stopped = Store::open(scratch.path(), closing.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(scratch.count(kVersion), 4);
        QCOMPARE(scratch.count(kDocuments), kMany);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM facts"_s), 0);
        scratch.reopen();
        QVERIFY(scratch.count(kVersion) > 4);
        QCOMPARE(scratch.count(kDocuments), kMany);
    }

    /// Killed at any moment, it has happened or it has not.
    void killedHalfWay()
    {
        constexpr int kKills = 4;
        constexpr int kMoments = 80;
        ScratchStore scratch;
        const QStringList newest = schemaOf(scratch);
        scratch.close();
        takeBackToFour(scratch);
        addManyDocuments(scratch);
        const QStringList older = schemaOf(scratch);
        const QString copy = scratch.path() + u".older"_s;
        QVERIFY(QFile::copy(scratch.path(), copy));
        auto whole = openAndKill(scratch.path(), std::nullopt);
        QVERIFY(whole);
        for (int kills = 0, moment = 0; kills < kKills; ++moment) {
            QVERIFY2(moment < kMoments, qPrintable(u"%1 kills struck it"_s.arg(kills)));
            for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".open"_s, u".unchecked"_s})
                QFile::remove(scratch.path() + suffix);
            QVERIFY(QFile::copy(copy, scratch.path()));
            if (const auto took = openAndKill(scratch.path(), *whole * (1 + moment % 10) / 10))
                whole = std::min(*whole, *took);
            const bool hasBegun = QFileInfo(scratch.path() + u"-wal"_s).size() > 0;
            const bool isDone = scratch.count(kVersion) > 4;
            QCOMPARE(schemaOf(scratch), isDone ? newest : older);
            kills += hasBegun && !isDone ? 1 : 0;
            scratch.reopen();
            QVERIFY(!scratch.store().setAside());
            scratch.close();
            QVERIFY(checkStoreFile(scratch.path(), {}));
            QCOMPARE(schemaOf(scratch), newest);
            QVERIFY(scratch.count(kDocuments) >= kMany);
        }
    }

    /// The older program would find tables it does not know.
    void notUnderAnOlderProgram()
    {
        ScratchStore scratch;
        scratch.close();
        takeBackToFour(scratch);
        {
            const auto older = StoreLock::take(scratch.path()).value();
            older->share();
            const auto refused = Store::open(scratch.path());
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::StoreInUse);
            QCOMPARE(scratch.count(kVersion), 4);
        }
        scratch.reopen();
        QVERIFY(scratch.count(kVersion) > 4);
    }

    /// The older program went away while this one waited: nobody knows how.
    void whoLeavesMeanwhileMayHaveBeenKilled()
    {
        ScratchStore scratch;
        scratch.close();
        takeBackToFour(scratch);
        auto older = StoreLock::take(scratch.path()).value();
        older->share();
        auto reader = Database::open(scratch.path()).value();
        QVERIFY(reader->run("PRAGMA locking_mode=EXCLUSIVE"));
        QVERIFY(reader->run("BEGIN EXCLUSIVE")); // from here on everybody else waits for the file
        QVERIFY(!QFileInfo::exists(scratch.path() + u".open"_s));
        std::unique_ptr<Store> opened;
        std::jthread opening([&] { opened = Store::open(scratch.path()).value(); });
        QVERIFY(QTest::qWaitFor([&] { return QFileInfo::exists(scratch.path() + u".open"_s); }, 60'000));
        older.reset();
        reader.reset();
        opening.join();
        QVERIFY(opened->wasLeftOpen());
        opened.reset();
        QVERIFY(checkStoreFile(scratch.path(), {}));
        QVERIFY(!Store::open(scratch.path()).value()->wasLeftOpen());
    }

    void waitingForTheFileCanBeStopped()
    {
        ScratchStore scratch;
        scratch.close();
        const auto alone = StoreLock::take(scratch.path()).value();
        QVERIFY(alone->isAlone());
        std::stop_source closing;
        closing.request_stop();
        QCOMPARE(Store::open(scratch.path(), closing.get_token()).error().kind, ErrorKind::Cancelled);
    }
};

SLIPWAY_TEST_SUITE(TestMigration);

} // namespace

#include "test_migration.moc"
