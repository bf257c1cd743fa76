#include "storage/trend.h"

#include "storage/quantile.h"
#include "storage/weekdays.h"

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{

/// The normal distribution's: 80 % lie within as many standard deviations of the mean.
constexpr double kEightyPercent = 1.2815515655;
constexpr double kLowTenth = 0.1;
constexpr double kHighTenth = 0.9;
/// Neighbouring days are taken for alike from as many standard errors on.
constexpr double kAlike = 2;
/// More alike than this, no number of days would tell a pace.
constexpr double kMostAlike = 0.9;
/// The level is that of the last days with a reading: a spike of one does not move it, a cleanup that lasted does. What
/// was stored longer ago than two weeks is no level of today, however few were read since.
constexpr std::size_t kLevelDays = 7;
constexpr double kLevelSpan = 14;
/// Stored bytes have just changed where the newest reading is beyond the scatter of the days before so many times (of
/// normal scatter one reading of a hundred is) and off by more than a week's growth: less moves no date by a week.
constexpr double kClearly = 2;
constexpr double kWeek = 7;

/// Days and what to fit on them: bytes less the effect of the weekday.
struct Sample final {
    std::vector<double> day; ///< from the last, so 0 or less
    std::vector<double> value;
};

Sample sampleOf(std::span<const StorageDay> days, const std::array<double, 7>& weekday)
{
    Sample sample;
    for (const auto& each : days) {
        sample.day.push_back(static_cast<double>(days.back().day.daysTo(each.day)));
        sample.value.push_back(static_cast<double>(each.storedBytes)
                               - weekday.at(static_cast<std::size_t>(each.day.dayOfWeek()) - 1));
    }
    return sample;
}

/// The slopes of all pairs. Days differ, so none is infinite.
std::vector<double> slopesOf(const Sample& sample)
{
    std::vector<double> slopes;
    slopes.reserve(sample.day.size() * (sample.day.size() - 1) / 2);
    for (std::size_t i = 0; i < sample.day.size(); ++i)
        for (std::size_t j = i + 1; j < sample.day.size(); ++j)
            slopes.push_back((sample.value[j] - sample.value[i]) / (sample.day[j] - sample.day[i]));
    return slopes;
}

/// What each day lies above the line of this slope; their median is 0.
std::vector<double> residualsOf(const Sample& sample, double slope)
{
    std::vector<double> residuals;
    residuals.reserve(sample.day.size());
    for (std::size_t i = 0; i < sample.day.size(); ++i)
        residuals.push_back(sample.value[i] - slope * sample.day[i]);
    const double middle = median(residuals);
    for (double& residual : residuals)
        residual -= middle;
    return residuals;
}

/// How alike the residuals of one day and the next are (correlation, 0 to kMostAlike); 0 unless that is clear.
double likeness(const Sample& sample, std::span<const double> residuals)
{
    double products = 0;
    double squares = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        squares += residuals[i] * residuals[i];
        if (i + 1 == residuals.size() || sample.day[i + 1] - sample.day[i] > 1)
            continue;
        products += residuals[i] * residuals[i + 1];
        ++pairs;
    }
    if (squares <= 0 || pairs == 0)
        return 0;
    const auto count = static_cast<double>(pairs);
    const double correlation = products / count / (squares / static_cast<double>(residuals.size()));
    return correlation > kAlike / std::sqrt(count) ? std::min(correlation, kMostAlike) : 0;
}

/// Sen's interval of the slope: so many ranks to either side of the median as the variance of Kendall's S says. Days
/// that were filled in tell nothing of their own, so `points` counts those that were read. Days that are like their
/// neighbours tell less, which widens the variance as it does that of a mean: (1 + r) / (1 - r).
std::pair<double, double> slopeInterval(const std::vector<double>& slopes, qsizetype points, double alike)
{
    const auto n = static_cast<double>(points);
    const double pairs = n * (n - 1) / 2;
    const double variance = n * (n - 1) * (2 * n + 5) / 18 * (1 + alike) / (1 - alike);
    const double share = std::min(kEightyPercent * std::sqrt(variance) / pairs, 1.0);
    return {quantile(slopes, (1 - share) / 2), quantile(slopes, (1 + share) / 2)};
}

