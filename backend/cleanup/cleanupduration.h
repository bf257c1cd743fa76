#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace slipway
{

/// The longest duration a policy may name: a hundred years. Whatever is added to it stays far from an overflow.
constexpr std::chrono::days kLongestCleanupDuration{36'500};

/// Reads a duration as policies write it: a whole number and one of `m` (minutes), `h`, `d`, `w`: "30m", "90d".
/// Nothing for any other text and for what is longer than kLongestCleanupDuration. (docs/cleanup.md)
[[nodiscard]] std::optional<std::chrono::milliseconds> parseCleanupDuration(QStringView text);

/// The same in the largest unit that says it exactly: "1h", "90d" (weeks are written as days).
[[nodiscard]] QString cleanupDurationText(std::chrono::milliseconds duration);

} // namespace slipway
