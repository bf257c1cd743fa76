#include "inventory/listmerge.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <optional>

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

/// Where a row stands in a list that is newest first by this time, later ones first; nullopt if the time is not known.
using ListTime = QDateTime ListedVersion::*;
std::optional<std::pair<qint64, VersionId>> placeBy(ListTime time, const ListedVersion& version)
{
    const QDateTime& at = version.*time;
    return at.isValid() ? std::optional(std::pair(at.toMSecsSinceEpoch(), version.id)) : std::nullopt;
}

/// GitHub does not say what it orders versions by: what the rows that were read are ordered by; nullptr if by neither.
ListTime orderOf(const std::vector<ListedVersion>& newest)
{
    for (const ListTime time : {&ListedVersion::createdAt, &ListedVersion::updatedAt}) {
        const auto place = [time](const ListedVersion& version) { return placeBy(time, version); };
        if (std::ranges::all_of(newest, [&](const auto& version) { return place(version).has_value(); })
            && std::ranges::is_sorted(newest, std::ranges::greater(), place))
            return time;
    }
    return nullptr;
}

/// Whether all that stood above the last row that was read, was read. Rows of unknown times may have stood there.
bool isRestBelow(const std::vector<ListedVersion>& rest, const std::vector<ListedVersion>& newest)
{
    const ListTime time = orderOf(newest);
    if (!time)
        return false;
    const auto last = placeBy(time, newest.back());
    return std::ranges::all_of(rest, [&](const ListedVersion& version) {
        const auto place = placeBy(time, version);
        return place && place < last;
    });
}

/// Whether a row that was read lost a tag that none of the read rows has: it went further down, as when a person puts
/// it back on an older version, or it went with a version that had taken it.
bool lostTagToUnread(const RowsById& known, const std::vector<ListedVersion>& newest, const QSet<Tag>& taken)
{
    return std::ranges::any_of(newest, [&](const ListedVersion& version) {
        const auto* before = known.value(version.id);
        return before && !std::ranges::all_of(before->tags, [&](const Tag& tag) { return taken.contains(tag); });
    });
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
    const RowsById newestRows = byId(newest);
    QSet<Tag> taken;
    for (const auto& version : newest)
        taken.unite(QSet<Tag>(version.tags.begin(), version.tags.end()));
    std::vector<ListedVersion> rest;
    for (const auto& version : known) {
        if (newestRows.contains(version.id))
            continue;
        rest.push_back(version);
        rest.back().tags.removeIf([&](const Tag& tag) { return taken.contains(tag); });
    }
    if (!hasNews || lostTagToUnread(knownRows, newest, taken)
        || !std::cmp_equal(newest.size() + rest.size(), versionCount) || !isRestBelow(rest, newest))
        return {ListVerdict::Disagrees, {}};
    ListMerge merge{ListVerdict::Agrees, newest};
    std::ranges::move(rest, std::back_inserter(merge.versions));
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
