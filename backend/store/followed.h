#pragma once

#include "store/database.h"
#include "store/storevalues.h"

#include <functional>
#include <vector>

namespace slipway
{

/// What is followed over time, by age; only what is not over, or everything.
[[nodiscard]] Result<std::vector<FollowedRecord>> readFollowed(const Database& database, qint64 scope,
                                                               const QString& kind, FollowedPart part);

/// Makes the records that are not over into what `next` says, with no other process in between. New ones have no id.
[[nodiscard]] Result<std::vector<FollowedRecord>>
changeFollowed(const Database& database, qint64 scope, const QString& kind,
               const std::function<Result<std::vector<FollowedRecord>>(std::vector<FollowedRecord>)>& next);

} // namespace slipway
