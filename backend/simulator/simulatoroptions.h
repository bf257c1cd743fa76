#pragma once

#include "simulator/fault.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace slipway
{

/// What the registry answers under `/v2/…/referrers/…`: GHCR has no such API, and says so in five ways.
enum class ReferrersAnswer {
    NotFound,         ///< 404 in plain text (the default)
    Redirect,         ///< 303 to another host
    MethodNotAllowed, ///< 405
    TooMany,          ///< 429
    Html,             ///< 200 with a web page
};

/// How a simulator behaves; the defaults are a fast, healthy server.
struct SimulatorOptions final {
    quint16 port = 0;                     ///< 0: the system chooses
    std::chrono::milliseconds latency{0}; ///< before each answer
    std::int64_t bandwidth = 0;           ///< bytes per second of each answer's body; 0: unlimited
    QList<Fault> faults;
    QString requestLogFile; ///< one JSON line a request; empty: none
    /// What the API was asked and answered, whole (ExchangeLog); empty: nothing. The tests name it for all simulators
    /// of a process by the variable.
    QString exchangeLogFile = qEnvironmentVariable("SLIPWAY_EXCHANGE_LOG");
    std::optional<QDateTime> now;      ///< a fixed clock; none: the wall clock
    int staleLists = 0;                ///< after a change, this many list answers still show the state before it
    std::optional<QStringList> scopes; ///< every accepted token has exactly these, whatever the state says
    ReferrersAnswer referrers = ReferrersAnswer::NotFound;
    int primaryLimit = 5000;                 ///< API requests an hour with a token
    int anonymousLimit = 60;                 ///< and without
    int pointsPerMinute = 0;                 ///< secondary limit (GET 1, write 5); GitHub's is 900; 0: none
    int creationsPerMinute = 0;              ///< secondary limit (POST, PUT, PATCH); GitHub's is 80; 0: none
    int concurrentRequests = 0;              ///< secondary limit of API requests; GitHub's is 100; 0: none
    std::chrono::seconds tokenLifetime{300}; ///< of registry tokens
};

} // namespace slipway
