#pragma once

#include "net/governor.h"
#include "net/turns.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace slipway
{

/// Tells the time; a test's clock stands still until it is moved.
using TimeSource = std::function<Moment()>;
[[nodiscard]] Moment systemTime();

/// How old what a deletion was decided by may become while it waits for its turn.
constexpr std::chrono::milliseconds kDeletionGoodFor{2'000};

/// Whether this is the answer to a deletion that was never sent, because its turn came too late.
[[nodiscard]] bool isUnsent(const Error& error);

/// Lets requests go when the Governor of their host admits them: a person's before the background's, first come first
/// served within. What must wait is queued, wakes by itself, and can be cancelled in any state. Limits that the server
/// sets are waited for; with setLongestPause() a request that would wait longer ends at once with RateLimited and the
/// time to wait. A DELETE whose turn comes later than kDeletionGoodFor is not sent, see isUnsent(): whoever asked for
/// it looks again, for what was true then may be so no longer. The API and the registry of one address are two hosts
/// here: their limits differ.
class GovernedTransport final : public QObject, public HttpTransport
{
    Q_OBJECT

public:
    /// `transport` outlives this.
    explicit GovernedTransport(HttpTransport& transport, GovernorLimits limits = {}, TimeSource time = systemTime,
                               QObject* parent = nullptr);
    /// Everything queued is answered with Cancelled; what runs ends so too, when the transport below answers.
    ~GovernedTransport() override;

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

    /// nullopt (the default): a pause is waited for, however long it is.
    void setLongestPause(std::optional<std::chrono::milliseconds> longest) { m_longestPause = longest; }

    /// As the API told it last; nullopt before its first answer.
    [[nodiscard]] const std::optional<RateLimit>& rateLimit() const { return m_rateLimit; }
    /// The pause that ends last; nullopt while every host may be asked. Pauses shorter than kWorthTelling do not count.
    [[nodiscard]] const std::optional<Pause>& pause() const { return m_pause; }
    static constexpr std::chrono::milliseconds kWorthTelling{2'000};

    /// Looks again at everything that waits. Its timer does that by itself; a clock that was moved does not tell.
    void reconsider();

Q_SIGNALS:
    void rateLimitChanged(const std::optional<slipway::RateLimit>& limit);
    void pauseChanged(const std::optional<slipway::Pause>& pause);

private:
    struct Waiting;
    struct Lane;
    struct Host;
    enum class Room : std::uint8_t { Left, None };
    using HostPtr = std::shared_ptr<Host>;
    using WaitingPtr = std::shared_ptr<Waiting>;

    [[nodiscard]] HostPtr hostOf(const HttpRequest& request);
    void letGo(Host& host);
    [[nodiscard]] Room letGo(Host& host, Urgency urgency, Moment now);
    [[nodiscard]] std::optional<Admission::Scope> letFirstGo(Host& host, std::deque<WaitingPtr>& queue, Urgency urgency,
                                                             Moment now);
    [[nodiscard]] std::optional<Error> refusal(const Admission& admission, const QString& subject, Moment now) const;
    void end(Host& host, HttpMethod method, Moment began, const Result<HttpResponse>& answer);
    void setTimer(Moment now);
    void tell(Moment now);

    HttpTransport& m_transport;
    GovernorLimits m_limits;
    TimeSource m_time;
    QTimer m_timer;
    Turns m_turns;
    QHash<QString, HostPtr> m_hosts;
    std::optional<std::chrono::milliseconds> m_longestPause;
    std::optional<RateLimit> m_rateLimit;
    std::optional<Pause> m_pause;
    std::uint64_t m_lastNumber = 0;
};

} // namespace slipway
