#pragma once

#include <QString>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace slipway::bench
{

using Moment = std::chrono::steady_clock::time_point;

inline Moment now()
{
    return std::chrono::steady_clock::now();
}

inline double msSince(Moment begin)
{
    return std::chrono::duration<double, std::milli>(now() - begin).count();
}

/// Values of one kind, each with what it was measured at.
class Samples final
{
public:
    void add(double value, const QString& what = {}) { m_values.push_back({value, what}); }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] std::size_t count() const { return m_values.size(); }

    /// "what: median, 99 %, longest (at what, of how many)".
    void print(const char* what, const char* unit) const
    {
        std::printf("%-44s median %7.2f, 99 %% %7.2f, longest %7.2f %s", what, at(0.5), at(0.99), at(1), unit);
        const auto longest = std::ranges::max_element(m_values, {}, &Value::first);
        if (longest != m_values.end() && !longest->second.isEmpty())
            std::printf(" at \"%s\"", qUtf8Printable(longest->second));
        std::printf(" (%zu)\n", m_values.size());
        std::fflush(stdout);
    }

    /// The greatest ones with what they were measured at.
    void printGreatest(std::size_t count) const
    {
        auto sorted = m_values;
        std::ranges::sort(sorted, std::ranges::greater(), &Value::first);
        sorted.resize(std::min(sorted.size(), count));
        for (const auto& [value, what] : sorted)
            std::printf("    %7.2f at \"%s\"\n", value, qUtf8Printable(what));
    }

private:
    using Value = std::pair<double, QString>;

    [[nodiscard]] double at(double share) const
    {
        if (m_values.empty())
            return 0;
        auto sorted = m_values;
        std::ranges::sort(sorted, {}, &Value::first);
        return sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))].first;
    }

    std::vector<Value> m_values;
};

} // namespace slipway::bench
