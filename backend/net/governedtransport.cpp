#include "net/governedtransport.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <deque>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

bool isApi(Traffic traffic)
{
    return traffic == Traffic::Api;
}

/// No server says so.
constexpr auto kNever = std::chrono::milliseconds::min();

QString reasonText(PauseReason reason)
{
    switch (reason) {
    case PauseReason::PrimaryLimit:
        return u"primary limit"_s;
    case PauseReason::SecondaryLimit:
        return u"secondary limit"_s;
    case PauseReason::RetryAfter:
        return u"retry-after"_s;
    case PauseReason::Floor:
        return u"kept for a person's own actions"_s;
    }
    return {};
}

} // namespace

bool isUnsent(const Error& error)
{
    return error.kind == ErrorKind::RateLimited && error.retryAfter == kNever;
}

Moment systemTime()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A request before its turn. What was cancelled stays in its queue until it is come to.
struct GovernedTransport::Waiting {
    HttpMethod method = HttpMethod::Get;
    QString subject;
    std::uint64_t number = 0; ///< in the order they came
    Moment came;
    std::shared_ptr<Turn> turn = std::make_shared<Turn>();
};

/// Those of one urgency. What changes a server has rules of its own: reading does not wait behind it.
struct GovernedTransport::Lane {
    std::deque<WaitingPtr> reading;
    std::deque<WaitingPtr> changing;

    [[nodiscard]] std::deque<WaitingPtr>& queueOf(HttpMethod method)
    {
        return method == HttpMethod::Get || method == HttpMethod::Head ? reading : changing;
    }

    void dropCancelled()
    {
        for (auto* queue : {&reading, &changing}) {
            while (!queue->empty() && queue->front()->turn->isGiven())
                queue->pop_front();
        }
    }

    [[nodiscard]] bool isEmpty() const { return reading.empty() && changing.empty(); }
};

struct GovernedTransport::Host {
    GovernedTransport* owner = nullptr; ///< null once that is gone
    QString name;
    Governor governor;
    std::array<Lane, 2> lanes;           ///< by Urgency
    std::optional<Moment> wake;          ///< when to look again
    std::optional<HostPause> floorPause; ///< while background requests wait for it

    [[nodiscard]] Lane& laneOf(Urgency urgency) { return lanes.at(static_cast<size_t>(urgency)); }
};

GovernedTransport::GovernedTransport(HttpTransport& transport, GovernorLimits limits, TimeSource time, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
    , m_limits(limits)
    , m_time(std::move(time))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GovernedTransport::reconsider);
}

GovernedTransport::~GovernedTransport()
{
    for (const auto& host : std::as_const(m_hosts)) {
        host->owner = nullptr;
        for (const auto& lane : host->lanes) {
            for (const auto* queue : {&lane.reading, &lane.changing}) {
                for (const auto& waiting : *queue)
                    m_turns.give(waiting->turn, failure(ErrorKind::Cancelled, waiting->subject));
            }
        }
    }
}

Task<Result<HttpResponse>> GovernedTransport::send(HttpRequest request, std::stop_token stop)
{
    const QString subject = request.subject;
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, subject);
    const HostPtr host = hostOf(request);
    const HttpMethod method = request.method;
    const Moment came = m_time();
    const auto waiting = std::make_shared<Waiting>(method, subject, ++m_lastNumber, came);
    host->laneOf(request.urgency).queueOf(method).push_back(waiting);
    letGo(*host);
    Result<void> turn;
    if (waiting->turn->isGiven()) {
        turn = waiting->turn->await_resume();
    } else {
        // Queued: a stop may come from another thread.
        const std::stop_callback onStop(
            stop, [home = threadContext(), turns = QPointer(&m_turns), weak = std::weak_ptr(waiting)] {
                QMetaObject::invokeMethod(
                    home,
                    [turns, weak] {
                        const auto open = weak.lock();
                        if (turns && open)
                            turns->give(open->turn, failure(ErrorKind::Cancelled, open->subject));
                    },
                    Qt::QueuedConnection);
            });
        turn = co_await *waiting->turn;
    }
    if (!turn)
        co_return std::unexpected(turn.error());
    if (!host->owner)
        co_return failure(ErrorKind::Cancelled, subject);
    const Moment began = m_time();
    request.trail.queued = std::max(began - came, std::chrono::milliseconds(0));
    auto answer = co_await m_transport.send(std::move(request), std::move(stop));
    if (!host->owner)
        co_return failure(ErrorKind::Cancelled, subject);
    end(*host, method, began, answer);
    co_return answer;
}

void GovernedTransport::reconsider()
{
    for (const auto& host : std::as_const(m_hosts))
        letGo(*host);
}

