#include "views/inventory/inventorytext.h"

#include "core/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct InventoryTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::InventoryPage)
};

bool isWhole(const Snapshot& snapshot, const PackageRow& package)
{
    const auto isRead = [&](const VersionRow& version) {
        const auto* manifest = snapshot.manifestOf(version);
        return manifest && manifest->state == ManifestState::Read;
    };
    return package.complete && std::ranges::all_of(snapshot.versionsOf(package), isRead);
}

QString selectedWhat(const InventoryItem& item)
{
    switch (item.level) {
    case InventoryLevel::Root:
        return {};
    case InventoryLevel::Hub:
        return InventoryTexts::tr("1 hub selected");
    case InventoryLevel::Family:
        return InventoryTexts::tr("1 family selected");
    case InventoryLevel::Image:
        return InventoryTexts::tr("1 image selected");
    case InventoryLevel::Version:
        return InventoryTexts::tr("1 version selected");
    }
    return {};
}

QString hubsText(const Inventory& inventory)
{
    const auto named = std::ranges::count_if(
        inventory.hubs, [](const HubEntry& hub) { return !hub.name.isEmpty() && hub.name != kBaseHub; });
    return InventoryTexts::tr("%n hub(s)", "in %n hubs", static_cast<int>(named));
}

} // namespace

QString inventoryLine(const Inventory& inventory)
{
    return InventoryTexts::tr("%1 in %2, %3, %4 stored")
        .arg(InventoryTexts::tr("%n image(s)", nullptr, static_cast<int>(inventory.imageTotal)), hubsText(inventory),
             InventoryTexts::tr("%n version(s)", nullptr, static_cast<int>(inventory.snapshot->versions.size())),
             formatBytes(inventory.size.stored));
}

QString outlineLine(const Inventory& outline)
{
    return InventoryTexts::tr("%1 in %2; versions and sizes are being counted…")
        .arg(InventoryTexts::tr("%n image(s)", nullptr, static_cast<int>(outline.imageTotal)), hubsText(outline));
}

QString confidenceText(const Inventory& inventory)
{
    return InventoryTexts::tr("%1 % classified").arg(std::floor(inventory.classifiedShare * 100));
}

QString problemsLine(const Inventory& inventory)
{
    const auto& snapshot = *inventory.snapshot;
    const auto broken =
        std::ranges::count_if(snapshot.packages, [&](const PackageRow& p) { return !isWhole(snapshot, p); });
    if (broken == 0)
        return InventoryTexts::tr("%n problem(s) while reading.", nullptr, static_cast<int>(snapshot.problems.size()));
    return InventoryTexts::tr("%1 of %n image(s) could not be read whole.", nullptr,
                              static_cast<int>(snapshot.packages.size()))
        .arg(broken);
}

QString selectionLine(const InventoryItem& item)
{
    if (item.isNull())
        return {};
    return InventoryTexts::tr("%1, %2, %3 unique")
        .arg(selectedWhat(item), formatBytes(item.size().stored), formatBytes(item.size().exclusive));
}

QString selectionLine(size_t rows)
{
    return InventoryTexts::tr("%n row(s) selected", nullptr, static_cast<int>(rows));
}

QString selectionLine(size_t rows, const SetSize& size)
{
    return InventoryTexts::tr("%1: %2 logical, %3 stored, %4 freed if deleted")
        .arg(selectionLine(rows), formatBytes(size.logical), formatBytes(size.stored), formatBytes(size.exclusive));
}

} // namespace slipway
