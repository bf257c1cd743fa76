#include "localserver.h"
#include "net/networktransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

HttpRequest request(const QUrl& url, Traffic traffic)
{
    HttpRequest result = getRequest(url);
    result.traffic = traffic;
    return result;
}

class TestTally final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByTraffic()
    {
        LocalServer server([](const Received& received) {
            if (received.target == "/moved")
                reply(received, 302, {}, {{"Location"_ba, "/"_ba}});
            else
                reply(received, received.target == "/same" ? 304 : 200);
        });
        NetworkTransport transport("t");
        const auto send = [&](const QString& path, Traffic traffic) {
            HttpRequest one = request(server.url(path), traffic);
            one.redirects = RedirectRule::SameHost;
            return resultOf(transport.send(one, {})).has_value();
        };
        QVERIFY(send(u"/"_s, Traffic::Api));
        QVERIFY(send(u"/same"_s, Traffic::Api));
        QVERIFY(send(u"/same"_s, Traffic::Registry));
        QVERIFY(send(u"/moved"_s, Traffic::Registry)); // two requests
        QVERIFY(send(u"/"_s, Traffic::Token));
        QCOMPARE(transport.tally(), (RequestTally{2, 1, 3, 1}));
    }
};

SLIPWAY_TEST_SUITE(TestTally);

} // namespace

#include "test_tally.moc"
