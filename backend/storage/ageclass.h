#pragma once

#include "domain/snapshot.h"

#include <QString>

#include <array>
#include <cstdint>

namespace slipway
{

/// How old a version is, by ageOf(). The borders are those that decide something: a week is what is worked on now; 30
/// days is how long GitHub can restore a deleted version, and a usual age for rules on tags; 90 days is the usual age
/// from which untagged versions are deleted; beyond a year nobody remembers what a version was for. A border belongs to
/// the older class.
enum class AgeClass : std::uint8_t {
    UnderWeek,    ///< less than 7 days, and what is newer than the moment it is compared with
    UnderMonth,   ///< 7 to 30 days
    UnderQuarter, ///< 30 to 90 days
    UnderYear,    ///< 90 to 365 days
    OverYear,     ///< 365 days and more
    NotKnown,     ///< one of its two times is missing or unreadable
};
constexpr std::array kAgeClasses{AgeClass::UnderWeek, AgeClass::UnderMonth, AgeClass::UnderQuarter,
                                 AgeClass::UnderYear, AgeClass::OverYear,   AgeClass::NotKnown};

/// At a moment in milliseconds since 1970 UTC.
[[nodiscard]] AgeClass ageClassOf(const VersionRow& version, std::int64_t nowMs);
/// "under-7d", "7d-30d", "30d-90d", "90d-365d", "over-365d", "not-known".
[[nodiscard]] QString ageClassName(AgeClass age);

} // namespace slipway
