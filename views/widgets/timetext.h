#pragma once

#include <QDateTime>
#include <QString>

namespace slipway
{

/// The time of day in hours and minutes, as the locale writes it, in the local zone: "14:30", "2:30 PM".
[[nodiscard]] QString clockText(const QDateTime& time);

} // namespace slipway
