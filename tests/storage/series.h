#pragma once

#include "storage/storageseries.h"

#include <QTimeZone>

#include <cmath>
#include <functional>
#include <random>

namespace slipway::test
{

constexpr Bytes kMiB = 1024LL * 1024;
constexpr Bytes kGiB = 1024 * kMiB;

/// A Monday, noon in UTC.
inline QDateTime monday()
{
    return {QDate(2025, 9, 1), QTime(12, 0), QTimeZone::UTC};
}

/// One reading a day from monday() on, `bytes` of the day's number.
inline std::vector<StoragePoint> daily(int days, const std::function<double(int)>& bytes)
{
    std::vector<StoragePoint> points;
    for (int day = 0; day < days; ++day)
        points.push_back({monday().addDays(day), std::llround(bytes(day))});
    return points;
}

/// 14 GiB and 100 MiB more every day.
inline double line(int day)
{
    return 14.0 * kGiB + 100.0 * kMiB * day;
}

/// Normally distributed numbers that are the same for a seed everywhere: the sum of twelve even ones less six (the
/// standard library's own distributions differ between libraries).
class Noise final
{
public:
    explicit Noise(unsigned seed)
        : m_engine(seed)
    {
    }
    [[nodiscard]] double next()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(m_engine()) / static_cast<double>(std::mt19937::max());
        return sum;
    }

private:
    std::mt19937 m_engine;
};

} // namespace slipway::test
