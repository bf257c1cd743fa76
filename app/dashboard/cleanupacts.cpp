#include "app/dashboard/cleanupacts.h"

#include "app/session/cleanupplanning.h"
#include "inventory/storepages.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Told to others that find the packages locked, and in the audit.
const QString kWho = u"slipway"_s;

/// Beside the journal: "…/journal-x.jsonl", "…/plan-x.json".
QString planPathOf(const QString& journal)
{
    const QFileInfo file(journal);
    return file.path() + u"/plan-"_s + file.completeBaseName().mid(8) + u".json"_s;
}

Result<void> keepPlan(const PlanFile& plan, const QString& folder)
{
    const QString path = planPathOf(journalPathOf(folder, plan));
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::FileAccess, folder);
    const QByteArray bytes = writePlanFile(plan);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return {};
}

} // namespace

Task<Result<CleanupResult>> carryOutCleanup(Connection* connection, PlanFile plan, QSet<PackageName> allowedLarge,
                                            CleanupControl control, CleanupProgressSink progress, std::stop_token stop,
                                            std::stop_token closing)
{
    // One place to return from: GCC warns about what co_return makes of an error here.
    Result<CleanupResult> result = CleanupResult();
    const Target& target = connection->target();
    const auto grant = connection->allowChanges();
    const auto kept = keepPlan(plan, cleanupFolderOf(target));
    const auto owner = co_await connection->scanTools().github.owner(target.owner, CallContext(stop));
    if (!grant || !kept || !owner) {
        result = std::unexpected(!grant ? grant.error() : kept ? owner.error() : kept.error());
    } else {
        CleanupRequest request{plan, std::move(allowedLarge), nullptr};
        if (auto before = connection->store().latestSnapshot(target.apiHost(), target.owner, stop))
            request.before = *before;
        StorePages pages(connection->store(), {target.apiHost(), *owner}, stop);
        const auto tools = cleanupTools(*connection, *owner, &pages, kWho);
        auto outcome = co_await applyCleanup(tools, std::move(request), std::move(control), std::move(progress), stop);
        if (outcome) {
            result->outcome = *std::move(outcome);
            result->proof = co_await proveKept(*connection, tools, std::move(plan), {}, closing);
        } else {
            result = std::unexpected(outcome.error());
        }
    }
    co_return result;
}

Task<Result<RestoreOutcome>> restoreCleanup(Connection* connection, QString journal, std::vector<VersionId> only,
                                            RestoreProgressSink progress, std::stop_token stop)
{
    const auto grant = connection->allowChanges();
    if (!grant)
        co_return std::unexpected(grant.error());
    const auto owner = co_await connection->scanTools().github.owner(connection->target().owner, CallContext(stop));
    if (!owner)
        co_return std::unexpected(owner.error());
    co_return co_await restoreDeleted(cleanupTools(*connection, *owner, nullptr, kWho), std::move(journal),
                                      std::move(only), std::move(progress), stop);
}

Result<CleanupRest> restOfRun(const QString& journal, const Target& target, const QSet<VersionId>& excluded)
{
    const QString path = planPathOf(journal);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    auto plan = parsePlanFile(file.readAll(), path);
    if (!plan)
        return std::unexpected(plan.error());
    if (auto checked = checkPlan(*plan, target.apiHost(), target.owner, target.clock.now()); !checked)
        return std::unexpected(checked.error());
    const auto text = readJournal(journal);
    if (!text)
        return std::unexpected(text.error());
    // A plan is carried out by the journal of its name: what another file tells of it does not count.
    const bool isItsOwn = QFileInfo(journalPathOf(cleanupFolderOf(target), *plan)) == QFileInfo(journal);
    return cleanupRestOf(*std::move(plan), isItsOwn ? text->entries : std::vector<JournalEntry>(), excluded);
}

} // namespace slipway
