#include "app/session/cleanupplanning.h"

#include "cleanup/cleanuprun.h"
#include "cleanup/policyreader.h"
#include "cleanup/undeletable.h"
#include "drift/lockreader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

Result<ReadPolicy> readCleanupPolicy(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    const QByteArray yaml = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return parseCleanupPolicy(yaml, path).transform([&](CleanupPolicy policy) {
        return ReadPolicy{std::move(policy), path};
    });
}

Result<CleanupProtections> protectionsFor(const ReadPolicy& policy, const Profile& profile,
                                          const QString& cleanupFolder)
{
    CleanupProtections protections;
    for (const QString& name : policy.policy.protect.lockFiles) {
        const QString path = QFileInfo(policy.path).path() + u'/' + name;
        const auto read = loadBuildLock(QFileInfo(name).isAbsolute() ? name : path);
        if (!read)
            return std::unexpected(read.error());
        LockedDigests locked{name, {}};
        for (const auto& image : read->lock.images) {
            locked.digests.push_back(image.digest);
            for (const auto& platform : image.platforms)
                locked.digests.push_back(platform.digest);
            if (image.base)
                locked.digests.push_back(image.base->digest);
        }
        protections.locks.push_back(std::move(locked));
    }
    protections.targets = static_cast<int>(profile.targets.size());
    for (const auto& target : profile.targets)
        protections.unreadTargets.append(target.name);
    auto undeletable = Undeletable(cleanupFolder).read();
    if (!undeletable)
        return std::unexpected(undeletable.error());
    protections.undeletable = *std::move(undeletable);
    return protections;
}

PlanFile planFor(const Snapshot& snapshot, const ReadPolicy& policy, const CleanupProtections& protections,
                 const Target& target, const std::optional<Glob>& only, const QDateTime& readAt)
{
    const ReferenceGraph graph(snapshot);
    const CleanupFacts facts{snapshot, graph, BlobUsage(snapshot).references()};
    const auto plan = planCleanup(facts, policy.policy, protections, target.clock.now(), only);
    return planFileOf(plan, PlanWords(snapshot, policy.policy, protections), snapshot, graph, target.apiHost(), readAt);
}

QString cleanupFolderOf(const Target& target)
{
    return target.dataFolder + u"/cleanup"_s;
}

QString auditFileOf(const Target& target)
{
    return target.dataFolder + u"/audit.jsonl"_s;
}

CleanupTools cleanupTools(Connection& connection, const Owner& owner, PageCache* pages, const QString& who)
{
    const auto scan = connection.scanTools();
    const auto& target = connection.target();
    return {scan.github,
            scan.registry,
            scan.store,
            pages,
            scan.clock,
            owner,
            target.apiHost(),
            cleanupFolderOf(target),
            who,
            auditFileOf(target)};
}

Task<CleanupProof> proveKept(Connection& connection, CleanupTools tools, PlanFile plan, ScanProgressSink progress,
                             std::stop_token stop)
{
    CleanupProof proof;
    const QString journal = journalPathOf(tools.folder, plan);
    auto done = JournalState();
    if (QFileInfo(journal).isFile()) {
        const auto text = readJournal(journal);
        if (!text) {
            proof.problems.push_back(text.error());
            co_return proof;
        }
        done = stateOf(text->entries);
    }
    const auto outcome =
        co_await scanOwner(connection.scanTools(), connection.scanRequest(ScanDepth::Usual), std::move(progress), stop);
    if (!outcome) {
        proof.problems.push_back(outcome.error());
        co_return proof;
    }
    co_return co_await proveKept(tools, std::move(plan), std::move(done), outcome->snapshot, stop);
}

} // namespace slipway
