#include "github/viewer.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestViewer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scopes_data()
    {
        QTest::addColumn<QList<HttpHeader>>("headers");
        QTest::addColumn<std::optional<QStringList>>("scopes");
        const auto row = [](const char* name, const QList<HttpHeader>& headers, std::optional<QStringList> scopes) {
            QTest::newRow(name) << headers << scopes;
        };
        row("some", {{"X-OAuth-Scopes"_ba, "repo, read:packages"_ba}}, QStringList{u"repo"_s, u"read:packages"_s});
        row("none of them", {{"x-oauth-scopes"_ba, ""_ba}}, QStringList());
        row("a token that has no scopes", {}, std::nullopt);
    }

    void scopes()
    {
        QFETCH(QList<HttpHeader>, headers);
        const auto viewer = parseViewer({200, headers, R"({"login":"robin"})"_ba, {}}, u"me"_s);
        QVERIFY(viewer);
        QCOMPARE(viewer->login, u"robin"_s);
        QTEST(viewer->scopes, "scopes");
    }

    void expiry_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("time");
        QTest::newRow("utc") << "2026-01-02 03:04:05 UTC"_ba << u"2026-01-02T03:04:05Z"_s;
        QTest::newRow("west of it") << "2026-01-01 20:04:05 -0700"_ba << u"2026-01-02T03:04:05Z"_s;
        QTest::newRow("east of it") << "2026-01-02 04:04:05 +01:00"_ba << u"2026-01-02T03:04:05Z"_s;
        QTest::newRow("nothing") << ""_ba << QString();
        QTest::newRow("no such day") << "2026-02-30 03:04:05 UTC"_ba << QString();
        QTest::newRow("other order") << "02.01.2026 03:04:05"_ba << QString();
    }

    void expiry()
    {
        QFETCH(QByteArray, text);
        const auto time = parseTokenExpiry(text);
        QTEST(time.isValid() ? time.toString(Qt::ISODate) : QString(), "time");
    }

    void organizations()
    {
        const auto rows = parseOrganizations({200,
                                              {{"X-GitHub-SSO"_ba, "partial-results; organizations=1,2"_ba}},
                                              R"([{"login":"acme","id":7}])"_ba,
                                              {}},
                                             u"orgs"_s);
        QVERIFY(rows);
        QVERIFY(rows->isPartial);
        QCOMPARE(rows->rows, (std::vector<Owner>{{u"acme"_s, 7, OwnerKind::Organization}}));
        QVERIFY(!parseOrganizations({200, {}, "[]"_ba, {}}, u"orgs"_s)->isPartial);
    }

    void answersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("a web page") << "<html>Sign in</html>"_ba << ErrorKind::NotJson;
        QTest::newRow("a list") << "[]"_ba << ErrorKind::Malformed;
        QTest::newRow("no login") << "{}"_ba << ErrorKind::Malformed;
    }

    void answersThatAreNone()
    {
        QFETCH(QByteArray, body);
        const auto viewer = parseViewer({200, {}, body, {}}, u"me"_s);
        QVERIFY(!viewer);
        QTEST(viewer.error().kind, "kind");
    }
};

SLIPWAY_TEST_SUITE(TestViewer);

#include "test_viewer.moc"
