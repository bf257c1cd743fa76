#pragma once

#include "net/pause.h"
#include "net/ratelimit.h"

#include <deque>

namespace slipway
{

/// What one host is asked for at most. Source: GitHub REST "Rate limits for the REST API", "About secondary rate
/// limits", and "Best practices for using the REST API".
struct GovernorLimits final {
    int concurrent = 32; ///< requests under way; GitHub allows 100 for one account, whatever else it does meanwhile
    int pointsPerMinute = 900; ///< reading costs 1, what changes something 5; 0: no such limit
    int floorPercent = 5;      ///< of the hour's requests, kept for a person's own actions: 250 of 5,000
    std::chrono::milliseconds betweenCreations{1'000};
    std::chrono::milliseconds secondaryPause{60'000}; ///< when the server gives no time; doubled while it goes on
    std::chrono::milliseconds longestSecondaryPause{3'600'000};

    /// Registry and token endpoints publish no points.
    [[nodiscard]] static GovernorLimits withoutPoints(GovernorLimits limits)
    {
        limits.pointsPerMinute = 0;
        limits.betweenCreations = {};
        return limits;
    }
};

/// May a request go?
struct Admission final {
    enum class Verdict : std::uint8_t {
        Go,
        AfterAnother, ///< when one that runs has ended
        At,           ///< not before `at`
    };
    /// Whom a refusal concerns: others may go meanwhile.
    enum class Scope : std::uint8_t { Everything, Background, Changes };

    Verdict verdict = Verdict::Go;
    Scope scope = Scope::Everything;
    Moment at;
    std::optional<PauseReason> pause; ///< the server's limit that is waited for; none for our own pacing
};

/// Decides for one host when a request may go, from what has gone and what was answered. A value: it has no timer and
/// no network, the time is given. When the clock is set back its own times go with it.
class Governor final
{
public:
    explicit Governor(GovernorLimits limits = {})
        : m_limits(limits)
    {
    }

    [[nodiscard]] Admission admit(HttpMethod method, Urgency urgency, Moment now);
    /// A request goes. It must have been admitted at this moment.
    void begin(HttpMethod method, Moment now);
    /// It has ended. `began` tells answers to requests older than a pause from news: 32 refusals of one burst are one.
    void note(const Result<HttpResponse>& answer, HttpMethod method, Moment began, Moment now);

    [[nodiscard]] int running() const { return m_running; }
    [[nodiscard]] const std::optional<RateLimit>& rateLimit() const { return m_rateLimit; }
    /// The pause that holds everything, if it is not over.
    [[nodiscard]] std::optional<HostPause> pause(Moment now) const;

private:
    struct Spent {
        Moment second;
        int points = 0;
    };

    void follow(Moment now);
    [[nodiscard]] std::optional<Moment> enoughPointsAt(int points) const;
    [[nodiscard]] bool isAtFloor() const;
    void takeReading(const RateLimit& reading, const HttpResponse& response, Moment now);
    void takeRefusal(const HttpResponse& response, Moment began, Moment now);
    void pauseUntil(Moment until, PauseReason reason);

    GovernorLimits m_limits;
    int m_running = 0;
    int m_runningChanges = 0;
    std::deque<Spent> m_spent; ///< of the last minute, a second each
    int m_points = 0;          ///< their sum
    Moment m_nextCreation;
    std::optional<RateLimit> m_rateLimit;
    Moment m_reset; ///< of the rate limit, by our clock
    std::optional<HostPause> m_pause;
    Moment m_struckAt; ///< when the last secondary limit was met
    int m_strikes = 0; ///< secondary limits in a row
    Moment m_now;      ///< the latest time given
};

} // namespace slipway
