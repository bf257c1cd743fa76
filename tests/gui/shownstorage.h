#pragma once

#include "cleanup/reclaimable.h"
#include "gui/windowfixture.h"
#include "storage/storagegrowth.h"
#include "storage/storageoverview.h"
#include "storage/storagesample.h"
#include "storage/storageterms.h"
#include "views/storage/storagepage.h"

namespace slipway::test
{

constexpr Bytes kMiB = 1024 * 1024;

/// The budget of the organisation most GUI tests show, which stores 296 MiB.
[[nodiscard]] inline StorageTerms shownTerms()
{
    return {300 * kMiB, {}};
}

/// A reading a day for so many days up to the window's present, a MiB more each, 270 MiB in the last; two hubs.
[[nodiscard]] inline std::vector<StorageSample> shownStorageHistory(int days)
{
    std::vector<StorageSample> samples;
    for (int i = days - 1; i >= 0; --i) {
        StorageSample sample;
        sample.from = sample.until = fixtureTime().addDays(-i);
        sample.stored = (270 - i) * kMiB;
        sample.hubs = {{QStringLiteral("affective_processing_center"), (180 - i) * kMiB, (150 - i) * kMiB},
                       {QStringLiteral("vision_perception_hub"), 120 * kMiB, 90 * kMiB}};
        samples.push_back(sample);
    }
    return samples;
}

/// What the usual policy frees of an inventory.
[[nodiscard]] inline Reclaimable shownReclaimable(const Inventory& inventory)
{
    return *reclaimable({*inventory.snapshot, *inventory.graph, inventory.references}, *loadOwnerPolicies({}), {}, {},
                        fixtureTime());
}

/// Gives the window an organisation with all that the session measures of it, and shows its Storage page.
inline void showStorage(MainWindow& window)
{
    const auto inventory = inventoryFrom(shownOrganisation());
    window.setInventory(inventory);
    auto& page = window.storagePage();
    page.setTerms(shownTerms());
    page.setOverview(
        storageOverview(*inventory->snapshot, {}, fixtureTime(), inventory->references, inventory->graph.get()));
    page.setReclaimable(shownReclaimable(*inventory));
    page.setGrowthSince(storageGrowth(*inventory->snapshot, *inventory->snapshot, {}));
    page.setHistory(shownStorageHistory(90));
    window.setState(PageState::ready());
    window.setCurrentPage(1);
}

} // namespace slipway::test
