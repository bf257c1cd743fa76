#pragma once

#include "simulator/fault.h"
#include "simulator/httpmessage.h"

#include <optional>

namespace slipway
{

/// The answer a fault puts in the place of the right one; none for faults that only change how the right one is sent.
[[nodiscard]] std::optional<HttpAnswer> faultAnswer(const Fault& fault, const ServedRequest& request);

} // namespace slipway
