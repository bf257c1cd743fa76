#include "settings/profile.h"

#include "settings/driftsection.h"
#include "settings/profilesections.h"
#include "settings/yamlreader.h"

#include <QFile>
#include <QFileInfo>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Result<LabelCondition> parseLabel(const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return failure(ErrorKind::InvalidArgument, text, u"a label condition is KEY=GLOB"_s);
    const auto glob = Glob::parse(text.sliced(equals + 1));
    if (!glob)
        return std::unexpected(glob.error());
    return LabelCondition{text.first(equals), *glob};
}

template<typename T>
std::optional<T> accept(YamlReader& reader, const YAML::Node& node, const QString& key, Result<T> parsed)
{
    if (parsed)
        return *std::move(parsed);
    reader.refuse(node, u"\"%1\": %2"_s.arg(key, parsed.error().detail));
    return std::nullopt;
}

std::optional<QRegularExpression> readRegex(YamlReader& reader, const YAML::Node& node)
{
    QRegularExpression regex(reader.text(node, u"regex"_s));
    if (regex.isValid())
        return regex;
    reader.refuse(node, u"\"regex\": no regular expression: %1 at character %2"_s.arg(regex.errorString())
                            .arg(regex.patternErrorOffset() + 1));
    return std::nullopt;
}

std::optional<Variant> readVariant(YamlReader& reader, const YAML::Node& node)
{
    const QString name = reader.text(node, u"variant"_s);
    const auto variant = variantFromName(name);
    if (!variant)
        reader.refuse(
            node, u"\"variant\": there is no \"%1\"; known are cpu, gpu, base-cpu, base-gpu, infra, other"_s.arg(name));
    return variant;
}

void readConditions(YamlReader& reader, const YAML::Node& node, ClassificationRule& rule)
{
    if (const auto name = node["name"])
        rule.name = accept(reader, name, u"name"_s, Glob::parse(reader.text(name, u"name"_s)));
    if (const auto regex = node["regex"])
        rule.regex = readRegex(reader, regex);
    if (const auto label = node["label"])
        rule.label = accept(reader, label, u"label"_s, parseLabel(reader.text(label, u"label"_s)));
    if (const auto tag = node["tag"])
        rule.tag = accept(reader, tag, u"tag"_s, Glob::parse(reader.text(tag, u"tag"_s)));
    if (!rule.name && !rule.regex && !rule.label && !rule.tag)
        reader.refuse(node, u"a rule needs a condition: name, regex, label or tag"_s);
}

ClassificationRule readRule(YamlReader& reader, const YAML::Node& node)
{
    ClassificationRule rule;
    if (!reader.isMapOf(node, {u"name"_s, u"regex"_s, u"label"_s, u"tag"_s, u"hub"_s, u"family"_s, u"variant"_s}))
        return rule;
    readConditions(reader, node, rule);
    if (const auto hub = node["hub"])
        rule.hub = reader.text(hub, u"hub"_s);
    if (const auto family = node["family"])
        rule.family = reader.text(family, u"family"_s);
    if (const auto variant = node["variant"])
        rule.variant = readVariant(reader, variant);
    if (!rule.hub && !rule.family && !rule.variant)
        reader.refuse(node, u"a rule sets something: hub, family or variant"_s);
    return rule;
}

void readVersion(YamlReader& reader, const YAML::Node& root)
{
    if (!root["version"])
        reader.refuse(root, u"\"version: 1\" is missing"_s);
    else if (reader.text(root["version"], u"version"_s) != "1"_L1)
        reader.refuse(root["version"], u"\"version\": only 1 is known"_s);
}

void readSections(YamlReader& reader, const YAML::Node& root, const FileFinder& files, Profile& profile)
{
    if (const auto owner = root["owner"])
        profile.owner = reader.text(owner, u"owner"_s);
    const auto rules = root["classification"];
    if (rules && reader.isSequence(rules, u"classification"_s)) {
        for (const auto& rule : rules)
            profile.rules.rules.push_back(readRule(reader, rule));
    }
    if (const auto budgets = root["budgets"])
        profile.budgets = readBudgets(reader, budgets);
    if (const auto prices = root["prices"])
        profile.prices = readPrices(reader, prices);
    if (const auto targets = root["targets"])
        profile.targets = readTargets(reader, targets);
    if (const auto roadmap = root["roadmap"])
        profile.roadmapPath = files.find(reader, roadmap, u"roadmap"_s);
    if (const auto policies = root["policies"])
        profile.policies = readPolicies(reader, policies, files);
    if (const auto repository = root["repository"])
        profile.repository = readRepository(reader, repository);
    if (const auto drift = root["drift"])
        profile.drift = readDriftPolicy(reader, drift, files);
    ProfileRepository& home = profile.repository;
    if (!home.name.isEmpty() && home.lock.isEmpty() && !profile.drift.lockPath.isEmpty())
        home.lock = pathInRepository(reader, root["drift"]["lock"], u"lock"_s, home);
}

} // namespace

Result<Profile> parseProfile(const QByteArray& yaml, const QString& fileName, const FileCheck& isFile)
{
    YamlReader reader(fileName);
    const YAML::Node root = reader.parse(yaml);
    Profile profile;
    const QStringList keys{u"version"_s, u"owner"_s,   u"classification"_s, u"budgets"_s, u"prices"_s,
                           u"targets"_s, u"roadmap"_s, u"policies"_s,       u"drift"_s,   u"repository"_s};
    if (!reader.error() && reader.isMapOf(root, keys)) {
        readVersion(reader, root);
        readSections(reader, root, {fileName, isFile}, profile);
    }
    if (reader.error())
        return std::unexpected(*reader.error());
    return profile;
}

Result<Profile> loadProfile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return parseProfile(file.readAll(), path, [](const QString& named) { return QFileInfo(named).isFile(); });
}

} // namespace slipway
