#pragma once

#include "views/pagestate.h"

#include <cstdint>

namespace slipway
{

/// What a stat card shows of its number.
enum class StatState : std::uint8_t {
    Loading, ///< being read for the first time
    Value,
    Stale, ///< an older number than it should be, with its time
    Empty, ///< read, and there is nothing to count yet
    Error, ///< could not be read, and was not before
};

/// Whether a number was ever read.
enum class StatKnown : std::uint8_t { No, Yes };

/// What becomes of a number as its page's data stand: once read it stays in sight, whatever happens, and says how old
/// it is.
[[nodiscard]] StatState statState(PageState::Kind page, StatKnown known);

} // namespace slipway
