#pragma once

#include <QDateTime>
#include <QString>

namespace slipway
{

// The times a person reads, in the local zone unless said otherwise and written alike everywhere: hours go to 24 and
// months have their names, so that neither half of the day nor day and month are taken for one another. Empty for a
// time that is not known.

/// "14:30".
[[nodiscard]] QString clockText(const QDateTime& time);

/// "21 Nov 2025".
[[nodiscard]] QString dayText(const QDateTime& time);
/// A day that is one by itself, wherever the reader is.
[[nodiscard]] QString dayText(QDate day);

/// "21 Nov 2025, 14:30".
[[nodiscard]] QString momentText(const QDateTime& time);

/// "21 Nov 2025, 14:30 UTC", wherever the reader is: of what is counted by days of UTC.
[[nodiscard]] QString utcMomentText(const QDateTime& time);

/// "14:30" of the day that `now` is in, else "21 Nov 2025, 14:30".
[[nodiscard]] QString whenText(const QDateTime& time, const QDateTime& now);

} // namespace slipway
