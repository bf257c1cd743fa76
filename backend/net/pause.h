#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <cstdint>

namespace slipway
{

/// A time by this machine's clock. The wall clock, not a steady one: limits end while a machine sleeps.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

enum class PauseReason : std::uint8_t {
    PrimaryLimit,   ///< the hour's requests are used up
    SecondaryLimit, ///< too much at once; the server gave no time
    RetryAfter,     ///< the server said for how long
    Floor,          ///< the rest of the hour's requests is kept for a person's own actions
};

struct HostPause final {
    Moment until;
    PauseReason reason = PauseReason::RetryAfter;

    friend bool operator==(const HostPause&, const HostPause&) = default;
};

/// A host that is not asked for a while, for the window to tell.
struct Pause final {
    QString host;
    QDateTime until; ///< by this machine's clock, UTC
    PauseReason reason = PauseReason::RetryAfter;

    friend bool operator==(const Pause&, const Pause&) = default;
};

} // namespace slipway
