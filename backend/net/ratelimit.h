#pragma once

#include "net/http.h"

#include <QDateTime>

#include <optional>

namespace slipway
{

/// GitHub's primary limit as an answer told it. `reset` is the server's time.
struct RateLimit final {
    int limit = 0;
    int remaining = 0;
    QDateTime reset;

    friend bool operator==(const RateLimit&, const RateLimit&) = default;
};

/// The x-ratelimit-* headers; nullopt without them, or when they are about another resource than `core` (search and
/// graphql have hours of their own). Source: GitHub REST "Rate limits for the REST API", "Checking the status".
[[nodiscard]] std::optional<RateLimit> rateLimitOf(const HttpResponse& response);

} // namespace slipway
