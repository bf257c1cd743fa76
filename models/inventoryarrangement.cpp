#include "models/inventoryarrangement.h"

#include "inventory/filtermatcher.h"
#include "models/inventorysort.h"

#include <algorithm>
#include <functional>

namespace slipway
{

namespace
{

template<typename Entries, typename Shown>
auto pointersTo(const Entries& entries, Shown isShown)
{
    std::vector<const typename Entries::value_type*> pointers;
    pointers.reserve(entries.size());
    for (const auto& entry : entries)
        if (isShown(entry))
            pointers.push_back(&entry);
    return pointers;
}

template<typename Entry>
void sortGroups(std::vector<const Entry*>& entries, const InventoryView& view,
                const std::function<InventoryItem(const Entry&)>& itemOf)
{
    if (!view.sort)
        return;
    std::vector<InventoryItem> items;
    items.reserve(entries.size());
    for (const auto* entry : entries)
        items.push_back(itemOf(*entry));
    const auto order = sortedOrder(items, *view.sort);
    std::vector<const Entry*> sorted;
    sorted.reserve(entries.size());
    for (const auto place : order)
        sorted.push_back(entries[place]);
    entries = std::move(sorted);
}

} // namespace

InventoryArrangement::InventoryArrangement(InventoryPtr inventory)
    : m_inventory(std::move(inventory))
    , m_imageTotal(m_inventory->imageTotal)
{
}

InventoryArrangement::InventoryArrangement(InventoryPtr inventory, InventoryView view,
                                           const InventoryArrangement* before)
    : m_inventory(std::move(inventory))
    , m_view(std::move(view))
    , m_imageTotal(m_inventory->imageTotal)
{
    if (!isFiltered())
        return;
    const bool isNarrower = before && before->m_inventory == m_inventory && before->m_view.now == m_view.now
                            && m_view.filter.narrows(before->m_view.filter);
    const FilterMatcher matcher(*m_inventory, m_view.filter, m_view.now);
    m_shown.resize(m_inventory->snapshot->packages.size());
    m_imageTotal = 0;
    for (const auto& hub : m_inventory->hubs)
        for (const auto& family : hub.families)
            for (const auto& image : family.images) {
                if ((isNarrower && !before->isShown(image)) || !matcher.matchesAny(hub, family, image))
                    continue;
                m_shown[image.package] = true;
                ++m_imageTotal;
            }
}

bool InventoryArrangement::isShown(const ImageEntry& image) const
{
    return m_shown.empty() || m_shown[image.package];
}

bool InventoryArrangement::isShown(const FamilyEntry& family) const
{
    return m_shown.empty() || std::ranges::any_of(family.images, [this](const auto& image) { return isShown(image); });
}

bool InventoryArrangement::isShown(const HubEntry& hub) const
{
    return m_shown.empty() || std::ranges::any_of(hub.families, [this](const auto& family) { return isShown(family); });
}

std::vector<const HubEntry*> InventoryArrangement::hubs() const
{
    auto shown = pointersTo(m_inventory->hubs, [this](const auto& hub) { return isShown(hub); });
    sortGroups<HubEntry>(shown, m_view, [this](const HubEntry& hub) {
        return InventoryItem{m_inventory.get(), InventoryLevel::Hub, &hub, nullptr, nullptr, kNoRow, kNoRow};
    });
    return shown;
}

std::vector<const FamilyEntry*> InventoryArrangement::families(const HubEntry& hub) const
{
    auto shown = pointersTo(hub.families, [this](const auto& family) { return isShown(family); });
    sortGroups<FamilyEntry>(shown, m_view, [&](const FamilyEntry& family) {
        return InventoryItem{m_inventory.get(), InventoryLevel::Family, &hub, &family, nullptr, kNoRow, kNoRow};
    });
    return shown;
}

std::vector<const ImageEntry*> InventoryArrangement::images(const HubEntry& hub, const FamilyEntry& family) const
{
    auto shown = pointersTo(family.images, [this](const auto& image) { return isShown(image); });
    sortGroups<ImageEntry>(shown, m_view, [&](const ImageEntry& image) {
        return InventoryItem{m_inventory.get(), InventoryLevel::Image, &hub, &family, &image, kNoRow, kNoRow};
    });
    return shown;
}

std::vector<RowIndex> InventoryArrangement::versions(const HubEntry& hub, const FamilyEntry& family,
                                                     const ImageEntry& image) const
{
    std::vector<RowIndex> rows =
        isFiltered() ? FilterMatcher(*m_inventory, m_view.filter, m_view.now).matching(hub, family, image)
                     : image.versions;
    if (m_view.sort)
        sortVersions(rows, *m_inventory, {&hub, &family, &image, kNoRow}, *m_view.sort);
    return rows;
}

std::vector<RowIndex> InventoryArrangement::parts(const HubEntry& hub, const FamilyEntry& family,
                                                  const ImageEntry& image, RowIndex whole) const
{
    std::vector<RowIndex> rows = m_inventory->partsOf(whole);
    if (m_view.sort)
        sortVersions(rows, *m_inventory, {&hub, &family, &image, whole}, *m_view.sort);
    return rows;
}

} // namespace slipway
