#include "core/async.h"
#include "net/turns.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QStringList>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Task<void> note(std::shared_ptr<Turn> turn, QString name, QStringList* seen)
{
    const auto outcome = co_await *turn;
    seen->append(outcome ? name : name + u" refused"_s);
}

void post(QStringList& seen, const QString& what)
{
    QMetaObject::invokeMethod(threadContext(), [&seen, what] { seen.append(what); }, Qt::QueuedConnection);
}

class TestTurns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakesBeforeWhatElseWaits()
    {
        QStringList seen;
        Turns turns;
        const auto first = std::make_shared<Turn>();
        const auto second = std::make_shared<Turn>();
        const auto one = note(first, u"first"_s, &seen);
        const auto other = note(second, u"second"_s, &seen);
        post(seen, u"posted before"_s);
        turns.give(first, {});
        turns.give(second, {});
        post(seen, u"posted after"_s);
        QVERIFY(first->isGiven());
        QVERIFY(seen.isEmpty()); // never inside give()
        QVERIFY(eventually([&] { return seen.size() == 4; }));
        QCOMPARE(seen, (QStringList{u"first"_s, u"second"_s, u"posted before"_s, u"posted after"_s}));
    }

    void firstOutcomeCounts()
    {
        QStringList seen;
        Turns turns;
        const auto turn = std::make_shared<Turn>();
        const auto task = note(turn, u"turn"_s, &seen);
        turns.give(turn, failure(ErrorKind::Cancelled, u"it"_s));
        turns.give(turn, {});
        QVERIFY(eventually([&] { return !seen.isEmpty(); }));
        QCoreApplication::processEvents();
        QCOMPARE(seen, QStringList{u"turn refused"_s});
    }

    void givenBeforeWaiting()
    {
        QStringList seen;
        Turns turns;
        const auto turn = std::make_shared<Turn>();
        turns.give(turn, {});
        const auto task = note(turn, u"turn"_s, &seen);
        QCOMPARE(seen, QStringList{u"turn"_s});
    }

    void nobodyIsLeftWaiting()
    {
        QStringList seen;
        const auto turn = std::make_shared<Turn>();
        const auto task = note(turn, u"turn"_s, &seen);
        {
            Turns turns;
            turns.give(turn, {});
        }
        QVERIFY(seen.isEmpty());
        QVERIFY(eventually([&] { return !seen.isEmpty(); }));
    }

    /// Who is woken may give the next turn, or end the one who gives them.
    void wakingMayGiveAndEnd()
    {
        QStringList seen;
        auto turns = std::make_unique<Turns>();
        const auto first = std::make_shared<Turn>();
        const auto second = std::make_shared<Turn>();
        const auto third = std::make_shared<Turn>();
        const auto chain = [](auto own, auto next, auto* giver, auto* list, bool isLast) -> Task<void> {
            static_cast<void>(co_await *own);
            list->append(u"woken"_s);
            if (!isLast)
                (*giver)->give(next, {});
            else
                giver->reset();
        };
        const auto one = chain(first, second, &turns, &seen, false);
        const auto other = chain(second, third, &turns, &seen, true);
        const auto last = note(third, u"third"_s, &seen);
        turns->give(first, {});
        QVERIFY(eventually([&] { return !turns; }));
        QCOMPARE(seen, (QStringList{u"woken"_s, u"woken"_s}));
        Turns others;
        others.give(third, {});
        QVERIFY(eventually([&] { return seen.size() == 3; }));
    }
};

SLIPWAY_TEST_SUITE(TestTurns);

} // namespace

#include "test_turns.moc"
