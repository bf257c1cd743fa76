#include "models/runstreemodel.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

JournalEntry line(JournalEvent event, qint64 id, int daysAgo, const QString& detail = {})
{
    JournalEntry entry;
    entry.event = event;
    entry.at = fixtureTime().addDays(-daysAgo);
    entry.package = {u"app"_s};
    entry.id = {id};
    const QByteArray blob =
        "{\"digest\":\"" + Digest::of(QByteArray::number(id)).toString().toLatin1() + "\",\"size\":512}";
    const QByteArray manifest = "{\"schemaVersion\":2,\"config\":" + blob + ",\"layers\":[" + blob + "]}";
    entry.digest = Digest::of(manifest); // a journal whose bytes are not of the digest is damaged
    entry.detail = detail;
    if (event == JournalEvent::Intended) {
        entry.manifest = manifest;
        entry.mediaType = u"application/vnd.oci.image.manifest.v1+json"_s;
        entry.freedBytes = 512;
        entry.holders = {{1}};
    }
    return entry;
}

JournalEntry begun(const QString& owner, int daysAgo)
{
    JournalEntry entry;
    entry.event = JournalEvent::Begun;
    entry.at = fixtureTime().addDays(-daysAgo);
    entry.owner = owner;
    entry.server = u"api.github.com"_s;
    return entry;
}

void write(const QString& path, const std::vector<JournalEntry>& entries)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const auto& entry : entries)
        file.write(journalLine(entry));
}

