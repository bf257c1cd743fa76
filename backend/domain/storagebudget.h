#pragma once

#include "core/names.h"

#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// What an owner may store where nobody has said otherwise: 20 GiB, the quota of the migration plan. A team's own
/// policy: GitHub sets no limit for container images.
constexpr Bytes kUsualBudget = Bytes{20} << 30;

/// How much may be stored, and at which shares of it a person is told.
struct StorageBudget final {
    std::optional<QString> hub;    ///< none: the whole owner, or the family in every hub
    std::optional<QString> family; ///< none: the whole hub
    Bytes bytes = 0;
    std::vector<int> alerts{75, 85, 90, 100}; ///< percent, rising

    /// Whether it is for the whole owner.
    [[nodiscard]] bool isForOwner() const { return !hub && !family; }

    friend bool operator==(const StorageBudget&, const StorageBudget&) = default;
};

} // namespace slipway
