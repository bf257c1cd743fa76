#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuplock.h"
#include "cleanup/restoring.h"
#include "cleanup/undeletable.h"
#include "support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kAt = QDateTime::fromString(u"2025-11-21T14:32:00.250Z"_s, Qt::ISODateWithMs);

JournalEntry entryOf(JournalEvent event, std::int64_t id)
{
    JournalEntry entry;
    entry.event = event;
    entry.at = kAt;
    entry.package = {u"kas/kas"_s};
    entry.id = {id};
    return entry;
}

JournalEntry intention(std::int64_t id, const QByteArray& manifest = "{}")
{
    auto entry = entryOf(JournalEvent::Intended, id);
    entry.manifest = manifest;
    entry.mediaType = u"application/vnd.oci.image.index.v1+json"_s;
    entry.digest = Digest::of(manifest);
    entry.tags = {u"pr-1"_s, u"sha-abc"_s};
    entry.freedBytes = 4096;
    entry.holders = {{2, 1}};
    return entry;
}

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

class TestCleanupJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        auto begun = entryOf(JournalEvent::Begun, 0);
        begun.plan = Digest::of("plan");
        begun.owner = u"acme"_s;
        begun.server = u"127.0.0.1:4711"_s;
        begun.allowed = {u"app"_s, u"kas/kas"_s};
        auto failed = entryOf(JournalEvent::Failed, 8);
        failed.detail = u"GitHub löscht nicht \"this\"\n"_s;
        failed.isThere = true;
        const std::vector<JournalEntry> entries{begun, intention(7), entryOf(JournalEvent::Deleted, 7), failed};
        QByteArray bytes;
        for (const auto& entry : entries)
            bytes += journalLine(entry);
        QCOMPARE(bytes.count('\n'), 4);
        const auto text = parseJournal(bytes, u"j"_s);
        QVERIFY2(text.has_value(), text ? "" : qPrintable(text.error().detail));
        QVERIFY(text->entries == entries);
        QVERIFY(!text->isTorn);
    }

    /// A program that is killed, or a machine without power, leaves a line wherever it was.
    void aTornLastLineIsUnderstood()
    {
        const QByteArray whole = journalLine(intention(7)) + journalLine(entryOf(JournalEvent::Deleted, 7));
        const QByteArray last = journalLine(intention(8));
        for (qsizetype length = 1; length < last.size(); ++length) {
            const auto text = parseJournal(whole + last.first(length), u"j"_s);
            QVERIFY(text.has_value());
            QCOMPARE(text->entries.size(), size_t(2));
            QVERIFY(text->isTorn);
            QCOMPARE(text->wholeBytes, whole.size());
        }
    }

    void damageElsewhereIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("{\"event\":\n");
        QTest::newRow("an unknown event") << QByteArray("{\"event\":\"exploded\",\"at\":\"2025-11-21T14:32:00Z\"}\n");
        QTest::newRow("without its tags") << journalLine(intention(7)).replace(R"(,"tags":["pr-1","sha-abc"])", "");
        QTest::newRow("tags are null") << journalLine(intention(7)).replace(R"(["pr-1","sha-abc"])", "null");
        QTest::newRow("bytes of another digest") << journalLine(intention(7, "{}")).replace("\"e30=\"", "\"W10=\"");
    }

    void damageElsewhereIsRefused()
    {
        QFETCH(QByteArray, line);
        const auto begun = journalLine(entryOf(JournalEvent::Begun, 0));
        const auto text = parseJournal(begun + line + journalLine(intention(8)), u"j"_s);
        QVERIFY(!text.has_value());
        QCOMPARE(text.error().kind, ErrorKind::InvalidFile);
        QCOMPARE(text.error().subject, u"j:2"_s);
    }

    /// A restoration puts back the tags that an announcement tells, so it has to tell them; before journals told their
    /// form, that of a version without tags had none.
    void tagsAreLeftOutByOlderJournals()
    {
        auto untagged = intention(7);
        untagged.tags.clear();
        const auto line = journalLine(untagged);
        QVERIFY(line.contains("\"tags\":[]"));
        const auto begun = journalLine(entryOf(JournalEvent::Begun, 0));
        QVERIFY(begun.contains("\"form\":2,"));
        const auto older = QByteArray(begun).replace("\"form\":2,", "") + QByteArray(line).replace(",\"tags\":[]", "");
        const auto text = parseJournal(older, u"j"_s);
        QVERIFY2(text.has_value(), text ? "" : qPrintable(text.error().detail));
        QVERIFY(text->entries.back() == untagged);
        // Gone on with by this version: what it adds is in its form.
        QVERIFY(parseJournal(older + begun + line, u"j"_s).has_value());
        const auto damaged = parseJournal(older + begun + QByteArray(line).replace(",\"tags\":[]", ""), u"j"_s);
        QVERIFY(!damaged.has_value());
        QCOMPARE(damaged.error().subject, u"j:4"_s);
    }

    void isGoneOnWith()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"sub/journal.jsonl"_s);
        {
            auto journal = CleanupJournal::open(path);
            QVERIFY(journal.has_value());
            QVERIFY(journal->before().empty());
            QVERIFY(journal->append(intention(7), CleanupJournal::Reaches::Disk));
        }
        QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        const QByteArray whole = contentsOf(path);
        write(path, whole + journalLine(intention(8)).first(40));
        {
            auto journal = CleanupJournal::open(path);
            QVERIFY(journal.has_value());
            QVERIFY(journal->before() == std::vector{intention(7)});
            QVERIFY(journal->append(entryOf(JournalEvent::Deleted, 7), CleanupJournal::Reaches::File));
        }
        QCOMPARE(contentsOf(path), whole + journalLine(entryOf(JournalEvent::Deleted, 7)));
    }

    /// The disk is full: the line is not there, and no later one is either.
    void afterAFailedLineNothingIsTaken()
    {
        auto journal = CleanupJournal::open(u"/dev/full"_s);
        QVERIFY(journal.has_value());
        const auto noted = journal->append(intention(7), CleanupJournal::Reaches::Disk);
        QVERIFY(!noted.has_value());
        QCOMPARE(noted.error().kind, ErrorKind::FileAccess);
        QVERIFY(!journal->append(intention(8), CleanupJournal::Reaches::Disk).has_value());
    }

    void fatesAreTheLast()
    {
        const auto state = stateOf({intention(1), entryOf(JournalEvent::Deleted, 1), intention(2), intention(3),
                                    entryOf(JournalEvent::Deleted, 3), entryOf(JournalEvent::Restored, 3),
                                    entryOf(JournalEvent::Left, 4)});
        QVERIFY(state.isDeleted({1}) && state.isSettled({1}));
        QVERIFY(!state.isDeleted({2}) && !state.isSettled({2}));
        QVERIFY(!state.isDeleted({3}) && state.isSettled({3}));
        QVERIFY(state.isSettled({4}) && !state.isSettled({5}));
        QVERIFY(!state.isEnded);
        const auto begun = entryOf(JournalEvent::Begun, 0);
        const auto ended = entryOf(JournalEvent::Ended, 0);
        QVERIFY(stateOf({begun, ended}).isEnded);
        QVERIFY(!stateOf({begun, ended, begun}).isEnded); // with what was left out
        QCOMPARE(state.of({1})->intent.tags, intention(1).tags);
    }

    /// Children before what lists them, and what was only announced may be gone as well.
    void theLastDeletedComesBackFirst()
    {
        const auto state =
            stateOf({intention(1), entryOf(JournalEvent::Deleted, 1), intention(2), entryOf(JournalEvent::Deleted, 2),
                     intention(3), intention(4), entryOf(JournalEvent::Gone, 4)});
        const auto idsOf = [](const std::vector<JournalEntry>& entries) {
            QStringList ids;
            for (const auto& entry : entries)
                ids.append(QString::number(entry.id.value));
            return ids.join(u' ');
        };
        QCOMPARE(idsOf(restorable(state)), u"3 2 1"_s);
        QCOMPARE(idsOf(restorable(state, {{1}, {4}})), u"1"_s);
    }

    /// What stays without a certain answer to its deletion may be gone, what GitHub has refused is there.
    void whatWasRefusedIsNotAway()
    {
        auto refused = entryOf(JournalEvent::Failed, 2);
        refused.isThere = true;
        const auto state = stateOf({intention(1), entryOf(JournalEvent::Failed, 1), intention(2), refused, intention(3),
                                    entryOf(JournalEvent::Left, 3)});
        std::vector<VersionId> ids;
        for (const auto& entry : restorable(state))
            ids.push_back(entry.id);
        QVERIFY(ids == (std::vector<VersionId>{{3}, {1}}));
    }

    void twoCleanersRefuseEachOther()
    {
        const QTemporaryDir folder;
        auto first = std::make_optional(CleanupLock::take(folder.path(), u"h:1"_s, u"acme"_s, u"the window"_s));
        QVERIFY(first->has_value());
        const auto second = CleanupLock::take(folder.path(), u"h:1"_s, u"ACME"_s, u"slipwayctl"_s);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, ErrorKind::Refused);
        QVERIFY2(second.error().detail.contains("the window"_L1), qPrintable(second.error().detail));
        QVERIFY(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(CleanupLock::take(folder.path(), u"h:1"_s, u"other"_s, {}).has_value());
        QVERIFY(CleanupLock::take(folder.path(), u"h:2"_s, u"acme"_s, {}).has_value());
        first.reset();
        QVERIFY(CleanupLock::take(folder.path(), u"h:1"_s, u"acme"_s, {}).has_value());
    }

    void whatCannotBeDeletedIsKeptForEver()
    {
        const QTemporaryDir folder;
        const Undeletable undeletable(folder.path());
        QVERIFY(undeletable.read().value().empty());
        QVERIFY(undeletable.add(Digest::of("b")));
        QVERIFY(undeletable.add(Digest::of("a")));
        QVERIFY(undeletable.add(Digest::of("b")));
        std::vector expected{Digest::of("a"), Digest::of("b")};
        std::ranges::sort(expected);
        QVERIFY(Undeletable(folder.path()).read().value() == expected);
        write(folder.filePath(u"undeletable.txt"_s), "sha256:12\n");
        QCOMPARE(undeletable.read().error().kind, ErrorKind::InvalidFile);
        QVERIFY(!undeletable.add(Digest::of("c")).has_value());
    }
};

SLIPWAY_TEST_SUITE(TestCleanupJournal);

} // namespace

#include "test_cleanupjournal.moc"
