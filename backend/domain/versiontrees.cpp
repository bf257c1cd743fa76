#include "domain/versiontrees.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// The versions, and again and again what `addNext(set, row)` adds for one of them.
template<typename AddNext>
VersionSet grown(const ReferenceGraph& graph, std::span<const RowIndex> versions, AddNext addNext)
{
    VersionSet set(graph.versionTotal());
    for (const RowIndex row : versions)
        set.add(row);
    for (size_t next = 0; next < set.rows().size(); ++next)
        addNext(set, set.rows()[next]);
    return set;
}

} // namespace

VersionSet withEntries(const ReferenceGraph& graph, std::span<const RowIndex> versions)
{
    return grown(graph, versions, [&graph](VersionSet& set, RowIndex row) {
        for (const RowIndex entry : graph.children(row))
            set.add(entry);
    });
}

VersionSet withOwnEntries(const ReferenceGraph& graph, std::span<const RowIndex> versions)
{
    return grown(graph, versions, [&graph](VersionSet& set, RowIndex row) {
        for (const RowIndex entry : graph.children(row)) {
            if (std::ranges::all_of(graph.parents(entry), [&set](RowIndex parent) { return set.holds(parent); }))
                set.add(entry);
        }
    });
}

VersionSet withEntriesAndReferrers(const ReferenceGraph& graph, std::span<const RowIndex> versions)
{
    return grown(graph, versions, [&graph](VersionSet& set, RowIndex row) {
        for (const RowIndex entry : graph.children(row))
            set.add(entry);
        for (const RowIndex referrer : graph.referrers(row))
            set.add(referrer);
    });
}

} // namespace slipway
