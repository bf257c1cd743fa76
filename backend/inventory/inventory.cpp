#include "inventory/inventory.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

std::vector<RowIndex> Inventory::partsOf(RowIndex version) const
{
    std::vector<RowIndex> parts;
    const auto add = [&](RowIndex row) {
        if (row != version && std::ranges::find(parts, row) == parts.end())
            parts.push_back(row);
    };
    for (const RowIndex child : graph->children(version))
        add(child);
    for (const RowIndex referrer : graph->referrers(version))
        add(referrer);
    return parts;
}

QStringList Inventory::platformsOf(RowIndex version) const
{
    const auto* manifest = snapshot->manifestOf(snapshot->versions[version]);
    if (!manifest)
        return {};
    QStringList platforms;
    for (const auto& child : snapshot->childrenOf(*manifest)) {
        const QString& platform = snapshot->words[child.platform];
        if (!platform.isEmpty() && platform != "unknown/unknown"_L1 && !platforms.contains(platform))
            platforms.append(platform);
    }
    if (manifest->childTotal == 0)
        return ownPlatform(*manifest, version);
    return platforms;
}

QStringList Inventory::ownPlatform(const ManifestRow& manifest, RowIndex version) const
{
    if (manifest.config != kNoRow) {
        const auto config = snapshot->configs.constFind(snapshot->blobs[manifest.config].digest);
        if (config != snapshot->configs.cend() && !config->platform.isEmpty())
            return {config->platform};
    }
    for (const RowIndex parent : graph->parents(version)) {
        const auto* index = snapshot->manifestOf(snapshot->versions[parent]);
        for (const auto& child : snapshot->childrenOf(*index)) {
            const QString& platform = snapshot->words[child.platform];
            if (snapshot->manifests[child.manifest].digest == manifest.digest && !platform.isEmpty())
                return {platform};
        }
    }
    return {};
}

} // namespace slipway
