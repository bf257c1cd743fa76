#include "cleanup/cleanuptools.h"

#include "store/auditor.h"

namespace slipway
{

using namespace Qt::StringLiterals;

Result<void> audit(const CleanupTools& tools, const AuditedAct& act)
{
    const Auditor auditor{tools.auditFile, tools.who, tools.server, tools.owner.login, tools.clock};
    const QString subject = u"%1 %2 %3"_s.arg(act.package.value).arg(act.id.value).arg(act.digest.toString());
    return auditor.write(act.action, subject, act.result, act.detail);
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
