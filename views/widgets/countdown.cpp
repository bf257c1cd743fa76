#include "views/widgets/countdown.h"

#include <algorithm>

namespace slipway
{

void Countdown::hold(Time now)
{
    if (m_isHeld)
        return;
    m_left = left(now);
    m_isHeld = true;
}

void Countdown::letGo(Time now)
{
    if (!m_isHeld)
        return;
    m_since = now;
    m_isHeld = false;
}

Countdown::Time Countdown::left(Time now) const
{
    return m_isHeld ? m_left : std::max(Time::zero(), m_left - (now - m_since));
}

int Countdown::secondsLeft(Time now) const
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left(now)).count());
}

} // namespace slipway
