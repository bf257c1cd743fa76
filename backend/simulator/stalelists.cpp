#include "simulator/stalelists.h"

namespace slipway
{

ListSnapshot listSnapshot(const SimPackage& package)
{
    ListSnapshot lists;
    for (const auto row : package.active())
        lists.active.push_back(package.row(row));
    for (const auto row : package.deleted())
        lists.deleted.push_back(package.row(row));
    lists.tags = package.sortedTags();
    return lists;
}

void StaleLists::beforeChange(const SimPackage& package)
{
    if (m_lag > 0)
        m_kept.insert(package.facts().name, {listSnapshot(package), m_lag});
}

const ListSnapshot* StaleLists::take(const QString& package)
{
    const auto kept = m_kept.find(package);
    if (kept == m_kept.end() || kept->remaining == 0)
        return nullptr;
    --kept->remaining;
    return &kept->lists;
}

} // namespace slipway
