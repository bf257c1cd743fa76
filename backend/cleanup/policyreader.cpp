#include "cleanup/policyreader.h"

#include "cleanup/cleanupduration.h"
#include "cleanup/globadvice.h"
#include "settings/yamlreader.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

constexpr int kMost = 1'000'000'000; ///< of what is counted

milliseconds readDuration(YamlReader& reader, const YAML::Node& node, const QString& key)
{
    const auto duration = parseCleanupDuration(reader.text(node, key));
    if (!duration) {
        reader.refuseValue(
            node, key,
            u"expected a duration such as 30m, 1h, 90d or 2w, %1d at most"_s.arg(kLongestCleanupDuration.count()));
    }
    return duration.value_or(milliseconds(0));
}

milliseconds readGrace(YamlReader& reader, const YAML::Node& node)
{
    const auto grace = readDuration(reader, node, u"grace"_s);
    if (grace < kLeastGrace)
        reader.refuseValue(node, u"grace"_s, u"expected %1 at least"_s.arg(cleanupDurationText(kLeastGrace)));
    return grace;
}

std::optional<Glob> readGlob(YamlReader& reader, const YAML::Node& node, const QString& key, const QString& pattern)
{
    if (const auto instead = globInsteadOf(pattern)) {
        const QString mark = reader.text(node, key).chopped(pattern.size()); // "!" of what is excluded
        const QString advice = instead->isEmpty()
                                   ? u"* is any characters, ? one, [0-9] a digit; alternatives are globs of their own"_s
                                   : u"write \"%1\""_s.arg(mark + *instead);
        reader.refuseValue(node, key, u"expected a glob of the whole name, not a regular expression; "_s + advice);
        return std::nullopt;
    }
    auto glob = Glob::parse(pattern);
    if (glob && !pattern.isEmpty())
        return *std::move(glob);
    reader.refuseValue(node, key, glob ? u"expected a glob"_s : u"expected a glob; "_s + glob.error().detail);
    return std::nullopt;
}

