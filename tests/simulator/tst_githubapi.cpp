#include "simulator/githubrequests.h"

#include <QTcpSocket>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// What GitHub's packages API does that surprises, one row each (docs/simulator.md lists them).
class GithubApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* method, const QString& target, const Headers& headers,
                            int status, const QString& message = {}) {
            QTest::newRow(name) << QByteArray(method) << target << headers << status << message;
        };
        const auto list = u"/orgs/acme/packages?package_type=container"_s;
        const auto app = u"/orgs/acme/packages/container/team%2Fapp"_s;
        const auto secret = u"/orgs/acme/packages/container/secret"_s;
        const auto guest = as("ghp_guest");
        row("account", "GET", u"/users/ACME"_s, {}, 200);
        row("account without token", "GET", u"/users/acme"_s, as({}), 200);
        row("unknown account", "GET", u"/users/nobody"_s, {}, 404, u"Not Found"_s);
        row("viewer without token", "GET", u"/user"_s, as({}), 401, u"Requires authentication"_s);
        row("bad token", "GET", list, as("ghp_wrong"), 401, u"Bad credentials"_s);
        row("token scheme", "GET", list, {{"authorization", "token ghp_all"}}, 200);
        row("unknown API version", "GET", list, {{"x-github-api-version", "2019-01-01"}, kWrongOnPurpose}, 400);
        row("second API version", "GET", list, {{"x-github-api-version", "2026-03-10"}}, 200);
        row("enterprise prefix", "GET", u"/api/v3"_s + list, {}, 200);
        row("no package type", "GET", u"/orgs/acme/packages"_s, {kWrongOnPurpose}, 400, u"Invalid argument."_s);
        row("list without token", "GET", list, as({}), 401);
        row("list without scope", "GET", list, as("ghp_none"), 403, u"read:packages"_s);
        row("list without single sign-on", "GET", list, as("ghp_sso"), 403, u"SAML"_s);
        row("fine-grained token", "GET", list, as("github_pat_x"), 401);
        row("trailing slash", "GET", u"/orgs/acme/packages/"_s, {kWrongOnPurpose}, 404);
        row("beyond 10000", "GET", list + u"&per_page=100&page=101"_s, {}, 400);
        row("another organisation", "GET", u"/orgs/other/packages?package_type=container"_s, {}, 404);
        row("organisation asked as user", "GET", u"/users/acme/packages?package_type=container"_s, {}, 404);
        row("numeric organisation", "GET", u"/organizations/77/packages?package_type=container"_s, {}, 200);
        row("encoded name", "GET", app, {}, 200);
        row("name with a bare slash", "GET", u"/orgs/acme/packages/container/team/app"_s, {kWrongOnPurpose}, 404);
        row("public package without scope is known", "GET", app, as("ghp_none"), 403);
        row("private package without scope is hidden", "GET", secret, as("ghp_none"), 404);
        row("hidden package", "GET", secret, guest, 404);
        row("version", "GET", app + u"/versions/1004"_s, {}, 200);
        row("version that is no number", "GET", app + u"/versions/latest"_s, {kWrongOnPurpose}, 404);
        row("delete without scope", "DELETE", app + u"/versions/1009"_s, as("ghp_read"), 403, u"delete:packages"_s);
        row("delete without role", "DELETE", app + u"/versions/1009"_s, guest, 404);
        row("delete", "DELETE", app + u"/versions/1009"_s, {}, 204);
        row("delete what is deleted", "DELETE", app + u"/versions/1010"_s, {}, 404);
        row("last tagged version", "DELETE", secret + u"/versions/2001"_s, {}, 400,
            u"You cannot delete the last tagged version of a package. You must delete the package instead."_s);
        row("untagged beside the last tagged", "DELETE", secret + u"/versions/2002"_s, {}, 204);
        row("too many downloads", "DELETE", app + u"/versions/1008"_s, {}, 400, u"5000 downloads"_s);
        row("package with too many downloads", "DELETE", app, {}, 400, u"5000 downloads"_s);
        row("child of an index is not protected", "DELETE", app + u"/versions/1001"_s, {}, 204);
        row("restore", "POST", app + u"/versions/1010/restore"_s, {}, 204);
        row("restore after 30 days", "POST", app + u"/versions/1011/restore"_s, {}, 404);
        row("restore what is there", "POST", app + u"/versions/1004/restore"_s, {}, 404);
        row("delete a package", "DELETE", secret, {}, 204);
        const auto billing = u"/organizations/acme/settings/billing/usage"_s;
        row("billing", "GET", billing + u"?year=2025&month=12"_s, as("ghp_owner"), 200);
        row("billing in the second API version", "GET", billing,
            {{"authorization", "Bearer ghp_owner"}, {"x-github-api-version", "2026-03-10"}}, 200);
        row("billing without the scope", "GET", billing, {}, 403, u"admin:org"_s);
        row("billing without single sign-on", "GET", billing, as("ghp_sso"), 403, u"SAML"_s);
        row("billing is hidden from readers", "GET", billing, guest, 404);
        row("billing without token", "GET", billing, as({}), 401);
        row("billing of another organisation", "GET", u"/organizations/other/settings/billing/usage"_s, as("ghp_owner"),
            404);
        row("billing asked as of a user", "GET", u"/users/acme/settings/billing/usage"_s, as("ghp_owner"), 404);
        row("billing of no month", "GET", billing + u"?year=2025&month=13"_s, as("ghp_owner"), 400);
        row("billing of no day", "GET", billing + u"?year=2025&month=2&day=30"_s, as("ghp_owner"), 400);
        const auto repository = u"/repos/acme/platform"_s;
        row("tree of a repository", "GET", repository + u"/git/trees/HEAD?recursive=1"_s, {}, 200);
        row("tree of an empty one", "GET", u"/repos/acme/bare/git/trees/HEAD"_s, {}, 409,
            u"Git Repository is empty."_s);
        row("tree of no branch", "GET", repository + u"/git/trees/nope"_s, {}, 404);
        row("file", "GET", repository + u"/contents/build-lock.json"_s, {}, 200);
        row("file of another case of names", "GET", u"/repos/ACME/Platform/contents/build-lock.json"_s, {}, 200);
        row("folder", "GET", repository + u"/contents/.github"_s, {}, 200);
        row("file that is not there", "GET", repository + u"/contents/nope.yml"_s, {}, 404, u"Not Found"_s);
        row("blob that is not there", "GET", repository + u"/git/blobs/0000"_s, {}, 404);
        row("private repository without scope", "GET", u"/repos/acme/secret/contents/slipway.yaml"_s, {}, 404);
        row("private repository", "GET", u"/repos/acme/secret/contents/slipway.yaml"_s, as("ghp_repo"), 200);
        row("repository of another owner", "GET", u"/repos/other/platform/contents/build-lock.json"_s, {}, 404);
        row("repository", "GET", repository, {}, 200);
        row("private repository itself", "GET", u"/repos/acme/secret"_s, {}, 404);
        row("branch", "GET", repository + u"/git/ref/heads/main"_s, {}, 200);
        row("branch that is not there", "GET", repository + u"/git/ref/heads/nope"_s, {}, 404);
        row("branch of an empty one", "GET", u"/repos/acme/bare/git/ref/heads/main"_s, {}, 409);
        row("file of no branch", "GET", repository + u"/contents/build-lock.json?ref=nope"_s, {}, 404);
        row("commits of a file", "GET", repository + u"/commits?path=build-lock.json"_s, {}, 200);
        row("commits of no branch", "GET", repository + u"/commits?sha=nope"_s, {}, 404, u"No commit found for SHA"_s);
        row("commits of an empty one", "GET", u"/repos/acme/bare/commits"_s, {}, 409, u"Git Repository is empty."_s);
        row("pull requests", "GET", repository + u"/pulls?state=all"_s, {}, 200);
        row("issues", "GET", repository + u"/issues?state=all&labels=a"_s, {}, 200);
        row("unknown route", "GET", u"/orgs/acme/teams"_s, {kWrongOnPurpose}, 404);
    }

    void treesContentsAndBlobsAgree()
    {
        Simulation simulation;
        const auto ask = [&](const QString& path) {
            return simulation.client->get(u"/repos/acme/platform"_s + path).json();
        };
        const auto tree = ask(u"/git/trees/HEAD?recursive=1"_s);
        QStringList lines;
        const auto entries = tree["tree"_L1].toArray();
        for (const auto& entry : entries)
            lines.append(entry["type"_L1].toString() + u' ' + entry["path"_L1].toString());
        QCOMPARE(lines, (QStringList{u"tree .github"_s, u"tree .github/workflows"_s,
                                     u"blob .github/workflows/build.yml"_s, u"blob build-lock.json"_s, u"tree größe"_s,
                                     u"tree größe/deep"_s, u"blob größe/deep/compose.yaml"_s}));
        const auto file = ask(u"/contents/gr%C3%B6%C3%9Fe/deep/compose.yaml"_s);
        QCOMPARE(QByteArray::fromBase64(file["content"_L1].toString().toLatin1()), QByteArray("services: {}\n"));
        QCOMPARE(file["sha"_L1], entries.last()["sha"_L1]);
        const auto blob = ask(u"/git/blobs/"_s + file["sha"_L1].toString());
        QCOMPARE(blob["content"_L1], file["content"_L1]);
        // What `git hash-object` says of "{}\n".
        QCOMPARE(ask(u"/contents/build-lock.json"_s)["sha"_L1].toString(),
                 u"0967ef424bce6791893e9a57bb952f80fd536e93"_s);
        const auto folder = ask(u"/contents/.github"_s).array();
        QCOMPARE(folder.size(), 1);
        QCOMPARE(folder[0]["type"_L1].toString(), u"dir"_s);
    }

    void billedIsWhatWasStored_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<qsizetype>("rows");
        QTest::addColumn<QString>("first");
        // The anchor is noon of the first of January 2026; "old" with 67 MB is from the first of June 2025.
        QTest::newRow("a month") << u"?year=2025&month=12"_s << qsizetype(31) << u"2025-12-01"_s;
        QTest::newRow("a day") << u"?year=2025&month=12&day=24"_s << qsizetype(1) << u"2025-12-24"_s;
        QTest::newRow("before there was much") << u"?year=2025&month=5"_s << qsizetype(0) << QString();
        QTest::newRow("a year") << u"?year=2025"_s << qsizetype(30 + 31 + 31 + 30 + 31 + 30 + 31) << u"2025-06-01"_s;
        QTest::newRow("this year, up to today") << QString() << qsizetype(1) << u"2026-01-01"_s;
        QTest::newRow("what is to come") << u"?year=2026&month=2"_s << qsizetype(0) << QString();
    }

    void billedIsWhatWasStored()
    {
        QFETCH(const QString, query);
        QFETCH(const qsizetype, rows);
        QFETCH(const QString, first);
        Simulation simulation;
        const auto reply =
            simulation.client->get(u"/organizations/acme/settings/billing/usage"_s + query, as("ghp_owner"));
        const auto items = reply.json()["usageItems"_L1].toArray();
        QCOMPARE(items.size(), rows);
        if (items.isEmpty())
            return;
        const auto row = items.first().toObject();
        QCOMPARE(row["date"_L1].toString(), first);
        QCOMPARE(row["sku"_L1].toString(), u"Packages storage"_s);
        QCOMPARE(row["unitType"_L1].toString(), u"GigabyteHours"_s);
        // 67.1 to 67.4 MB for 24 hours are 1.6 gigabyte-hours.
        QCOMPARE(row["quantity"_L1].toInteger(), 2);
        QCOMPARE(row["discountAmount"_L1].toDouble(), row["grossAmount"_L1].toDouble());
        QCOMPARE(row["netAmount"_L1].toDouble(), 0.0);
        QCOMPARE(row["organizationName"_L1].toString(), u"acme"_s);
    }

    void billingOfAUserIsForThemselves()
    {
        SimulatorOptions options;
        options.scopes = QStringList{u"read:packages"_s, u"user"_s};
        Simulation simulation(options, u"user.json"_s);
        const auto reply = simulation.client->get(u"/users/sam/settings/billing/usage?year=2025"_s);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.json()["usageItems"_L1].isArray());
        Simulation without({}, u"user.json"_s);
        const auto refused = without.client->get(u"/users/sam/settings/billing/usage"_s);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.header("x-accepted-oauth-scopes"), "user");
    }

    void answers()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QString, target);
        QFETCH(const Headers, headers);
        QFETCH(const int, status);
        QFETCH(const QString, message);
        Simulation simulation;
        const auto reply = simulation.client->send(method, target, headers);
        QCOMPARE(reply.status, status);
        if (!message.isEmpty()) {
            const auto json = reply.json();
            QVERIFY2(json["message"_L1].toString().contains(message), reply.body.constData());
            QCOMPARE(json["status"_L1].toString(), QString::number(status));
            QVERIFY(json["documentation_url"_L1].isString());
        }
        if (status == 204)
            QVERIFY(reply.body.isEmpty() && reply.header("content-length").isEmpty());
    }

    /// On the wire, because a QNetworkAccessManager always names itself.
    void requestsWithoutUserAgentAreForbidden()
    {
        Simulation simulation;
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(simulation.server->apiUrl().port()));
        socket.write(
            "GET /users/acme HTTP/1.1\r\nHost: x\r\nX-Wrong-On-Purpose: yes\r\nAuthorization: Bearer ghp_all\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&socket] { return socket.bytesAvailable() > 20; }));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 403 "));
    }

    void pagesAreLinkedByNumber()
    {
        Simulation simulation;
        auto& client = *simulation.client;
        const auto first = client.get(kVersions + u"?state=active&per_page=4"_s);
        QCOMPARE(ids(first), (QList<qint64>{1006, 1005, 1004, 1003}));
        const auto base = simulation.server->apiUrl().toString().toLatin1()
                          + "/organizations/77/packages/container/team%2Fapp/versions?state=active&per_page=4&page=";
        QCOMPARE(first.header("link"), '<' + base + "2>; rel=\"next\", <" + base + "3>; rel=\"last\"");
        const auto second = client.get(QString::fromLatin1(base + '2'));
        QCOMPARE(ids(second), (QList<qint64>{1002, 1001, 1007, 1008}));
        QCOMPARE(second.header("link"), '<' + base + "1>; rel=\"prev\", <" + base + "3>; rel=\"next\", <" + base
                                            + "3>; rel=\"last\", <" + base + "1>; rel=\"first\"");
        const auto third = client.get(QString::fromLatin1(base + '3'));
        QCOMPARE(ids(third), (QList<qint64>{1009}));
        QCOMPARE(third.header("link"), '<' + base + "2>; rel=\"prev\", <" + base + "1>; rel=\"first\"");
        QVERIFY(client.get(kVersions + u"?per_page=100"_s).header("link").isEmpty());
        QCOMPARE(ids(client.get(kVersions + u"?per_page=1000"_s)).size(), 9);
    }

    void rowsSayWhatGithubSays()
    {
        Simulation simulation;
        const auto row = simulation.client->get(kVersions + u"/1004"_s).json().object();
        QCOMPARE(row["metadata"_L1]["container"_L1]["tags"_L1].toArray(), (QJsonArray{u"latest"_s, u"v1.0.0"_s}));
        QVERIFY(row["name"_L1].toString().startsWith("sha256:"_L1));
        QCOMPARE(row["created_at"_L1].toString(), u"2025-12-30T10:00:01Z"_s);
        QVERIFY(!row.contains("deleted_at"_L1));
        const auto deleted = simulation.client->get(kVersions + u"?state=deleted"_s).json().array();
        QCOMPARE(deleted.size(), 1);
        QCOMPARE(deleted[0]["deleted_at"_L1].toString(), u"2025-12-27T12:00:00Z"_s);
    }

    void deletionTakesTagsAndComesBack()
    {
        Simulation simulation;
        auto& client = *simulation.client;
        auto* package = simulation.server->state().findPackage(u"team/app"_s);
        QCOMPARE(client.send("DELETE", kVersions + u"/1004"_s).status, 204);
        QVERIFY(package->findTag(u"latest"_s) == nullptr);
        QCOMPARE(client.get(kVersions + u"/1001"_s).status, 200); // no cascade
        QCOMPARE(client.get(kVersions + u"/1004"_s).status, 404);
        QCOMPARE(client.send("POST", kVersions + u"/1004/restore"_s).status, 204);
        QCOMPARE(package->findTag(u"latest"_s)->id, 1004);
    }

    void deletedPackageComesBack()
    {
        Simulation simulation;
        const auto secret = u"/orgs/acme/packages/container/secret"_s;
        QCOMPARE(simulation.client->send("DELETE", secret).status, 204);
        QCOMPARE(simulation.client->get(secret + u"/versions"_s).status, 404);
        QCOMPARE(simulation.client->send("POST", secret + u"/restore"_s).status, 204);
        QCOMPARE(ids(simulation.client->get(secret + u"/versions"_s)).size(), 2);
    }

    void scopesAreShown()
    {
        SimulatorOptions options;
        options.scopes = QStringList{u"read:packages"_s};
        Simulation simulation(options);
        const auto reply = simulation.client->send("DELETE", kVersions + u"/1009"_s);
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.header("x-oauth-scopes"), "read:packages"_ba);
        QCOMPARE(reply.header("x-accepted-oauth-scopes"), "delete:packages"_ba);
        const auto sso = simulation.client->get(u"/orgs/acme/packages?package_type=container"_s, as("ghp_sso"));
        QVERIFY(sso.header("x-github-sso").startsWith("required; url="));
    }

    void listsLagBehind()
    {
        SimulatorOptions options;
        options.staleLists = 2;
        Simulation simulation(options);
        auto& client = *simulation.client;
        QCOMPARE(client.send("DELETE", kVersions + u"/1009"_s).status, 204);
        QCOMPARE(ids(client.get(kVersions)).size(), 9);
        QCOMPARE(client.send("DELETE", kVersions + u"/1009"_s).status, 404); // listed, and gone
        QCOMPARE(ids(client.get(kVersions)).size(), 9);
        QCOMPARE(ids(client.get(kVersions)).size(), 8);
    }

    void usersHaveTheirOwnRoutes()
    {
        Simulation simulation({}, u"user.json"_s);
        auto& client = *simulation.client;
        const auto mine = client.get(u"/user/packages?package_type=container"_s);
        QCOMPARE(mine.json()[0]["name"_L1].toString(), u"tool"_s);
        const auto link = client.get(u"/users/sam/packages/container/tool/versions?per_page=2"_s).header("link");
        QVERIFY2(link.contains("/user/99/packages/container/tool/versions?per_page=2&page=2>; rel=\"next\""),
                 link.constData());
        QCOMPARE(ids(client.get(u"/user/99/packages/container/tool/versions?per_page=2&page=2"_s)),
                 (QList<qint64>{6003}));
        QCOMPARE(client.get(u"/orgs/Sam/packages?package_type=container"_s).status, 404);
    }

    void headHasTheLengthAndNoBody()
    {
        Simulation simulation;
        const auto reply = simulation.client->send("HEAD", kVersions);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.isEmpty());
        QCOMPARE(reply.header("content-length").toInt(), simulation.client->get(kVersions).body.size());
    }
};

QTEST_GUILESS_MAIN(GithubApiTest)
#include "tst_githubapi.moc"
