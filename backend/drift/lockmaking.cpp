#include "drift/lockmaking.h"

#include "drift/chosentags.h"
#include "drift/imagebase.h"
#include "drift/platformimages.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

LockedBuild builtBy(const ImageConfig* config)
{
    LockedBuild build;
    if (!config)
        return build;
    build.commit = config->labels.value(u"org.opencontainers.image.revision"_s);
    build.workflow = config->labels.value(u"org.slipway.build.workflow"_s);
    build.runId = config->labels.value(u"org.slipway.build.run-id"_s).toLongLong();
    return build;
}

class LockMaker final
{
public:
    LockMaker(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes,
              const QHash<Digest, ImageConfig>* configs)
        : m_snapshot(snapshot)
        , m_classes(classes)
        , m_images(snapshot, configs)
        , m_bases(snapshot, graph, classes)
    {
    }

    /// nullopt if its manifest, one that it lists or a config could not be read.
    std::optional<LockedImage> pin(RowIndex package, const ChosenTag& chosen);

private:
    const Snapshot& m_snapshot;
    std::span<const PackageClass> m_classes;
    PlatformImages m_images;
    ImageBases m_bases;
};

std::optional<LockedImage> LockMaker::pin(RowIndex package, const ChosenTag& chosen)
{
    const auto& version = m_snapshot.versions[chosen.version];
    if (m_snapshot.kindOf(version) == ManifestKind::Unreadable || !m_images.isWhole(version))
        return std::nullopt;
    LockedImage image;
    image.package = m_snapshot.packages[package].name;
    image.tag.value = chosen.tag;
    image.variant = m_classes[package].variant.value_or(Variant::Other);
    image.family = m_classes[package].family;
    image.hub = m_classes[package].hub;
    image.digest = m_snapshot.digestOf(version);
    const auto& platforms = m_images.of(version);
    const auto hasUnreadConfig = [](const PlatformImage& each) {
        return each.manifest->config != kNoRow && !each.config;
    };
    if (std::ranges::any_of(platforms, hasUnreadConfig))
        return std::nullopt;
    for (const auto& platform : platforms)
        image.platforms.push_back({platform.platform, platform.manifest->digest, {}});
    const auto isSame = [](const LockedPlatform& a, const LockedPlatform& b) { return a.platform == b.platform; };
    const auto doubles = std::ranges::unique(image.platforms, isSame);
    image.platforms.erase(doubles.begin(), doubles.end());
    const auto* main = mainImage(platforms);
    if (!main)
        return image;
    for (const RowIndex layer : m_snapshot.layersOf(*main->manifest))
        image.layers.push_back(m_snapshot.blobs[layer].digest);
    if (const auto base = m_bases.baseOf(*main, nullptr)) {
        QString ref = base->ref;
        if (ref.isEmpty() && base->package != kNoRow) {
            ref =
                u"ghcr.io/%1/%2"_s.arg(m_snapshot.owner.login.toLower(), m_snapshot.packages[base->package].name.value);
            if (!base->tag.isEmpty())
                ref += u':' + base->tag;
        }
        image.base = LockedBase{ref, base->digest, {}};
    }
    image.builtBy = builtBy(main->config);
    return image;
}

} // namespace

MadeLock makeLock(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes,
                  const DriftPolicy& policy, const QHash<Digest, ImageConfig>* configs)
{
    LockMaker maker(snapshot, graph, classes, configs);
    MadeLock made;
    made.lock.owner = snapshot.owner.login;
    made.lock.generatedAt = snapshot.fetchedAt;
    for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
        const auto& row = snapshot.packages[package];
        bool isWhole = row.complete;
        for (const auto& chosen : chosenTags(snapshot, row, policy)) {
            if (auto image = maker.pin(package, chosen))
                made.lock.images.push_back(*std::move(image));
            else
                isWhole = false;
        }
        if (!isWhole)
            made.unread.push_back(row.name);
    }
    std::ranges::sort(made.lock.images, isBefore);
    if (!snapshot.isListWhole) {
        auto& listed = made.listed.emplace();
        std::ranges::transform(snapshot.packages, std::back_inserter(listed), &PackageRow::name);
    }
    return made;
}

std::vector<WantedConfig> configsOfChosen(const Snapshot& snapshot, const DriftPolicy& policy)
{
    PlatformImages images(snapshot);
    std::vector<WantedConfig> wanted;
    QSet<RowIndex> seen;
    for (const auto& package : snapshot.packages) {
        for (const auto& chosen : chosenTags(snapshot, package, policy)) {
            for (const auto& image : images.of(snapshot.versions[chosen.version])) {
                const RowIndex blob = image.manifest->config;
                if (blob == kNoRow || seen.contains(blob) || snapshot.configs.contains(snapshot.blobs[blob].digest))
                    continue;
                seen.insert(blob);
                wanted.push_back({package.name, snapshot.blobs[blob].digest});
            }
        }
    }
    return wanted;
}

} // namespace slipway
