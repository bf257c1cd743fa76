#include "cleanup/cleanupduration.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

std::optional<milliseconds> unitOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'm':
        return std::chrono::minutes(1);
    case u'h':
        return std::chrono::hours(1);
    case u'd':
        return std::chrono::days(1);
    case u'w':
        return std::chrono::weeks(1);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<milliseconds> parseCleanupDuration(QStringView text)
{
    if (text.size() < 2)
        return std::nullopt;
    const auto digits = text.chopped(1);
    const bool isNumber = std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const auto unit = unitOf(text.back());
    bool fits = false;
    const qlonglong count = isNumber ? digits.toLongLong(&fits) : 0;
    if (!unit || !fits || count > milliseconds(kLongestCleanupDuration) / *unit)
        return std::nullopt;
    return count * *unit;
}

QString cleanupDurationText(milliseconds duration)
{
    for (const QChar letter : {u'd', u'h'}) {
        const auto unit = *unitOf(letter);
        if (duration % unit == milliseconds(0) && duration.count() != 0)
            return QString::number(duration / unit) + letter;
    }
    return QString::number(duration / std::chrono::minutes(1)) + u'm';
}

} // namespace slipway
