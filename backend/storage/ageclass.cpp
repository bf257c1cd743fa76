#include "storage/ageclass.h"

#include "domain/versionage.h"

namespace slipway
{

using namespace Qt::StringLiterals;

AgeClass ageClassOf(const VersionRow& version, std::int64_t nowMs)
{
    const auto age = ageOf(version, nowMs);
    if (!age)
        return AgeClass::NotKnown;
    using std::chrono::days;
    if (*age < days(7))
        return AgeClass::UnderWeek;
    if (*age < days(30))
        return AgeClass::UnderMonth;
    if (*age < days(90))
        return AgeClass::UnderQuarter;
    return *age < days(365) ? AgeClass::UnderYear : AgeClass::OverYear;
}

QString ageClassName(AgeClass age)
{
    switch (age) {
    case AgeClass::UnderWeek:
        return u"under-7d"_s;
    case AgeClass::UnderMonth:
        return u"7d-30d"_s;
    case AgeClass::UnderQuarter:
        return u"30d-90d"_s;
    case AgeClass::UnderYear:
        return u"90d-365d"_s;
    case AgeClass::OverYear:
        return u"over-365d"_s;
    case AgeClass::NotKnown:
        return u"not-known"_s;
    }
    return u"not-known"_s;
}

} // namespace slipway
