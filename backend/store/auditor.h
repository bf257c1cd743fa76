#pragma once

#include "core/clock.h"
#include "store/auditlog.h"

namespace slipway
{

/// Writes the rows of one program about one owner into the audit.
struct Auditor final {
    QString file; ///< empty: none is kept
    QString who;  ///< "slipwayctl"; the machine's user is added
    QString server;
    QString owner;
    Clock clock;

    /// Errors: FileAccess.
    [[nodiscard]] Result<void> write(const QString& action, const QString& subject, const QString& result,
                                     const QString& detail = {}) const;
};

} // namespace slipway
