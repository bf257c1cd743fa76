#include "inventory/selectionsize.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// A set of versions that remembers in which order they came.
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

/// The versions and all they list, directly or through an index; with `isWanted`, only entries for which it holds.
template<typename IsWanted>
VersionSet withEntries(const Inventory& inventory, std::span<const RowIndex> versions, IsWanted isWanted)
{
    VersionSet set(inventory.snapshot->versions.size());
    for (const RowIndex row : versions)
        set.add(row);
    for (size_t next = 0; next < set.rows().size(); ++next) {
        for (const RowIndex entry : inventory.graph->children(set.rows()[next])) {
            if (isWanted(set, entry))
                set.add(entry);
        }
    }
    return set;
}

} // namespace

SetSize measureSelection(const Inventory& inventory, std::span<const RowIndex> versions)
{
    const auto whole = withEntries(inventory, versions, [](const VersionSet&, RowIndex) { return true; });
    const auto own = withEntries(inventory, versions, [&](const VersionSet& set, RowIndex entry) {
        return std::ranges::all_of(inventory.graph->parents(entry), [&](RowIndex parent) { return set.holds(parent); });
    });
    BlobUsage usage(*inventory.snapshot, inventory.references);
    SetSize size = usage.measure(whole.rows());
    size.exclusive = usage.measure(own.rows()).exclusive;
    return size;
}

} // namespace slipway
