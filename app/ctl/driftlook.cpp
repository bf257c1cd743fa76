#include "app/ctl/driftlook.h"

#include "drift/driftreading.h"
#include "drift/findingstore.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

DriftTools toolsOf(const Invocation& invocation, Connection& connection)
{
    const auto network = invocation.network == NetworkUse::Offline ? DriftNetwork::StoreOnly : DriftNetwork::Ask;
    return {connection.registry(), connection.store(), network};
}

/// Findings live by the lock file of the profile. What another one shows is told, and neither opens nor ends any.
bool isFollowed(const QString& lockFile, const DriftPolicy& policy)
{
    if (lockFile.isEmpty() || policy.lockPath.isEmpty())
        return true;
    const QString followed = QFileInfo(policy.lockPath).canonicalFilePath();
    return !followed.isEmpty() && QFileInfo(lockFile).canonicalFilePath() == followed;
}

/// The lives as they would be after this look; nothing is kept.
Result<std::vector<FindingLife>> livesBeside(Store& store, const StoreScope& scope, const DriftAnswer& answer,
                                             const QDateTime& now)
{
    const auto isOver = [](const FindingLife& life) { return life.state == FindingState::Resolved; };
    return keptFindings(store, scope).transform([&](std::vector<FindingLife> lives) {
        std::erase_if(lives, isOver);
        lives = advanceFindings(std::move(lives), answer.report.findings, answer.looked, now);
        std::erase_if(lives, isOver);
        return lives;
    });
}

/// The lives of what was found, in its order, and those that this look ended.
void sortLives(const std::vector<FindingLife>& lives, DriftAnswer& answer)
{
    answer.lives = livesInOrder(answer.report, lives);
    for (const auto& life : lives)
        if (life.state == FindingState::Resolved)
            answer.resolved.push_back(life);
}

} // namespace

Result<LockToCheck> lockToCheck(const QString& option, const DriftPolicy& policy)
{
    const QString file = option.isEmpty() ? policy.lockPath : option;
    if (file.isEmpty())
        return LockToCheck{};
    return loadBuildLock(file).transform([&](ReadLock read) { return LockToCheck{file, std::move(read)}; });
}

QString unknownNotice(const LockToCheck& lock)
{
    if (!lock.read || lock.read->unknown.isEmpty())
        return {};
    return tr("The lock file has members that are not known; they are kept: %1").arg(lock.read->unknown.join(u", "_s));
}

Task<Result<DriftSnapshot>> driftSnapshot(Invocation invocation, Connection& connection, std::stop_token stop)
{
    auto current = co_await currentSnapshot(invocation, connection, stop);
    if (!current)
        co_return std::unexpected(current.error());
    const auto tools = toolsOf(invocation, connection);
    current->snapshot = co_await withChosenConfigs(tools, current->snapshot, connection.profile().drift, stop);
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, connection.target().owner);
    auto classes = classify(*current->snapshot, connection.profile().rules);
    co_return Result<DriftSnapshot>(DriftSnapshot{*std::move(current), std::move(classes)});
}

Task<Result<DriftAnswer>> lookForDrift(Invocation invocation, Connection& connection, DriftChecks checks,
                                       LockToCheck lock, std::stop_token stop)
{
    const auto read = co_await driftSnapshot(invocation, connection, stop);
    if (!read)
        co_return std::unexpected(read.error());
    const Snapshot& snapshot = *read->current.snapshot;
    const BuildLock* pinned = lock.read ? &lock.read->lock : nullptr;
    if (pinned && pinned->owner.compare(snapshot.owner.login, Qt::CaseInsensitive) != 0) {
        co_return failure(ErrorKind::InvalidFile, lock.file,
                          tr("this lock file is of %1, not of %2").arg(pinned->owner, snapshot.owner.login));
    }
    const ReferenceGraph graph(snapshot);
    DriftFacts facts{snapshot, graph, read->classes, connection.profile().drift, pinned, nullptr};
    ReadSboms sboms;
    const bool areSbomsWanted = checks.isEmpty() || checks.contains(DriftCheck::Sbom);
    if (areSbomsWanted) {
        const auto places = sbomPlaces(facts);
        const auto blobs =
            co_await readBlobs(toolsOf(invocation, connection), snapshot.owner.login, blobsOf(places), stop);
        sboms = readSboms(places, blobs.blobs);
        facts.sboms = &sboms;
    }
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, connection.target().owner);
    DriftAnswer answer;
    answer.checkedAt = read->current.checkedAt;
    answer.lockFile = lock.file;
    answer.report = findDrift(facts, checks);
    answer.isComplete = snapshot.complete;
    answer.looked = {checksMade(checks, pinned, facts.policy, areSbomsWanted), snapshot.complete, answer.report.gaps};
    const StoreScope scope{connection.target().apiHost(), snapshot.owner};
    const QDateTime now = connection.target().clock.now();
    const auto lives = isFollowed(lock.file, facts.policy)
                           ? carryOnFindings(connection.store(), scope, answer.report.findings, answer.looked, now)
                           : livesBeside(connection.store(), scope, answer, now);
    if (!lives)
        co_return std::unexpected(lives.error());
    sortLives(*lives, answer);
    co_return Result<DriftAnswer>(std::move(answer));
}

Result<FindingLife> acknowledgeFinding(Connection& connection, qint64 id, const QString& reason, const QDateTime& until)
{
    const auto owner = connection.store().knownOwner(connection.target().apiHost(), connection.target().owner);
    if (!owner)
        return std::unexpected(owner.error());
    if (!*owner)
        return failure(ErrorKind::InvalidArgument, tr("There is no open finding of this id"), QString::number(id));
    return acknowledgeFinding(connection.store(), {connection.target().apiHost(), **owner}, id, reason, until,
                              connection.target().clock.now());
}

} // namespace slipway
