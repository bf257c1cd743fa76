#include "scratchstore.h"
#include "store/database.h"
#include "store/documents.h"
#include "support/manifestjson.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

std::unique_ptr<Database> openNumbers(const ScratchStore& scratch)
{
    auto database = Database::open(scratch.path()).value();
    if (!database->run("CREATE TABLE IF NOT EXISTS numbers (n INTEGER UNIQUE, word TEXT)"))
        qFatal("no table");
    return database;
}

/// Statements that are prepared once and used again, and what is read within one transaction.
class TestStatements final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameWordsInOneAnother()
    {
        const ScratchStore scratch;
        const auto database = openNumbers(scratch);
        for (const int n : {1, 2, 3})
            QVERIFY(database->run("INSERT INTO numbers (n) VALUES (?)", n));
        constexpr auto kAbove = "SELECT n FROM numbers WHERE n>? ORDER BY n";
        QList<qint64> seen;
        auto outer = database->query(kAbove, 0).value();
        while (outer.next()) {
            auto inner = database->query(kAbove, outer.integer(0)).value();
            while (inner.next())
                seen.append(outer.integer(0) * 10 + inner.integer(0));
        }
        QCOMPARE(seen, (QList<qint64>{12, 13, 23}));
    }

    void nothingIsLeftOfTheLastUse()
    {
        const ScratchStore scratch;
        const auto database = openNumbers(scratch);
        constexpr auto kInsert = "INSERT INTO numbers VALUES (?,?)";
        QVERIFY(database->run(kInsert, 1, u"one"_s));
        const auto failed = database->run(kInsert, 1, u"again"_s);
        QVERIFY2(failed.error().detail.contains("UNIQUE"_L1), qPrintable(failed.error().detail));
        {
            auto half = database->prepare(kInsert).value();
            half.bind(1, qint64(2));
            QVERIFY(half.finish()); // its word is NULL, not that of the use before
        }
        auto query = database->query("SELECT word FROM numbers ORDER BY n").value();
        QVERIFY(query.next() && query.text(0) == u"one"_s);
        QVERIFY(query.next() && query.isNull(0));
        QVERIFY(!query.next());
    }

    void moreWordsThanAreKept()
    {
        const ScratchStore scratch;
        const auto database = openNumbers(scratch);
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 100; ++i) {
                auto query = database->query("SELECT " + QByteArray::number(i)).value();
                QVERIFY(query.next());
                QCOMPARE(query.integer(0), i);
            }
        }
    }

    void tableThatAnotherConnectionChanged()
    {
        const ScratchStore scratch;
        const auto database = openNumbers(scratch);
        QVERIFY(database->run("INSERT INTO numbers VALUES (1, 'one')"));
        constexpr auto kAll = "SELECT * FROM numbers";
        QVERIFY(database->query(kAll).value().next());
        scratch.execute(u"ALTER TABLE numbers RENAME COLUMN word TO name"_s);
        scratch.execute(u"ALTER TABLE numbers ADD COLUMN more TEXT DEFAULT 'new'"_s);
        {
            auto query = database->query(kAll).value();
            QVERIFY(query.next());
            QCOMPARE(query.text(2), u"new"_s);
        }
        scratch.execute(u"DROP TABLE numbers"_s);
        auto gone = database->query(kAll).value();
        QVERIFY(!gone.next());
        QVERIFY2(gone.result().error().detail.contains("no such table"_L1), qPrintable(gone.result().error().detail));
    }

    void readingWithinReading()
    {
        const ScratchStore scratch;
        const auto database = openNumbers(scratch);
        const auto count = [&] {
            auto query = database->query("SELECT count(*) FROM numbers").value();
            return query.next() ? query.integer(0) : -1;
        };
        {
            const auto outer = Transaction::beginReading(*database).value();
            QCOMPARE(count(), 0);
            {
                const auto inner = Transaction::beginReading(*database).value();
                QVERIFY(inner->commit());
            }
            { // without a commit
                const auto inner = Transaction::beginReading(*database).value();
                QCOMPARE(count(), 0);
            }
            scratch.execute(u"INSERT INTO numbers VALUES (1, 'one')"_s);
            QCOMPARE(count(), 0); // everything as it was at the first statement
            QVERIFY(outer->commit());
        }
        QCOMPARE(count(), 1);
    }

    /// Facts of an older form, met within a reading, are parsed but not written: others would wait until it ends.
    void whoReadsDoesNotWrite()
    {
        ScratchStore scratch;
        const QByteArray document =
            toBytes(imageManifest(descriptor(u"application/vnd.oci.image.config.v1+json"_s, u"c"_s, 9), {}));
        Manifest manifest;
        manifest.digest = named(u"a"_s);
        QVERIFY(scratch.save({{manifest.digest, {document, {}}, manifest}}));
        scratch.execute(u"UPDATE documents SET facts=x'00'"_s);
        const auto database = Database::open(scratch.path()).value();
        {
            const auto reading = Transaction::beginReading(*database).value();
            QCOMPARE(readManifests(*database, {manifest.digest}).value().manifests.size(), 1U);
            const auto other = Database::open(scratch.path()).value();
            QVERIFY(Transaction::begin(*other));
        }
        QCOMPARE(scratch.count(u"SELECT sum(length(facts)) FROM documents"_s), 1);
        QCOMPARE(readManifests(*database, {manifest.digest}).value().manifests.size(), 1U);
        QVERIFY(scratch.count(u"SELECT sum(length(facts)) FROM documents"_s) > 1);
    }
};

SLIPWAY_TEST_SUITE(TestStatements);

} // namespace

#include "test_statements.moc"
