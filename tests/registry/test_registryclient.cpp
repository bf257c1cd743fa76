#include "registry/registryclient.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kBody = R"({"schemaVersion":2})"_ba;
const auto kType = "application/vnd.oci.image.manifest.v1+json"_ba;
const Repository kRepository{u"NorthQuay"_s, {u"kas/kas"_s}};

/// A registry with tokens; documents are answered by `documents`.
struct Registry {
    std::function<HttpResponse(const HttpRequest&)> documents;
    std::shared_ptr<int> tokens = std::make_shared<int>(0);

    Result<HttpResponse> operator()(const HttpRequest& request) const
    {
        if (request.url.path() == "/v2/"_L1)
            return answerWith(401, {}, {{"WWW-Authenticate"_ba, "Bearer realm=\"https://ghcr.io/token\""_ba}});
        if (request.url.path() == "/token"_L1)
            return jsonAnswer(R"({"token":"token-)" + QByteArray::number(++*tokens) + R"("})");
        return documents(request);
    }
};

HttpResponse document(const QByteArray& body, const QByteArray& type = kType)
{
    return answerWith(200, body, {{"Content-Type"_ba, type}});
}

HttpResponse refusal(const QByteArray& code, const QByteArray& message = "no such thing")
{
    return answerWith(404, R"({"errors":[{"code":")" + code + R"(","message":")" + message + R"("}]})",
                      {{"Content-Type"_ba, "application/json"_ba}});
}

RegistryAccess access()
{
    return {QUrl(u"https://ghcr.io"_s), u"me"_s, u"ghp_geheimnis"_s};
}

QList<HttpRequest> documentRequests(const FakeTransport& transport)
{
    QList<HttpRequest> requests;
    for (const auto& request : transport.requests()) {
        if (request.traffic == Traffic::Registry && request.url.path() != "/v2/"_L1)
            requests.append(request);
    }
    return requests;
}

class TestRegistryClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAManifest()
    {
        FakeTransport transport(Registry{[](const HttpRequest&) { return document(kBody); }});
        RegistryClient client(transport, access(), {});
        const auto read = resultOf(client.manifest(kRepository, Digest::of(kBody), {}));
        QCOMPARE(read->bytes, kBody);
        QCOMPARE(read->mediaType, QString::fromLatin1(kType));
        QVERIFY(read->matchesDigest);
        const auto request = documentRequests(transport).front();
        QCOMPARE(request.url.toString(QUrl::FullyEncoded),
                 u"https://ghcr.io/v2/northquay/kas/kas/manifests/"_s + Digest::of(kBody).toString());
        QCOMPARE(FakeTransport::header(request, "Authorization"), "Bearer token-1");
        QVERIFY(FakeTransport::header(request, "Accept").contains("application/vnd.oci.image.index.v1+json"));
        QCOMPARE(request.redirects, RedirectRule::Refuse);
    }

    void mismatchIsMarked()
    {
        FakeTransport transport(Registry{[](const HttpRequest&) { return document(kBody + " "); }});
        RegistryClient client(transport, access(), {});
        const auto read = resultOf(client.manifest(kRepository, Digest::of(kBody), {}));
        QVERIFY(read);
        QVERIFY(!read->matchesDigest);
    }

    void tokenIsRenewedOnce()
    {
        FakeTransport transport(Registry{[](const HttpRequest& request) {
            return FakeTransport::header(request, "Authorization") == "Bearer token-1" ? answerWith(401)
                                                                                       : document(kBody);
        }});
        RegistryClient client(transport, access(), {});
        QVERIFY(resultOf(client.manifest(kRepository, Digest::of(kBody), {})));
        QCOMPARE(documentRequests(transport).size(), 2);
        for (const auto& request : documentRequests(transport)) {
            QCOMPARE(
                std::ranges::count_if(request.headers, [](const HttpHeader& h) { return h.name == "Authorization"; }),
                1);
            QVERIFY(!FakeTransport::header(request, "Accept").isEmpty());
        }
    }

    void refusedTwiceIsUnauthorized()
    {
        FakeTransport transport(Registry{[](const HttpRequest&) { return answerWith(401); }});
        RegistryClient client(transport, access(), {});
        QCOMPARE(resultOf(client.manifest(kRepository, Digest::of(kBody), {})).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(documentRequests(transport).size(), 2);
    }

    void manifestErrors_data()
    {
        QTest::addColumn<HttpResponse>("answer");
        QTest::addColumn<QString>("kind");
        QTest::newRow("missing") << refusal("MANIFEST_UNKNOWN") << u"manifest-missing"_s;
        QTest::newRow("no such repository") << refusal("NAME_UNKNOWN") << u"not-found"_s;
        QTest::newRow("case 23: our own Accept header")
            << refusal("MANIFEST_UNKNOWN", "OCI index found, but Accept header does not support OCI indexes")
            << u"not-found"_s;
        QTest::newRow("404 of a proxy") << answerWith(404, "<html>", {{"Content-Type"_ba, "text/html"_ba}})
                                        << u"not-found"_s;
        QTest::newRow("web page") << document("<html>", "text/html; charset=utf-8") << u"not-json"_s;
        QTest::newRow("throttled") << answerWith(429) << u"rate-limited"_s;
        QTest::newRow("unavailable") << answerWith(503) << u"server"_s;
        QTest::newRow("denied") << answerWith(403) << u"forbidden"_s;
        QTest::newRow("moved") << answerWith(303, {}, {{"Location"_ba, "https://github.com/"_ba}})
                               << u"unexpected-status"_s;
    }

    void manifestErrors()
    {
        QFETCH(HttpResponse, answer);
        FakeTransport transport(Registry{[&](const HttpRequest&) { return answer; }});
        RegistryClient client(transport, access(), {});
        const auto read = resultOf(client.manifest(kRepository, Digest::of(kBody), {}));
        QVERIFY(!read);
        QTEST(errorKindName(read.error().kind), "kind");
        QCOMPARE(read.error().subject, u"kas/kas@"_s + Digest::of(kBody).toString());
    }

    void throttleTellsTheWait()
    {
        FakeTransport transport(Registry{[](const HttpRequest&) {
            return answerWith(
                429,
                R"({"errors":[{"code":"TOOMANYREQUESTS","message":"retry-after: 10.3ms, allowed: 44000/minute"}]})");
        }});
        RegistryClient client(transport, access(), {});
        const auto read = resultOf(client.manifest(kRepository, Digest::of(kBody), {}));
        QCOMPARE(read.error().retryAfter, std::optional(std::chrono::milliseconds(11)));
    }

    void blobs()
    {
        FakeTransport transport(
            Registry{[](const HttpRequest&) { return document("config", "application/octet-stream"); }});
        RegistryClient client(transport, access(), {});
        QCOMPARE(resultOf(client.blob(kRepository, Digest::of("config"), {}))->bytes, "config");
        QCOMPARE(resultOf(client.blob(kRepository, Digest::of("other"), {})).error().kind, ErrorKind::DigestMismatch);
        const auto request = documentRequests(transport).front();
        QCOMPARE(request.redirects, RedirectRule::Anywhere); // GHCR keeps blobs on another host
        QVERIFY(request.url.path().contains("/blobs/sha256:"_L1));
    }

    void registryWithoutTokens()
    {
        FakeTransport transport([](const HttpRequest& request) {
            return request.url.path() == "/v2/"_L1 ? jsonAnswer("{}") : document(kBody);
        });
        RegistryClient client(transport, {QUrl(u"http://127.0.0.1:5000"_s), {}, {}}, {});
        QVERIFY(resultOf(client.manifest(kRepository, Digest::of(kBody), {})));
        QVERIFY(FakeTransport::header(transport.requests().last(), "Authorization").isNull());
        QCOMPARE(transport.requests().last().url.port(), 5000);
    }

    void failedTokenIsTold()
    {
        FakeTransport transport(
            [](const HttpRequest&) -> Result<HttpResponse> { return failure(ErrorKind::Tls, u"ghcr.io"_s); });
        RegistryClient client(transport, access(), {});
        QCOMPARE(resultOf(client.manifest(kRepository, Digest::of(kBody), {})).error().kind, ErrorKind::Tls);
    }

    void secretNeverReachesTheRegistryItself()
    {
        FakeTransport transport(Registry{[](const HttpRequest&) { return document(kBody); }});
        RegistryClient client(transport, access(), {});
        QVERIFY(resultOf(client.manifest(kRepository, Digest::of(kBody), {})));
        QVERIFY(resultOf(client.blob(kRepository, Digest::of(kBody), {})));
        for (const auto& request : documentRequests(transport)) {
            for (const auto& header : request.headers)
                QVERIFY(!header.value.contains("geheimnis")
                        && !header.value.contains("me:ghp_geheimnis"_ba.toBase64()));
        }
    }
};

SLIPWAY_TEST_SUITE(TestRegistryClient);

} // namespace

#include "test_registryclient.moc"
