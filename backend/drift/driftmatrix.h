#pragma once

#include "domain/classification.h"
#include "domain/snapshot.h"
#include "drift/findinglife.h"

#include <array>
#include <span>
#include <vector>

namespace slipway
{

/// What a check says of a group of images, the worst of it. The better comes first.
enum class DriftStanding : std::uint8_t {
    NotApplicable, ///< the check was made of none of them
    Pass,
    Known,   ///< all that was found is acknowledged
    Unknown, ///< something could not be checked, and nothing was found
    Behind,  ///< warnings
    Fail,    ///< errors
};

/// One check of one group of images.
struct DriftCell final {
    int made = 0;    ///< how often the check was made
    int failing = 0; ///< findings by severity, as far as they are open
    int behind = 0;
    int known = 0;   ///< acknowledged ones
    int unknown = 0; ///< what could not be checked

    [[nodiscard]] DriftStanding standing() const;
    friend bool operator==(const DriftCell&, const DriftCell&) = default;
};

/// The images of one hub and family.
struct DriftGroup final {
    QString family;
    QString hub;
    int images = 0;
    std::array<DriftCell, kDriftChecks> cells; ///< by DriftCheck

    [[nodiscard]] const DriftCell& cell(DriftCheck check) const { return cells[static_cast<size_t>(check)]; }
    friend bool operator==(const DriftGroup&, const DriftGroup&) = default;
};

/// What a look found, family by family and check by check.
struct DriftMatrix final {
    std::vector<DriftGroup> groups; ///< by family, then hub; unassigned ones last
    int images = 0;                 ///< that were looked at
    int differing = 0;              ///< of these, with an open finding
    int failing = 0;                ///< findings by severity, as far as they are open
    int behind = 0;
    int known = 0;

    friend bool operator==(const DriftMatrix&, const DriftMatrix&) = default;
};

/// Pure. `packages` and `classes` stand beside DriftReport::tallies; `lives` are of the report's findings
/// (livesInOrder()). Packages without images are left out; what is locked of packages that are gone stands where the
/// lock says.
[[nodiscard]] DriftMatrix driftMatrix(std::span<const PackageRow> packages, std::span<const PackageClass> classes,
                                      const DriftReport& report, const std::vector<FindingLife>& lives);

} // namespace slipway
