#pragma once

#include "views/settings/textrows.h"

namespace slipway
{

/// The storage budget, when to tell that it fills up, and what storage and traffic cost: what counts for owners whose
/// profile says nothing. Numbers are as the locale writes them.
[[nodiscard]] std::vector<TextSetting> moneySettings();

} // namespace slipway
