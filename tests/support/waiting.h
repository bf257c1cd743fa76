#pragma once

#include "core/async.h"

#include <QCoroTask>
#include <QTest>

namespace slipway::test
{

/// Runs the event loop until `holds` is true: QTRY_VERIFY for code compiled with -Wconversion. False after ten seconds.
template<typename Condition>
[[nodiscard]] bool eventually(Condition holds)
{
    return QTest::qWaitFor(std::move(holds), 10'000);
}

/// The result of a task; runs the event loop meanwhile.
template<typename T>
[[nodiscard]] T resultOf(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace slipway::test
