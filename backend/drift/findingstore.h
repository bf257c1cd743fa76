#pragma once

#include "drift/findinglife.h"
#include "store/store.h"

namespace slipway
{

// The lives of findings as a store keeps them, for ever. Each change is one transaction, so that two processes that
// look at once open no finding twice. Errors: those of Store.

/// Carries on every life after a look at `now`, as advanceFindings() says: those that are not over, and those that this
/// look ended.
[[nodiscard]] Result<std::vector<FindingLife>> carryOnFindings(Store& store, const StoreScope& scope,
                                                               const std::vector<DriftFinding>& found,
                                                               const LookedFor& looked, const QDateTime& now);

/// All that were ever found of an owner, by age.
[[nodiscard]] Result<std::vector<FindingLife>> keptFindings(Store& store, const StoreScope& scope);

/// Takes note of a finding until a time. Errors: also InvalidArgument where there is no open finding of this id, and as
/// acknowledged().
[[nodiscard]] Result<FindingLife> acknowledgeFinding(Store& store, const StoreScope& scope, qint64 id,
                                                     const QString& reason, const QDateTime& until,
                                                     const QDateTime& now);

/// The lives of a report's findings, in its order; what is over is left out.
[[nodiscard]] std::vector<FindingLife> livesInOrder(const DriftReport& report, const std::vector<FindingLife>& lives);

} // namespace slipway
