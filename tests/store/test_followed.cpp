#include "scratchstore.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kKind = u"drift-1"_s;

/// "key bytes" of each record, "(over)" behind those that are.
QStringList linesOf(const std::vector<FollowedRecord>& records)
{
    QStringList lines;
    for (const auto& record : records)
        lines.append(record.key + u' ' + QString::fromUtf8(record.bytes) + (record.isOver ? u" (over)"_s : QString()));
    return lines;
}

/// What is followed over time: it changes whole or not at all, and is never forgotten.
class TestFollowed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnUntilItIsOver()
    {
        ScratchStore scratch;
        QCOMPARE(set(scratch, {{0, u"a"_s, false, "1"}, {0, u"b"_s, false, "1"}}), (QStringList{u"a 1"_s, u"b 1"_s}));
        scratch.reopen();
        const auto found = scratch.store().followed(scratchScope(), kKind, FollowedPart::NotOver).value();
        QCOMPARE(linesOf(found), (QStringList{u"a 1"_s, u"b 1"_s}));
        QVERIFY(found[0].id > 0 && found[1].id > found[0].id);
        auto changed = found;
        changed[0].bytes = "2";
        changed[1].isOver = true;
        QCOMPARE(set(scratch, changed), (QStringList{u"a 2"_s, u"b 1 (over)"_s}));
        QCOMPARE(parts(scratch, FollowedPart::NotOver), QStringList{u"a 2"_s});
        QCOMPARE(parts(scratch, FollowedPart::All), (QStringList{u"a 2"_s, u"b 1 (over)"_s}));
        // What comes back has a life of its own; what is left out stays.
        QCOMPARE(set(scratch, {{0, u"b"_s, false, "again"}}), QStringList{u"b again"_s});
        QCOMPARE(parts(scratch, FollowedPart::All), (QStringList{u"a 2"_s, u"b 1 (over)"_s, u"b again"_s}));
    }

    void aRefusalChangesNothing()
    {
        ScratchStore scratch;
        QVERIFY(!set(scratch, {{0, u"a"_s, false, "1"}}).isEmpty());
        const auto refused = scratch.store().changeFollowed(scratchScope(), kKind,
                                                            [](const auto&) -> Result<std::vector<FollowedRecord>> {
                                                                return failure(ErrorKind::InvalidArgument, u"no"_s);
                                                            });
        QVERIFY(!refused);
        QCOMPARE(refused.error().subject, u"no"_s);
        // A key that is there already is refused, and nothing of what came with it is kept.
        QVERIFY(!scratch.store().changeFollowed(scratchScope(), kKind, [](const auto&) {
            return Result<std::vector<FollowedRecord>>({{0, u"c"_s, false, "1"}, {0, u"a"_s, false, "2"}});
        }));
        QCOMPARE(parts(scratch, FollowedPart::All), QStringList{u"a 1"_s});
    }

    void ofOneOwnerAndKind()
    {
        ScratchStore scratch;
        QVERIFY(!set(scratch, {{0, u"a"_s, false, "1"}}).isEmpty());
        QVERIFY(scratch.store().followed(scratchScope(), u"other"_s, FollowedPart::All).value().empty());
        auto other = scratchScope();
        other.owner.login = u"somebody-else"_s;
        QVERIFY(scratch.store().followed(other, kKind, FollowedPart::All).value().empty());
    }

    void staysWhenTheHistoryIsThinned()
    {
        ScratchStore scratch;
        QVERIFY(!set(scratch, {{0, u"a"_s, true, "1"}}).isEmpty());
        QVERIFY(scratch.store().thinHistory(scratchScope(), fixtureTime().addYears(3)));
        QCOMPARE(parts(scratch, FollowedPart::All), QStringList{u"a 1 (over)"_s});
    }

private:
    static QStringList set(ScratchStore& scratch, const std::vector<FollowedRecord>& records)
    {
        return linesOf(scratch.store()
                           .changeFollowed(scratchScope(), kKind,
                                           [&](const auto&) { return Result<std::vector<FollowedRecord>>(records); })
                           .value());
    }
    static QStringList parts(ScratchStore& scratch, FollowedPart part)
    {
        return linesOf(scratch.store().followed(scratchScope(), kKind, part).value());
    }
};

SLIPWAY_TEST_SUITE(TestFollowed);

} // namespace

#include "test_followed.moc"
