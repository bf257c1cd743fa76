#pragma once

#include "files/templates.h"

namespace slipway
{

/// The weekly workflow that plans a cleanup, keeps the plan, and carries it out: on schedule, or when a person who
/// starts it says so.
[[nodiscard]] QString cleanupWorkflow(const TemplateFacts& facts);

/// Renovate's configuration: base images pinned by digest and raised together, CUDA kept to the profile's pin.
[[nodiscard]] QString renovateConfig(const TemplateFacts& facts);

} // namespace slipway
