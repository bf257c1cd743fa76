#pragma once

#include "net/requestrecord.h"

#include <QString>

namespace slipway
{

class NetworkTransport;

/// One request as the log has it: "#17 GET https://… 200 41 ms fetched 512 B", with the time it waited for its turn and
/// the attempt where there is something to say.
[[nodiscard]] QString requestLine(const RequestRecord& record);

/// Writes a line to slipway.net for each request of this transport.
void logRequests(NetworkTransport& transport);

} // namespace slipway
