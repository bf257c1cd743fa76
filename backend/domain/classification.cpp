#include "domain/classification.h"

#include "domain/tagshape.h"

#include <QStringList>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The config of a package's current image, looked for once it is asked for: that goes through all its versions, and
/// mostly the name and the repository tell already.
class KnownConfig final
{
public:
    KnownConfig(const Snapshot& snapshot, const PackageRow& package)
        : m_snapshot(snapshot)
        , m_package(package)
    {
    }

    /// Null if it was never read.
    [[nodiscard]] const ImageConfig* get()
    {
        if (!m_config)
            m_config = m_snapshot.configs.isEmpty() ? nullptr : find();
        return *m_config;
    }

private:
    [[nodiscard]] const ImageConfig* find() const
    {
        const RowIndex blob = currentConfig(m_snapshot, m_package);
        if (blob == kNoRow)
            return nullptr;
        const auto found = m_snapshot.configs.constFind(m_snapshot.blobs[blob].digest);
        return found == m_snapshot.configs.cend() ? nullptr : &*found;
    }

    const Snapshot& m_snapshot;
    const PackageRow& m_package;
    std::optional<const ImageConfig*> m_config;
};

bool anyTagMatches(const Snapshot& snapshot, const PackageRow& package, const Glob& glob)
{
    return std::ranges::any_of(snapshot.versionsOf(package), [&](const VersionRow& version) {
        return std::ranges::any_of(snapshot.tagsOf(version), [&](TagText tag) { return glob.matches(tag.utf8); });
    });
}

bool ruleMatches(const ClassificationRule& rule, const Snapshot& snapshot, const PackageRow& package,
                 KnownConfig& config)
{
    const QString& name = package.name.value;
    if (rule.name && !rule.name->matches(name))
        return false;
    if (rule.regex && !rule.regex->match(name).hasMatch())
        return false;
    if (rule.label && (!config.get() || !config.get()->labels.contains(rule.label->key)))
        return false;
    if (rule.label && !rule.label->value.matches(config.get()->labels.value(rule.label->key)))
        return false;
    return !rule.tag || anyTagMatches(snapshot, package, *rule.tag);
}

QStringList nameParts(const QString& name)
{
    static const QRegularExpression separators(u"[-_./]"_s);
    return name.toLower().split(separators, Qt::SkipEmptyParts);
}

bool isCpuPart(const QString& part)
{
    return part == "cpu"_L1;
}

bool isGpuPart(const QString& part)
{
    return part == "gpu"_L1 || part.startsWith("cuda"_L1);
}

std::optional<Variant> variantFromParts(const QStringList& parts)
{
    const bool isGpu = std::ranges::any_of(parts, isGpuPart);
    const bool isCpu = std::ranges::any_of(parts, isCpuPart);
    const bool isBase = parts.contains("base"_L1);
    if (!isGpu && !isCpu)
        return std::nullopt;
    if (isBase)
        return isGpu ? Variant::BaseGpu : Variant::BaseCpu;
    return isGpu ? Variant::Gpu : Variant::Cpu;
}

std::optional<Variant> variantFromConfig(const QStringList& parts, const ImageConfig* config)
{
    if (!config)
        return std::nullopt;
    const bool hasCuda =
        !config->envValue("CUDA_VERSION"_L1).isEmpty() || !config->envValue("NVIDIA_REQUIRE_CUDA"_L1).isEmpty();
    if (!hasCuda)
        return std::nullopt;
    return parts.contains("base"_L1) ? Variant::BaseGpu : Variant::Gpu;
}

