#include "net/retryingtransport.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Result<HttpResponse> named(const QString& name)
{
    if (name == "network"_L1)
        return failure(ErrorKind::Network, {});
    if (name == "timeout"_L1)
        return failure(ErrorKind::Timeout, {});
    if (name == "tls"_L1)
        return failure(ErrorKind::Tls, {});
    if (name == "cancelled"_L1)
        return failure(ErrorKind::Cancelled, {});
    if (name == "limit"_L1)
        return answerWith(403, {}, {{"retry-after"_ba, "1"_ba}});
    return answerWith(name.toInt());
}

/// The waits before each repetition, "200 400", with a random number that is always `number`.
QString waits(const QString& answer, HttpMethod method, Traffic traffic, double number)
{
    QStringList list;
    const auto trouble = troubleOf(named(answer));
    while (trouble) {
        const auto wait = retryWait(*trouble, method, traffic, int(list.size()), [number] { return number; });
        if (!wait)
            break;
        list.append(QString::number(wait->count()));
    }
    return list.join(u' ');
}

class TestRetryTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("ofApi");
        QTest::addColumn<QString>("ofRegistry");
        for (const auto& status : {u"200"_s, u"304"_s, u"400"_s, u"403"_s, u"404"_s, u"405"_s, u"410"_s, u"422"_s,
                                   u"501"_s, u"505"_s, u"tls"_s, u"cancelled"_s})
            QTest::addRow("%s", qPrintable(status)) << status << u""_s << u""_s;
        for (const auto& status : {u"500"_s, u"502"_s, u"503"_s, u"504"_s, u"network"_s})
            QTest::addRow("%s", qPrintable(status)) << status << u"200 400"_s << u"200 400"_s;
        QTest::addRow("timeout") << u"timeout"_s << u"0"_s << u"0"_s;
        QTest::addRow("429") << u"429"_s << u"10 20 40 80 160"_s << u"10 20 40 80 160"_s;
        QTest::addRow("limit") << u"limit"_s << u"10 20 40 80 160"_s << u"10 20 40 80 160"_s;
        QTest::addRow("401") << u"401"_s << u"500"_s << u""_s;
    }

    void table()
    {
        QFETCH(QString, answer);
        QFETCH(QString, ofApi);
        QFETCH(QString, ofRegistry);
        for (const auto method : {HttpMethod::Get, HttpMethod::Head}) {
            QCOMPARE(waits(answer, method, Traffic::Api, 0.5), ofApi);
            QCOMPARE(waits(answer, method, Traffic::Registry, 0.5), ofRegistry);
            QCOMPARE(waits(answer, method, Traffic::Token, 0.5), ofRegistry);
        }
        for (const auto method : {HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete}) {
            for (const auto traffic : {Traffic::Api, Traffic::Registry, Traffic::Token})
                QCOMPARE(waits(answer, method, traffic, 0.5), u""_s);
        }
    }

    void jitter()
    {
        QCOMPARE(waits(u"500"_s, HttpMethod::Get, Traffic::Api, 0.0), u"150 300"_s);
        QCOMPARE(waits(u"500"_s, HttpMethod::Get, Traffic::Api, 0.999), u"249 499"_s);
        for (int i = 0; i < 1000; ++i) {
            const double number = anyNumber();
            QVERIFY(number >= 0 && number < 1);
        }
    }

    void eachTroubleHasItsOwnCount()
    {
        QStringList script{u"500"_s, u"network"_s, u"401"_s, u"timeout"_s, u"500"_s, u"network"_s, u"200"_s};
        FakeTransport fake([&](const HttpRequest&) { return named(script.takeFirst()); });
        RetryingTransport retrying(fake, [] { return 0.0; });
        const auto answer = resultOf(retrying.send({}, {}));
        QCOMPARE(answer->status, 200);
        QList<int> attempts;
        for (const auto& request : fake.requests())
            attempts.append(request.trail.attempt);
        QCOMPARE(attempts, (QList<int>{1, 2, 3, 4, 5, 6, 7}));
    }

    void lastAnswerStands()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(502, "the last"); });
        RetryingTransport retrying(fake, [] { return 0.0; });
        const auto answer = resultOf(retrying.send({}, {}));
        QCOMPARE(answer->body, "the last");
        QCOMPARE(fake.requests().size(), 3);
    }

    void stopEndsTheWait()
    {
        std::stop_source stop;
        FakeTransport fake([&](const HttpRequest&) {
            QMetaObject::invokeMethod(qApp, [&stop] { stop.request_stop(); }, Qt::QueuedConnection);
            return named(u"500"_s);
        });
        RetryingTransport retrying(fake, [] { return 0.999; });
        const auto answer = resultOf(retrying.send({}, stop.get_token()));
        QCOMPARE(fake.requests().size(), 1);
        QVERIFY(answer ? answer->status == 500 : answer.error().kind == ErrorKind::Cancelled);
    }
};

SLIPWAY_TEST_SUITE(TestRetryTable);

} // namespace

#include "test_retrytable.moc"
