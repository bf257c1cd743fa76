#include "localserver.h"
#include "net/guardedtransport.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

class TestGuarded final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule05_whatChangesIsSentWithAGrantOnly_data()
    {
        QTest::addColumn<HttpMethod>("method");
        QTest::addColumn<bool>("isReading");
        QTest::newRow("GET") << HttpMethod::Get << true;
        QTest::newRow("HEAD") << HttpMethod::Head << true;
        QTest::newRow("POST") << HttpMethod::Post << false;
        QTest::newRow("PUT") << HttpMethod::Put << false;
        QTest::newRow("PATCH") << HttpMethod::Patch << false;
        QTest::newRow("DELETE") << HttpMethod::Delete << false;
    }

    void rule05_whatChangesIsSentWithAGrantOnly()
    {
        QFETCH(HttpMethod, method);
        QFETCH(bool, isReading);
        FakeTransport fake([](const HttpRequest&) { return answerWith(204); });
        GuardedTransport guarded(fake);
        auto request = getRequest(QUrl(u"https://api.example/versions/7"_s));
        request.method = method;
        const auto sent = [&] {
            const auto before = fake.requests().size();
            const auto answer = resultOf(guarded.send(request, {}));
            return u"%1 %2"_s.arg(answer ? u"answered"_s : errorKindName(answer.error().kind))
                .arg(fake.requests().size() - before);
        };
        const QString without = isReading ? u"answered 1"_s : u"refused 0"_s;
        QCOMPARE(sent(), without);
        {
            auto grant = guarded.grant();
            QCOMPARE(sent(), u"answered 1"_s);
            const auto second = guarded.grant();
            grant.reset();
            QCOMPARE(sent(), u"answered 1"_s);
        }
        QCOMPARE(sent(), without);
    }
};

SLIPWAY_TEST_SUITE(TestGuarded);

} // namespace

#include "test_guarded.moc"
