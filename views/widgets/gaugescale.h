#pragma once

#include <optional>

namespace slipway
{

/// Where an amount stands against its target: below 80 %, up to the target itself, above. Unknown is none of them: what
/// was never read is neither good nor bad.
enum class GaugeZone { Unknown, Ok, Warn, Bad };

/// The arc ends at 120 % of the target.
constexpr double kGaugeScale = 1.2;

/// `target` above zero; any other makes every amount unknown, since it can be judged against nothing.
[[nodiscard]] GaugeZone gaugeZone(std::optional<double> amount, double target);
/// How much of the arc is filled, 0 to 1; an amount beyond its end fills it.
[[nodiscard]] double gaugeShare(std::optional<double> amount, double target);

} // namespace slipway
