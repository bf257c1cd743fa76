#include "core/redact.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestRedact final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesCredentials_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        for (const auto* prefix : {"ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"}) {
            const QString token = QLatin1StringView(prefix) + u"16C7e42F292c6912E7710c838347Ae178B4a"_s;
            QTest::newRow(prefix) << u"token "_s + token + u" is old"_s << u"token [redacted] is old"_s;
        }
        QTest::newRow("fine-grained with underscore") << u"github_pat_11ABCDEFG0_abcDEF123;"_s << u"[redacted];"_s;
        QTest::newRow("json web token") << u"got eyJhbGciOi.eyJzdWIi.c2ln-_x, then"_s << u"got [redacted], then"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer QWJj.x/y+z=="_s << u"Authorization: Bearer [redacted]"_s;
        QTest::newRow("bearer in lower case")
            << u"authorization: bearer abcdef"_s << u"authorization: bearer [redacted]"_s;
        QTest::newRow("basic") << u"Authorization: Basic dXNlcjpwYXNz"_s << u"Authorization: Basic [redacted]"_s;
        QTest::newRow("token scheme") << u"Authorization: token 0123456789abcdef0123456789abcdef01234567"_s
                                      << u"Authorization: token [redacted]"_s;
        QTest::newRow("url with password")
            << u"at https://user:hunter2@ghcr.io/v2/ now"_s << u"at https://[redacted]@ghcr.io/v2/ now"_s;
        QTest::newRow("url with empty password") << u"https://secret:@ghcr.io"_s << u"https://[redacted]@ghcr.io"_s;
        QTest::newRow("token parameter") << u"/token?scope=a&token=xyz&n=1"_s
                                         << u"/token?scope=a&token=[redacted]&n=1"_s;
        QTest::newRow("access token parameter") << u"/x?access_token=xyz"_s << u"/x?access_token=[redacted]"_s;
        QTest::newRow("password parameter") << u"/x?password=a%20b"_s << u"/x?password=[redacted]"_s;
        QTest::newRow("user without password")
            << u"https://0123456789abcdef@ghcr.io/v2/"_s << u"https://[redacted]@ghcr.io/v2/"_s;
        QTest::newRow("loud bearer") << u"AUTHORIZATION: BEARER abcdef"_s << u"AUTHORIZATION: BEARER [redacted]"_s;
        QTest::newRow("signed link") << u"https://s3/b?X-Amz-Signature=0a1b&se=9"_s
                                     << u"https://s3/b?X-Amz-Signature=[redacted]&se=9"_s;
        QTest::newRow("client secret") << u"/x?a=b&client_secret=abc#x"_s << u"/x?a=b&client_secret=[redacted]#x"_s;
        QTest::newRow("member") << u"{\"token\": \"abc\", \"expires_in\": 60}"_s
                                << u"{\"token\": \"[redacted]\", \"expires_in\": 60}"_s;
        QTest::newRow("member, quoted again")
            << u"\"{\\\"access_token\\\":\\\"abc\\\"}\""_s << u"\"{\\\"access_token\\\":\\\"[redacted]\\\"}\""_s;
        QTest::newRow("cookie") << u"Set-Cookie: user_session=abc; path=/"_s << u"Set-Cookie: [redacted]"_s;
        QTest::newRow("two of them") << u"ghp_aaaaaaaaaa ghs_bbbbbbbbbb"_s << u"[redacted] [redacted]"_s;
    }

    void hidesCredentials()
    {
        QFETCH(QString, text);
        QTEST(redact(text), "shown");
        QCOMPARE(redact(redact(text)), redact(text));
    }

    void leavesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("digest") << u"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s;
        QTest::newRow("url") << u"https://ghcr.io:443/v2/northquay/torch-cpu/manifests/latest?n=100&last=a@b"_s;
        QTest::newRow("word") << u"tokens are hidden, words about a token are not"_s;
        QTest::newRow("challenge") << u"Bearer"_s;
        QTest::newRow("package named like a token") << u"highp_resolution gh_pages eyJ"_s;
        QTest::newRow("image reference") << u"ghcr.io/kas/kas:v1@sha256:00"_s;
        QTest::newRow("token endpoint") << u"https://ghcr.io/token?service=ghcr.io&scope=repository:o/p:pull"_s;
        QTest::newRow("a tag") << u"docker pull ghcr.io/o/p:sig@sha256:00"_s;
        QTest::newRow("empty") << u""_s;
    }

    void leavesTheRest()
    {
        QFETCH(QString, text);
        QCOMPARE(redact(text), text);
    }

    void shownUrlHasNoSecrets()
    {
        QCOMPARE(shownUrl(QUrl(u"https://user:pass@ghcr.io:8443/token?secret=1#x"_s)), u"https://ghcr.io:8443/token"_s);
    }
};

SLIPWAY_TEST_SUITE(TestRedact);

} // namespace

#include "test_redact.moc"
