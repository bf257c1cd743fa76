#include "models/operation.h"

namespace slipway
{

namespace
{

constexpr std::chrono::milliseconds kShortestSample{2000};
constexpr qint64 kSmallestShare = 20;

std::chrono::milliseconds steadyTime()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

Operation::Operation(QString id, QString title, QObject* parent, Stopwatch stopwatch)
    : QObject(parent)
    , m_id(std::move(id))
    , m_title(std::move(title))
    , m_stopwatch(stopwatch ? std::move(stopwatch) : Stopwatch(steadyTime))
    , m_begin(m_stopwatch())
{
}

std::optional<std::chrono::seconds> Operation::remaining() const
{
    const auto elapsed = m_stopwatch() - m_begin;
    if (m_state != State::Running || m_total <= 0 || elapsed < kShortestSample || m_done * kSmallestShare < m_total)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(elapsed * (m_total - m_done) / m_done);
}

void Operation::setProgress(qint64 done, qint64 total, OperationUnit unit)
{
    if (m_state != State::Running)
        return;
    m_done = done;
    m_total = total;
    m_unit = unit;
    Q_EMIT changed();
}

void Operation::finish()
{
    end(State::Finished);
}

void Operation::fail(const Error& error)
{
    m_error = error;
    end(State::Failed);
}

void Operation::markCancelled()
{
    end(State::Cancelled);
}

void Operation::cancel()
{
    if (m_state != State::Running || !m_stop.request_stop())
        return;
    Q_EMIT changed();
}

void Operation::end(State state)
{
    if (m_state != State::Running)
        return;
    m_state = state;
    Q_EMIT changed();
    Q_EMIT ended();
}

} // namespace slipway
