#pragma once

#include "cleanup/plancleanup.h"
#include "support/fixture.h"

#include <QStringList>

namespace slipway::test
{

/// A plan made from fixtures, as text.
struct PlanText final {
    QString deletions; ///< names in the plan's order
    QString sorted;    ///< the same by name
    QString blocked;   ///< "name last-tagged", sorted
    QString confirm;   ///< "package versions/total"
    QString skipped;   ///< "package list" or "package name-of-the-version"
    QString notices;   ///< "kind subject"
};

[[nodiscard]] PlanText printPlan(const CleanupPlan& plan, const Snapshot& snapshot, const Fixture& fixture);
/// "name: reason by, reason by" for a version that stays, "name: cause" or "name: cause through other" for one that
/// goes, "name: blocked" for one that is.
[[nodiscard]] QString printFate(const CleanupPlan& plan, const Snapshot& snapshot, const Fixture& fixture,
                                RowIndex row);
/// The same of the first version of this name.
[[nodiscard]] QString printFate(const CleanupPlan& plan, const Snapshot& snapshot, const Fixture& fixture,
                                const QString& name);

/// The plan of a snapshot.
[[nodiscard]] CleanupPlan planOf(const Snapshot& snapshot, const CleanupPolicy& policy,
                                 const CleanupProtections& protections = {}, const QDateTime& now = fixtureTime());
/// A policy from YAML that must be right; "version: 1" is added.
[[nodiscard]] CleanupPolicy policyFrom(const QString& yaml);

} // namespace slipway::test
