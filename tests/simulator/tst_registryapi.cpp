#include "simulator/fixture.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kAcceptAll = "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
                            "application/vnd.docker.distribution.manifest.list.v2+json, "
                            "application/vnd.docker.distribution.manifest.v2+json";
const QString kApp = u"/v2/acme/team/app"_s;

QString errorCode(const Reply& reply)
{
    return reply.json()["errors"_L1][0]["code"_L1].toString();
}

/// A simulator with a token that may pull and push everything these tests touch.
struct Registry final {
    explicit Registry(SimulatorOptions options = {})
        : simulation(std::move(options))
        , token(simulation.client->registryToken(u"repository:acme/team/app:pull,push repository:acme/new:pull,push "
                                                 "repository:acme/secret:pull repository:acme/warts:pull"_s))
    {
    }

    Reply send(const QByteArray& method, const QString& target, Headers headers = {}, const QByteArray& body = {})
    {
        Headers all{{"authorization", token}, {"accept", kAcceptAll}};
        all.insert(all.end(), headers.begin(), headers.end());
        return simulation.client->send(method, target, all, body);
    }
    Reply get(const QString& target, const Headers& headers = {}) { return send("GET", target, headers); }
    SimPackage* package(const QString& name) { return simulation.server->state().livePackage(name); }
    QString upload(const QString& repository, const QByteArray& bytes)
    {
        const auto digest = Digest::of(bytes).toString();
        const auto reply = send("POST", "/v2/"_L1 + repository + "/blobs/uploads/?digest="_L1 + digest, {}, bytes);
        return reply.status == 201 ? digest : QString();
    }

    Simulation simulation;
    QByteArray token;
};

} // namespace

class RegistryApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pingChallenges()
    {
        Simulation simulation;
        const auto reply = simulation.client->get(u"/v2/"_s, {{"authorization", {}}});
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.header("www-authenticate"),
                 "Bearer realm=\"" + simulation.server->apiUrl().toString().toLatin1()
                     + "/token\",service=\"ghcr.io\",scope=\"repository:user/image:pull\"");
        // A personal access token is no registry token.
        QCOMPARE(simulation.client->get(u"/v2/"_s).status, 401);
        QCOMPARE(Registry().get(u"/v2/"_s).status, 200);
    }

    void tokens_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("status");
        QTest::newRow("public, anonymous") << u"repository:acme/team/app:pull"_s << ""_ba << 200;
        QTest::newRow("private, anonymous") << u"repository:acme/secret:pull"_s << ""_ba << 403;
        QTest::newRow("private, token") << u"repository:acme/secret:pull"_s << "ghp_read"_ba << 200;
        QTest::newRow("private, without scope") << u"repository:acme/secret:pull"_s << "ghp_none"_ba << 403;
        QTest::newRow("private, hidden") << u"repository:acme/secret:pull"_s << "ghp_guest"_ba << 403;
        QTest::newRow("wrong token") << u"repository:acme/team/app:pull"_s << "ghp_wrong"_ba << 403;
        QTest::newRow("push without scope") << u"repository:acme/team/app:push"_s << "ghp_read"_ba << 403;
        QTest::newRow("push something new") << u"repository:acme/new/one:pull,push"_s << "ghp_all"_ba << 200;
        QTest::newRow("another owner") << u"repository:other/x:pull"_s << "ghp_all"_ba << 403;
        QTest::newRow("no scope at all") << QString() << "ghp_all"_ba << 200;
    }

    void tokens()
    {
        QFETCH(const QString, scope);
        QFETCH(const QByteArray, password);
        QFETCH(const int, status);
        Simulation simulation;
        const auto basic = password.isEmpty() ? QByteArray() : "Basic " + QByteArray("x:" + password).toBase64();
        const auto reply =
            simulation.client->get("/token?service=ghcr.io&scope="_L1 + scope, {{"authorization", basic}});
        QCOMPARE(reply.status, status);
        if (status == 200)
            QCOMPARE(reply.json().object().keys(), QStringList{u"token"_s}); // no expires_in, as at ghcr.io
        else
            QCOMPARE(errorCode(reply), u"DENIED"_s);
    }

    void tokensEnd()
    {
        SimulatorOptions options;
        options.tokenLifetime = std::chrono::seconds(-1);
        Registry registry(options);
        const auto reply = registry.get(kApp + u"/tags/list"_s);
        QCOMPARE(reply.status, 401);
        QVERIFY(reply.header("www-authenticate").contains("scope=\"repository:acme/team/app:pull\""));
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto digest = "sha256:"_L1 + QString(64, u'0');
        const auto row = [](const char* name, const char* method, const QString& target, int status,
                            const QString& code = {}) {
            QTest::newRow(name) << QByteArray(method) << target << status << code;
        };
        row("manifest by tag", "GET", kApp + u"/manifests/latest"_s, 200);
        row("unknown tag", "GET", kApp + u"/manifests/nope"_s, 404, u"MANIFEST_UNKNOWN"_s);
        row("unknown digest", "GET", kApp + u"/manifests/"_s + digest, 404, u"MANIFEST_UNKNOWN"_s);
        row("listed only", "GET", u"/v2/acme/warts/manifests/listed"_s, 404, u"MANIFEST_UNKNOWN"_s);
        row("no registry delete", "DELETE", kApp + u"/manifests/latest"_s, 405, u"UNSUPPORTED"_s);
        row("unknown blob", "GET", kApp + u"/blobs/"_s + digest, 404, u"BLOB_UNKNOWN"_s);
        row("no digest", "GET", kApp + u"/blobs/sha256:12"_s, 400, u"DIGEST_INVALID"_s);
        row("catalog", "GET", u"/v2/_catalog"_s, 404, u"UNSUPPORTED"_s);
        row("nothing pushed yet", "GET", u"/v2/acme/new/tags/list"_s, 404, u"NAME_UNKNOWN"_s);
        row("unknown upload", "PATCH", kApp + u"/blobs/uploads/x"_s, 404, u"BLOB_UPLOAD_UNKNOWN"_s);
        row("not in the token", "GET", u"/v2/acme/other/tags/list"_s, 401, u"UNAUTHORIZED"_s);
        row("push with a token to pull", "POST", u"/v2/acme/secret/blobs/uploads/"_s, 401, u"UNAUTHORIZED"_s);
        row("referrers", "GET", kApp + u"/referrers/"_s + digest, 404);
    }

    void answers()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QString, target);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        Registry registry;
        const auto reply = registry.send(method, target);
        QCOMPARE(reply.status, status);
        if (!code.isEmpty())
            QCOMPARE(errorCode(reply), code);
    }

    void referrersAreRefusedInFiveWays()
    {
        const std::array expected{std::pair{ReferrersAnswer::NotFound, 404}, std::pair{ReferrersAnswer::Redirect, 303},
                                  std::pair{ReferrersAnswer::MethodNotAllowed, 405},
                                  std::pair{ReferrersAnswer::TooMany, 429}, std::pair{ReferrersAnswer::Html, 200}};
        for (const auto& [mode, status] : expected) {
            SimulatorOptions options;
            options.referrers = mode;
            Registry registry(options);
            const auto reply = registry.get(kApp + u"/referrers/sha256:"_s + QString(64, u'a'));
            QCOMPARE(reply.status, status);
            if (mode == ReferrersAnswer::Redirect)
                QVERIFY(reply.header("location").startsWith("https://github.com/"));
            if (mode == ReferrersAnswer::Html)
                QVERIFY(reply.header("content-type").startsWith("text/html"));
        }
    }

    void manifestsNeedTheirTypeInAccept()
    {
        Registry registry;
        const Headers docker{{"accept", "application/vnd.docker.distribution.manifest.v2+json, */*"}};
        const auto refused = registry.get(kApp + u"/manifests/latest"_s, docker);
        QCOMPARE(refused.status, 404);
        QCOMPARE(refused.json()["errors"_L1][0]["message"_L1].toString(),
                 u"OCI index found, but Accept header does not support OCI indexes"_s);
        QCOMPARE(registry.get(kApp + u"/manifests/docker"_s, docker).status, 200);
    }

    void manifestsHashToTheirDigest()
    {
        Registry registry;
        const auto reply = registry.get(kApp + u"/manifests/latest"_s);
        const auto digest = Digest::of(reply.body).toString();
        QCOMPARE(reply.header("docker-content-digest"), digest.toLatin1());
        QCOMPARE(reply.header("content-type"), "application/vnd.oci.image.index.v1+json"_ba);
        QCOMPARE(registry.get(kApp + u"/manifests/"_s + digest).body, reply.body);
        const auto head = registry.send("HEAD", kApp + u"/manifests/"_s + digest);
        QCOMPARE(head.header("content-length").toInt(), reply.body.size());
        QVERIFY(head.body.isEmpty());
        // GET is a download, HEAD is none.
        QCOMPARE(registry.package(u"team/app"_s)->findTag(u"latest"_s)->downloads, 2);
    }

    void blobsAndTheirParts()
    {
        Registry registry;
        const auto base = kApp + u"/blobs/sha256:d7065b3607a473782a2344219bb440777b4af9e9b188dca2487806291d850d16"_s;
        const auto whole = registry.get(base);
        QCOMPARE(whole.status, 200);
        QCOMPARE(Digest::of(whole.body).hex().first(8), u"d7065b36"_s);
        const auto part = registry.get(base, {{"range", "bytes=1000-70999"}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.header("content-range"), "bytes 1000-70999/200000"_ba);
        QCOMPARE(part.body, whole.body.sliced(1000, 70000));
        QCOMPARE(registry.get(base, {{"range", "bytes=199999-"}}).body, whole.body.last(1));
        QCOMPARE(registry.get(base, {{"range", "bytes=200000-"}}).status, 416);
        QCOMPARE(registry.send("HEAD", base).header("content-length"), "200000"_ba);
        // Blobs belong to the packages that use them.
        const auto big = u"/blobs/sha256:4780bf583f47ac3d6eb8620f301bcf118d6feab8c7bfdeaaa9a80b1d1e88f89e"_s;
        QCOMPARE(registry.send("HEAD", kApp + big).status, 200);
        QCOMPARE(registry.send("HEAD", u"/v2/acme/secret"_s + big).status, 404);
    }

    void tagsComeInPages()
    {
        Registry registry;
        const auto first = registry.get(kApp + u"/tags/list?n=2"_s);
        QCOMPARE(first.json()["name"_L1].toString(), u"acme/team/app"_s);
        QCOMPARE(first.json()["tags"_L1].toArray(), (QJsonArray{u"docker"_s, u"latest"_s}));
        QCOMPARE(first.header("link"), "</v2/acme/team/app/tags/list?last=latest&n=2>; rel=\"next\""_ba);
        const auto second = registry.get(kApp + u"/tags/list?last=popular&n=2"_s);
        QCOMPARE(second.json()["tags"_L1].toArray().size(), 2);
        QVERIFY(second.header("link").isEmpty());
    }

    void uploadsInPieces()
    {
        Registry registry;
        const auto start = registry.send("POST", u"/v2/acme/new/blobs/uploads/"_s);
        QCOMPARE(start.status, 202);
        const auto place = QString::fromLatin1(start.header("location"));
        QCOMPARE(registry.send("PATCH", place, {{"content-range", "0-4"}}, "hello").header("range"), "0-4"_ba);
        QCOMPARE(registry.send("PATCH", place, {{"content-range", "9-12"}}, "late").status, 416);
        QCOMPARE(registry.get(place).status, 204);
        QCOMPARE(registry.send("PUT", place + u"?digest=sha256:"_s + QString(64, u'0'), {}, "!").status, 400);
        const auto again =
            QString::fromLatin1(registry.send("POST", u"/v2/acme/new/blobs/uploads/"_s).header("location"));
        QCOMPARE(registry.send("PATCH", again, {}, "hello").status, 202);
        const auto digest = Digest::of("hello!").toString();
        const auto done = registry.send("PUT", again + u"?digest="_s + digest, {}, "!");
        QCOMPARE(done.status, 201);
        QCOMPARE(done.header("docker-content-digest"), digest.toLatin1());
        QCOMPARE(registry.get(u"/v2/acme/new/blobs/"_s + digest).body, "hello!"_ba);
    }

    void mountsWhatMayBePulled()
    {
        Registry registry;
        const auto app = u"sha256:fca61c4866e6e571e8988ca182723a3422a40a994289669b9fcea8a3e2dfb062"_s;
        const auto post = u"/v2/acme/new/blobs/uploads/?mount="_s + app + u"&from="_s;
        QCOMPARE(registry.send("POST", post + u"acme/secret"_s).status, 201);
        QCOMPARE(registry.send("HEAD", u"/v2/acme/new/blobs/"_s + app).header("content-length"), "70001"_ba);
        QCOMPARE(registry.send("POST", post + u"acme/elsewhere"_s).status, 202);
    }

    void pushMakesRowsAndMovesTags()
    {
        Registry registry;
        const auto config = registry.upload(u"acme/new"_s, "{}");
        const auto manifest = [&config](const QString& note) {
            return QJsonDocument(QJsonObject{{u"schemaVersion"_s, 2},
                                             {u"config"_s, QJsonObject{{u"digest"_s, config}, {u"size"_s, 2}}},
                                             {u"layers"_s, QJsonArray{}},
                                             {u"annotations"_s, QJsonObject{{u"note"_s, note}}}})
                .toJson();
        };
        const auto push = [&registry](const QString& reference, const QByteArray& body) {
            return registry.send("PUT", u"/v2/acme/new/manifests/"_s + reference,
                                 {{"content-type", "application/vnd.oci.image.manifest.v1+json"}}, body);
        };
        const auto one = manifest(u"1"_s);
        const auto pushed = push(u"v1"_s, one);
        QCOMPARE(pushed.status, 201);
        QCOMPARE(pushed.header("docker-content-digest"), Digest::of(one).toString().toLatin1());
        QCOMPARE(push(u"latest"_s, one).status, 201);
        auto* package = registry.package(u"new"_s);
        QCOMPARE(package->active().size(), 1U);
        QCOMPARE(package->findTag(u"v1"_s)->tags, (QStringList{u"v1"_s, u"latest"_s}));
        QCOMPARE(push(u"latest"_s, manifest(u"2"_s)).status, 201);
        QCOMPARE(package->active().size(), 2U);
        QCOMPARE(package->findTag(u"v1"_s)->tags, QStringList{u"v1"_s});
        QCOMPARE(push(Digest::of(manifest(u"3"_s)).toString(), manifest(u"3"_s)).status, 201);
        QVERIFY(package->findDigest(Digest::of(manifest(u"3"_s)))->tags.isEmpty());
        QCOMPARE(push(Digest::of(one).toString(), manifest(u"4"_s)).status, 400);
        QCOMPARE(push(u"bad tag!"_s, one).status, 400);
        QCOMPARE(push(u"v1"_s, "no JSON").status, 400);
    }

    void pushedImagesNeedTheirBlobs()
    {
        Registry registry;
        const QJsonObject absent{{u"digest"_s, "sha256:"_L1 + QString(64, u'a')}};
        const auto missing = QJsonDocument(QJsonObject{{u"schemaVersion"_s, 2}, {u"config"_s, absent}}).toJson();
        const auto reply = registry.send("PUT", u"/v2/acme/new/manifests/v1"_s, {}, missing);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), u"MANIFEST_BLOB_UNKNOWN"_s);
        // Of an index nothing is asked.
        const auto index = QJsonDocument(QJsonObject{{u"schemaVersion"_s, 2},
                                                     {u"mediaType"_s, u"application/vnd.oci.image.index.v1+json"_s},
                                                     {u"manifests"_s, QJsonArray{absent}}})
                               .toJson();
        QCOMPARE(registry.send("PUT", u"/v2/acme/new/manifests/v1"_s, {}, index).status, 201);
        QCOMPARE(registry.get(u"/v2/acme/new/manifests/v1"_s).body, index);
    }
};

QTEST_GUILESS_MAIN(RegistryApiTest)
#include "tst_registryapi.moc"
