#include "storage/storagegrowth.h"

#include "domain/blobreferences.h"
#include "domain/classification.h"
#include "storage/storagesample.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

namespace slipway
{

namespace
{

/// What each part stores.
struct StoredParts {
    std::map<QString, Bytes> families;
    std::map<QString, Bytes> packages;
    Bytes whole = 0;
    bool isWeighed = true; ///< nothing is left that may hold more
};

/// Nothing once it is to stop.
std::optional<StoredParts> storedParts(const Snapshot& snapshot, const ClassificationRules& rules,
                                       BlobUsage::References references, const std::stop_token& stop)
{
    if (!references)
        references = countBlobReferences(snapshot, stop);
    if (!references)
        return std::nullopt;
    BlobUsage usage(snapshot, std::move(references));
    const auto classes = classify(snapshot, rules);
    StoredParts stored;
    std::map<QString, std::vector<BlobUsage::Part>> families;
    for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
        if (stop.stop_requested())
            return std::nullopt;
        const auto& row = snapshot.packages[package];
        std::vector<RowIndex> versions(row.versionTotal);
        std::iota(versions.begin(), versions.end(), row.firstVersion);
        const auto& part = families[classes[package].family].emplace_back(usage.measurePart(versions));
        stored.packages.insert_or_assign(row.name.value, part.size.stored);
    }
    std::vector<BlobUsage::Part> joined;
    for (const auto& [name, parts] : families) {
        joined.push_back(usage.join(parts));
        stored.families.insert_or_assign(name, joined.back().size.stored);
    }
    const auto whole = usage.join(joined);
    stored.whole = whole.size.stored;
    stored.isWeighed = isWeighed(snapshot, whole.unsized);
    return stored;
}

std::vector<GrowthPart> changes(const std::map<QString, Bytes>& then, const std::map<QString, Bytes>& now)
{
    std::map<QString, GrowthPart> all;
    for (const auto& [name, bytes] : then)
        all[name].then = bytes;
    for (const auto& [name, bytes] : now)
        all[name].now = bytes;
    std::vector<GrowthPart> parts;
    for (auto& [name, part] : all) {
        part.name = name;
        if (part.change() != 0)
            parts.push_back(part);
    }
    std::ranges::sort(parts, [](const GrowthPart& a, const GrowthPart& b) {
        return std::tuple(b.change(), a.name) < std::tuple(a.change(), b.name);
    });
    return parts;
}

} // namespace

Result<StorageGrowth> storageGrowth(const Snapshot& then, const Snapshot& now, const ClassificationRules& rules,
                                    BlobUsage::References references, const std::stop_token& stop)
{
    const auto before = storedParts(then, rules, {}, stop);
    const auto after = before ? storedParts(now, rules, std::move(references), stop) : std::nullopt;
    if (!after)
        return failure(ErrorKind::Cancelled, QString());
    return StorageGrowth{
        then.fetchedAt, before->isWeighed && after->isWeighed,      before->whole,
        after->whole,   changes(before->families, after->families), changes(before->packages, after->packages)};
}

} // namespace slipway
