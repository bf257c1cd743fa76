#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>

namespace slipway
{

/// What a fault does to the requests it strikes.
enum class FaultKind {
    Status,    ///< an error answer with this status, in the shape of the route (GitHub or OCI)
    Timeout,   ///< the request is never answered
    Reset,     ///< the connection is reset (RST) instead of an answer
    Truncated, ///< the right headers, then only some bytes of the body, then the end of the connection
    Slow,      ///< the right answer at `bytesPerSecond`
    BadJson,   ///< 200 with JSON of a wrong shape
    Html,      ///< 200 with a web page
    Throttle,  ///< 429 whose *body* says "retry-after: 10.3ms", as GHCR does
    Delay,     ///< the right answer, `delay` later
    Redirect,  ///< `status` (301, 302, 303, 307, 308) to `location`
};
constexpr int kFaultKinds = static_cast<int>(FaultKind::Redirect) + 1;

/// Is what comes back no answer of the API any more: none at all, half of one, or something else's words?
[[nodiscard]] bool spoilsAnswer(FaultKind kind);

/// Does a request that gets no answer (timeout, reset) still have its effect?
enum class FaultMoment { BeforeEffect, AfterEffect };

/// A fault by route and count: it lets `skip` matching requests pass, then strikes `count` of them.
struct Fault final {
    FaultKind kind = FaultKind::Status;
    QString route = QStringLiteral("*"); ///< glob on the path as sent; `*` crosses slashes
    QByteArray method;                   ///< empty: any
    FaultMoment moment = FaultMoment::BeforeEffect;
    int status = 500;      ///< of Status and Redirect
    QString location = {}; ///< of Redirect; empty: where the request went already
    int skip = 0;
    int count = -1;                      ///< -1: for ever
    std::int64_t bytes = 16;             ///< of Truncated: how much of the body is sent
    std::int64_t bytesPerSecond = 1024;  ///< of Slow
    std::chrono::milliseconds delay{0};  ///< of Delay
    std::chrono::seconds retryAfter{-1}; ///< `retry-after` header of Status; negative: none

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// Reads "status=503,route=/v2/*/manifests/*,count=3,method=GET" or "reset,route=/orgs/*"; docs/simulator.md has the
/// words.
[[nodiscard]] Result<Fault> parseFault(const QString& spec);

} // namespace slipway
