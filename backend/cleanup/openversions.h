#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/planfile.h"

#include <QSet>

#include <vector>

namespace slipway
{

/// What of a plan a run would still do: what a person is asked about.
struct OpenVersions final {
    std::vector<PlannedVersion> open;      ///< would be deleted; in the plan's order
    std::vector<PlannedVersion> toPutBack; ///< of trees that stay: deleted, or back without all of its tags
    std::vector<PlannedVersion> announced; ///< of trees that stay: put back where it turns out to be gone
    std::vector<PlannedVersion> leftOut;   ///< of packages over a limit that nobody has named, which stay

    /// How many may be put back.
    [[nodiscard]] std::size_t comingBack() const { return toPutBack.size() + announced.size(); }
    /// The packages of what is left out, sorted.
    [[nodiscard]] QStringList packagesLeftOut() const;
};

/// By what the journal of its runs says. Trees of which something was restored, or is to be, stay, and so do packages
/// over a limit that are not `allowed`; what is put back takes no permission.
[[nodiscard]] OpenVersions openVersionsOf(const PlanFile& plan, const JournalState& state,
                                          const QSet<PackageName>& allowed);

/// Whether a package of a plan is over a limit, so that nothing of it goes unless somebody names it.
[[nodiscard]] bool isOverLimit(const PlanFile& plan, const PackageName& package);

} // namespace slipway
