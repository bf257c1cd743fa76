#pragma once

#include "core/async.h"

#include <type_traits>
#include <utility>

namespace slipway
{

namespace detail
{

template<typename Value>
Task<void> passOn(QObject* home, Arrival<Value> arrival, Task<Value> task)
{
    const auto value = std::make_shared<Value>(co_await task);
    QMetaObject::invokeMethod(home, [arrival, value] { arrival.deliver(std::move(*value)); }, Qt::QueuedConnection);
}

} // namespace detail

/// Starts a coroutine on the thread `context` lives on; await the result on this one. Both threads have event loops and
/// outlive the task. `start` is an ordinary function object that gives the Task; what it captures is copied.
template<typename Start>
[[nodiscard]] auto runOn(QObject* context, Start start)
{
    using Value = typename std::invoke_result_t<Start>::value_type;
    Arrival<Value> arrival;
    QMetaObject::invokeMethod(
        context,
        [home = threadContext(), arrival, start = std::move(start)] { detail::passOn<Value>(home, arrival, start()); },
        Qt::QueuedConnection);
    return arrival;
}

} // namespace slipway
