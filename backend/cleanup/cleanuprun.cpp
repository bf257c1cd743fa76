#include "cleanup/cleanuprun.h"

#include "cleanup/cleanuplock.h"
#include "cleanup/cleanupwork.h"
#include "cleanup/openversions.h"
#include "cleanup/runchecks.h"
#include "cleanup/undeletable.h"
#include "cleanup/untagging.h"
#include "core/errortext.h"
#include "core/logcategories.h"

#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

QString journalPathOf(const QString& folder, const PlanFile& plan)
{
    return folder + u"/journal-"_s + plan.seal.hex().first(16) + u".jsonl"_s;
}

namespace
{

/// Whether runs before have left nothing of it to ask anybody for. What is no file, or cannot be read, is no such
/// journal.
bool isDone(const QString& folder, const CleanupRequest& request)
{
    const QString path = journalPathOf(folder, request.plan);
    const auto text = QFileInfo(path).isFile() ? readJournal(path) : JournalText();
    if (!text)
        return false;
    const auto left = openVersionsOf(request.plan, stateOf(text->entries), request.allowedLarge);
    return left.open.empty() && left.comingBack() == 0;
}

/// All that must be so before anything is asked for.
Result<std::shared_ptr<CleanupWork>> begin(CleanupTools tools, CleanupRequest request, CleanupControl control,
                                           CleanupProgressSink progress, std::stop_token stop)
{
    auto lock = CleanupLock::take(tools.folder, tools.server, tools.owner.login, tools.who);
    if (!lock)
        return std::unexpected(lock.error());
    auto undeletable = Undeletable(tools.folder).read();
    if (!undeletable)
        return std::unexpected(undeletable.error());
    auto journal = CleanupJournal::open(journalPathOf(tools.folder, request.plan));
    if (!journal)
        return std::unexpected(journal.error());
    JournalEntry begun;
    begun.event = JournalEvent::Begun;
    begun.at = tools.clock.now();
    begun.plan = request.plan.seal;
    begun.owner = request.plan.owner;
    begun.server = request.plan.server;
    for (const auto& package : std::as_const(request.allowedLarge))
        begun.allowed.append(package.value);
    begun.allowed.sort();
    // A journal that takes no first line takes no other: nothing is deleted then.
    if (auto noted = journal->append(begun, CleanupJournal::Reaches::Disk); !noted)
        return std::unexpected(noted.error());
    return std::make_shared<CleanupWork>(std::move(tools), std::move(request), std::move(control), std::move(progress),
                                         std::move(stop), *std::move(lock), *std::move(journal),
                                         *std::move(undeletable));
}

} // namespace

Task<Result<CleanupOutcome>> applyCleanup(CleanupTools tools, CleanupRequest request, CleanupControl control,
                                          CleanupProgressSink progress, std::stop_token stop)
{
    auto may = checkPlan(request.plan, tools.server, tools.owner.login, tools.clock.now());
    if (may && !isDone(tools.folder, request))
        may = co_await checkBefore(RegistryChange::Cleanup, tools, stop);
    // Where a journal is there already, what it tells of runs before is told whatever comes.
    const bool isNoRun =
        !may
        && (may.error().kind == ErrorKind::Refused || !QFileInfo::exists(journalPathOf(tools.folder, request.plan)));
    const auto work = isNoRun ? Result<std::shared_ptr<CleanupWork>>(std::unexpected(may.error()))
                              : begin(tools, std::move(request), std::move(control), std::move(progress), stop);
    auto outcome = work.transform([](const std::shared_ptr<CleanupWork>&) { return CleanupOutcome(); });
    if (work && may) {
        if (const auto mended = co_await mendUntagging(tools, stop); !mended) {
            qCWarning(logSession, "what an untagging left is still there: %s",
                      qUtf8Printable(errorLine(mended.error())));
        }
    }
    // A server that cannot be asked stops the run as in its middle: what runs before have done is told all the same.
    if (work)
        outcome = co_await CleanupWork::run(*work, may ? std::nullopt : std::optional(may.error()));
    co_return outcome;
}

} // namespace slipway
