#pragma once

#include "net/http.h"

#include <cstdint>

namespace slipway
{

/// How many requests were sent, by whose traffic they are.
struct RequestTally final {
    qint64 api = 0;
    qint64 notModified = 0; ///< of the API's, answered 304
    qint64 registry = 0;
    qint64 token = 0;

    void count(Traffic traffic, int status);
    friend bool operator==(const RequestTally&, const RequestTally&) = default;
    /// What was sent since an earlier reading.
    friend RequestTally operator-(const RequestTally& later, const RequestTally& earlier);
};

} // namespace slipway
