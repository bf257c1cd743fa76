#pragma once

#include "core/names.h"

#include <QDateTime>
#include <QString>

namespace slipway
{

/// "1.31 GiB", "412 MiB", "3.1 MiB", "9.0 KiB", "512 B": binary units, three significant digits at most. For people:
/// the default locale's decimal point, "1,31 GiB" in German; slipwayctl's is the C locale. Machines get whole bytes.
[[nodiscard]] QString formatBytes(Bytes bytes);

/// "$5.98", "-$1.30", "5.98 EUR": an amount of money with two decimals, in the default locale's form. Dollars have
/// their sign, as everywhere at GitHub; all other currencies (ISO 4217) their letters, for signs such as "kr" are
/// several countries'.
[[nodiscard]] QString formatMoney(double amount, const QString& currency);

/// The same for a price of one unit: as many decimals as it has, two to five ("$0.25", "$0.008").
[[nodiscard]] QString formatPrice(double price, const QString& currency);

/// The time since, in its largest fitting unit: "just now", "41 min", "6 h", "24 d", "3 y". A time in the future is
/// "just now", an invalid one an empty text: nothing unknown is shown as new.
[[nodiscard]] QString formatAge(const QDateTime& then, const QDateTime& now);

/// ISO 8601 in UTC with seconds ("2025-11-21T14:32:00Z"), empty for an invalid time.
[[nodiscard]] QString formatTimestamp(const QDateTime& time);

} // namespace slipway
