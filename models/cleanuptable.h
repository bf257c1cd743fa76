#pragma once

#include "models/cleanupsheet.h"

namespace slipway
{

/// Every version a rule selects, as a table for spreadsheets: package, tags, digest, what becomes of it, why, what
/// keeps it, bytes, days of age.
[[nodiscard]] QByteArray cleanupAsCsv(const CleanupSheet& sheet);

} // namespace slipway
