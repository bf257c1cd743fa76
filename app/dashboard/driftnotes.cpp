#include "app/dashboard/driftnotes.h"

#include "drift/findingstore.h"
#include "drift/lockreader.h"

#include <QCoreApplication>

namespace slipway
{

namespace
{

StoreScope scopeOf(Connection& connection, const Owner& owner)
{
    return {connection.target().apiHost(), owner};
}

DriftTools toolsOf(Connection& connection)
{
    const bool isOffline = connection.target().isOffline;
    return {connection.registry(), connection.store(), isOffline ? DriftNetwork::StoreOnly : DriftNetwork::Ask};
}

/// The checks that were made, for LookedFor.
std::vector<DriftCheck> checksOf(const DriftGround& ground)
{
    std::vector<DriftCheck> checks{DriftCheck::CpuGpu, DriftCheck::Identical, DriftCheck::Base, DriftCheck::Sbom};
    if (ground.lock)
        checks.push_back(DriftCheck::Lock);
    if (ground.policy.cuda)
        checks.push_back(DriftCheck::Cuda);
    return checks;
}

void readLock(DriftGround& ground)
{
    if (ground.lockFile.isEmpty())
        return;
    auto read = loadBuildLock(ground.lockFile);
    if (!read) {
        ground.lockError = read.error();
        return;
    }
    const QString& login = ground.snapshot().owner.login;
    if (read->lock.owner.compare(login, Qt::CaseInsensitive) == 0)
        ground.lock = std::move(read->lock);
    else
        ground.lockError = Error{
            ErrorKind::InvalidFile,
            ground.lockFile,
            QCoreApplication::translate("Commands", "this lock file is of %1, not of %2").arg(read->lock.owner, login),
            {}};
}

} // namespace

Task<ReadConfigs> readDriftConfigs(Connection* connection, SnapshotPtr snapshot, std::stop_token stop)
{
    return readChosenConfigs(toolsOf(*connection), std::move(snapshot), connection->profile().drift, std::move(stop));
}

Task<ReadBlobs> readDriftBlobs(Connection* connection, SnapshotPtr snapshot, std::vector<WantedConfig> wanted,
                               std::stop_token stop)
{
    return readBlobs(toolsOf(*connection), snapshot->owner.login, std::move(wanted), std::move(stop));
}

LookedFor lookedFor(const DriftGround& ground)
{
    return {checksOf(ground), ground.isWhole, ground.report.gaps};
}

Task<Result<std::vector<FindingLife>>> keepDriftFindings(Connection* connection,
                                                         std::shared_ptr<const DriftGround> ground)
{
    const StoreScope scope = scopeOf(*connection, ground->snapshot().owner);
    const auto lives =
        carryOnFindings(connection->store(), scope, ground->report.findings, lookedFor(*ground), ground->checkedAt);
    if (!lives)
        co_return std::unexpected(lives.error());
    co_return keptFindings(connection->store(), scope);
}

Task<Result<std::vector<FindingLife>>> loadDriftFindings(Connection* connection, Owner owner)
{
    co_return keptFindings(connection->store(), scopeOf(*connection, owner));
}

Task<Result<FindingLife>> acknowledgeDrift(Connection* connection, Owner owner, qint64 id, QString reason,
                                           QDateTime until)
{
    co_return acknowledgeFinding(connection->store(), scopeOf(*connection, owner), id, reason, until,
                                 connection->target().clock.now());
}

std::shared_ptr<DriftGround> prepareDrift(InventoryPtr inventory, Profile profile, ReadConfigs configs, QDateTime now)
{
    auto ground = std::make_shared<DriftGround>();
    ground->inventory = std::move(inventory);
    ground->classes = classify(ground->snapshot(), profile.rules);
    ground->lockFile = profile.drift.lockPath;
    ground->policy = std::move(profile.drift);
    ground->configs = std::move(configs.configs);
    ground->isWhole = ground->snapshot().complete && configs.problems.empty();
    ground->problems = std::move(configs.problems);
    ground->checkedAt = now;
    readLock(*ground);
    // What hangs on a lock that cannot be read is not gone.
    ground->isWhole = ground->isWhole && !ground->lockError;
    return ground;
}

std::vector<SbomPlace> driftSbomPlaces(std::shared_ptr<const DriftGround> ground)
{
    return sbomPlaces(ground->facts());
}

std::shared_ptr<const DriftGround> judgeDrift(std::shared_ptr<DriftGround> ground, std::vector<SbomPlace> places,
                                              ReadBlobs blobs)
{
    ground->sboms = readSboms(places, blobs.blobs);
    ground->problems.insert(ground->problems.end(), blobs.problems.begin(), blobs.problems.end());
    ground->report = findDrift(ground->facts());
    ground->siblings = comparedSiblings(ground->facts());
    learnLockedSizes(*ground);
    return ground;
}

Result<LockPreviewPtr> previewLockOf(std::shared_ptr<const DriftGround> ground)
{
    auto before = readLockBefore(ground->lockFile);
    if (!before)
        return std::unexpected(before.error());
    auto made =
        makeLock(ground->snapshot(), *ground->inventory->graph, ground->classes, ground->policy, &ground->configs);
    // A config that could not be read tells nothing of what an image stands on.
    auto draft = draftLock(ground->lockFile, *std::move(before), std::move(made), ground->snapshot());
    if (!draft)
        return std::unexpected(draft.error());
    draft->isIncomplete = draft->isIncomplete || !ground->isWhole;
    auto preview = std::make_shared<LockPreview>();
    preview->diff = lockDiff(draft->before.text, draft->text);
    preview->draft = *std::move(draft);
    return LockPreviewPtr(preview);
}

} // namespace slipway
