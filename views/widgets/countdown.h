#pragma once

#include <chrono>

namespace slipway
{

/// Time that runs out, but not while it is held. A value: it is told the time, on any clock that goes steadily.
class Countdown final
{
public:
    using Time = std::chrono::milliseconds;

    explicit Countdown(Time length, Time now)
        : m_left(length)
        , m_since(now)
    {
    }

    /// Holding what is held, or letting go what runs, changes nothing.
    void hold(Time now);
    void letGo(Time now);
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    [[nodiscard]] Time left(Time now) const;
    [[nodiscard]] bool isOver(Time now) const { return left(now) == Time::zero(); }
    /// What is left in whole seconds, the one that has begun included: 5 to 1, and 0 when it is over.
    [[nodiscard]] int secondsLeft(Time now) const;

private:
    Time m_left;
    Time m_since; ///< from here on m_left runs
    bool m_isHeld = false;
};

} // namespace slipway
