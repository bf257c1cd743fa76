#include "net/ratelimit.h"

#include <QTimeZone>

namespace slipway
{

std::optional<RateLimit> rateLimitOf(const HttpResponse& response)
{
    const QByteArray remaining = response.header("x-ratelimit-remaining");
    if (remaining.isEmpty())
        return std::nullopt;
    const QByteArray resource = response.header("x-ratelimit-resource");
    if (!resource.isEmpty() && resource != "core")
        return std::nullopt;
    return RateLimit{response.header("x-ratelimit-limit").toInt(), remaining.toInt(),
                     QDateTime::fromSecsSinceEpoch(response.header("x-ratelimit-reset").toLongLong(), QTimeZone::UTC)};
}

} // namespace slipway
