#include "scratchstore.h"
#include "store/database.h"
#include "support/printsnapshot.h"
#include "support/suite.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestStoreFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Configs of private images often hold what is secret.
    void isReadableByItsOwnerAlone()
    {
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"slipway.db"_s);
        for (const bool isOld : {false, true}) {
            if (isOld)
                QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | kOthers));
            const auto database = Database::open(path).value();
            QVERIFY(database->run(isOld ? "CREATE TABLE b (x)" : "CREATE TABLE a (x)"));
            for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
                QVERIFY(QFileInfo::exists(path + suffix));
                QCOMPARE(QFile::permissions(path + suffix) & kOthers, QFile::Permissions());
            }
        }
    }

    void isReadableByItsOwnerAloneBehindALink()
    {
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QTemporaryDir folder;
        const QString target = folder.filePath(u"elsewhere.db"_s);
        QVERIFY(QFile::link(target, folder.filePath(u"slipway.db"_s)));
        const auto database = Database::open(folder.filePath(u"slipway.db"_s)).value();
        QVERIFY(database->run("CREATE TABLE a (x)"));
        for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QVERIFY2(QFileInfo::exists(target + suffix), qPrintable(suffix));
            QCOMPARE(QFile::permissions(target + suffix) & kOthers, QFile::Permissions());
        }
    }

    /// Damage elsewhere does not hit them: the file is opened, and what cannot be read is told.
    void definitionsLieInTheFirstPage()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"slipway.db"_s);
        QVERIFY(Store::open(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        // The schema's own table begins there, and is one leaf (fileformat2.html, "B-tree Pages").
        constexpr qsizetype kHeader = 100;
        constexpr char kLeaf = 13;
        const QByteArray start = file.read(kHeader + 1);
        QCOMPARE(start.size(), kHeader + 1);
        QCOMPARE(int(start[kHeader]), int(kLeaf));
    }

    void twoStoresOnOneFile()
    {
        ScratchStore scratch;
        const auto second = Store::open(scratch.path());
        QVERIFY(second);
        const auto one = Fixture::parse(u"package p\n a image"_s);
        QVERIFY(scratch.save(one));
        QCOMPARE(printSnapshot(**(*second)->latestSnapshot(u"api.github.com"_s, u"northquay"_s), one),
                 printSnapshot(*one.build(), one));
        const auto two = Fixture::parse(u"package p\n a image tags=new\n b image"_s);
        for (const auto& manifest : two.manifests)
            QVERIFY((*second)->saveDocument(manifest.digest, {"{}", {}}, &manifest));
        QVERIFY((*second)->saveSnapshot(scratchScope(), *two.build()));
        QCOMPARE(printSnapshot(*scratch.latest(), two), printSnapshot(*two.build(), two));
        QVERIFY(scratch.save(one)); // each sees the other's rows before it compares
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions WHERE until IS NULL"_s), 1);
    }

    void newerSchemaIsRefusedUntouched()
    {
        ScratchStore scratch;
        QVERIFY(scratch.save(Fixture::parse(u"package p\n a image"_s)));
        scratch.close();
        scratch.execute(u"PRAGMA user_version=999"_s);
        const QByteArray before = contents(scratch.path());
        QVERIFY(!before.isEmpty());
        const auto store = Store::open(scratch.path());
        QVERIFY(!store);
        QCOMPARE(store.error().kind, ErrorKind::StoreNewer);
        QVERIFY2(store.error().detail.contains("999"_L1), qPrintable(store.error().detail));
        QVERIFY(contents(scratch.path()) == before);
    }

    void placeThatCannotBe()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto below = Store::open(folder.filePath(u"file/slipway.db"_s));
        QCOMPARE(below.error().kind, ErrorKind::FileAccess);
        const auto folderItself = Store::open(folder.path());
        QCOMPARE(folderItself.error().kind, ErrorKind::Store);
    }

    void olderSchemaIsBroughtUp()
    {
        ScratchStore scratch;
        const auto before = Fixture::parse(u"package p\n a image tags=v1\n b image\npackage q\n c image"_s);
        QVERIFY(scratch.save(before));
        Manifest manifest;
        manifest.digest = named(u"index"_s);
        manifest.artifactType = u"as it was parsed"_s;
        QVERIFY(scratch.save(
            {{manifest.digest, {"{}", u"m"_s}, manifest}, {named(u"config"_s), {"a config", u"c"_s}, std::nullopt}}));
        scratch.close();
        for (const auto& statement :
             {u"CREATE TABLE facts (digest BLOB PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID"_s,
              u"INSERT INTO facts SELECT digest, facts FROM documents WHERE facts <> x''"_s,
              u"ALTER TABLE documents RENAME TO newer"_s,
              u"CREATE TABLE documents (digest BLOB PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) "
              "WITHOUT ROWID"_s,
              u"INSERT INTO documents SELECT digest, media_type, bytes FROM newer"_s,
              u"DROP TABLE newer"_s,
              u"DROP TABLE heads"_s,
              u"DROP TABLE head_parts"_s,
              u"DROP TABLE pages"_s,
              u"DROP TABLE checks"_s,
              u"DROP INDEX versions_current"_s,
              u"DROP INDEX versions_past"_s,
              u"DROP INDEX packages_named"_s,
              u"DROP TABLE findings"_s,
              u"DROP TABLE notes"_s,
              u"ALTER TABLE snapshots DROP COLUMN list_complete"_s,
              u"DROP TABLE followed"_s,
              u"ALTER TABLE unusable DROP COLUMN tries"_s,
              u"ALTER TABLE snapshots DROP COLUMN checked_ms"_s,
              u"ALTER TABLE scopes DROP COLUMN thinned_ms"_s,
              u"CREATE INDEX versions_current ON versions (scope) WHERE until IS NULL"_s,
              u"PRAGMA user_version=1"_s})
            scratch.execute(statement);
        scratch.reopen();
        QCOMPARE(printSnapshot(*scratch.latest(), before), printSnapshot(*before.build(), before));
        const auto known = scratch.store().knownManifests({manifest.digest, named(u"config"_s)}).value();
        QCOMPARE(known.manifests.size(), 1U);
        QCOMPARE(known.manifests[0].artifactType, manifest.artifactType);
        QCOMPARE(known.others, std::vector{named(u"config"_s)});
        QCOMPARE(scratch.store().document(named(u"config"_s)).value()->bytes, "a config");
        QCOMPARE(scratch.store().document(named(u"config"_s)).value()->mediaType, u"c"_s);
        const auto after = Fixture::parse(u"package p\n a image tags=v1\n b image tags=v2"_s);
        QVERIFY(scratch.save(after));
        QCOMPARE(printSnapshot(*scratch.latest(), after), printSnapshot(*after.build(), after));
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions"_s), 4); // one changed, one is gone
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions WHERE until IS NULL"_s), 2);
    }

    void openingAgainChangesNothing()
    {
        ScratchStore scratch;
        const qint64 version = scratch.count(u"PRAGMA user_version"_s);
        QVERIFY(version > 0);
        const qint64 tables = scratch.count(u"SELECT count(*) FROM sqlite_master"_s);
        scratch.reopen();
        QCOMPARE(scratch.count(u"PRAGMA user_version"_s), version);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM sqlite_master"_s), tables);
    }

    void halfATransactionIsNothing()
    {
        ScratchStore scratch;
        {
            const auto database = Database::open(scratch.path()).value();
            const auto transaction = Transaction::begin(*database).value();
            QVERIFY(database->run("INSERT INTO documents VALUES (x'00', '', x'', x'00')"));
        }
        QCOMPARE(scratch.count(u"SELECT count(*) FROM documents"_s), 0);
        {
            const auto database = Database::open(scratch.path()).value();
            const auto transaction = Transaction::begin(*database).value();
            QVERIFY(database->run("INSERT INTO documents VALUES (x'00', '', x'', x'00')"));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(scratch.count(u"SELECT count(*) FROM documents"_s), 1);
    }

    void errorsNameTheFile()
    {
        ScratchStore scratch;
        const auto database = Database::open(scratch.path()).value();
        const auto result = database->run("SELECT x FROM nowhere");
        QCOMPARE(result.error().kind, ErrorKind::Store);
        QCOMPARE(result.error().subject, scratch.path());
        QVERIFY(result.error().detail.contains("nowhere"_L1));
    }
};

SLIPWAY_TEST_SUITE(TestStoreFile);

} // namespace

#include "test_storefile.moc"