GovernedTransport::HostPtr GovernedTransport::hostOf(const HttpRequest& request)
{
    const QString name = request.url.authority(QUrl::FullyEncoded);
    const QString key = (isApi(request.traffic) ? u"api "_s : u"registry "_s) + name;
    auto& host = m_hosts[key];
    if (!host) {
        host = std::make_shared<Host>();
        host->owner = this;
        host->name = request.url.host();
        host->governor = Governor(isApi(request.traffic) ? m_limits : GovernorLimits::withoutPoints(m_limits));
    }
    return host;
}

/// Lets all go that may, and sees to it that the others are looked at again in time.
void GovernedTransport::letGo(Host& host)
{
    const Moment now = m_time();
    host.wake.reset();
    host.floorPause.reset();
    if (letGo(host, Urgency::Person, now) == Room::Left)
        static_cast<void>(letGo(host, Urgency::Background, now));
    tell(now);
    setTimer(now);
}

/// First come first served; only changes that wait for a turn of their own let reading pass.
GovernedTransport::Room GovernedTransport::letGo(Host& host, Urgency urgency, Moment now)
{
    Lane& lane = host.laneOf(urgency);
    while (true) {
        lane.dropCancelled();
        if (lane.isEmpty())
            return Room::Left;
        auto* first = &lane.reading;
        auto* second = &lane.changing;
        if (first->empty() || (!second->empty() && second->front()->number < first->front()->number))
            std::swap(first, second);
        auto held = letFirstGo(host, *first, urgency, now);
        if (held == Admission::Scope::Changes && !second->empty())
            held = letFirstGo(host, *second, urgency, now);
        if (held)
            return held == Admission::Scope::Everything ? Room::None : Room::Left;
    }
}

/// Admits or refuses the first of a queue; gives whom its waiting holds up when it must go on waiting.
std::optional<Admission::Scope> GovernedTransport::letFirstGo(Host& host, std::deque<WaitingPtr>& queue,
                                                              Urgency urgency, Moment now)
{
    const WaitingPtr first = queue.front();
    const Admission admission = host.governor.admit(first->method, urgency, now);
    const bool isGo = admission.verdict == Admission::Verdict::Go;
    if (isGo && first->method == HttpMethod::Delete && now - first->came > kDeletionGoodFor) {
        m_turns.give(first->turn, std::unexpected(Error{ErrorKind::RateLimited, first->subject,
                                                        u"its turn came too late"_s, kNever}));
    } else if (isGo) {
        host.governor.begin(first->method, now);
        m_turns.give(first->turn, {});
    } else if (auto error = refusal(admission, first->subject, now)) {
        m_turns.give(first->turn, std::unexpected(std::move(*error)));
    } else {
        if (admission.verdict == Admission::Verdict::At && (!host.wake || admission.at < *host.wake))
            host.wake = admission.at;
        if (admission.pause == PauseReason::Floor)
            host.floorPause = HostPause{admission.at, PauseReason::Floor};
        return admission.scope;
    }
    queue.pop_front();
    return std::nullopt;
}

std::optional<Error> GovernedTransport::refusal(const Admission& admission, const QString& subject, Moment now) const
{
    if (!m_longestPause || !admission.pause || admission.at - now <= *m_longestPause)
        return std::nullopt;
    return Error{ErrorKind::RateLimited, subject, reasonText(*admission.pause), admission.at - now};
}

void GovernedTransport::end(Host& host, HttpMethod method, Moment began, const Result<HttpResponse>& answer)
{
    host.governor.note(answer, method, began, m_time());
    const auto& limit = host.governor.rateLimit();
    if (limit && limit != m_rateLimit) {
        m_rateLimit = limit;
        Q_EMIT rateLimitChanged(m_rateLimit);
    }
    letGo(host);
}

/// The timer does not count while the machine sleeps: it looks at the clock every half minute.
void GovernedTransport::setTimer(Moment now)
{
    Moment next = m_pause ? m_pause->until.toStdSysMilliseconds() : Moment::max();
    for (const auto& host : std::as_const(m_hosts))
        next = std::min(next, host->wake.value_or(Moment::max()));
    constexpr std::chrono::milliseconds kLongest{30'000};
    if (next != Moment::max())
        m_timer.start(std::clamp(next - now, std::chrono::milliseconds(0), kLongest));
    else if (m_timer.isActive())
        m_timer.stop();
}

void GovernedTransport::tell(Moment now)
{
    std::optional<Pause> pause;
    for (const auto& host : std::as_const(m_hosts)) {
        const auto own = host->governor.pause(now) ? host->governor.pause(now) : host->floorPause;
        if (!own || (pause && pause->until.toStdSysMilliseconds() >= own->until))
            continue;
        const Pause candidate{host->name, QDateTime::fromStdTimePoint(own->until), own->reason};
        if (candidate == m_pause || own->until - now > kWorthTelling)
            pause = candidate;
    }
    if (pause == m_pause)
        return;
    m_pause = pause;
    Q_EMIT pauseChanged(m_pause);
}

} // namespace slipway
