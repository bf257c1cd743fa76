#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace slipway::bench
{

/// The median time of a few runs, in milliseconds.
template<typename Function>
double medianMs(int runs, Function function)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        function();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

inline void row(const char* what, double ms, const char* against = "", double ratio = 0)
{
    if (ratio > 0)
        std::printf("%-44s %10.1f ms   %5.2f x %s\n", what, ms, ratio, against);
    else
        std::printf("%-44s %10.1f ms\n", what, ms);
}

} // namespace slipway::bench
