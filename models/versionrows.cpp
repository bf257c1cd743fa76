#include "models/versionrows.h"

#include <QHash>

#include <algorithm>

namespace slipway
{

namespace
{

bool isSame(const VersionFacts& a, const VersionFacts& b)
{
    return a.size == b.size && a.exclusiveSize == b.exclusiveSize && a.isSigned == b.isSigned && a.hasSbom == b.hasSbom
           && a.isAttested == b.isAttested && a.isBroken == b.isBroken && a.isPart == b.isPart;
}

} // namespace

// Most versions stand where they stood, seen from the newest or from the oldest: only those between are looked up.
std::vector<RowIndex> successorRows(const Snapshot& before, const std::vector<RowIndex>& rowsBefore,
                                    const Snapshot& after, const std::vector<RowIndex>& rowsAfter)
{
    const auto idBefore = [&](size_t place) { return before.versions[rowsBefore[place]].id; };
    const auto idAfter = [&](size_t place) { return after.versions[rowsAfter[place]].id; };
    std::vector<RowIndex> rows(rowsBefore.size(), kNoRow);
    size_t begin = 0;
    for (; begin < std::min(rowsBefore.size(), rowsAfter.size()) && idBefore(begin) == idAfter(begin); ++begin)
        rows[begin] = rowsAfter[begin];
    size_t end = rowsBefore.size();
    size_t endAfter = rowsAfter.size();
    for (; std::min(end, endAfter) > begin && idBefore(end - 1) == idAfter(endAfter - 1); --end, --endAfter)
        rows[end - 1] = rowsAfter[endAfter - 1];
    QHash<VersionId, RowIndex> between;
    between.reserve(static_cast<qsizetype>(endAfter - begin));
    for (size_t place = begin; place < endAfter; ++place)
        between.insert(idAfter(place), rowsAfter[place]);
    for (size_t place = begin; place < end; ++place)
        rows[place] = between.value(idBefore(place), kNoRow);
    return rows;
}

bool differs(const Inventory& before, RowIndex rowBefore, const Inventory& after, RowIndex rowAfter)
{
    const auto& a = before.snapshot->versions[rowBefore];
    const auto& b = after.snapshot->versions[rowAfter];
    if (a.updatedMs != b.updatedMs || a.createdMs != b.createdMs
        || !isSame(before.facts[rowBefore], after.facts[rowAfter]))
        return true;
    if (before.snapshot->kindOf(a) != after.snapshot->kindOf(b))
        return true;
    return !std::ranges::equal(before.snapshot->tagsOf(a), after.snapshot->tagsOf(b));
}

} // namespace slipway
