#include "inventory/inventory.h"

#include "domain/attestationplatform.h"
#include "domain/imageplatform.h"

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
        if (!platform.isEmpty() && platform != kAttestationPlatform && !platforms.contains(platform))
            platforms.append(platform);
    }
    if (const QString own = manifest->childTotal == 0 ? imagePlatform(*snapshot, *graph, version) : QString();
        !own.isEmpty())
        platforms.append(own);
    return platforms;
}

} // namespace slipway
