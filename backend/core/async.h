#pragma once

#include "core/error.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QCoroTask>
#include <QMetaObject>
#include <QObject>

#include <coroutine>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace slipway
{

/// A running coroutine. It starts at once; parameters are taken by value, and no coroutine is a lambda with captures.
template<typename T>
using Task = QCoro::Task<T>;

/// An object that lives on the calling thread as long as its event loop does: what is posted to it runs there.
[[nodiscard]] inline QObject* threadContext()
{
    return QAbstractEventDispatcher::instance();
}

/// A value that arrives once and wakes one waiting coroutine *from the event loop*, never inside the call that delivers
/// it: whoever delivers may be in the middle of destroying things. Copies share the same value. Delivered and awaited
/// on one thread, which has an event loop.
template<typename T>
class Arrival final
{
public:
    Arrival()
        : m_state(std::make_shared<State>())
    {
    }

    [[nodiscard]] bool hasArrived() const { return m_state->value.has_value(); }

    /// Delivers the value; the first delivery counts, later ones are ignored.
    void deliver(T value) const
    {
        if (m_state->value)
            return;
        m_state->value.emplace(std::move(value));
        if (m_state->waiting)
            wake(m_state);
    }

    [[nodiscard]] bool await_ready() const { return hasArrived(); }
    void await_suspend(std::coroutine_handle<> handle) const { m_state->waiting = handle; }
    T await_resume() const { return std::move(*m_state->value); }

private:
    struct State {
        std::optional<T> value;
        std::coroutine_handle<> waiting;
    };

    static void wake(std::shared_ptr<State> state)
    {
        QMetaObject::invokeMethod(
            threadContext(), [state = std::move(state)] { std::exchange(state->waiting, nullptr).resume(); },
            Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state;
};

} // namespace slipway
