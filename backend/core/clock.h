#pragma once

#include <QDateTime>

#include <optional>

namespace slipway
{

/// Tells the time in UTC. `--now` and tests fix it; everything that decides by time is given one.
class Clock final
{
public:
    Clock() = default;
    explicit Clock(QDateTime fixed)
        : m_fixed(std::move(fixed))
    {
    }

    [[nodiscard]] QDateTime now() const { return m_fixed ? *m_fixed : QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] bool isFixed() const { return m_fixed.has_value(); }

private:
    std::optional<QDateTime> m_fixed;
};

} // namespace slipway
