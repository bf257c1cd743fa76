#include "accounts/accounttoken.h"
#include "accounts/ghtool.h"
#include "accounts/memorysecrets.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// Where tokens come from. `gh` is a script in a folder that is put in front of PATH, but for one case.
class TestAccountToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = qgetenv("PATH");
        // The tokens of whoever runs the tests, which gh would prefer.
        for (const char* name : {"GH_TOKEN", "GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"})
            qunsetenv(name);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PATH", m_folder->path().toUtf8() + ':' + m_path);
    }
    void cleanup()
    {
        qputenv("PATH", m_path);
        qunsetenv("SLIPWAY_TEST_TOKEN");
        qunsetenv("GH_CONFIG_DIR");
    }

    void fromTheKeychain()
    {
        MemorySecrets secrets;
        secrets.secrets.insert(u"id"_s, u"ghp_kept"_s);
        Account account;
        account.id = u"id"_s;
        QCOMPARE(*resultOf(accountToken(account, secrets, {})), u"ghp_kept"_s);
        account.id = u"other"_s;
        QCOMPARE(resultOf(accountToken(account, secrets, {})).error().kind, ErrorKind::SecretNotFound);
        secrets.failure = ErrorKind::KeychainRefused;
        QCOMPARE(resultOf(accountToken(account, secrets, {})).error().kind, ErrorKind::KeychainRefused);
    }

    void fromAVariable()
    {
        MemorySecrets secrets;
        Account account;
        account.tokenPlace = TokenPlace::Environment;
        account.tokenVariable = u"SLIPWAY_TEST_TOKEN"_s;
        QCOMPARE(resultOf(accountToken(account, secrets, {})).error().kind, ErrorKind::SecretNotFound);
        qputenv("SLIPWAY_TEST_TOKEN", " ghp_set\n");
        QCOMPARE(*resultOf(accountToken(account, secrets, {})), u"ghp_set"_s);
        qputenv("SLIPWAY_TEST_TOKEN", "two words");
        QVERIFY(!tokenFromVariable(u"SLIPWAY_TEST_TOKEN"_s));
        QCOMPARE(tokenFromVariable(u"A=B"_s).error().kind, ErrorKind::InvalidArgument);
    }

    void fromGh()
    {
        installGh("[ \"$*\" = 'auth token --hostname ghe.example' ] || exit 3\necho gho_fromgh\n");
        QCOMPARE(*resultOf(tokenFromGh(u"ghe.example"_s, {})), u"gho_fromgh"_s);
        QCOMPARE(resultOf(tokenFromGh(u"github.com"_s, {})).error().kind, ErrorKind::SecretNotFound);
        MemorySecrets secrets;
        Account account;
        account.tokenPlace = TokenPlace::GhCli;
        account.apiUrl = QUrl(u"https://ghe.example/api/v3"_s);
        QCOMPARE(*resultOf(accountToken(account, secrets, {})), u"gho_fromgh"_s);
    }

    /// GitHub's own tool, logged in to two servers.
    void fromTheRealGh()
    {
        qputenv("GH_CONFIG_DIR", m_folder->path().toUtf8());
        QFile hosts(m_folder->filePath(u"hosts.yml"_s));
        QVERIFY(hosts.open(QIODevice::WriteOnly));
        hosts.write("github.com:\n    user: robin\n    oauth_token: gho_public\n"
                    "ghe.example:\n    user: robin\n    oauth_token: gho_enterprise\n");
        hosts.close();
        QCOMPARE(*resultOf(tokenFromGh(u"github.com"_s, {})), u"gho_public"_s);
        QCOMPARE(*resultOf(tokenFromGh(u"ghe.example"_s, {})), u"gho_enterprise"_s);
        QCOMPARE(resultOf(tokenFromGh(u"other.example"_s, {})).error().kind, ErrorKind::SecretNotFound);
    }

    void hostIsOneArgument()
    {
        installGh("[ $# = 4 ] && echo gho_ok\n");
        QVERIFY(resultOf(tokenFromGh(u"a; touch b"_s, {})));
    }

    void ghThatSaysSomethingElse()
    {
        installGh("echo 'You are not logged in. ghp_secretsecretsecret'\n");
        const auto refused = resultOf(tokenFromGh(u"github.com"_s, {}));
        QCOMPARE(refused.error().kind, ErrorKind::SecretNotFound);
        QVERIFY(!refused.error().detail.contains("ghp_"_L1) && !refused.error().subject.contains("ghp_"_L1));
    }

    void ghThatIsNotThere()
    {
        qputenv("PATH", m_folder->path().toUtf8());
        QCOMPARE(resultOf(tokenFromGh(u"github.com"_s, {})).error().kind, ErrorKind::ToolMissing);
    }

    void ghThatHangs()
    {
        installGh("exec sleep 60\n");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(resultOf(tokenFromGh(u"github.com"_s, {}, std::chrono::milliseconds(200))).error().kind,
                 ErrorKind::Timeout);
        std::stop_source stop;
        QTimer::singleShot(50, this, [&stop] { stop.request_stop(); });
        QCOMPARE(resultOf(tokenFromGh(u"github.com"_s, stop.get_token())).error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 10'000);
    }

private:
    void installGh(const QByteArray& body) const
    {
        QFile file(m_folder->filePath(u"gh"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + body);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    QByteArray m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
};

SLIPWAY_TEST_SUITE(TestAccountToken);

#include "test_accounttoken.moc"
