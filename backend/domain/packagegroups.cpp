#include "domain/packagegroups.h"

#include <map>

namespace slipway
{

namespace
{

/// Base first, then by name, unassigned (empty) last.
struct HubOrder {
    bool operator()(const QString& a, const QString& b) const
    {
        const auto rank = [](const QString& name) { return name == kBaseHub ? 0 : name.isEmpty() ? 2 : 1; };
        return std::pair(rank(a), a) < std::pair(rank(b), b);
    }
};

} // namespace

std::vector<HubPackages> groupPackages(std::span<const PackageClass> classes)
{
    std::map<QString, std::map<QString, std::vector<RowIndex>, HubOrder>, HubOrder> grouped;
    for (size_t row = 0; row < classes.size(); ++row)
        grouped[classes[row].hub][classes[row].family].push_back(static_cast<RowIndex>(row));
    std::vector<HubPackages> hubs;
    for (auto& [hubName, families] : grouped) {
        auto& hub = hubs.emplace_back(HubPackages{hubName, {}});
        for (auto& [familyName, packages] : families)
            hub.families.push_back({familyName, std::move(packages)});
    }
    return hubs;
}

} // namespace slipway
