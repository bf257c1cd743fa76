#include "models/cleanupshare.h"

#include <algorithm>

namespace slipway
{

CleanupShare shareOf(const CleanupSheet& sheet, const QSet<PackageName>& leftOut)
{
    const Snapshot& snapshot = sheet.snapshot();
    std::vector<bool> stays(snapshot.packages.size());
    for (std::size_t package = 0; package < stays.size(); ++package)
        stays[package] = leftOut.contains(snapshot.packages[package].name);
    const auto goes = [&](RowIndex version) { return !stays[snapshot.versions[version].package]; };
    CleanupShare share{leftOut, 0, {}, kNoRow, 0, 0};
    std::vector<RowIndex> rows;
    rows.reserve(sheet.plan.deletions.size());
    for (const auto& deletion : sheet.plan.deletions) {
        if (!goes(deletion.version))
            continue;
        rows.push_back(deletion.version);
        if (share.largest == kNoRow || deletion.freedBytes > share.largestBytes) {
            share.largest = deletion.version;
            share.largestBytes = deletion.freedBytes;
        }
    }
    share.goes = rows.size();
    for (const auto& group : sheet.groups)
        share.groups.push_back(static_cast<std::size_t>(std::ranges::count_if(
            group.rows, [&](const CleanupRow& row) { return row.fate == CleanupFate::Goes && goes(row.version); })));
    share.freed =
        leftOut.isEmpty() ? sheet.plan.freed.owner : freedByDeleting(snapshot, sheet.inventory->references, rows).owner;
    return share;
}

} // namespace slipway
