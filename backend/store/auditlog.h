#pragma once

#include "core/digest.h"
#include "core/error.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace slipway
{

/// Somebody has changed something on a server, or tried to.
struct AuditRow final {
    QDateTime at;
    QString who;    ///< "slipwayctl", and the user of this machine
    QString server; ///< the API's host and port
    QString owner;
    QString action;  ///< "cleanup.delete", "cleanup.restore", "cleanup.untag"
    QString subject; ///< what it was done to: "app/api 1204 sha256:…"
    QString result;  ///< "done", or the error's word
    QString detail;
    Digest previous; ///< of the row before; null for the first
    Digest digest;   ///< of all the above

    friend bool operator==(const AuditRow&, const AuditRow&) = default;
};

/// What an audit says, and whether it can be believed.
struct AuditText final {
    std::vector<AuditRow> rows;
    qsizetype wholeBytes = 0;
    bool isTorn = false; ///< its last line is incomplete: the program was killed while it wrote
    QString broken;      ///< the first line that does not follow from the one before; empty: the chain is whole
};

/// Every change of a server, a line each in a file that is only ever appended to, by any number of processes. Each row
/// has the digest of the one before, so that a row that was changed, taken out or put in shows. Errors: FileAccess.
class AuditLog final
{
public:
    explicit AuditLog(QString path)
        : m_path(std::move(path))
    {
    }

    /// `previous` and `digest` are worked out here.
    [[nodiscard]] Result<void> append(std::vector<AuditRow> rows) const;
    [[nodiscard]] Result<AuditText> read() const;

private:
    QString m_path;
};

[[nodiscard]] AuditText parseAudit(const QByteArray& bytes);

} // namespace slipway
