#pragma once

#include "drift/buildlock.h"
#include "support/fixture.h"

namespace slipway::test
{

/// A pinned CPU image whose digest is that of a name.
[[nodiscard]] LockedImage locked(const QString& package, const QString& tag, const QString& digest);
[[nodiscard]] BuildLock lockOf(std::vector<LockedImage> images);
/// A lock that has one of everything.
[[nodiscard]] BuildLock wholeLock();

} // namespace slipway::test
