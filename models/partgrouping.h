#pragma once

#include <cstdint>

namespace slipway
{

/// What the rows of a table about parts of an owner are.
enum class PartGrouping : std::uint8_t { Family, Image };

} // namespace slipway
