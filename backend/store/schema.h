#pragma once

#include "store/database.h"

namespace slipway
{

/// Whether a database has an older schema than this program's; false for one without any.
[[nodiscard]] Result<bool> isOlderSchema(const Database& database);

/// Brings a database to the newest schema, step by step in one transaction (PRAGMA user_version counts the steps).
/// Errors: Store; a file written by a newer Slipway is refused, never changed.
[[nodiscard]] Result<void> migrate(const Database& database);

} // namespace slipway
