#include "cleanup/cleanuptools.h"

#include "store/auditlog.h"

namespace slipway
{

using namespace Qt::StringLiterals;

Result<void> audit(const CleanupTools& tools, const AuditedAct& act)
{
    if (tools.auditFile.isEmpty())
        return {};
    AuditRow row;
    row.at = tools.clock.now();
    row.who = tools.who + u", "_s + qEnvironmentVariable("USER", u"?"_s);
    row.server = tools.server;
    row.owner = tools.owner.login;
    row.action = act.action;
    row.subject = u"%1 %2 %3"_s.arg(act.package.value).arg(act.id.value).arg(act.digest.toString());
    row.result = act.result;
    row.detail = act.detail;
    return AuditLog(tools.auditFile).append({std::move(row)});
}

Task<Result<StoredDocument>> manifestDocument(CleanupTools tools, PackageName package, Digest digest,
                                              std::stop_token stop)
{
    if (auto known = tools.store.document(digest); known && *known)
        co_return Result<StoredDocument>(**std::move(known));
    auto read = co_await tools.registry.manifest({tools.owner.login, package}, digest, CallContext(std::move(stop)));
    if (!read)
        co_return std::unexpected(read.error());
    if (!read->matchesDigest)
        co_return failure(ErrorKind::DigestMismatch, package.value + u'@' + digest.toString());
    co_return Result<StoredDocument>(StoredDocument{read->bytes, read->mediaType});
}

} // namespace slipway
