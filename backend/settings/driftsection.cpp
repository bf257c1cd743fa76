#include "settings/driftsection.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// An OCI image has 127 layers at most with the builders there are; nobody expects more to be shared.
constexpr int kMostLayers = 127;

std::optional<Glob> readGlob(YamlReader& reader, const YAML::Node& node, const QString& key)
{
    auto glob = Glob::parse(reader.word(node, key));
    if (!glob) {
        reader.refuse(node, u"\"%1\": %2"_s.arg(key, glob.error().detail));
        return std::nullopt;
    }
    return *std::move(glob);
}

std::vector<Glob> readGlobs(YamlReader& reader, const YAML::Node& node, const QString& key)
{
    std::vector<Glob> globs;
    if (!reader.isSequence(node, key))
        return globs;
    for (const auto& entry : node) {
        if (auto glob = readGlob(reader, entry, key))
            globs.push_back(*std::move(glob));
    }
    return globs;
}

void readLayers(YamlReader& reader, const YAML::Node& node, SharedLayersRule& rule)
{
    const QString word = reader.text(node, u"layers"_s);
    bool isNumber = false;
    rule.count = word.toInt(&isNumber);
    if (word == "base"_L1)
        rule.by = SharedLayersBy::Base;
    else if (word == "lock"_L1)
        rule.by = SharedLayersBy::Lock;
    else if (word == "none"_L1)
        rule.by = SharedLayersBy::None;
    else if (isNumber && rule.count >= 1 && rule.count <= kMostLayers)
        rule.by = SharedLayersBy::Count;
    else
        reader.refuseValue(node, u"layers"_s, u"expected base, lock, none or a number from 1 to %1"_s.arg(kMostLayers));
}

SharedLayersRule readRule(YamlReader& reader, const YAML::Node& node)
{
    SharedLayersRule rule;
    if (!reader.isMapOf(node, {u"hub"_s, u"family"_s, u"layers"_s}))
        return rule;
    if (const auto hub = node["hub"])
        rule.hub = readGlob(reader, hub, u"hub"_s);
    if (const auto family = node["family"])
        rule.family = readGlob(reader, family, u"family"_s);
    if (const auto layers = node["layers"])
        readLayers(reader, layers, rule);
    else
        reader.refuse(node, u"a rule for shared layers needs \"layers\""_s);
    return rule;
}

BaseFollows readBases(YamlReader& reader, const YAML::Node& node)
{
    const QString word = reader.text(node, u"bases"_s);
    if (word != "latest"_L1 && word != "tag"_L1)
        reader.refuseValue(node, u"bases"_s, u"expected latest or tag"_s);
    return word == "tag"_L1 ? BaseFollows::Own : BaseFollows::Latest;
}

} // namespace

DriftPolicy readDriftPolicy(YamlReader& reader, const YAML::Node& node, const FileFinder& files)
{
    DriftPolicy policy;
    if (!reader.isMapOf(node, {u"lock"_s, u"tags"_s, u"cuda"_s, u"shared"_s, u"bases"_s, u"sbom"_s}))
        return policy;
    if (const auto lock = node["lock"])
        policy.lockPath = FileFinder{files.profilePath, {}}.find(reader, lock, u"lock"_s); // may be yet to be written
    if (const auto tags = node["tags"])
        policy.tags = readGlobs(reader, tags, u"tags"_s);
    if (const auto cuda = node["cuda"])
        policy.cuda = readGlob(reader, cuda, u"cuda"_s);
    if (const auto bases = node["bases"])
        policy.baseFollows = readBases(reader, bases);
    if (const auto shared = node["shared"]; shared && reader.isSequence(shared, u"shared"_s)) {
        for (const auto& rule : shared)
            policy.shared.push_back(readRule(reader, rule));
    }
    const auto sbom = node["sbom"];
    if (sbom && reader.isMapOf(sbom, {u"expected"_s})) {
        if (const auto expected = sbom["expected"])
            policy.sbomExpected = readGlobs(reader, expected, u"expected"_s);
    }
    return policy;
}

} // namespace slipway
