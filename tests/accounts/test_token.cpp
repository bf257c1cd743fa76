#include "accounts/tokentext.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// "read-packages! granted" a line, with ! for what is needed.
QString printed(const std::vector<CapabilityGrant>& grants)
{
    QStringList lines;
    for (const auto& grant : grants)
        lines.append(capabilityName(grant.capability) + (grant.isNeeded ? u"! "_s : u" "_s) + grantName(grant.grant));
    return lines.join(u'\n');
}

} // namespace

class TestToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("kind");
        QTest::newRow("classic") << u"ghp_abc"_s << u"classic"_s;
        QTest::newRow("fine-grained") << u"github_pat_11A_x"_s << u"fine-grained"_s;
        QTest::newRow("oauth") << u"gho_abc"_s << u"oauth"_s;
        QTest::newRow("app") << u"ghu_abc"_s << u"app"_s;
        QTest::newRow("workflow") << u"ghs_abc"_s << u"installation"_s;
        QTest::newRow("old") << QString(40, u'a') << u"unknown"_s;
        QTest::newRow("prefix inside") << u"xghp_abc"_s << u"unknown"_s;
    }

    void kinds()
    {
        QFETCH(QString, token);
        QTEST(tokenKindName(tokenKind(token)), "kind");
    }

    void assessment_data()
    {
        QTest::addColumn<TokenKind>("kind");
        QTest::addColumn<std::optional<QStringList>>("scopes");
        QTest::addColumn<TokenUse>("use");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("isSufficient");
        const auto row = [](const char* name, TokenKind kind, std::optional<QStringList> scopes, TokenUse use,
                            const char* expected, bool isSufficient) {
            QTest::newRow(name) << kind << scopes << use << QString::fromLatin1(expected) << isSufficient;
        };
        row("everything for packages", TokenKind::Classic, QStringList{u"write:packages"_s, u"delete:packages"_s},
            TokenUse::ReadingAndCleanup,
            "read-packages! granted\nread-sizes! granted\ndelete-versions! granted\nrestore-versions! granted\n"
            "run-workflows missing\nopen-pull-requests missing\nread-runners missing\nread-billing missing",
            true);
        row("reading, and cleanup is wanted", TokenKind::Classic, QStringList{u"read:packages"_s, u"repo"_s},
            TokenUse::ReadingAndCleanup,
            "read-packages! granted\nread-sizes! granted\ndelete-versions! missing\nrestore-versions! missing\n"
            "run-workflows granted\nopen-pull-requests granted\nread-runners missing\nread-billing missing",
            false);
        row("reading is all that is wanted", TokenKind::OAuth, QStringList{u"read:packages"_s, u"admin:org"_s},
            TokenUse::Reading,
            "read-packages! granted\nread-sizes! granted\ndelete-versions missing\nrestore-versions missing\n"
            "run-workflows missing\nopen-pull-requests missing\nread-runners granted\nread-billing granted",
            true);
        row("deleting does not include reading", TokenKind::Classic, QStringList{u"delete:packages"_s},
            TokenUse::Reading,
            "read-packages! missing\nread-sizes! missing\ndelete-versions granted\nrestore-versions missing\n"
            "run-workflows missing\nopen-pull-requests missing\nread-runners missing\nread-billing missing",
            false);
        row("no scope at all", TokenKind::Classic, QStringList(), TokenUse::Reading,
            "read-packages! missing\nread-sizes! missing\ndelete-versions missing\nrestore-versions missing\n"
            "run-workflows missing\nopen-pull-requests missing\nread-runners missing\nread-billing missing",
            false);
        row("fine-grained", TokenKind::FineGrained, std::nullopt, TokenUse::Reading,
            "read-packages! refused\nread-sizes! refused\ndelete-versions refused\nrestore-versions refused\n"
            "run-workflows unknown\nopen-pull-requests unknown\nread-runners unknown\nread-billing unknown",
            false);
        row("of a workflow", TokenKind::Installation, std::nullopt, TokenUse::ReadingAndCleanup,
            "read-packages! unknown\nread-sizes! unknown\ndelete-versions! unknown\nrestore-versions! unknown\n"
            "run-workflows unknown\nopen-pull-requests unknown\nread-runners unknown\nread-billing unknown",
            true);
    }

    void assessment()
    {
        QFETCH(TokenKind, kind);
        QFETCH(std::optional<QStringList>, scopes);
        QFETCH(TokenUse, use);
        const auto grants = assessToken(kind, scopes, use);
        QTEST(printed(grants), "expected");
        QTEST(isSufficient(grants), "isSufficient");
    }

    void verdicts()
    {
        TokenCheck check;
        check.kind = TokenKind::Classic;
        const auto verdict = [&check](const QStringList& scopes) {
            check.scopes = scopes;
            check.grants = assessToken(check.kind, check.scopes, TokenUse::ReadingAndCleanup);
            return verdictText(check);
        };
        QCOMPARE(verdict({u"write:packages"_s, u"delete:packages"_s}), u"The token has every scope that is needed."_s);
        QCOMPARE(verdict({u"read:packages"_s}), u"The token can read. It lacks delete:packages, write:packages."_s);
        QVERIFY(verdict({u"repo"_s}).contains("private packages cannot be read"_L1));
        check.kind = TokenKind::FineGrained;
        QVERIFY(verdict({}).contains("fine-grained"_L1));
    }

    void expiry()
    {
        const auto now = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);
        TokenCheck check;
        QCOMPARE(expiryText(check, now), QString());
        check.expiresAt = now.addDays(30);
        QCOMPARE(expiryText(check, now), u"expires in 30 d"_s);
        check.expiresAt = now.addSecs(3 * 3600);
        QCOMPARE(expiryText(check, now), u"expires in 3 h"_s);
        check.expiresAt = now.addDays(-1);
        QCOMPARE(expiryText(check, now), u"expired"_s);
    }

    void everyCapabilityIsExplained()
    {
        QSet<QString> texts;
        const auto grants = assessToken(TokenKind::Classic, QStringList(), TokenUse::Reading);
        for (const auto& grant : grants) {
            texts.insert(capabilityText(grant.capability));
            texts.insert(lossText(grant.capability));
            texts.insert(capabilityName(grant.capability));
            QVERIFY(!grant.scope.isEmpty());
        }
        QCOMPARE(texts.size(), static_cast<qsizetype>(3 * grants.size()));
    }
};

SLIPWAY_TEST_SUITE(TestToken);

#include "test_token.moc"
