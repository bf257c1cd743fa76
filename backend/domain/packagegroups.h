#pragma once

#include "domain/classification.h"

#include <QString>

#include <span>
#include <vector>

namespace slipway
{

/// The group of base images and infrastructure: shown like a hub, but none of the organisation's own.
constexpr QLatin1StringView kBaseHub{"Base and infrastructure"};

/// The packages of a family within its hub, by row, in the order of Snapshot::packages.
struct FamilyPackages final {
    QString name; ///< empty: unassigned
    std::vector<RowIndex> packages;
};

struct HubPackages final {
    QString name; ///< empty: unassigned
    std::vector<FamilyPackages> families;
};

/// The packages by hub and family: "Base and infrastructure" first, then by name, unassigned last. `classes` stand
/// beside Snapshot::packages.
[[nodiscard]] std::vector<HubPackages> groupPackages(std::span<const PackageClass> classes);

} // namespace slipway
