#pragma once

#include "net/http.h"

#include <QList>
#include <QObject>

#include <deque>
#include <functional>
#include <vector>

namespace slipway::test
{

/// A transport that never touches the network: it records every request and answers from the event loop, as the real
/// one does, with what `answer` says. Requests for which `holds` is true wait until release().
class FakeTransport final : public QObject, public HttpTransport
{
public:
    using Answer = std::function<Result<HttpResponse>(const HttpRequest&)>;

    explicit FakeTransport(Answer answer)
        : m_answer(std::move(answer))
    {
    }

    /// What has no answer yet gets Cancelled, as from the real one.
    ~FakeTransport() override;

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

    void setHolds(std::function<bool(const HttpRequest&)> holds) { m_holds = std::move(holds); }
    /// Answers everything that waits; later requests are answered at once.
    void release();

    [[nodiscard]] const QList<HttpRequest>& requests() const { return m_requests; }
    /// "GET /path?query" of every request, in order.
    [[nodiscard]] QStringList lines() const;
    /// The value of a header of a recorded request; null if it was not sent.
    [[nodiscard]] static QByteArray header(const HttpRequest& request, QByteArrayView name);

private:
    struct Waiting {
        HttpRequest request;
        Arrival<Result<HttpResponse>> arrival;
    };

    void answerLater(Waiting waiting);
    void answerNext();

    Answer m_answer;
    std::function<bool(const HttpRequest&)> m_holds;
    QList<HttpRequest> m_requests;
    std::vector<Waiting> m_held;
    std::deque<Waiting> m_due; ///< answered from the event loop, in this order
};

/// A 200 with this JSON.
[[nodiscard]] HttpResponse jsonAnswer(const QByteArray& body, QList<HttpHeader> headers = {});
[[nodiscard]] HttpResponse answerWith(int status, const QByteArray& body = {}, QList<HttpHeader> headers = {});

} // namespace slipway::test
