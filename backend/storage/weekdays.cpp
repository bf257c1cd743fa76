#include "storage/weekdays.h"

#include "storage/quantile.h"

#include <algorithm>
#include <numeric>

namespace slipway
{

namespace
{

/// Chi-squared with six degrees of freedom: exceeded by chance once in a hundred times.
constexpr double kVisible = 16.812;

std::size_t weekdayOf(const StorageDay& day)
{
    return static_cast<std::size_t>(day.day.dayOfWeek()) - 1;
}

/// The rank of each value from 1; equal values share the mean of theirs. `ties` is the sum of t^3 - t over them.
std::vector<double> ranksOf(std::span<const double> values, double& ties)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        const auto same = static_cast<double>(to - from);
        ties += same * same * same - same;
        for (std::size_t i = from; i < to; ++i)
            ranks[order[i]] = (static_cast<double>(from + to) + 1) / 2;
        from = to;
    }
    return ranks;
}

/// Kruskal and Wallis' H, corrected for ties: how much the weekdays' mean ranks differ.
double difference(std::span<const StorageDay> days, std::span<const double> residuals)
{
    double ties = 0;
    const auto ranks = ranksOf(residuals, ties);
    std::array<double, 7> sums{};
    std::array<double, 7> counts{};
    for (std::size_t i = 0; i < days.size(); ++i) {
        sums.at(weekdayOf(days[i])) += ranks[i];
        ++counts.at(weekdayOf(days[i]));
    }
    const auto n = static_cast<double>(days.size());
    double squares = 0;
    for (std::size_t day = 0; day < sums.size(); ++day)
        squares += sums.at(day) * sums.at(day) / counts.at(day);
    const double untied = 1 - ties / (n * n * n - n);
    return untied > 0 ? (12 / (n * (n + 1)) * squares - 3 * (n + 1)) / untied : 0;
}

} // namespace

std::optional<std::array<double, 7>> visibleWeekdays(std::span<const StorageDay> days,
                                                     std::span<const double> residuals)
{
    std::array<std::vector<double>, 7> byWeekday;
    std::array<int, 7> read{};
    for (std::size_t i = 0; i < days.size(); ++i) {
        byWeekday.at(weekdayOf(days[i])).push_back(residuals[i]);
        read.at(weekdayOf(days[i])) += days[i].isRead ? 1 : 0;
    }
    if (std::ranges::any_of(read, [](int weeks) { return weeks < kWeekdayWeeks; }))
        return std::nullopt;
    if (difference(days, residuals) < kVisible)
        return std::nullopt;
    std::array<double, 7> effects{};
    std::ranges::transform(byWeekday, effects.begin(), [](const auto& values) { return median(values); });
    const double mean = std::accumulate(effects.begin(), effects.end(), 0.0) / 7;
    for (double& effect : effects)
        effect -= mean;
    return effects;
}

} // namespace slipway
