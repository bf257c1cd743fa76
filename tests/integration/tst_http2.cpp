#include "integration/http2front.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "support/apiversion.h"
#include "support/waiting.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// What leaves the machine, over HTTP/2 and TLS: what GitHub's own servers speak, with a real front in between.
class Http2Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void readsAnOwnerOverOneConnection();
    void untrustedIsRefused();
    void cancelledRequestsHarmNoOthers();
    void frontThatDiesIsTold();

private:
    /// An owner behind a front of its own, whose certificate is trusted.
    [[nodiscard]] bool serve()
    {
        m_owner = std::make_unique<ServedOwner>(
            Organisation().package(u"big"_s).many(250, u"m"_s).package(u"small"_s).many(3, u"s"_s).json());
        m_front = std::make_unique<Http2Front>();
        if (!m_front->start(m_owner->server().apiUrl()))
            return false;
        qputenv("SSL_CERT_FILE", m_front->certificate().toUtf8());
        m_owner->setApiUrl(m_front->url());
        m_owner->setRegistryUrl(m_front->url());
        return true;
    }
    [[nodiscard]] HttpRequest userRequest() const
    {
        HttpRequest request;
        request.url = m_front->url();
        request.url.setPath(u"/user"_s);
        request.subject = u"the user"_s;
        request.headers = {{"Authorization"_ba, "Bearer ghp_testtesttest"_ba},
                           {"Accept"_ba, "application/vnd.github+json"_ba},
                           {"X-GitHub-Api-Version"_ba, apiVersion()}};
        return request;
    }
    [[nodiscard]] QSet<QString> ports() const
    {
        QSet<QString> ports;
        const auto lines = m_front->answered();
        for (const auto& line : lines)
            ports.insert(line.section(u' ', 0, 0));
        return ports;
    }

    QByteArray m_usualTrust = qgetenv("SSL_CERT_FILE");
    std::unique_ptr<ServedOwner> m_owner;
    std::unique_ptr<Http2Front> m_front;
};

void Http2Test::cleanup()
{
    m_owner.reset();
    m_front.reset();
    if (m_usualTrust.isEmpty())
        qunsetenv("SSL_CERT_FILE");
    else
        qputenv("SSL_CERT_FILE", m_usualTrust);
}

void Http2Test::readsAnOwnerOverOneConnection()
{
    QVERIFY(serve());
    const auto snapshot = m_owner->scan();
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().detail));
    QVERIFY((*snapshot)->complete);
    QCOMPARE((*snapshot)->versions.size(), 253U);
    const auto tally = m_owner->transport().tally();
    QVERIFY(eventually([&] { return m_front->answered().size() == tally.api + tally.registry + tally.token; }));
    const auto lines = m_front->answered();
    QVERIFY(std::ranges::all_of(lines, [](const QString& line) { return line.endsWith(" HTTP/2"_L1); }));
    QCOMPARE(ports().size(), 1);
}

void Http2Test::untrustedIsRefused()
{
    QVERIFY(serve());
    qunsetenv("SSL_CERT_FILE");
    NetworkTransport transport("t");
    const auto answer = resultOf(transport.send(userRequest(), {}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Tls);
    QVERIFY(m_owner->server().requests().isEmpty());
}

/// Ten of thirty are never answered and given up; the connection goes on.
void Http2Test::cancelledRequestsHarmNoOthers()
{
    QVERIFY(serve());
    m_owner->server().addFault(parseFault(u"timeout,route=/user,count=10"_s).value());
    NetworkTransport transport("t");
    std::stop_source stop;
    std::vector<Task<Result<HttpResponse>>> tasks;
    for (int i = 0; i < 30; ++i)
        tasks.push_back(transport.send(userRequest(), stop.get_token()));
    QVERIFY(eventually([&] { return transport.tally().api == 20 && m_owner->server().requests().size() == 30; }));
    stop.request_stop();
    int answered = 0;
    for (auto& task : tasks) {
        const auto answer = resultOf(std::move(task));
        QVERIFY(answer ? answer->status == 200 : answer.error().kind == ErrorKind::Cancelled);
        answered += answer ? 1 : 0;
    }
    QCOMPARE(answered, 20);
    QVERIFY(resultOf(transport.send(userRequest(), {})));
    QCOMPARE(ports().size(), 1);
}

void Http2Test::frontThatDiesIsTold()
{
    QVERIFY(serve());
    m_owner->server().addFault(parseFault(u"timeout,route=/user"_s).value());
    NetworkTransport transport("t");
    std::vector<Task<Result<HttpResponse>>> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.push_back(transport.send(userRequest(), {}));
    QVERIFY(eventually([&] { return m_owner->server().requests().size() == 20; }));
    m_front->stop();
    for (auto& task : tasks) {
        const auto answer = resultOf(std::move(task));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Network);
    }
}

QTEST_GUILESS_MAIN(Http2Test)
#include "tst_http2.moc"
