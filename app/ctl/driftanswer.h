#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"
#include "drift/finddrift.h"
#include "drift/findinglife.h"
#include "drift/lockmerge.h"

namespace slipway
{

/// All that `slipwayctl drift` says.
struct DriftAnswer final {
    QDateTime checkedAt;
    bool isComplete = true; ///< everything that was asked for could be looked at
    QString lockFile;       ///< empty: there was none to check against
    DriftReport report;
    LookedFor looked;
    std::vector<FindingLife> lives;    ///< of the findings that are there now, in the report's order
    std::vector<FindingLife> resolved; ///< by this look

    [[nodiscard]] ExitCode code() const;
};

/// Reads `--only CHECK,…`. Errors: InvalidArgument that names what is no check.
[[nodiscard]] Result<DriftChecks> readDriftChecks(const QHash<QString, QString>& values);

/// The checks that were made, for LookedFor.
[[nodiscard]] std::vector<DriftCheck> checksMade(const DriftChecks& wanted, bool hasLock, const DriftPolicy& policy,
                                                 bool hasSboms);

/// The documents of docs/cli.md, and the same for people.
[[nodiscard]] QJsonObject driftDocument(const DriftAnswer& answer);
[[nodiscard]] QString driftText(const DriftAnswer& answer);

/// What `lock write` did, for people: a line a change.
[[nodiscard]] QString lockChangesText(const MergedLock& merged, const std::vector<LockConflict>& conflicts);

} // namespace slipway
