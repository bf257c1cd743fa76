#include "accounts/account.h"
#include "accounts/servers.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

Account goodAccount()
{
    Account account;
    account.id = u"1"_s;
    account.name = u"Work"_s;
    account.owners = {u"northquay"_s};
    return account;
}

} // namespace

class TestAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servers_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("registry");
        QTest::addColumn<QString>("host");
        const auto row = [](const char* name, const char* address, const char* api, const char* registry,
                            const char* host) {
            QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(api)
                                << QString::fromLatin1(registry) << QString::fromLatin1(host);
        };
        row("word", "github.com", "https://api.github.com", "https://ghcr.io", "github.com");
        row("address of the site", " https://GitHub.com/ ", "https://api.github.com", "https://ghcr.io", "github.com");
        row("address of the API", "https://api.github.com", "https://api.github.com", "https://ghcr.io", "github.com");
        row("enterprise", "https://ghe.example/", "https://ghe.example/api/v3", "https://containers.ghe.example",
            "ghe.example");
        row("enterprise, its API", "https://ghe.example/api/v3", "https://ghe.example/api/v3",
            "https://containers.ghe.example", "ghe.example");
        row("enterprise with a port", "ghe.example:8443", "https://ghe.example:8443/api/v3",
            "https://containers.ghe.example:8443", "ghe.example");
        row("data residency", "team.ghe.com", "https://api.team.ghe.com", "https://containers.team.ghe.com",
            "team.ghe.com");
        row("loopback", "http://127.0.0.1:8080/", "http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1");
    }

    void servers()
    {
        QFETCH(QString, address);
        const auto servers = serversOf(address);
        QVERIFY(servers);
        QTEST(servers->apiUrl.toString(), "api");
        QTEST(servers->registryUrl.toString(), "registry");
        QTEST(webHost(servers->apiUrl), "host");
    }

    void addressesThatAreNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << QString() << ErrorKind::InvalidArgument;
        QTest::newRow("plain http") << u"http://ghe.example"_s << ErrorKind::InsecureUrl;
        QTest::newRow("plain http to a host named like loopback")
            << u"http://127.0.0.1.example"_s << ErrorKind::InsecureUrl;
        QTest::newRow("other scheme") << u"ftp://ghe.example"_s << ErrorKind::InvalidArgument;
        QTest::newRow("with a password") << u"https://me:secret@ghe.example"_s << ErrorKind::InvalidArgument;
        QTest::newRow("with a query") << u"https://ghe.example?a=b"_s << ErrorKind::InvalidArgument;
        QTest::newRow("with a space") << u"https://ghe example"_s << ErrorKind::InvalidArgument;
    }

    void addressesThatAreNone()
    {
        QFETCH(QString, address);
        const auto servers = serversOf(address);
        QVERIFY(!servers);
        QTEST(servers.error().kind, "kind");
        QVERIFY(!servers.error().subject.contains("secret"_L1) && !servers.error().detail.contains("secret"_L1));
    }

    void sameApi()
    {
        QCOMPARE(apiName(QUrl(u"https://API.github.com/"_s)), apiName(QUrl(u"https://api.github.com:443"_s)));
        QVERIFY(apiName(QUrl(u"https://a.example/api/v3"_s)) != apiName(QUrl(u"https://a.example"_s)));
        QVERIFY(apiName(QUrl(u"http://127.0.0.1"_s)) != apiName(QUrl(u"https://127.0.0.1"_s)));
    }

    void refusedAccounts_data()
    {
        QTest::addColumn<Account>("account");
        const auto row = [](const char* name, auto change) {
            Account account = goodAccount();
            change(account);
            QTest::newRow(name) << account;
        };
        row("no name", [](Account& a) { a.name.clear(); });
        row("spaces for a name", [](Account& a) { a.name = u"  "_s; });
        row("two lines for a name", [](Account& a) { a.name = u"a\nb"_s; });
        row("name that is taken, in capitals", [](Account& a) { a.name = u"HOME"_s; });
        row("no owner", [](Account& a) { a.owners.clear(); });
        row("owner that is a path", [](Account& a) { a.owners = {u"../x"_s}; });
        row("owner with a hyphen at the end", [](Account& a) { a.owners = {u"x-"_s}; });
        row("variable that is a command", [](Account& a) {
            a.tokenPlace = TokenPlace::Environment;
            a.tokenVariable = u"A B"_s;
        });
        row("variable that is empty", [](Account& a) { a.tokenPlace = TokenPlace::Environment; });
        row("API over plain http", [](Account& a) { a.apiUrl = QUrl(u"http://api.example"_s); });
        row("registry over plain http", [](Account& a) { a.registryUrl = QUrl(u"http://r.example"_s); });
        row("no registry", [](Account& a) { a.registryUrl = QUrl(); });
    }

    void refusedAccounts()
    {
        QFETCH(Account, account);
        Account other = goodAccount();
        other.id = u"2"_s;
        other.name = u"Home"_s;
        QVERIFY(checkAccount(goodAccount(), {other}));
        QVERIFY(!checkAccount(account, {other}));
    }

    void accountMayKeepItsName() { QVERIFY(checkAccount(goodAccount(), {goodAccount()})); }

    void idsDiffer() { QVERIFY(newAccountId() != newAccountId()); }
};

SLIPWAY_TEST_SUITE(TestAccount);

#include "test_account.moc"
