#include "app/dashboard/limitteller.h"

namespace slipway
{

void LimitTeller::watch(const GovernedTransport& governor, const std::stop_token& stop)
{
    connect(&governor, &GovernedTransport::rateLimitChanged, this, [this, stop](const std::optional<RateLimit>& limit) {
        if (!stop.stop_requested())
            Q_EMIT rateLimitChanged(limit);
    });
    connect(&governor, &GovernedTransport::pauseChanged, this, [this, stop](const std::optional<Pause>& pause) {
        if (!stop.stop_requested())
            Q_EMIT pauseChanged(pause);
    });
    clear();
}

void LimitTeller::clear()
{
    Q_EMIT rateLimitChanged(std::nullopt);
    Q_EMIT pauseChanged(std::nullopt);
}

} // namespace slipway
