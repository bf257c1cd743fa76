#pragma once

#include "settings/profile.h"
#include "settings/yamlreader.h"

namespace slipway
{

/// The parts of a profile beside the classification. Each reads the node of its key; what is wrong is left in the
/// reader, and then the value means nothing.

[[nodiscard]] std::vector<StorageBudget> readBudgets(YamlReader& reader, const YAML::Node& node);
[[nodiscard]] StatedPrices readPrices(YamlReader& reader, const YAML::Node& node);
[[nodiscard]] std::vector<DeployTarget> readTargets(YamlReader& reader, const YAML::Node& node);
[[nodiscard]] ProfileRepository readRepository(YamlReader& reader, const YAML::Node& node);
/// The path in the repository of a file that the node names relative to the profile. Refused: one that lies outside of
/// it.
[[nodiscard]] QString pathInRepository(YamlReader& reader, const YAML::Node& node, const QString& key,
                                       const ProfileRepository& repository);

/// Finds the files a profile names, relative to it.
struct FileFinder final {
    QString profilePath;
    FileCheck isFile;

    /// The path of the file a node names. Refused: an empty name, a file that is not there.
    [[nodiscard]] QString find(YamlReader& reader, const YAML::Node& node, const QString& key) const;
};

[[nodiscard]] std::vector<PolicyFile> readPolicies(YamlReader& reader, const YAML::Node& node, const FileFinder& files);

} // namespace slipway
