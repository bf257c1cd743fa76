#include "net/retryingtransport.h"

#include "net/responseerror.h"

#include <QCoreApplication>
#include <QTimer>

namespace slipway
{

namespace
{

bool isReading(HttpMethod method)
{
    return method == HttpMethod::Get || method == HttpMethod::Head;
}

} // namespace

std::optional<std::chrono::milliseconds> retryWait(const Result<HttpResponse>& answer, int attempt,
                                                   const QDateTime& now)
{
    if (attempt >= RetryingTransport::kMostAttempts)
        return std::nullopt;
    const auto error = answer ? errorOf(*answer, {}, now) : std::optional(answer.error());
    if (!error)
        return std::nullopt;
    const auto growing = RetryingTransport::kFirstWait * (1 << (attempt - 1));
    switch (error->kind) {
    case ErrorKind::RateLimited:
        if (!error->retryAfter || *error->retryAfter > RetryingTransport::kLongestWait)
            return std::nullopt;
        return error->retryAfter;
    case ErrorKind::Server:
    case ErrorKind::Network:
        return growing;
    default:
        return std::nullopt;
    }
}

Task<void> pause(std::chrono::milliseconds time, std::stop_token stop)
{
    const Arrival<bool> over;
    QTimer::singleShot(time, QCoreApplication::instance(), [over] { over.deliver(true); });
    const std::stop_callback onStop(stop, [over] {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [over] { over.deliver(true); }, Qt::QueuedConnection);
    });
    co_await over;
}

Task<Result<HttpResponse>> RetryingTransport::send(HttpRequest request, std::stop_token stop)
{
    for (int attempt = 1;; ++attempt) {
        request.trail.attempt = attempt;
        auto answer = co_await m_transport.send(request, stop);
        const auto wait = isReading(request.method) ? retryWait(answer, attempt, m_clock.now()) : std::nullopt;
        if (!wait || stop.stop_requested())
            co_return answer;
        co_await pause(*wait, stop);
    }
}

} // namespace slipway