std::optional<ManifestKind> untaggedKind(const QString& name)
{
    for (const auto kind : {ManifestKind::Image, ManifestKind::Index, ManifestKind::Cache, ManifestKind::Artifact}) {
        if (manifestKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

std::vector<ManifestKind> readKinds(YamlReader& reader, const YAML::Node& node)
{
    std::vector<ManifestKind> kinds;
    if (!reader.isSequence(node, u"kinds"_s))
        return kinds;
    for (const auto& entry : node) {
        if (const auto kind = untaggedKind(reader.text(entry, u"kinds"_s)))
            kinds.push_back(*kind);
        else
            reader.refuseValue(entry, u"kinds"_s, u"expected image, index, cache or artifact"_s);
    }
    if (kinds.empty())
        reader.refuse(node, u"\"kinds\": expected image, index, cache or artifact, found none"_s);
    return kinds;
}

UntaggedRule readUntagged(YamlReader& reader, const YAML::Node& node)
{
    UntaggedRule untagged;
    if (!reader.isMapOf(node, {u"olderThan"_s, u"kinds"_s}))
        return untagged;
    if (const auto kinds = node["kinds"])
        untagged.kinds = readKinds(reader, kinds);
    if (const auto olderThan = node["olderThan"])
        untagged.olderThan = readDuration(reader, olderThan, u"olderThan"_s);
    else
        reader.refuse(node, u"\"untagged\" needs \"olderThan\""_s);
    return untagged;
}

void readRule(YamlReader& reader, const YAML::Node& node, std::vector<TagRule>& rules)
{
    if (!reader.isMapOf(node, {u"tags"_s, u"olderThan"_s, u"keepLatest"_s}))
        return;
    const auto tags = node["tags"];
    const auto olderThan = node["olderThan"];
    const auto keepLatest = node["keepLatest"];
    if (!tags)
        reader.refuse(node, u"a rule needs \"tags\""_s);
    else if (!olderThan && !keepLatest)
        reader.refuse(node, u"a rule needs \"olderThan\" or \"keepLatest\", else it would delete all it matches"_s);
    if (reader.error())
        return;
    auto glob = readGlob(reader, tags, u"tags"_s, reader.text(tags, u"tags"_s));
    if (!glob)
        return;
    auto& rule = rules.emplace_back(TagRule{*std::move(glob), std::nullopt, 0});
    if (olderThan)
        rule.olderThan = readDuration(reader, olderThan, u"olderThan"_s);
    if (keepLatest)
        rule.keepLatest = static_cast<size_t>(reader.wholeNumber(keepLatest, u"keepLatest"_s, 0, kMost));
}

std::vector<TagRule> readRules(YamlReader& reader, const YAML::Node& node)
{
    std::vector<TagRule> rules;
    if (!reader.isSequence(node, u"rules"_s))
        return rules;
    for (const auto& entry : node)
        readRule(reader, entry, rules);
    return rules;
}

std::vector<Glob> readProtectedTags(YamlReader& reader, const YAML::Node& node)
{
    std::vector<Glob> globs;
    if (!reader.isSequence(node, u"tags"_s))
        return globs;
    for (const auto& entry : node) {
        if (auto glob = readGlob(reader, entry, u"tags"_s, reader.text(entry, u"tags"_s)))
            globs.push_back(*std::move(glob));
    }
    return globs;
}

PolicyProtection readProtect(YamlReader& reader, const YAML::Node& node)
{
    PolicyProtection protect;
    if (!reader.isMapOf(node, {u"tags"_s, u"semver"_s, u"lockFiles"_s, u"deployed"_s, u"rollback"_s}))
        return protect;
    if (const auto tags = node["tags"])
        protect.tags = readProtectedTags(reader, tags);
    if (const auto semver = node["semver"])
        protect.semver = reader.flag(semver, u"semver"_s);
    const auto lockFiles = node["lockFiles"];
    if (lockFiles && reader.isSequence(lockFiles, u"lockFiles"_s)) {
        for (const auto& entry : lockFiles)
            protect.lockFiles.append(reader.word(entry, u"lockFiles"_s));
    }
    if (const auto deployed = node["deployed"])
        protect.deployed = reader.flag(deployed, u"deployed"_s);
    if (const auto rollback = node["rollback"])
        protect.rollback = reader.wholeNumber(rollback, u"rollback"_s, 0, kMost);
    return protect;
}

FoundLoose readLoose(YamlReader& reader, const YAML::Node& node, const QString& key)
{
    const QString word = reader.text(node, key);
    if (word != "report"_L1 && word != "delete"_L1)
        reader.refuseValue(node, key, u"expected report or delete"_s);
    return word == "delete"_L1 ? FoundLoose::Delete : FoundLoose::Report;
}

CleanupLimits readLimits(YamlReader& reader, const YAML::Node& node)
{
    CleanupLimits limits;
    if (!reader.isMapOf(node, {u"versions"_s, u"percent"_s}))
        return limits;
    if (const auto versions = node["versions"])
        limits.versions = static_cast<size_t>(reader.wholeNumber(versions, u"versions"_s, 0, kMost));
    if (const auto percent = node["percent"])
        limits.percent = static_cast<size_t>(reader.wholeNumber(percent, u"percent"_s, 0, 100));
    return limits;
}

PackageChoice readPackages(YamlReader& reader, const YAML::Node& node)
{
    PackageChoice packages;
    if (!reader.isSequence(node, u"packages"_s))
        return packages;
    for (const auto& entry : node) {
        const QString text = reader.text(entry, u"packages"_s);
        const bool isExcluded = text.startsWith(u'!');
        if (auto glob = readGlob(reader, entry, u"packages"_s, isExcluded ? text.sliced(1) : text))
            (isExcluded ? packages.excluded : packages.included).push_back(*std::move(glob));
    }
    if (packages.included.empty())
        reader.refuse(node, u"\"packages\": expected a glob that names packages, found none; \"*\" is all of them"_s);
    return packages;
}

void readVersion(YamlReader& reader, const YAML::Node& root)
{
    if (!root["version"])
        reader.refuse(root, u"\"version: 1\" is missing"_s);
    else if (reader.text(root["version"], u"version"_s) != "1"_L1)
        reader.refuseValue(root["version"], u"version"_s, u"expected 1"_s);
}

CleanupPolicy readPolicy(YamlReader& reader, const YAML::Node& root)
{
    CleanupPolicy policy;
    readVersion(reader, root);
    if (const auto grace = root["grace"])
        policy.grace = readGrace(reader, grace);
    if (const auto untagged = root["untagged"])
        policy.untagged = readUntagged(reader, untagged);
    if (const auto rules = root["rules"])
        policy.rules = readRules(reader, rules);
    if (const auto protect = root["protect"])
        policy.protect = readProtect(reader, protect);
    if (const auto orphans = root["orphans"])
        policy.orphans = readLoose(reader, orphans, u"orphans"_s);
    if (const auto ghosts = root["ghosts"])
        policy.ghosts = readLoose(reader, ghosts, u"ghosts"_s);
    if (const auto limits = root["limits"])
        policy.limits = readLimits(reader, limits);
    if (const auto packages = root["packages"])
        policy.packages = readPackages(reader, packages);
    else
        policy.packages.included.push_back(*Glob::parse(u"*"_s));
    return policy;
}

} // namespace

Result<CleanupPolicy> parseCleanupPolicy(const QByteArray& yaml, const QString& fileName)
{
    YamlReader reader(fileName);
    const YAML::Node root = reader.parse(yaml);
    CleanupPolicy policy;
    const QStringList keys{u"version"_s, u"grace"_s,  u"untagged"_s, u"rules"_s,   u"protect"_s,
                           u"orphans"_s, u"ghosts"_s, u"limits"_s,   u"packages"_s};
    if (!reader.error() && reader.isMapOf(root, keys))
        policy = readPolicy(reader, root);
    if (reader.error())
        return std::unexpected(*reader.error());
    return policy;
}

} // namespace slipway
