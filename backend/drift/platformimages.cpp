#include "drift/platformimages.h"

#include "domain/imageplatform.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Indexes in indexes: none that is meant is deeper, and one that contains itself must end.
constexpr int kDeepest = 8;

} // namespace

const QString& PlatformImages::normalised(const QString& platform)
{
    auto found = m_normalised.find(platform);
    if (found == m_normalised.end())
        found = m_normalised.insert(platform, normalisedPlatform(platform));
    return *found;
}

const ImageConfig* PlatformImages::configOf(const ManifestRow& image) const
{
    if (image.config == kNoRow)
        return nullptr;
    const auto find = [&](const QHash<Digest, ImageConfig>& configs) -> const ImageConfig* {
        const auto found = configs.constFind(m_snapshot->blobs[image.config].digest);
        return found == configs.cend() ? nullptr : &*found;
    };
    // What is known beside the snapshot's says more.
    const auto* known = m_more ? find(*m_more) : nullptr;
    return known ? known : find(m_snapshot->configs);
}

void PlatformImages::collect(const ManifestRow& manifest, const QString& platform, int depth, Found& found)
{
    found.isWhole = found.isWhole && manifest.state != ManifestState::Unreadable;
    if (manifest.state != ManifestState::Read)
        return;
    if (manifest.kind == ManifestKind::Image) {
        const auto* config = configOf(manifest);
        const QString& name = normalised(platform.isEmpty() && config ? config->platform : platform);
        const bool isKnown =
            std::ranges::any_of(found.images, [&](const auto& other) { return other.manifest == &manifest; });
        if (!isKnown)
            found.images.push_back({name, &manifest, config});
        return;
    }
    if (manifest.kind != ManifestKind::Index || depth == kDeepest)
        return;
    for (const auto& child : m_snapshot->childrenOf(manifest)) {
        const QString& own = m_snapshot->words[child.platform];
        collect(m_snapshot->manifests[child.manifest], own.isEmpty() ? platform : own, depth + 1, found);
    }
}

const PlatformImages::Found& PlatformImages::found(const VersionRow& version)
{
    const auto [place, isNew] = m_found.try_emplace(version.manifest);
    auto& found = place->second;
    if (!isNew)
        return found;
    if (const auto* manifest = m_snapshot->manifestOf(version))
        collect(*manifest, {}, 0, found);
    if (found.images.size() > 1)
        std::ranges::stable_sort(found.images, {}, &PlatformImage::platform);
    return found;
}

const PlatformImage* mainImage(std::span<const PlatformImage> images)
{
    if (images.empty())
        return nullptr;
    const auto amd = std::ranges::find(images, "linux/amd64"_L1, &PlatformImage::platform);
    return amd == images.end() ? &images.front() : &*amd;
}

} // namespace slipway
