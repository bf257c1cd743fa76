#pragma once

#include "app/session/connection.h"
#include "core/async.h"

#include <optional>
#include <stop_token>

namespace slipway
{

/// The documents behind a version, as bytes.
struct VersionDocuments final {
    Result<QByteArray> manifest;
    std::optional<Result<QByteArray>> config;
};

/// Reads a manifest and, if one is named, its config: from the store, else from the registry, which is not asked when
/// the target is offline. What was fetched is kept for ever. `connection` outlives the reading and is used on its
/// thread.
[[nodiscard]] Task<VersionDocuments> readVersionDocuments(Connection* connection, PackageName package, Digest manifest,
                                                          std::optional<Digest> config, std::stop_token stop);

} // namespace slipway
