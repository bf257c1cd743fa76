#include "net/governor.h"

#include "net/responseerror.h"

#include <algorithm>

namespace slipway
{

using namespace std::chrono_literals;

namespace
{

constexpr auto kMinute = 60s;

bool changes(HttpMethod method)
{
    return method != HttpMethod::Get && method != HttpMethod::Head;
}

bool creates(HttpMethod method)
{
    return changes(method) && method != HttpMethod::Delete;
}

int pointsOf(HttpMethod method)
{
    return changes(method) ? 5 : 1;
}

Moment secondOf(Moment moment)
{
    return std::chrono::floor<std::chrono::seconds>(moment);
}

/// When a limit is reset, by our clock: the server's clock may be another, and its `Date` header tells. A second is
/// added because that header has no fractions.
Moment resetByOurClock(const QDateTime& reset, const HttpResponse& response, Moment now)
{
    if (const auto date = servedAt(response); date.isValid())
        return now + std::chrono::milliseconds(date.msecsTo(reset)) + 1s;
    return reset.toStdSysMilliseconds();
}

} // namespace

Admission Governor::admit(HttpMethod method, Urgency urgency, Moment now)
{
    using enum Admission::Verdict;
    follow(now);
    if (m_pause && m_pause->until > now)
        return {At, Admission::Scope::Everything, m_pause->until, m_pause->reason};
    if (m_running >= m_limits.concurrent)
        return {AfterAnother, Admission::Scope::Everything, {}, {}};
    if (urgency == Urgency::Background && isAtFloor())
        return {At, Admission::Scope::Background, m_reset, PauseReason::Floor};
    if (changes(method) && m_runningChanges > 0)
        return {AfterAnother, Admission::Scope::Changes, {}, {}};
    if (creates(method) && m_nextCreation > now)
        return {At, Admission::Scope::Changes, m_nextCreation, {}};
    if (const auto at = enoughPointsAt(pointsOf(method)))
        return {At, Admission::Scope::Everything, *at, {}};
    return {};
}

void Governor::begin(HttpMethod method, Moment now)
{
    follow(now);
    ++m_running;
    m_runningChanges += changes(method) ? 1 : 0;
    if (creates(method))
        m_nextCreation = now + m_limits.betweenCreations;
    if (m_limits.pointsPerMinute == 0)
        return;
    const Moment second = secondOf(now);
    if (m_spent.empty() || m_spent.back().second != second)
        m_spent.push_back({second, 0});
    m_spent.back().points += pointsOf(method);
    m_points += pointsOf(method);
}

void Governor::note(const Result<HttpResponse>& answer, HttpMethod method, Moment began, Moment now)
{
    follow(now);
    --m_running;
    m_runningChanges -= changes(method) ? 1 : 0;
    if (!answer)
        return;
    if (const auto reading = rateLimitOf(*answer))
        takeReading(*reading, *answer, now);
    if (answer->status >= 400)
        takeRefusal(*answer, began, now);
    else if (began >= m_struckAt)
        m_strikes = 0;
}

std::optional<HostPause> Governor::pause(Moment now) const
{
    return m_pause && m_pause->until > now ? m_pause : std::nullopt;
}

/// Forgets what is over, and moves all times along when the clock was set back.
void Governor::follow(Moment now)
{
    if (now < m_now) {
        const auto back = m_now - now;
        for (auto& spent : m_spent)
            spent.second -= back;
        m_nextCreation -= back;
        m_reset -= back;
        m_struckAt -= back;
        if (m_pause)
            m_pause->until -= back;
    }
    m_now = now;
    while (!m_spent.empty() && m_spent.front().second + kMinute + 1s <= now) {
        m_points -= m_spent.front().points;
        m_spent.pop_front();
    }
    if (m_pause && m_pause->until <= now)
        m_pause.reset();
}

/// When the last minute has room for this many points again; nullopt: it has now.
std::optional<Moment> Governor::enoughPointsAt(int points) const
{
    if (m_limits.pointsPerMinute == 0)
        return std::nullopt;
    int over = m_points + points - m_limits.pointsPerMinute;
    if (over <= 0)
        return std::nullopt;
    for (const auto& spent : m_spent) {
        over -= spent.points;
        if (over <= 0)
            return spent.second + kMinute + 1s;
    }
    return std::nullopt; // a limit below one request's points: it goes when the minute is empty
}

/// Requests under way count as spent: their answers have not told yet.
bool Governor::isAtFloor() const
{
    if (!m_rateLimit || m_reset <= m_now)
        return false;
    const int floor = m_rateLimit->limit * m_limits.floorPercent / 100;
    return m_rateLimit->remaining - m_running <= floor;
}

void Governor::takeReading(const RateLimit& reading, const HttpResponse& response, Moment now)
{
    const bool isSameHour = m_rateLimit && m_rateLimit->reset == reading.reset && m_rateLimit->limit == reading.limit;
    if (!isSameHour)
        m_reset = resetByOurClock(reading.reset, response, now);
    // Answers overtake one another: within the hour only the lowest number is the latest.
    if (!isSameHour || reading.remaining < m_rateLimit->remaining)
        m_rateLimit = reading;
    if (m_rateLimit->remaining == 0)
        pauseUntil(m_reset, PauseReason::PrimaryLimit);
}

/// Source: GitHub REST "Rate limits for the REST API", "Exceeding the rate limit": retry-after is obeyed; else, with
/// nothing remaining, the reset; else at least a minute, and longer each time it goes on.
void Governor::takeRefusal(const HttpResponse& response, Moment began, Moment now)
{
    const bool isLimited = isRateLimited(response);
    if (!isLimited && response.status != 503)
        return;
    if (const auto wait = statedRetryAfter(response)) {
        pauseUntil(now + *wait, PauseReason::RetryAfter);
        return;
    }
    const bool isPrimary = response.header("x-ratelimit-remaining") == "0" && m_reset > now;
    if (!isLimited || isPrimary || began < m_struckAt)
        return;
    const auto wait =
        std::min(m_limits.secondaryPause * (1 << std::min(m_strikes, 10)), m_limits.longestSecondaryPause);
    ++m_strikes;
    m_struckAt = now;
    pauseUntil(now + wait, PauseReason::SecondaryLimit);
}

void Governor::pauseUntil(Moment until, PauseReason reason)
{
    if (until > m_now && (!m_pause || until > m_pause->until))
        m_pause = HostPause{until, reason};
}

} // namespace slipway
