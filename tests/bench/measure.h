#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
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

/// Processor time of this process and all its threads, in milliseconds.
inline double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1'000'000;
}

/// The median processor time of a few runs, in milliseconds.
template<typename Function>
double medianCpuMs(int runs, Function function)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const double begin = cpuMs();
        function();
        times.push_back(cpuMs() - begin);
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