QString guessedFamily(const QString& name, const QStringList& parts)
{
    if (parts.contains("base"_L1))
        return u"base"_s;
    static const QRegularExpression flavour(u"(?:^|(?<=/)|[-_.])(?:cpu|gpu|cuda[0-9.]*)(?=$|[-_./])"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression looseSeparator(u"^[-_./]+|(?<=/)[-_.]+|[-_./]+$"_s);
    QString family = name;
    family.remove(flavour);
    family.remove(looseSeparator);
    return family.isEmpty() ? name : family;
}

QString guessedHub(const PackageRow& package, KnownConfig& known)
{
    if (!package.repository.isEmpty())
        return package.repository;
    const auto* config = known.get();
    if (!config)
        return {};
    QString source = config->labels.value(u"org.opencontainers.image.source"_s);
    if (source.endsWith(".git"_L1))
        source.chop(4);
    return source.section(u'/', -1, -1, QString::SectionSkipEmpty);
}

PackageClass classifyOne(const Snapshot& snapshot, const PackageRow& package, const ClassificationRules& rules)
{
    KnownConfig config(snapshot, package);
    PackageClass result;
    for (const auto& rule : rules.rules) {
        if (!ruleMatches(rule, snapshot, package, config))
            continue;
        if (result.hub.isEmpty() && rule.hub)
            result.hub = *rule.hub;
        if (result.family.isEmpty() && rule.family)
            result.family = *rule.family;
        if (!result.variant && rule.variant)
            result.variant = rule.variant;
    }
    const QStringList parts = nameParts(package.name.value);
    if (result.hub.isEmpty())
        result.hub = guessedHub(package, config);
    if (result.family.isEmpty() && !result.hub.isEmpty())
        result.family = guessedFamily(package.name.value, parts);
    if (!result.variant)
        result.variant = variantFromParts(parts);
    if (!result.variant)
        result.variant = variantFromConfig(parts, config.get());
    return result;
}

} // namespace

bool hasPolicyTag(const Snapshot& snapshot, const VersionRow& version)
{
    return std::ranges::any_of(snapshot.tagsOf(version), [](TagText tag) { return !parseReferrerTag(tag.utf8); });
}

bool ClassificationRules::readLabels() const
{
    return std::ranges::any_of(rules, [](const ClassificationRule& rule) { return rule.label.has_value(); });
}

RowIndex currentVersion(const Snapshot& snapshot, const PackageRow& package)
{
    const auto versions = snapshot.versionsOf(package);
    const auto isLatest = [&](const VersionRow& version) {
        return std::ranges::any_of(snapshot.tagsOf(version), [](TagText tag) { return tag.utf8 == "latest"; });
    };
    auto found = std::ranges::find_if(versions, isLatest);
    if (found == versions.end())
        found = std::ranges::find_if(versions, [&](const auto& version) { return hasPolicyTag(snapshot, version); });
    if (found == versions.end())
        found = versions.begin();
    return found == versions.end() ? kNoRow : snapshot.rowOf(*found);
}

RowIndex currentConfig(const Snapshot& snapshot, const PackageRow& package)
{
    const RowIndex version = currentVersion(snapshot, package);
    if (version == kNoRow || snapshot.versions[version].manifest == kNoRow)
        return kNoRow;
    const auto& manifest = snapshot.manifests[snapshot.versions[version].manifest];
    if (manifest.kind == ManifestKind::Image)
        return manifest.config;
    for (const auto& child : snapshot.childrenOf(manifest)) {
        const auto& row = snapshot.manifests[child.manifest];
        if (row.kind == ManifestKind::Image && row.config != kNoRow)
            return row.config;
    }
    return kNoRow;
}

std::vector<PackageClass> classify(const Snapshot& snapshot, const ClassificationRules& rules)
{
    std::vector<PackageClass> classes;
    classes.reserve(snapshot.packages.size());
    for (const auto& package : snapshot.packages)
        classes.push_back(classifyOne(snapshot, package, rules));
    return classes;
}

std::vector<RowIndex> configsNeeded(const Snapshot& snapshot, const ClassificationRules& rules)
{
    const bool all = rules.readLabels();
    const auto classes = classify(snapshot, rules);
    std::vector<RowIndex> blobs;
    for (size_t i = 0; i < classes.size(); ++i) {
        if (!all && classes[i].isClassified() && classes[i].variant)
            continue;
        const RowIndex blob = currentConfig(snapshot, snapshot.packages[i]);
        if (blob != kNoRow)
            blobs.push_back(blob);
    }
    std::ranges::sort(blobs);
    blobs.erase(std::ranges::unique(blobs).begin(), blobs.end());
    return blobs;
}

} // namespace slipway
