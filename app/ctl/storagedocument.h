#pragma once

#include "app/ctl/storageanswer.h"

#include <QJsonObject>

namespace slipway
{

/// The JSON document of `slipwayctl storage` (docs/cli.md): pure. What is not known is null, never 0.
[[nodiscard]] QJsonObject storageDocument(const StorageAnswer& overview);

} // namespace slipway
