#pragma once

#include "core/async.h"

#include <QThreadPool>

#include <type_traits>
#include <utility>

namespace slipway
{

/// Runs a pure function on values in the thread pool; await the result. For work over 8 ms that must not hold up the
/// window. Arguments are copied or moved in; the result arrives through the event loop of the calling thread, which
/// must not end before.
template<typename Function, typename... Arguments>
[[nodiscard]] auto runInPool(Function function, Arguments... arguments)
{
    using Value = std::invoke_result_t<Function, Arguments...>;
    Arrival<Value> arrival;
    QThreadPool::globalInstance()->start([home = threadContext(), arrival, function = std::move(function),
                                          ... arguments = std::move(arguments)]() mutable {
        auto value = std::make_shared<Value>(std::invoke(function, std::move(arguments)...));
        QMetaObject::invokeMethod(home, [arrival, value] { arrival.deliver(std::move(*value)); }, Qt::QueuedConnection);
    });
    return arrival;
}

} // namespace slipway
