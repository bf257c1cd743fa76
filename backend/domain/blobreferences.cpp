#include "domain/blobreferences.h"

namespace slipway
{

BlobUsage::References countBlobReferences(const Snapshot& snapshot, const std::stop_token& stop)
{
    std::vector<std::uint32_t> references(snapshot.blobs.size(), 0);
    for (const auto& package : snapshot.packages) {
        if (stop.stop_requested())
            return nullptr;
        for (const auto& version : snapshot.versionsOf(package)) {
            if (const auto* manifest = snapshot.manifestOf(version))
                BlobUsage::forEachBlob(snapshot, *manifest, [&references](RowIndex blob) { ++references[blob]; });
        }
    }
    return std::make_shared<const std::vector<std::uint32_t>>(std::move(references));
}

} // namespace slipway
