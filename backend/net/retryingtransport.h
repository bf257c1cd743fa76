#pragma once

#include "core/clock.h"
#include "net/http.h"

namespace slipway
{

/// Asks again when the answer may soon be another: a reading request (GET, HEAD) that met a short rate limit, a
/// server's own trouble or a broken connection. A limit is waited for as long as the server says, at most kLongestWait;
/// anything longer is the caller's to decide. Nothing that changes a server is ever repeated here.
class RetryingTransport final : public HttpTransport
{
public:
    static constexpr int kMostAttempts = 3;
    static constexpr std::chrono::milliseconds kLongestWait{5'000};
    static constexpr std::chrono::milliseconds kFirstWait{200}; ///< doubled for each further attempt

    /// `transport` outlives this.
    RetryingTransport(HttpTransport& transport, Clock clock)
        : m_transport(transport)
        , m_clock(std::move(clock))
    {
    }

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

private:
    HttpTransport& m_transport;
    Clock m_clock;
};

/// How long to wait before attempt number `attempt` + 1 (the first is 1); nullopt: the answer stands.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryWait(const Result<HttpResponse>& answer, int attempt,
                                                                 const QDateTime& now);

/// Ends after this time, or at once when a stop is requested.
[[nodiscard]] Task<void> pause(std::chrono::milliseconds time, std::stop_token stop);

} // namespace slipway
