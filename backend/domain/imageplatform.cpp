#include "domain/imageplatform.h"

namespace slipway
{

QString imagePlatform(const Snapshot& snapshot, const ReferenceGraph& graph, RowIndex version)
{
    const auto* manifest = snapshot.manifestOf(snapshot.versions[version]);
    if (!manifest)
        return {};
    if (manifest->config != kNoRow) {
        const auto config = snapshot.configs.constFind(snapshot.blobs[manifest->config].digest);
        if (config != snapshot.configs.cend() && !config->platform.isEmpty())
            return config->platform;
    }
    for (const RowIndex parent : graph.parents(version)) {
        const auto* index = snapshot.manifestOf(snapshot.versions[parent]);
        for (const auto& child : snapshot.childrenOf(*index)) {
            const QString& platform = snapshot.words[child.platform];
            if (snapshot.manifests[child.manifest].digest == manifest->digest && !platform.isEmpty())
                return platform;
        }
    }
    return {};
}

} // namespace slipway
