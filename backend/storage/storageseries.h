#pragma once

#include "core/names.h"

#include <QDate>
#include <QDateTime>

#include <span>
#include <vector>

namespace slipway
{

/// What was stored when an owner was read.
struct StoragePoint final {
    QDateTime at;
    Bytes storedBytes = 0;
    bool isLeast =
        false; ///< at least so much: something could not be weighed. A breach may begin so, no trend rests on it
    bool isFilled = false; ///< no reading: a day between two that found the owner unchanged

    friend bool operator==(const StoragePoint&, const StoragePoint&) = default;
};

/// What was stored on a day (UTC): the median of its readings, of an even number the mean of the middle two.
struct StorageDay final {
    QDate day;
    Bytes storedBytes = 0;
    bool isRead = true; ///< it has a reading; else it was filled in between two

    friend bool operator==(const StorageDay&, const StorageDay&) = default;
};

/// The points oldest first, as everything here wants them: points without a valid time tell nothing and are left out,
/// and of several of one moment the last given counts. Input in any order is taken: sorting it is cheaper than a wrong
/// answer.
[[nodiscard]] std::vector<StoragePoint> inOrder(std::span<const StoragePoint> points);

/// The days that have a point, oldest first; days without are left out, and so are readings that say only
/// the least. Days are UTC's, so no time zone
/// and no change of clocks moves a reading to another day.
[[nodiscard]] std::vector<StorageDay> dailyMedians(std::span<const StoragePoint> points);

} // namespace slipway
