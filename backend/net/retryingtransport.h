#pragma once

#include "net/retrytable.h"

namespace slipway
{

/// How to wait; a test does not.
using Pauser = std::function<Task<void>(std::chrono::milliseconds, std::stop_token)>;

/// Ends after this time, or at once when a stop is requested.
[[nodiscard]] Task<void> pause(std::chrono::milliseconds time, std::stop_token stop);

/// Asks again when the answer may soon be another, by the rules of the retry table. Stands above the GovernedTransport,
/// so that each attempt waits for its turn like any request, and a limit is waited for there.
class RetryingTransport final : public HttpTransport
{
public:
    /// `transport` outlives this.
    explicit RetryingTransport(HttpTransport& transport, RandomSource random = anyNumber, Pauser pauser = pause)
        : m_transport(transport)
        , m_random(std::move(random))
        , m_pauser(std::move(pauser))
    {
    }

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

private:
    HttpTransport& m_transport;
    RandomSource m_random;
    Pauser m_pauser;
};

} // namespace slipway
