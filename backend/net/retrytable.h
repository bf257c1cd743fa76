#pragma once

#include "net/http.h"

#include <functional>
#include <optional>

namespace slipway
{

/// What may be another answer when asked for again.
enum class Trouble : std::uint8_t {
    Server,       ///< 500, 502, 503, 504: the server's own trouble
    Connection,   ///< none, or broken off
    Silence,      ///< no answer in time
    Limit,        ///< 429, or 403 about a limit
    Unauthorized, ///< 401
};

/// A number from [0, 1).
using RandomSource = std::function<double()>;
[[nodiscard]] double anyNumber();

/// nullopt: the answer stands, good or bad.
[[nodiscard]] std::optional<Trouble> troubleOf(const Result<HttpResponse>& answer);

/// How long to wait before asking again; nullopt: the answer stands. `before` tells how often a request was repeated
/// for this trouble already.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryWait(Trouble trouble, HttpMethod method, Traffic traffic,
                                                                 int before, const RandomSource& random);

} // namespace slipway
