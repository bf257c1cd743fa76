#pragma once

#include "net/http.h"

#include <QMetaType>

#include <cstdint>
#include <optional>

namespace slipway
{

/// What an answered request cost the server: a 304 is free of GitHub's primary limit.
enum class CacheResult : std::uint8_t { Fetched, NotModified };

/// One request that left the machine, told when it is over: the line a log writes. Nothing in it is secret. A redirect
/// that was followed is a request of its own; so is each attempt.
struct RequestRecord final {
    std::uint64_t id = 0; ///< counts from 1 within a transport
    HttpMethod method = HttpMethod::Get;
    QString url; ///< shownUrl(): no query, no credentials
    QString subject;
    Traffic traffic = Traffic::Api;
    int status = 0;                        ///< 0: no answer
    std::chrono::milliseconds duration{0}; ///< from the sending to the end of the answer
    std::chrono::milliseconds queued{0};   ///< waited for its turn before that
    qint64 bytes = 0;                      ///< of the body, unpacked
    CacheResult cache = CacheResult::Fetched;
    int attempt = 1;
    std::optional<ErrorKind> error; ///< why no whole answer came

    friend bool operator==(const RequestRecord&, const RequestRecord&) = default;
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::RequestRecord)
