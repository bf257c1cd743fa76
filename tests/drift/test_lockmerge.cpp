#include "drift/lockconflict.h"
#include "drift/lockhands.h"
#include "drift/lockmerge.h"
#include "drift/lockreader.h"
#include "drift/lockwriter.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// "+ app:latest aaaaaa…" and so on, a line a change.
QStringList linesOf(const std::vector<LockChange>& changes)
{
    QStringList lines;
    for (const auto& change : changes) {
        static const QStringList kSigns{u"+"_s, u"~"_s, u"="_s, u"-"_s, u"?"_s};
        lines.append(kSigns[static_cast<int>(change.kind)] + u' ' + change.package.value + u':' + change.tag.value);
    }
    return lines;
}

} // namespace

/// A lock that is written over another: what moves, what stays, and what a merge left with both sides.
class LockMergeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void partialListKeepsWhatItDoesNotShow();
    void unreadKeepsItsWholeImage();
    void mergedKeepsItsTime();
    void mergedKeepsWhoBuiltIt();
    void splitsConflicts_data();
    void splitsConflicts();
    void joinsBothSides();
    void joinedKeepsWhatEitherSideKnows();
};

void LockMergeTest::merges_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("now");
    QTest::addColumn<QStringList>("unread");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QStringList>("result");

    const auto row = [](const char* name, QStringList before, QStringList now, QStringList unread, QStringList changes,
                        QStringList result) { QTest::newRow(name) << before << now << unread << changes << result; };
    row("nothing at all", {}, {}, {}, {}, {});
    row("a first", {}, {u"a=1"_s}, {}, {u"+ a:t"_s}, {u"a=1"_s});
    row("unchanged", {u"a=1"_s, u"b=2"_s}, {u"a=1"_s, u"b=2"_s}, {}, {}, {u"a=1"_s, u"b=2"_s});
    row("moved", {u"a=1"_s, u"b=2"_s}, {u"a=1"_s, u"b=3"_s}, {}, {u"~ b:t"_s}, {u"a=1"_s, u"b=3"_s});
    row("gone", {u"a=1"_s, u"b=2"_s}, {u"b=2"_s}, {}, {u"- a:t"_s}, {u"b=2"_s});
    row("not read stays", {u"a=1"_s, u"b=2"_s}, {u"b=2"_s}, {u"a"_s}, {u"? a:t"_s}, {u"a=1"_s, u"b=2"_s});
    row("all at once", {u"a=1"_s, u"b=2"_s, u"d=4"_s}, {u"b=9"_s, u"c=3"_s}, {u"d"_s},
        {u"- a:t"_s, u"~ b:t"_s, u"+ c:t"_s, u"? d:t"_s}, {u"b=9"_s, u"c=3"_s, u"d=4"_s});
}

void LockMergeTest::merges()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, now);
    QFETCH(const QStringList, unread);
    QFETCH(const QStringList, changes);
    QFETCH(const QStringList, result);
    const auto lockFrom = [](const QStringList& texts) {
        std::vector<LockedImage> images;
        for (const QString& text : texts)
            images.push_back(locked(text.section(u'=', 0, 0), u"t"_s, text.section(u'=', 1)));
        return lockOf(std::move(images));
    };
    MadeLock made{lockFrom(now), {}};
    for (const QString& name : unread)
        made.unread.push_back({name});
    const auto merged = mergeLock(made, lockFrom(before));
    QCOMPARE(linesOf(merged.changes), changes);
    QVERIFY(merged.lock.images == lockFrom(result).images);
}

/// A page of the list of packages is missing: what is not on the others is not gone.
void LockMergeTest::partialListKeepsWhatItDoesNotShow()
{
    const auto before = lockOf({locked(u"a"_s, u"t"_s, u"1"_s), locked(u"b"_s, u"t"_s, u"2"_s)});
    MadeLock made{lockOf({}), {}};
    made.listed = std::vector<PackageName>{{u"b"_s}};
    const auto merged = mergeLock(made, before);
    QCOMPARE(linesOf(merged.changes), (QStringList{u"? a:t"_s, u"- b:t"_s}));
    QVERIFY(merged.lock.images == std::vector{before.images[0]});
}

/// The same image, of which only a part could be read now.
void LockMergeTest::unreadKeepsItsWholeImage()
{
    const auto before = wholeLock();
    MadeLock made{before, {before.images[0].package}};
    made.lock.images[0].platforms.pop_back();
    made.lock.images[0].layers.clear();
    const auto merged = mergeLock(made, before);
    QVERIFY(!merged.hasDifference());
    QVERIFY(merged.lock.images == before.images);
}

void LockMergeTest::mergedKeepsItsTime()
{
    const auto before = wholeLock();
    MadeLock made{before, {}};
    made.lock.generatedAt = fixtureTime().addDays(1);
    QCOMPARE(writeBuildLock(mergeLock(made, before).lock), writeBuildLock(before));
    made.lock.images[0].hub = u"elsewhere"_s;
    const auto merged = mergeLock(made, before);
    QCOMPARE(linesOf(merged.changes), QStringList{u"= app-cpu:latest"_s});
    QCOMPARE(merged.lock.generatedAt, fixtureTime().addDays(1));
}

