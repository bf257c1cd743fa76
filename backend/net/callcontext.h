#pragma once

#include "net/http.h"

#include <stop_token>
#include <utility>

namespace slipway
{

/// On whose behalf a client's call is made, and what ends it. A stop token alone is a person's call.
struct CallContext final {
    CallContext() = default;
    CallContext(std::stop_token stopToken, Urgency callUrgency = Urgency::Person) // NOLINT(google-explicit-constructor)
        : stop(std::move(stopToken))
        , urgency(callUrgency)
    {
    }

    [[nodiscard]] bool isStopped() const { return stop.stop_requested(); }

    std::stop_token stop;
    Urgency urgency = Urgency::Person;
};

} // namespace slipway
