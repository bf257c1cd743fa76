#include "support/faketransport.h"

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

Task<Result<HttpResponse>> FakeTransport::send(HttpRequest request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, request.subject);
    m_requests.append(request);
    const Waiting waiting{request, {}};
    if (m_holds && m_holds(request))
        m_held.push_back(waiting);
    else
        answerLater(waiting);
    const std::stop_callback onStop(stop, [arrival = waiting.arrival, subject = request.subject] {
        arrival.deliver(failure(ErrorKind::Cancelled, subject));
    });
    co_return co_await waiting.arrival;
}

FakeTransport::~FakeTransport()
{
    const auto cancel = [](const Waiting& waiting) {
        waiting.arrival.deliver(failure(ErrorKind::Cancelled, waiting.request.subject));
    };
    std::ranges::for_each(m_held, cancel);
    std::ranges::for_each(m_due, cancel);
}

void FakeTransport::answerLater(Waiting waiting)
{
    m_due.push_back(std::move(waiting));
    QMetaObject::invokeMethod(this, &FakeTransport::answerNext, Qt::QueuedConnection);
}

void FakeTransport::answerNext()
{
    const Waiting next = std::move(m_due.front());
    m_due.pop_front();
    next.arrival.deliver(m_answer(next.request));
}

void FakeTransport::release()
{
    m_holds = {};
    for (auto& waiting : std::exchange(m_held, {}))
        answerLater(std::move(waiting));
}

QStringList FakeTransport::lines() const
{
    QStringList lines;
    for (const auto& request : m_requests) {
        const QString url = request.url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority);
        lines.append(QString::fromLatin1(httpMethodName(request.method)) + u' ' + url);
    }
    return lines;
}

QByteArray FakeTransport::header(const HttpRequest& request, QByteArrayView name)
{
    for (const auto& header : request.headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

HttpResponse answerWith(int status, const QByteArray& body, QList<HttpHeader> headers)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = std::move(headers);
    return response;
}

HttpResponse jsonAnswer(const QByteArray& body, QList<HttpHeader> headers)
{
    headers.append({"Content-Type"_ba, "application/json; charset=utf-8"_ba});
    return answerWith(200, body, std::move(headers));
}

} // namespace slipway::test
