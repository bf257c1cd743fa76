#pragma once

#include "store/database.h"
#include "store/storevalues.h"

namespace slipway
{

/// The row of a scope, made if it is new.
[[nodiscard]] Result<qint64> scopeRow(const Database& database, const StoreScope& scope);
/// The owner as last seen; nullopt if never.
[[nodiscard]] Result<std::optional<Owner>> readOwner(const Database& database, const QString& apiHost,
                                                     const QString& login);

} // namespace slipway
