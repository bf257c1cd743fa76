#include "net/http.h"
#include "net/requesttally.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestHttp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopback_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("is");
        QTest::newRow("127.0.0.1") << u"http://127.0.0.1:8080/x"_s << true;
        QTest::newRow("all of 127/8") << u"http://127.8.9.1/"_s << true;
        QTest::newRow("IPv6") << u"http://[::1]:80/"_s << true;
        QTest::newRow("localhost") << u"http://LOCALHOST/"_s << true;
        QTest::newRow("private network") << u"http://192.168.0.1/"_s << false;
        QTest::newRow("any address") << u"http://0.0.0.0/"_s << false;
        QTest::newRow("name that begins so") << u"http://127.0.0.1.evil.example/"_s << false;
        QTest::newRow("localhost as a domain") << u"http://localhost.evil.example/"_s << false;
        QTest::newRow("user in the address") << u"http://127.0.0.1@evil.example/"_s << false;
        QTest::newRow("no host") << u"file:///etc/passwd"_s << false;
    }

    void loopback()
    {
        QFETCH(QString, url);
        QTEST(isLoopback(QUrl(url)), "is");
    }

    void sameOrigin_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("is");
        QTest::newRow("other path") << u"https://ghcr.io/b?c"_s << true;
        QTest::newRow("port written out") << u"https://ghcr.io:443/"_s << true;
        QTest::newRow("capitals") << u"HTTPS://GHCR.IO/"_s << true;
        QTest::newRow("other port") << u"https://ghcr.io:444/"_s << false;
        QTest::newRow("plain") << u"http://ghcr.io/"_s << false;
        QTest::newRow("plain on the same port") << u"http://ghcr.io:443/"_s << false;
        QTest::newRow("subdomain") << u"https://pkg.ghcr.io/"_s << false;
        QTest::newRow("user in the address") << u"https://ghcr.io@evil.example/"_s << false;
    }

    void sameOrigin()
    {
        QFETCH(QString, other);
        QTEST(isSameOrigin(QUrl(u"https://ghcr.io/a"_s), QUrl(other)), "is");
        QTEST(isSameOrigin(QUrl(other), QUrl(u"https://ghcr.io/a"_s)), "is");
    }

    void headerIgnoresCase()
    {
        HttpResponse response;
        response.headers = {{"content-TYPE"_ba, "a"_ba}, {"Content-Type"_ba, "b"_ba}};
        QCOMPARE(response.header("Content-Type"), "a");
        QVERIFY(response.header("Content").isEmpty());
    }

    void tally()
    {
        RequestTally tally;
        tally.count(Traffic::Api, 200);
        const RequestTally before = tally;
        tally.count(Traffic::Api, 304);
        tally.count(Traffic::Registry, 304);
        tally.count(Traffic::Token, 0);
        QCOMPARE(tally, (RequestTally{2, 1, 1, 1}));
        QCOMPARE(tally - before, (RequestTally{1, 1, 1, 1}));
    }
};

SLIPWAY_TEST_SUITE(TestHttp);

} // namespace

#include "test_http.moc"
