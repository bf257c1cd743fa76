#include "models/ladderpairs.h"

#include "models/layersmodel.h"
#include "models/summary.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<RowIndex> readImages(const Inventory& inventory, RowIndex version)
{
    auto images = contentVersions(inventory, version);
    std::erase_if(images, [&](RowIndex image) {
        const auto& row = inventory.snapshot->versions[image];
        const auto* manifest = inventory.snapshot->manifestOf(row);
        return !manifest || manifest->state != ManifestState::Read
               || inventory.snapshot->kindOf(row) != ManifestKind::Image;
    });
    return images;
}

QString platformOf(const Inventory& inventory, RowIndex image)
{
    return inventory.platformsOf(image).value(0);
}

} // namespace

std::vector<LadderPair> ladderPairs(const Inventory& inventory, RowIndex left, RowIndex right)
{
    const auto lefts = readImages(inventory, left);
    const auto rights = readImages(inventory, right);
    if (lefts.empty() || rights.empty())
        return {};
    std::vector<LadderPair> pairs;
    for (const RowIndex image : lefts) {
        const QString platform = platformOf(inventory, image);
        const auto match =
            std::ranges::find(rights, platform, [&](RowIndex other) { return platformOf(inventory, other); });
        if (match != rights.end())
            pairs.push_back({platform, image, *match});
    }
    if (pairs.empty()) {
        const QString both = platformOf(inventory, lefts.front()) + u", "_s + platformOf(inventory, rights.front());
        pairs.push_back({both, lefts.front(), rights.front()});
    }
    return pairs;
}

LadderSide ladderSide(const Inventory& inventory, RowIndex version, RowIndex image,
                      const std::optional<ImageConfig>& config)
{
    const Snapshot& snapshot = *inventory.snapshot;
    const VersionRow& row = snapshot.versions[version];
    LadderSide side;
    side.name = snapshot.packages[row.package].name.value + u':' + versionName(snapshot, version);
    side.digest = snapshot.digestOf(image);
    const auto* manifest = snapshot.manifestOf(snapshot.versions[image]);
    if (!manifest)
        return side;
    const auto layers = snapshot.layersOf(*manifest);
    const QStringList steps = layerSteps(config, layers.size());
    for (size_t i = 0; i < layers.size(); ++i) {
        const auto& blob = snapshot.blobs[layers[i]];
        side.layers.push_back({blob.digest, blob.size, stepText(steps.value(static_cast<qsizetype>(i)))});
    }
    return side;
}

std::optional<Digest> configOf(const Snapshot& snapshot, RowIndex image)
{
    const auto* manifest = image == kNoRow ? nullptr : snapshot.manifestOf(snapshot.versions[image]);
    if (!manifest || manifest->config == kNoRow)
        return std::nullopt;
    return snapshot.blobs[manifest->config].digest;
}

} // namespace slipway
