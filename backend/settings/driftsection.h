#pragma once

#include "domain/driftpolicy.h"
#include "settings/profilesections.h"

namespace slipway
{

/// Reads `drift:` of a profile (docs/profile.md). What is wrong is left in the reader, and then the value means
/// nothing.
[[nodiscard]] DriftPolicy readDriftPolicy(YamlReader& reader, const YAML::Node& node, const FileFinder& files);

} // namespace slipway
