#pragma once

#include "core/names.h"

#include <QDateTime>
#include <QString>

namespace slipway
{

/// "1.31 GiB", "412 MiB", "3.1 MiB", "9.0 KiB", "512 B": binary units, three significant digits at most. For people:
/// the default locale's decimal point, "1,31 GiB" in German; slipwayctl's is the C locale. Machines get whole bytes.
[[nodiscard]] QString formatBytes(Bytes bytes);

/// The time since, in its largest fitting unit: "just now", "41 min", "6 h", "24 d", "3 y". A time in the future is
/// "just now", an invalid one an empty text: nothing unknown is shown as new.
[[nodiscard]] QString formatAge(const QDateTime& then, const QDateTime& now);

/// ISO 8601 in UTC with seconds ("2025-11-21T14:32:00Z"), empty for an invalid time.
[[nodiscard]] QString formatTimestamp(const QDateTime& time);

} // namespace slipway
