#include "scratchstore.h"
#include "store/database.h"
#include "store/documentwriter.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

#include <chrono>
#include <thread>
#include <tuple>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

NewDocument numbered(int number)
{
    const QByteArray bytes = QByteArray::number(number);
    return {Digest::of(bytes), {bytes, u"m"_s}, std::nullopt};
}

const auto kDocuments = u"SELECT count(*) FROM documents"_s;

/// Documents that are kept soon, on a thread of their own.
class TestDocumentWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flushedAreThere()
    {
        ScratchStore scratch;
        QVERIFY(scratch.store().flushDocuments()); // of nothing
        for (int i = 0; i < 7; ++i)
            QVERIFY(scratch.store().saveDocumentSoon(numbered(i)));
        QVERIFY(scratch.store().flushDocuments());
        QCOMPARE(scratch.count(kDocuments), 7);
        QCOMPARE(scratch.store().document(numbered(3).digest).value()->bytes, "3"_ba);
        QVERIFY(scratch.store().saveDocumentSoon(numbered(7)));
        QVERIFY(scratch.store().flushDocuments());
        QCOMPARE(scratch.count(kDocuments), 8);
    }

    void manyAreWrittenByThemselves()
    {
        const ScratchStore scratch;
        DocumentWriter writer(scratch.path(), {}, std::chrono::hours(1));
        for (int i = 0; i < 5'000; ++i)
            QVERIFY(writer.add(numbered(i)));
        QVERIFY(eventually([&] { return scratch.count(kDocuments) >= 4'500; }));
    }

    void fewDoNotWaitForMore()
    {
        const ScratchStore scratch;
        DocumentWriter writer(scratch.path(), {}, std::chrono::milliseconds(30));
        for (int i = 0; i < 3; ++i)
            QVERIFY(writer.add(numbered(i)));
        QVERIFY(eventually([&] { return scratch.count(kDocuments) == 3; }));
        QVERIFY(writer.add(numbered(3)));
        QVERIFY(eventually([&] { return scratch.count(kDocuments) == 4; }));
    }

    void flushWaitsForNobody()
    {
        const ScratchStore scratch;
        DocumentWriter writer(scratch.path(), {}, std::chrono::hours(1));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(writer.add(numbered(i)));
            QVERIFY(writer.flush());
            QCOMPARE(scratch.count(kDocuments), i + 1);
        }
    }

    /// Another program holds the file: who waits for the writing may stop, and nothing is lost by it.
    void flushCanBeStopped()
    {
        const ScratchStore scratch;
        const auto other = Database::open(scratch.path());
        QVERIFY(other);
        DocumentWriter writer(scratch.path(), {}, std::chrono::hours(1));
        QVERIFY((*other)->run("BEGIN IMMEDIATE"));
        QVERIFY(writer.add(numbered(0)));
        std::stop_source stop;
        const std::jthread presser([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        const auto flushed = writer.flush(stop.get_token());
        QVERIFY(!flushed);
        QCOMPARE(int(flushed.error().kind), int(ErrorKind::Cancelled));
        QVERIFY((*other)->run("ROLLBACK"));
        QVERIFY(writer.flush());
        QCOMPARE(scratch.count(kDocuments), 1);
    }

    void closingWritesWhatIsLeft()
    {
        ScratchStore scratch;
        for (int i = 0; i < 1'234; ++i)
            QVERIFY(scratch.store().saveDocumentSoon(numbered(i)));
        scratch.reopen();
        QCOMPARE(scratch.count(kDocuments), 1'234);
    }

    /// The store's own connection writes meanwhile, and both wait for one another.
    void besideOtherWriting()
    {
        ScratchStore scratch;
        for (int i = 0; i < 3'000; ++i) {
            QVERIFY(scratch.store().saveDocumentSoon(numbered(i)));
            if (i % 100 == 0)
                QVERIFY(scratch.store().savePage(scratchScope(), QString::number(i), {"\"e\"", {}, "body"}));
        }
        QVERIFY(scratch.store().flushDocuments());
        QCOMPARE(scratch.count(kDocuments), 3'000);
        QVERIFY(scratch.store().cachedPage(scratchScope(), u"2900"_s).value());
    }

    /// It is told once, by whoever asks first; nothing is waited for for ever.
    void failureIsTold()
    {
        ScratchStore scratch;
        scratch.execute(u"DROP TABLE documents"_s);
        QVERIFY(scratch.store().saveDocumentSoon(numbered(1)));
        const auto flushed = scratch.store().flushDocuments();
        QVERIFY(!flushed);
        QCOMPARE(flushed.error().kind, ErrorKind::Store);
        QVERIFY(scratch.store().flushDocuments());
        for (int i = 0; i < 500; ++i)
            std::ignore = scratch.store().saveDocumentSoon(numbered(i));
        QVERIFY(eventually([&] { return !scratch.store().saveDocumentSoon(numbered(0)); }));
        QVERIFY(!scratch.store().flushDocuments());
    }
};

SLIPWAY_TEST_SUITE(TestDocumentWriter);

} // namespace

#include "test_documentwriter.moc"
