#include "inventory/listmerge.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace slipway
{

namespace
{

using RowsById = QHash<VersionId, const ListedVersion*>;

RowsById byId(const std::vector<ListedVersion>& versions)
{
    RowsById rows;
    rows.reserve(static_cast<qsizetype>(versions.size()));
    for (const auto& version : versions)
        rows.insert(version.id, &version);
    return rows;
}

bool holds(const RowsById& rows, const ListedVersion& version)
{
    const auto* row = rows.value(version.id);
    return row && *row == version;
}

} // namespace

ListMerge mergeNewest(const std::vector<ListedVersion>& known, const std::vector<ListedVersion>& newest,
                      std::int64_t versionCount)
{
    const RowsById knownRows = byId(known);
    if (newest.empty() || !holds(knownRows, newest.back()))
        return {ListVerdict::NeedsMore, {}};
    const bool hasNews =
        std::ranges::any_of(newest, [&](const ListedVersion& version) { return !holds(knownRows, version); });
    ListMerge merge{ListVerdict::Disagrees, newest};
    const RowsById newestRows = byId(newest);
    QSet<Tag> taken;
    for (const auto& version : newest)
        taken.unite(QSet<Tag>(version.tags.begin(), version.tags.end()));
    bool isGone = false;
    bool isAbove = true; // the last row that was read
    for (const auto& version : known) {
        isAbove = isAbove && version.id != newest.back().id;
        if (newestRows.contains(version.id))
            continue;
        isGone = isGone || isAbove;
        merge.versions.push_back(version);
        merge.versions.back().tags.removeIf([&](const Tag& tag) { return taken.contains(tag); });
    }
    if (!isGone && hasNews && std::cmp_equal(merge.versions.size(), versionCount))
        merge.verdict = ListVerdict::Agrees;
    else
        merge.versions.clear();
    return merge;
}

bool haveSameRows(const std::vector<ListedVersion>& a, const std::vector<ListedVersion>& b)
{
    if (a.size() != b.size())
        return false;
    const RowsById rows = byId(a);
    return std::ranges::all_of(b, [&](const ListedVersion& version) { return holds(rows, version); });
}

std::vector<ListedVersion> withoutRepeats(std::vector<ListedVersion> versions)
{
    QHash<VersionId, size_t> places;
    places.reserve(static_cast<qsizetype>(versions.size()));
    std::vector<ListedVersion> unique;
    unique.reserve(versions.size());
    for (auto& version : versions) {
        const auto known = places.constFind(version.id);
        if (known != places.cend()) {
            unique[*known] = std::move(version);
            continue;
        }
        places.insert(version.id, unique.size());
        unique.push_back(std::move(version));
    }
    return unique;
}

} // namespace slipway
