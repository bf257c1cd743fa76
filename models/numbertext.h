#pragma once

#include <QString>

#include <optional>

namespace slipway
{

/// A number as the locale writes it, without groups and with no more decimals than it has: what a field begins with.
[[nodiscard]] QString numberText(double number);

/// The number a person typed, as the locale writes it or with a point; nothing for anything but 0 to `most`.
[[nodiscard]] std::optional<double> numberOf(const QString& text, double most);

} // namespace slipway
