#pragma once

namespace slipway::test
{

/// How often this process has waited for the disk since it began: calls of fsync() and fdatasync(), by SQLite too.
[[nodiscard]] int diskSyncs();

} // namespace slipway::test