class TestCleanupRuns final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCanComeBack_data()
    {
        QTest::addColumn<std::vector<JournalEntry>>("entries");
        QTest::addColumn<QString>("text");
        using Entries = std::vector<JournalEntry>;
        const auto intended = [](int daysAgo) { return line(JournalEvent::Intended, 1, daysAgo); };
        QTest::newRow("just deleted") << Entries{intended(0), line(JournalEvent::Deleted, 1, 0)}
                                      << u"Can be restored, 30 day(s) left"_s;
        QTest::newRow("on the last day") << Entries{intended(29), line(JournalEvent::Deleted, 1, 29)}
                                         << u"Can be restored, 1 day(s) left"_s;
        QTest::newRow("too late") << Entries{intended(31), line(JournalEvent::Deleted, 1, 31)}
                                  << u"Deleted more than 30 days ago: GitHub keeps nothing longer"_s;
        QTest::newRow("killed in between") << Entries{intended(1)} << u"Can be restored, 29 day(s) left"_s;
        QTest::newRow("no manifest") << Entries{line(JournalEvent::Deleted, 1, 1)}
                                     << u"Cannot be restored: the journal has no manifest of it"_s;
        QTest::newRow("gone before") << Entries{intended(1), line(JournalEvent::Gone, 1, 1)}
                                     << u"Somebody else had deleted it: it is not in this journal to restore"_s;
        QTest::newRow("restored") << Entries{intended(2), line(JournalEvent::Deleted, 1, 2),
                                             line(JournalEvent::Restored, 1, 1)}
                                  << u"Restored"_s;
        QTest::newRow("restored without all of its tags")
            << Entries{intended(40), line(JournalEvent::Deleted, 1, 40),
                       line(JournalEvent::Restored, 1, 39, u"not all of its tags"_s)}
            << u"Restored: not all of its tags"_s;
        QTest::newRow("left") << Entries{line(JournalEvent::Left, 1, 1, u"its tags have changed"_s)}
                              << u"Stays: its tags have changed"_s;
        QTest::newRow("left without a certain answer")
            << Entries{intended(1), line(JournalEvent::Left, 1, 1, u"its tags have changed"_s)}
            << u"Stays: its tags have changed; if it is gone after all, it can be restored, 29 day(s) left"_s;
        QTest::newRow("the same, long ago")
            << Entries{intended(31), line(JournalEvent::Left, 1, 31, u"its tags have changed"_s)}
            << u"Stays: its tags have changed"_s;
        auto refused = line(JournalEvent::Failed, 1, 1, u"more than 5,000 downloads"_s);
        refused.isThere = true;
        QTest::newRow("refused") << Entries{intended(1), refused} << u"Stays: more than 5,000 downloads"_s;
    }

    void whatCanComeBack()
    {
        QFETCH(const std::vector<JournalEntry>, entries);
        const auto run = cleanupRunOf(u"journal"_s, entries, fixtureTime());
        QCOMPARE(run.versions.size(), 1U);
        QFETCH(const QString, text);
        QCOMPARE(runFateText(run.versions.front()), text);
        const bool lacksTags = text.contains(u"not all of its tags"_s);
        QCOMPARE(run.versions.front().canComeBack, lacksTags || text.contains(u"day(s) left"_s));
        QCOMPARE(run.restoredWith({{1}}), run.versions.front().canComeBack ? 1U : 0U);
    }

    void runsOfAnOwner()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"journal-1.jsonl"_s),
              {begun(u"northquay"_s, 3), line(JournalEvent::Intended, 1, 3), line(JournalEvent::Deleted, 1, 3)});
        write(folder.filePath(u"journal-2.jsonl"_s),
              {begun(u"Northquay"_s, 1), line(JournalEvent::Intended, 2, 1), line(JournalEvent::Deleted, 2, 1),
               line(JournalEvent::Ended, 0, 1)});
        write(folder.filePath(u"journal-3.jsonl"_s), {begun(u"others"_s, 0), line(JournalEvent::Intended, 3, 0)});
        const auto runs =
            cleanupRunsIn(folder.path(), u"api.github.com"_s, u"northquay"_s, fixtureTime(), std::stop_token());
        QStringList titles;
        for (const auto& run : runs)
            titles.append(runTitle(run).section(u": "_s, 1));
        QCOMPARE(titles, (QStringList{u"1 version(s) away, 512 B"_s, u"1 version(s) away, 512 B, not ended"_s}));
    }

    void whatIsAwayIsTold_data()
    {
        QTest::addColumn<std::vector<JournalEntry>>("entries");
        QTest::addColumn<QString>("title");
        using Entries = std::vector<JournalEntry>;
        auto intended = line(JournalEvent::Intended, 1, 1);
        const auto deleted = line(JournalEvent::Deleted, 1, 1);
        QTest::newRow("deleted by others") << Entries{intended, line(JournalEvent::Gone, 1, 1)}
                                           << u"0 version(s) away, 0 B, 1 deleted by others, not ended"_s;
        QTest::newRow("announced") << Entries{intended} << u"1 version(s) announced, perhaps away, not ended"_s;
        QTest::newRow("one deleted, one announced")
            << Entries{line(JournalEvent::Intended, 2, 1), line(JournalEvent::Deleted, 2, 1), intended}
            << u"1 version(s) away, at least 512 B, 1 version(s) announced, perhaps away, not ended"_s;
        intended.holders = {{2}};
        QTest::newRow("somebody else holds it") << Entries{intended, deleted} << u"1 version(s) away, 0 B, not ended"_s;
        intended.holders.reset();
        QTest::newRow("an older journal")
            << Entries{intended, deleted} << u"1 version(s) away, at least 512 B, not ended"_s;
    }

    void whatIsAwayIsTold()
    {
        QFETCH(const std::vector<JournalEntry>, entries);
        const auto run = cleanupRunOf(u"journal"_s, entries, fixtureTime());
        QTEST(runTitle(run).section(u": "_s, 1), "title");
    }

    /// It is named, and those beside it are told all the same.
    void aDamagedJournalIsTold()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"journal-1.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no journal\n{}\n");
        file.close();
        write(folder.filePath(u"journal-2.jsonl"_s), {begun(u"northquay"_s, 1)});
        const auto runs =
            cleanupRunsIn(folder.path(), u"api.github.com"_s, u"northquay"_s, fixtureTime(), std::stop_token());
        QCOMPARE(runs.size(), 2U);
        QCOMPARE(std::ranges::count_if(runs, [](const CleanupRun& run) { return run.damage.has_value(); }), 1);
    }

    void runsAsATree()
    {
        RunsTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto entries =
            std::vector{begun(u"northquay"_s, 2), line(JournalEvent::Intended, 1, 2), line(JournalEvent::Deleted, 1, 2),
                        line(JournalEvent::Intended, 2, 2), line(JournalEvent::Deleted, 2, 2)};
        model.setRuns({cleanupRunOf(u"journal"_s, entries, fixtureTime())});
        const QPersistentModelIndex second = model.index(1, static_cast<int>(RunsColumn::Fate), model.index(0, 0));
        QCOMPARE(second.data().toString(), u"Can be restored, 28 day(s) left"_s);
        entries.push_back(line(JournalEvent::Restored, 2, 0));
        model.setRuns({cleanupRunOf(u"journal"_s, entries, fixtureTime())});
        QVERIFY(second.isValid()); // whoever is at it stays there
        QCOMPARE(second.data().toString(), u"Restored"_s);
        QVERIFY(runTitle(model.runs().front()).endsWith(u"1 version(s) away, 512 B, 1 restored, not ended"_s));
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
    }
};

SLIPWAY_TEST_SUITE(TestCleanupRuns);

} // namespace

#include "test_cleanupruns.moc"
