#pragma once

#include "core/jsonreader.h"
#include "simulator/statedraft.h"

namespace slipway
{

/// Refuses members of `node` that are not named here.
void refuseUnknownMembers(const JsonNode& node, std::initializer_list<QLatin1StringView> known);
[[nodiscard]] StringMap readStringMap(const JsonNode& node);
[[nodiscard]] QStringList readStrings(const JsonNode& node);
[[nodiscard]] bool readFlag(const JsonNode& node);
/// A time that must be readable when it is given.
[[nodiscard]] QDateTime readTime(const JsonNode& node);

/// The members of one version that say what its manifest is; exactly one must be there.
void readVersionContent(const JsonNode& node, VersionDraft& draft);

} // namespace slipway
