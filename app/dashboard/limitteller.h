#pragma once

#include "net/governedtransport.h"

#include <QObject>

#include <optional>
#include <stop_token>

namespace slipway
{

/// Passes on, to the window's thread, how much of the server's limits is used and whether they hold what is to be sent,
/// of the one target that is open.
class LimitTeller final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Nothing is known of it yet, which is told at once. `governor` may go before this, and live on another thread;
    /// nothing more is told of it once `stop` is requested.
    void watch(const GovernedTransport& governor, const std::stop_token& stop);
    /// Nothing is open.
    void clear();

Q_SIGNALS:
    void rateLimitChanged(const std::optional<slipway::RateLimit>& limit);
    void pauseChanged(const std::optional<slipway::Pause>& pause);
};

} // namespace slipway
