#include "registry/authchallenge.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestAuthChallenge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void challenges_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("found"); // "realm|service|scope", empty for none
        const auto row = [](const char* name, const QByteArray& header, const QString& found) {
            QTest::newRow(name) << header << found;
        };
        row("GHCR",
            "Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\",scope=\"repository:northquay/torch:pull\"",
            u"https://ghcr.io/token|ghcr.io|repository:northquay/torch:pull"_s);
        row("comma in a value", "Bearer realm=\"https://r/token\",scope=\"repository:a:pull,push\",service=\"s\"",
            u"https://r/token|s|repository:a:pull,push"_s);
        row("spaces and case", "  bearer  Realm = \"https://r/token\" , SERVICE=\"s\"", u"https://r/token|s|"_s);
        row("without quotes", "Bearer realm=https://r/token,service=s", u"https://r/token|s|"_s);
        row("realm with a query", "Bearer realm=\"https://r/token?account=a&x=1\"",
            u"https://r/token?account=a&x=1||"_s);
        row("empty service", "Bearer realm=\"https://r/token\",service=\"\"", u"https://r/token||"_s);
        row("basic", R"(Basic realm="registry")", {});
        row("no realm", R"(Bearer service="s")", {});
        row("relative realm", R"(Bearer realm="/token")", {});
        row("empty realm", R"(Bearer realm="")", {});
        row("bearer alone", "Bearer", {});
        row("empty", "", {});
    }

    void challenges()
    {
        QFETCH(QByteArray, header);
        const auto challenge = parseAuthChallenge(header);
        QTEST(challenge
                  ? challenge->realm.toString(QUrl::FullyEncoded) + u'|' + challenge->service + u'|' + challenge->scope
                  : QString(),
              "found");
    }
};

SLIPWAY_TEST_SUITE(TestAuthChallenge);

} // namespace

#include "test_authchallenge.moc"
