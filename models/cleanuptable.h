#pragma once

#include "cleanup/openversions.h"
#include "models/cleanupsheet.h"

#include <QSet>

namespace slipway
{

/// Every version a rule selects, as a table for spreadsheets: package, tags, digest, what becomes of it, why, what
/// keeps it, bytes, days of age. What of it would go in these packages is left out by a person, and frees nothing.
[[nodiscard]] QByteArray cleanupAsCsv(const CleanupSheet& sheet, const QSet<PackageName>& leftOut = {});

/// The same of what is left of a run, as its plan has it, and of what is put back.
[[nodiscard]] QByteArray cleanupAsCsv(const OpenVersions& left);

} // namespace slipway
