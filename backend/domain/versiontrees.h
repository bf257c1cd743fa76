#pragma once

#include "domain/referencegraph.h"

#include <span>
#include <vector>

namespace slipway
{

/// Versions by row, each once, in the order they came; quick to ask whether one is among them.
class VersionSet final
{
public:
    explicit VersionSet(size_t versions)
        : m_holds(versions, false)
    {
    }

    [[nodiscard]] bool holds(RowIndex row) const { return m_holds[row]; }
    void add(RowIndex row)
    {
        if (m_holds[row])
            return;
        m_holds[row] = true;
        m_rows.push_back(row);
    }
    [[nodiscard]] const std::vector<RowIndex>& rows() const { return m_rows; }

private:
    std::vector<bool> m_holds;
    std::vector<RowIndex> m_rows;
};

/// The versions and all they list, directly or through an index.
[[nodiscard]] VersionSet withEntries(const ReferenceGraph& graph, std::span<const RowIndex> versions);
/// The versions and what only they list: what goes with them when they go.
[[nodiscard]] VersionSet withOwnEntries(const ReferenceGraph& graph, std::span<const RowIndex> versions);
/// The versions, all they list, and what hangs on any of these.
[[nodiscard]] VersionSet withEntriesAndReferrers(const ReferenceGraph& graph, std::span<const RowIndex> versions);

} // namespace slipway
