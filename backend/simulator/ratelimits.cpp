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

qint64 RateLimits::overMinute(const Caller& caller, const QByteArray& method, const QDateTime& now)
{
    const auto isOver = [](int spent, int limit) { return limit > 0 && spent > limit; };
    auto& minute = m_minutes[caller.isKnown() ? caller.tokenKey : QString()];
    if (!minute.began.isValid() || minute.began.secsTo(now) >= 60)
        minute = {now, 0, 0};
    // GitHub's secondary limits: reading costs one point, everything that changes something five.
    const bool isReading = method == "GET" || method == "HEAD" || method == "OPTIONS";
    const int points = minute.points + (isReading ? 1 : 5);
    const int creations = minute.creations + (isReading || method == "DELETE" ? 0 : 1);
    if (isOver(points, m_pointsPerMinute) || isOver(creations, m_creationsPerMinute))
        return std::max<qint64>(1, 60 - minute.began.secsTo(now));
    minute.points = points;
    minute.creations = creations;
    return 0;
}

} // namespace slipway