/// What the days that the level is found from say of it.
std::vector<double> levelsOf(const Sample& sample, double slope)
{
    std::vector<double> last;
    for (std::size_t i = sample.day.size() - std::min(kLevelDays, sample.day.size()); i < sample.day.size(); ++i)
        if (sample.day[i] > -kLevelSpan)
            last.push_back(sample.value[i] - slope * sample.day[i]);
    return last;
}

std::pair<double, double> scatterOf(std::span<const double> residuals)
{
    const std::vector<double> values(residuals.begin(), residuals.end());
    return {std::min(quantile(values, kLowTenth), 0.0), std::max(quantile(values, kHighTenth), 0.0)};
}

/// Where the band begins. After a cleanup or a jump the level, a median, stays the old one for half of its days; so the
/// newest reading is held against it, by the scatter of the days before those.
void noteChange(StorageTrend& trend, std::span<const double> before)
{
    const auto [below, above] = scatterOf(before);
    const double off = trend.newest - trend.level;
    const bool isOutside = off < below || off > above;
    trend.lowLevel = isOutside ? std::min(trend.level, trend.newest) : trend.level;
    trend.highLevel = isOutside ? std::max(trend.level, trend.newest) : trend.level;
    trend.hasJustChanged =
        (off < kClearly * below || off > kClearly * above) && std::abs(off) > kWeek * std::abs(trend.bytesPerDay);
    if (trend.hasJustChanged)
        std::tie(trend.scatterBelow, trend.scatterAbove) = std::pair(below, above); // a step is no scatter
}

qsizetype readDays(std::span<const StorageDay> days)
{
    return std::ranges::count(days, true, &StorageDay::isRead);
}

StorageTrend fit(std::span<const StorageDay> days, Bytes newest)
{
    StorageTrend trend;
    trend.lastBytes = newest;
    trend.lastDay = days.back().day;
    trend.points = readDays(days);
    Sample sample = sampleOf(days, trend.weekday);
    auto slopes = slopesOf(sample);
    auto residuals = residualsOf(sample, median(slopes));
    if (const auto weekdays = visibleWeekdays(days, residuals)) {
        trend.hasWeekdays = true;
        trend.weekday = *weekdays;
        sample = sampleOf(days, trend.weekday);
        slopes = slopesOf(sample);
        residuals = residualsOf(sample, median(slopes));
    }
    trend.bytesPerDay = median(slopes);
    std::tie(trend.leastPerDay, trend.mostPerDay) = slopeInterval(slopes, trend.points, likeness(sample, residuals));
    std::tie(trend.scatterBelow, trend.scatterAbove) = scatterOf(residuals);
    auto levels = levelsOf(sample, trend.bytesPerDay);
    const std::size_t doubtful = levels.size() / 2;
    trend.level = median(std::move(levels));
    trend.newest = static_cast<double>(newest) - trend.weekdayOf(trend.lastDay);
    noteChange(trend, std::span(residuals).first(residuals.size() - doubtful));
    return trend;
}

} // namespace

std::expected<StorageTrend, TooLittleHistory> storageTrend(std::span<const StoragePoint> points)
{
    auto ordered = inOrder(points);
    std::erase_if(ordered, &StoragePoint::isLeast);
    if (ordered.empty())
        return std::unexpected(TooLittleHistory{});
    auto days = dailyMedians(ordered);
    const QDate first = days.back().day.addDays(-kTrendWindowDays + 1);
    days.erase(days.begin(), std::ranges::lower_bound(days, first, {}, &StorageDay::day));
    const qint64 over = days.front().day.daysTo(days.back().day);
    const qsizetype read = readDays(days);
    if (read < kTrendPoints || over < kTrendDays)
        return std::unexpected(TooLittleHistory{read, over});
    return fit(days, ordered.back().storedBytes);
}

} // namespace slipway