void LockMergeTest::mergedKeepsWhoBuiltIt()
{
    const auto before = wholeLock();
    MadeLock made{before, {}};
    made.lock.images[0].builtBy = {};
    made.lock.images[0].base.reset();
    QVERIFY(!mergeLock(made, before).hasDifference());
    made.lock.images[0].digest = named(u"another build"_s);
    const auto merged = mergeLock(made, before);
    QVERIFY(!merged.lock.images[0].builtBy.isKnown());
    QVERIFY(!merged.lock.images[0].base);
}

void LockMergeTest::splitsConflicts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isConflict");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");

    QTest::newRow("none") << QByteArray("a\nb\n") << false << QByteArray() << QByteArray();
    QTest::newRow("one") << QByteArray("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> them\nd\n") << true
                         << QByteArray("a\nb\nd\n") << QByteArray("a\nc\nd\n");
    QTest::newRow("two") << QByteArray("<<<<<<< H\n=======\nc\n>>>>>>> t\nm\n<<<<<<< H\nx\n=======\n>>>>>>> t\n")
                         << true << QByteArray("m\nx\n") << QByteArray("c\nm\n");
    QTest::newRow("diff3") << QByteArray("<<<<<<< H\nb\n||||||| base\no\n=======\nc\n>>>>>>> t\n") << true
                           << QByteArray("b\n") << QByteArray("c\n");
    QTest::newRow("Windows") << QByteArray("<<<<<<< H\r\nb\r\n=======\r\nc\r\n>>>>>>> t\r\n") << true
                             << QByteArray("b\r\n") << QByteArray("c\r\n");
    QTest::newRow("not closed") << QByteArray("<<<<<<< H\nb\n=======\nc\n") << false << QByteArray() << QByteArray();
    QTest::newRow("out of order") << QByteArray(">>>>>>> H\nb\n=======\nc\n<<<<<<< t\n") << false << QByteArray()
                                  << QByteArray();
}

void LockMergeTest::splitsConflicts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isConflict);
    QFETCH(const QByteArray, ours);
    QFETCH(const QByteArray, theirs);
    const auto sides = conflictSides(text);
    QCOMPARE(sides.has_value(), isConflict);
    if (!sides)
        return;
    QCOMPARE(sides->ours, ours);
    QCOMPARE(sides->theirs, theirs);
    QVERIFY(conflictLine(text));
}

void LockMergeTest::joinsBothSides()
{
    const auto ours = lockOf({locked(u"a"_s, u"t"_s, u"1"_s), locked(u"b"_s, u"t"_s, u"2"_s)});
    const auto theirs = lockOf({locked(u"b"_s, u"t"_s, u"3"_s), locked(u"c"_s, u"t"_s, u"4"_s)});
    const auto joined = joinLocks(ours, theirs);
    QCOMPARE(joined.lock.images.size(), size_t{3});
    QCOMPARE(joined.lock.images[1].digest, named(u"2"_s));
    const std::vector<LockConflict> expected{{{u"a"_s}, {u"t"_s}, named(u"1"_s), {}},
                                             {{u"b"_s}, {u"t"_s}, named(u"2"_s), named(u"3"_s)},
                                             {{u"c"_s}, {u"t"_s}, {}, named(u"4"_s)}};
    QVERIFY(joined.conflicts == expected);
}

/// Members nobody knows are somebody's, whichever side has them.
void LockMergeTest::joinedKeepsWhatEitherSideKnows()
{
    auto ours = wholeLock();
    auto theirs = ours;
    ours.images[0].unknown = {{u"note"_s, "\"ours\""}};
    theirs.images[0].unknown = {{u"note"_s, "\"theirs\""}, {u"ticket"_s, "7"}};
    theirs.images[0].builtBy.unknown = {{u"runner"_s, "\"large\""}};
    theirs.images[0].platforms[0].unknown = {{u"size"_s, "1"}};
    const auto joined = joinLocks(ours, theirs);
    QVERIFY(joined.conflicts.empty());
    const LockedImage& image = joined.lock.images[0];
    QCOMPARE(image.unknown.keys(), (QStringList{u"note"_s, u"ticket"_s}));
    QCOMPARE(image.unknown.value(u"note"_s), "\"ours\"");
    QVERIFY(image.builtBy.unknown.contains(u"runner"_s) && image.platforms[0].unknown.contains(u"size"_s));
    // Of another image they say nothing about its platforms.
    theirs.images[0].digest = named(u"another"_s);
    const auto other = joinLocks(ours, theirs);
    QVERIFY(other.lock.images[0].unknown.contains(u"ticket"_s));
    QVERIFY(!other.lock.images[0].builtBy.unknown.contains(u"runner"_s));
}

SLIPWAY_TEST_SUITE(LockMergeTest);

#include "test_lockmerge.moc"
