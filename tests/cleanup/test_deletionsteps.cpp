#include "cleanup/cleanupcontrol.h"
#include "cleanup/deletionsteps.h"
#include "cleanup/readingage.h"
#include "net/governedtransport.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kEnds{
    std::pair{DeletionStep::Deleted, "deleted"}, std::pair{DeletionStep::GoneBefore, "gone-before"},
    std::pair{DeletionStep::Changed, "changed"}, std::pair{DeletionStep::Undeletable, "undeletable"},
    std::pair{DeletionStep::Refused, "refused"}, std::pair{DeletionStep::Stop, "stop"},
    std::pair{DeletionStep::Look, "look"},       std::pair{DeletionStep::Delete, "delete"},
};

std::unexpected<Error> error(int status)
{
    switch (status) {
    case 401:
        return failure(ErrorKind::Unauthorized, u"v"_s);
    case 403:
        return failure(ErrorKind::Forbidden, u"v"_s);
    case 404:
        return failure(ErrorKind::NotFound, u"v"_s);
    case 422:
        return failure(ErrorKind::UnexpectedStatus, u"v"_s);
    case 429:
        return failure(ErrorKind::RateLimited, u"v"_s);
    case 500:
        return failure(ErrorKind::Server, u"v"_s);
    default:
        return failure(ErrorKind::Network, u"v"_s);
    }
}

Result<RowLook> lookOf(const QString& word)
{
    if (word == "there"_L1)
        return RowLook::AsPlanned;
    if (word == "moved"_L1)
        return RowLook::Changed;
    if (word == "gone"_L1)
        return RowLook::Gone;
    return error(word.toInt());
}

/// As the governor answers a deletion that it did not let go any more.
Error unsent()
{
    Error error{ErrorKind::RateLimited, u"v"_s, {}, std::chrono::milliseconds::min()};
    if (!isUnsent(error))
        qFatal("the governor says it otherwise now");
    return error;
}

Result<DeletionAnswer> answerOf(const QString& word)
{
    if (word == "204"_L1)
        return DeletionAnswer::Deleted;
    if (word == "downloads"_L1)
        return DeletionAnswer::TooManyDownloads;
    if (word == "last"_L1)
        return DeletionAnswer::LastTagged;
    if (word == "unsent"_L1)
        return std::unexpected(unsent());
    return error(word.toInt());
}

/// What the answers come to, how many deletions were asked for, and whether one that stays may be gone all the same:
/// "deleted 2". Answers of the two questions alternate
/// as the steps ask for them.
QString played(bool wasIntended, const QStringList& answers)
{
    DeletionSteps steps(wasIntended);
    auto step = DeletionSteps::first();
    int deletions = 0;
    for (const QString& word : answers) {
        if (step == DeletionStep::Look) {
            step = steps.afterLook(lookOf(word));
        } else if (step == DeletionStep::Delete) {
            ++deletions;
            step = steps.afterDelete(answerOf(word));
        } else {
            return u"ended before %1"_s.arg(word);
        }
    }
    const bool stays =
        step == DeletionStep::Changed || step == DeletionStep::Undeletable || step == DeletionStep::Refused;
    const auto* end = std::ranges::find(kEnds, step, [](const auto& row) { return row.first; });
    return QString::fromLatin1(end->second) + u' ' + QString::number(deletions)
           + (stays && !steps.isSurelyThere() ? u", perhaps gone"_s : QString());
}

