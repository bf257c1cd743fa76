#include "models/blobimages.h"

#include <algorithm>

namespace slipway
{

BlobImages::BlobImages(const Snapshot& snapshot)
    : m_packages(snapshot.blobs.size(), 0)
{
    // Versions of a package stand together, so the last package seen is all that has to be remembered for a blob.
    std::vector<RowIndex> lastPackage(snapshot.blobs.size(), kNoRow);
    for (const auto& version : snapshot.versions) {
        const auto* manifest = snapshot.manifestOf(version);
        if (!manifest)
            continue;
        for (const RowIndex blob : snapshot.layersOf(*manifest)) {
            if (lastPackage[blob] == version.package)
                continue;
            lastPackage[blob] = version.package;
            ++m_packages[blob];
        }
    }
}

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
