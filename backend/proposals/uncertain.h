#pragma once

#include "core/error.h"

namespace slipway
{

/// Whether a change that failed so may have happened nevertheless, or may go through at another try: then one looks how
/// things stand before anything else is done. After a limit the look itself waits for its end.
[[nodiscard]] constexpr bool isUncertain(ErrorKind kind)
{
    return kind == ErrorKind::Server || kind == ErrorKind::Network || kind == ErrorKind::Timeout
           || kind == ErrorKind::NotJson || kind == ErrorKind::Malformed || kind == ErrorKind::UnexpectedStatus
           || kind == ErrorKind::RateLimited;
}

} // namespace slipway
