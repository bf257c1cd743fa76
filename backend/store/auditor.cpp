#include "store/auditor.h"

namespace slipway
{

using namespace Qt::StringLiterals;

Result<void> Auditor::write(const QString& action, const QString& subject, const QString& result,
                            const QString& detail) const
{
    if (file.isEmpty())
        return {};
    AuditRow row;
    row.at = clock.now();
    row.who = who + u", "_s + qEnvironmentVariable("USER", u"?"_s);
    row.server = server;
    row.owner = owner;
    row.action = action;
    row.subject = subject;
    row.result = result;
    row.detail = detail;
    return AuditLog(file).append({std::move(row)});
}

} // namespace slipway
