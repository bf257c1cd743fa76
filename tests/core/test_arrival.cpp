#include "core/async.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QStringList>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Task<void> note(Arrival<QString> arrival, QStringList* seen)
{
    seen->append(u"waits"_s);
    seen->append(co_await arrival);
}

class TestArrival final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakesFromTheEventLoop()
    {
        QStringList seen;
        const Arrival<QString> arrival;
        const auto task = note(arrival, &seen);
        QVERIFY(!arrival.hasArrived());
        arrival.deliver(u"first"_s);
        QVERIFY(arrival.hasArrived());
        QCOMPARE(seen, QStringList{u"waits"_s}); // not inside deliver()
        QVERIFY(eventually([&] { return seen.size() == 2; }));
        QCOMPARE(seen, (QStringList{u"waits"_s, u"first"_s}));
    }

    void firstDeliveryCounts()
    {
        QStringList seen;
        const Arrival<QString> arrival;
        const auto task = note(arrival, &seen);
        arrival.deliver(u"first"_s);
        arrival.deliver(u"second"_s);
        QVERIFY(eventually([&] { return seen.size() == 2; }));
        QCoreApplication::processEvents();
        QCOMPARE(seen, (QStringList{u"waits"_s, u"first"_s}));
    }

    void deliveredBeforeWaiting()
    {
        QStringList seen;
        const Arrival<QString> arrival;
        arrival.deliver(u"early"_s);
        const auto task = note(arrival, &seen);
        QCOMPARE(seen, (QStringList{u"waits"_s, u"early"_s}));
    }
};

SLIPWAY_TEST_SUITE(TestArrival);

} // namespace

#include "test_arrival.moc"