class TestDeletionSteps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeToSteps_data()
    {
        QTest::addColumn<bool>("wasIntended");
        QTest::addColumn<QString>("answers");
        QTest::addColumn<QString>("end");
        const auto row = [](const char* name, const char* answers, const char* end, bool wasIntended = false) {
            QTest::newRow(name) << wasIntended << QString::fromLatin1(answers) << QString::fromLatin1(end);
        };
        row("as it should be", "there 204", "deleted 1");
        row("moved since the plan", "moved", "changed 0");
        row("somebody else was faster", "gone", "gone-before 0");
        row("we were it, before we were killed", "gone", "deleted 0", true);
        row("killed before it was asked for", "there 204", "deleted 1", true);
        row("moved since we were killed", "moved", "changed 0, perhaps gone", true);
        row("case 31: 404 and gone", "there 404 gone", "gone-before 1");
        row("case 31: 404 and there: no permission", "there 404 there", "stop 1");
        row("a 500 that worked", "there 500 gone", "deleted 1");
        row("case 33: a 500 that worked, and a 404", "there 500 there 404 gone", "deleted 2");
        row("a 500 that did not", "there 500 there 204", "deleted 2");
        row("500 for ever", "there 500 there 500 there 500 there 500 there", "stop 4");
        row("no answer", "there 0 there 204", "deleted 2");
        row("broken off after its effect", "there 0 gone", "deleted 1");
        row("moved while it was uncertain", "there 500 moved", "changed 1, perhaps gone");
        row("moved while a limit was waited for", "there 429 moved", "changed 1");
        row("uncertain, then refused in known words", "there 500 there downloads", "undeletable 2");
        row("limits are waited for", "there 429 there 429 there 204", "deleted 3");
        row("a limit did nothing: somebody else did", "there 429 gone", "gone-before 1");
        row("what was not sent is no try", "there unsent there unsent there unsent there unsent there unsent there 204",
            "deleted 6");
        row("a limit for ever", "there 429 there 429 there 429 there 429 there", "stop 4");
        row("a limit longer than can be waited for", "there 429 429", "stop 1");
        row("401 once", "there 401 there 204", "deleted 2");
        row("401 twice", "there 401 there 401", "stop 2");
        row("a scope is missing", "there 403", "stop 1");
        row("more than 5,000 downloads", "there downloads", "undeletable 1");
        row("the last tagged one", "there last", "refused 1");
        row("an answer nobody knows", "there 422", "refused 1, perhaps gone");
        row("its row cannot be read", "500", "stop 0");
    }

    void answersComeToSteps()
    {
        QFETCH(bool, wasIntended);
        QFETCH(QString, answers);
        QTEST(played(wasIntended, answers.split(u' ')), "end");
    }

    void permissionIsTold()
    {
        DeletionSteps steps(false);
        QCOMPARE(steps.afterLook(RowLook::AsPlanned), DeletionStep::Delete);
        QCOMPARE(steps.afterDelete(error(404)), DeletionStep::Look);
        QCOMPARE(steps.afterLook(RowLook::AsPlanned), DeletionStep::Stop);
        QCOMPARE(steps.error()->kind, ErrorKind::Forbidden);
        QVERIFY(steps.error()->detail.contains("delete:packages"_L1));
    }

    void theLongerOfTwoClocksTellsAnAge()
    {
        using namespace std::chrono_literals;
        QCOMPARE(ageBy(20ms, 0ms), 20ms);
        QCOMPARE(ageBy(20ms, 3h), std::chrono::milliseconds(3h)); // asleep meanwhile
        QCOMPARE(ageBy(20ms, -1ms), kAgeUnknown);                 // set back
        Moment now{};
        ReadingAge age([&now] { return now; });
        QCOMPARE(age.elapsed(), kAgeUnknown);
        age.start();
        now += 1h;
        QCOMPARE(age.elapsed(), std::chrono::milliseconds(1h));
        age.invalidate();
        QCOMPARE(age.elapsed(), kAgeUnknown);
    }

    void remainingTimeKnowsTheLimits()
    {
        using namespace std::chrono_literals;
        QVERIFY(!remainingTime(2, 100, 1s));
        QCOMPARE(remainingTime(100, 250, 10s), 60s); // fast so far, but 150 a minute it is
        QCOMPARE(remainingTime(100, 200, 200s), 200s);
        QCOMPARE(remainingTime(200, 200, 80s), 0s);
    }
};

SLIPWAY_TEST_SUITE(TestDeletionSteps);

} // namespace

#include "test_deletionsteps.moc"
