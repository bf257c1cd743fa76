#pragma once

#include "cleanup/cleanuppolicy.h"
#include "cleanup/protections.h"
#include "support/fixture.h"

#include <QStringList>

#include <set>

namespace slipway::test
{

/// What goes, as "package name", and what is blocked.
struct PlainPlan final {
    std::set<QString> deleted;
    std::set<QString> blocked;
};

/// A second planner, written from the sentences of the contract with sets of names and without regard to speed. Shares
/// with planCleanup() only what globs, kinds of manifests and semantic versions are.
[[nodiscard]] PlainPlan plainPlan(const Fixture& fixture, const CleanupPolicy& policy,
                                  const CleanupProtections& protections, const QDateTime& now);

} // namespace slipway::test
