#pragma once

#include "core/async.h"
#include "core/error.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace slipway
{

/// Asks GitHub's own command line tool for the token it has for a host: `gh auth token --hostname HOST`, without a
/// shell. What it says is the token and goes nowhere else. Errors: ToolMissing, SecretNotFound (not logged in),
/// Timeout, Cancelled.
[[nodiscard]] Task<Result<QString>> tokenFromGh(QString host, std::stop_token stop,
                                                std::chrono::milliseconds timeLimit = std::chrono::seconds(10));

} // namespace slipway
