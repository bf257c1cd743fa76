#pragma once

#include "domain/snapshot.h"

#include <chrono>
#include <optional>

namespace slipway
{

/// A version's age at a moment, in milliseconds since 1970 UTC as its own times are: since the later of these two
/// (docs/cli.md). Nothing if either is missing or unreadable: such a version protects itself by having no age. Negative
/// if it is newer than the moment.
[[nodiscard]] std::optional<std::chrono::milliseconds> ageOf(const VersionRow& version, std::int64_t nowMs);

} // namespace slipway
