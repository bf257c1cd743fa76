#pragma once

#include "app/ctl/storageanswer.h"

namespace slipway
{

/// The overview for people: what there is, the forecast as a sentence, money, and the groups, largest first.
[[nodiscard]] QString storageText(const StorageAnswer& overview);

/// What is expected of the owner's budget, or what is missing to tell: one or two sentences.
[[nodiscard]] QString forecastSentence(const std::expected<StorageForecast, TooLittleHistory>& forecast);

} // namespace slipway
