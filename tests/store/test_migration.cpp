#include "scratchstore.h"
#include "store/database.h"
#include "support/suite.h"

#include <QTest>

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
          u"PRAGMA user_version=4"_s})
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

    void canBeStopped()
    {
        ScratchStore scratch;
        scratch.close();
        takeBackToFour(scratch);
        scratch.execute(u"INSERT INTO documents WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                        "WHERE i < 50000) SELECT randomblob(32), 'm', zeroblob(100) FROM n"_s);
        std::stop_source closing;
        closing.request_stop();
        const auto stopped = Store::open(scratch.path(), closing.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(scratch.count(kVersion), 4);
        QCOMPARE(scratch.count(kDocuments), 50'000);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM facts"_s), 0);
        scratch.reopen();
        QVERIFY(scratch.count(kVersion) > 4);
        QCOMPARE(scratch.count(kDocuments), 50'000);
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
            QCOMPARE(refused.error().kind, ErrorKind::Store);
            QVERIFY2(refused.error().detail.contains("older Slipway"_L1), qPrintable(refused.error().detail));
            QCOMPARE(scratch.count(kVersion), 4);
        }
        scratch.reopen();
        QVERIFY(scratch.count(kVersion) > 4);
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
