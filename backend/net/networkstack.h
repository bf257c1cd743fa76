#pragma once

#include "net/governedtransport.h"
#include "net/networktransport.h"
#include "net/retryingtransport.h"

namespace slipway
{

/// The way out of the machine as the clients take it: retries, above the governor, above the network.
class NetworkStack final
{
public:
    explicit NetworkStack(QByteArray userAgent, GovernorLimits limits = {}, RandomSource random = anyNumber,
                          Pauser pauser = pause)
        : m_network(std::move(userAgent))
        , m_governed(m_network, limits)
        , m_retrying(m_governed, std::move(random), std::move(pauser))
    {
    }

    /// What clients are given.
    [[nodiscard]] HttpTransport& transport() { return m_retrying; }
    /// Counts and records of what went out.
    [[nodiscard]] NetworkTransport& network() { return m_network; }
    /// Rate limit and pauses.
    [[nodiscard]] GovernedTransport& governor() { return m_governed; }

private:
    NetworkTransport m_network;
    GovernedTransport m_governed;
    RetryingTransport m_retrying;
};

} // namespace slipway
