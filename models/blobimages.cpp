#include "models/blobimages.h"

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

} // namespace slipway
