#include "simulator/ratelimits.h"

namespace slipway
{

RateWindow& RateLimits::window(const Caller& caller, const QDateTime& now)
{
    auto& window = m_windows[caller.isKnown() ? caller.tokenKey : QString()];
    if (!window.resetsAt.isValid() || window.resetsAt <= now)
        window = {caller.isKnown() ? m_known : m_anonymous, 0, now.addSecs(3600)};
    return window;
}

qint64 RateLimits::overPoints(const Caller& caller, const QByteArray& method, const QDateTime& now)
{
    if (m_pointsPerMinute == 0)
        return 0;
    auto& minute = m_minutes[caller.isKnown() ? caller.tokenKey : QString()];
    if (!minute.began.isValid() || minute.began.secsTo(now) >= 60)
        minute = {now, 0};
    // GitHub's secondary limits: reading costs one point, everything that changes something five.
    const int points = method == "GET" || method == "HEAD" || method == "OPTIONS" ? 1 : 5;
    if (minute.points + points > m_pointsPerMinute)
        return std::max<qint64>(1, 60 - minute.began.secsTo(now));
    minute.points += points;
    return 0;
}

} // namespace slipway
