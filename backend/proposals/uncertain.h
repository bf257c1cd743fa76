#pragma once

#include "core/error.h"

namespace slipway
{

/// Whether a change that failed so may have happened nevertheless, or may go through at another try: then one looks how
/// things stand before anything else is done. After a limit the look itself waits for its end.
[[nodiscard]] inline bool isUncertain(const Error& error)
{
    const ErrorKind kind = error.kind;
    // Elsewhere, says a redirect, and changes nothing.
    if (kind == ErrorKind::UnexpectedStatus && error.detail.startsWith(u'3'))
        return false;
    return kind == ErrorKind::Server || kind == ErrorKind::Network || kind == ErrorKind::Timeout
           || kind == ErrorKind::NotJson || kind == ErrorKind::Malformed || kind == ErrorKind::UnexpectedStatus
           || kind == ErrorKind::RateLimited;
}

} // namespace slipway
