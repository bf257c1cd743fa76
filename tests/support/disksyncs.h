#pragma once

#include <functional>

namespace slipway::test
{

/// How often this process has waited for the disk since it began: calls of fsync() and fdatasync(), by SQLite too.
[[nodiscard]] int diskSyncs();

/// Called once, as the next of them is over.
void onNextDiskSync(std::function<void()> then);

} // namespace slipway::test
