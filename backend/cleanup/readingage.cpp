#include "cleanup/readingage.h"

#include <algorithm>

namespace slipway
{

std::chrono::milliseconds ageBy(std::chrono::milliseconds steady, std::chrono::milliseconds wall)
{
    return wall.count() < 0 ? kAgeUnknown : std::max(steady, wall);
}

void ReadingAge::start()
{
    m_began = m_wall();
    m_steady.start();
}

std::chrono::milliseconds ReadingAge::elapsed() const
{
    if (!m_steady.isValid())
        return kAgeUnknown;
    return ageBy(std::chrono::milliseconds(m_steady.elapsed()), m_wall() - m_began);
}

} // namespace slipway
