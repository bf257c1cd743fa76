#include "net/retryingtransport.h"

#include <QCoreApplication>
#include <QTimer>

#include <array>

namespace slipway
{

Task<void> pause(std::chrono::milliseconds time, std::stop_token stop)
{
    const Arrival<bool> over;
    QTimer::singleShot(time, threadContext(), [over] { over.deliver(true); });
    const std::stop_callback onStop(stop, [home = threadContext(), over] {
        QMetaObject::invokeMethod(home, [over] { over.deliver(true); }, Qt::QueuedConnection);
    });
    co_await over;
}

Task<Result<HttpResponse>> RetryingTransport::send(HttpRequest request, std::stop_token stop)
{
    std::array<int, 5> repeated{}; // by Trouble
    while (true) {
        auto answer = co_await m_transport.send(request, stop);
        const auto trouble = troubleOf(answer);
        if (!trouble || stop.stop_requested())
            co_return answer;
        int& before = repeated.at(static_cast<size_t>(*trouble));
        const auto wait = retryWait(*trouble, request.method, request.traffic, before, m_random);
        if (!wait)
            co_return answer;
        ++before;
        ++request.trail.attempt;
        if (wait->count() > 0)
            co_await m_pauser(*wait, stop);
    }
}

} // namespace slipway
