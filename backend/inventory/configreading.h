#pragma once

#include "inventory/scanstate.h"

namespace slipway
{

/// Configs as far as they could be read, by blob digest.
struct ReadConfigs final {
    QHash<Digest, ImageConfig> configs;
    std::vector<Error> problems;
};

/// Reads the configs that the rules need and the snapshot does not have yet: from the store, else from the registry.
[[nodiscard]] Task<ReadConfigs> readConfigs(ScanStatePtr state, SnapshotPtr snapshot);

} // namespace slipway
