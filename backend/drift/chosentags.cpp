#include "drift/chosentags.h"

#include "domain/tagshape.h"

#include <algorithm>
#include <optional>

namespace slipway
{

namespace
{

bool isPullable(const Snapshot& snapshot, const VersionRow& version)
{
    const auto kind = snapshot.kindOf(version);
    return kind == ManifestKind::Image || kind == ManifestKind::Index || kind == ManifestKind::Unreadable;
}

bool isPinnable(TagText tag)
{
    return !parseReferrerTag(tag.utf8);
}

/// `latest`, else the first tag of the newest, which is known only where every version was read.
std::optional<ChosenTag> usualTag(const Snapshot& snapshot, const PackageRow& package)
{
    std::optional<ChosenTag> newest;
    for (const auto& version : snapshot.versionsOf(package)) {
        if (!version.isTagged() || !isPullable(snapshot, version))
            continue;
        for (const TagText tag : snapshot.tagsOf(version)) {
            if (tag.utf8 == "latest")
                return ChosenTag{tag.toString(), snapshot.rowOf(version)};
            if (!newest && isPinnable(tag))
                newest = ChosenTag{tag.toString(), snapshot.rowOf(version)};
        }
    }
    return package.complete ? newest : std::nullopt;
}

} // namespace

std::vector<ChosenTag> chosenTags(const Snapshot& snapshot, const PackageRow& package, const DriftPolicy& policy)
{
    std::vector<ChosenTag> chosen;
    if (policy.tags.empty()) {
        if (auto usual = usualTag(snapshot, package))
            chosen.push_back(*std::move(usual));
        return chosen;
    }
    for (const auto& version : snapshot.versionsOf(package)) {
        if (!version.isTagged() || !isPullable(snapshot, version))
            continue;
        for (const TagText text : snapshot.tagsOf(version)) {
            const QString tag = text.toString();
            const auto isMeant = [&tag](const Glob& glob) { return glob.matches(tag); };
            if (isPinnable(text) && std::ranges::any_of(policy.tags, isMeant))
                chosen.push_back({tag, snapshot.rowOf(version)});
        }
    }
    if (chosen.empty() && package.complete) {
        if (auto usual = usualTag(snapshot, package))
            chosen.push_back(*std::move(usual));
    }
    std::ranges::stable_sort(chosen, {}, &ChosenTag::tag);
    // A list that was read while a tag moved may show it on two versions: the newer counts, which stands first.
    const auto [first, last] = std::ranges::unique(chosen, {}, &ChosenTag::tag);
    chosen.erase(first, last);
    return chosen;
}

RowIndex packageNamed(std::span<const PackageRow> packages, const QString& name)
{
    const auto nameOf = [](const PackageRow& row) -> const QString& { return row.name.value; };
    const auto row = std::ranges::lower_bound(packages, name, {}, nameOf);
    return row == packages.end() || row->name.value != name ? kNoRow : static_cast<RowIndex>(row - packages.begin());
}

RowIndex versionTagged(const Snapshot& snapshot, const PackageRow& package, QByteArrayView tag)
{
    for (const auto& version : snapshot.versionsOf(package)) {
        if (!version.isTagged())
            continue;
        for (const TagText each : snapshot.tagsOf(version))
            if (each.utf8 == tag)
                return snapshot.rowOf(version);
    }
    return kNoRow;
}

} // namespace slipway
