#include "models/blobimages.h"

#include <algorithm>

namespace slipway
{

std::vector<PackageName> packagesWithLayer(const Snapshot& snapshot, const Digest& layer)
{
    const auto found = std::ranges::find(snapshot.blobs, layer, &BlobRow::digest);
    if (found == snapshot.blobs.end())
        return {};
    const auto blob = static_cast<RowIndex>(found - snapshot.blobs.begin());
    const auto hasLayer = [&](const VersionRow& version) {
        const auto* manifest = snapshot.manifestOf(version);
        return manifest && std::ranges::contains(snapshot.layersOf(*manifest), blob);
    };
    std::vector<PackageName> names;
    for (const auto& package : snapshot.packages)
        if (std::ranges::any_of(snapshot.versionsOf(package), hasLayer))
            names.push_back(package.name);
    return names;
}

} // namespace slipway
