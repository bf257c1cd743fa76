#include "inventory/scan.h"

#include "inventory/configreading.h"
#include "inventory/manifestreading.h"
#include "inventory/packagereading.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Packages read side by side; what really limits the pace is the transport.
constexpr size_t kPackagesAtOnce = 24;

Error cancelled(const ScanState& state)
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("Scan", "reading %1").arg(state.owner.login),
            {},
            std::nullopt};
}

/// What the store says when it is stopped, as the scan says it.
Error endOf(const ScanState& state, const Error& error)
{
    return error.kind == ErrorKind::Cancelled ? cancelled(state) : error;
}

/// The owner, from the store if it is known: what a login is does not change from one reading to the next.
Task<Result<Owner>> findOwner(ScanTools tools, ScanRequest request, CallContext context)
{
    const auto known = tools.store.knownOwner(request.apiHost, request.login);
    if (!known)
        co_return std::unexpected(known.error());
    if (*known && request.depth == ScanDepth::Usual)
        co_return Result<Owner>(**known);
    co_return co_await tools.github.owner(request.login, context);
}

/// The package list. When a known owner's list is not there, the owner is asked for again: it may be gone, and that is
/// what a person wants to know.
Task<Result<PagedList<ListedPackage>>> readPackages(ScanStatePtr state)
{
    auto packages = co_await state->tools.github.packages(state->owner, &state->pages, state->context());
    if (packages || packages.error().kind != ErrorKind::NotFound || !state->previous)
        co_return packages;
    const auto owner = co_await state->tools.github.owner(state->request.login, state->context());
    if (!owner)
        co_return std::unexpected(owner.error());
    if (owner->kind == state->owner.kind)
        co_return packages;
    state->owner = *owner;
    co_return co_await state->tools.github.packages(*owner, &state->pages, state->context());
}

/// Whether the history of an owner with a past lacks it: it was kept by a version that knew of none, or at a clock of
/// another time.
bool isWithoutPast(const ScanRequest& request, std::span<const HistoryEntry> history)
{
    return std::ranges::none_of(history, [&request](const HistoryEntry& entry) {
        return entry.fetchedAt <= request.pastUntil && entry.checkedAt >= request.pastFrom;
    });
}

Result<bool> lacksPast(const ScanState& state)
{
    if (!state.request.past)
        return false;
    return state.tools.store.history(state.scope(), state.stop)
        .transform([&](const std::vector<HistoryEntry>& history) { return isWithoutPast(state.request, history); });
}

Result<void> recall(ScanState& state)
{
    // What a scan that was stopped left to be written is known to this one; what could not be written is fetched again.
    if (auto left = state.tools.store.flushDocuments(state.stop); !left && left.error().kind == ErrorKind::StoreDamaged)
        return std::unexpected(left.error());
    const auto newest = state.tools.store.newest(state.scope(), state.stop);
    if (!newest)
        return std::unexpected(newest.error());
    state.basis = *newest ? (*newest)->id : 0;
    // Another process may have read since.
    if (state.previous && *newest && state.basis != state.request.previous.id)
        state.previous.reset();
    const auto isToBeginAnew = lacksPast(state);
    if (!isToBeginAnew)
        return std::unexpected(isToBeginAnew.error());
    if (*isToBeginAnew) {
        state.previous.reset();
    } else if (!state.previous) {
        const auto kept = state.tools.store.latestKept(state.request.apiHost, state.owner.login, state.stop);
        if (!kept)
            return std::unexpected(kept.error());
        if (*kept) {
            state.previous = (*kept)->snapshot;
            state.basis = (*kept)->id;
        }
    }
    const auto checks = state.tools.store.packageChecks(state.scope(), state.stop);
    if (!checks)
        return std::unexpected(checks.error());
    for (const auto& check : *checks)
        state.checks.insert(check.package, check);
    if (state.previous && state.request.depth == ScanDepth::Usual) {
        for (const auto& package : state.previous->packages) {
            if (hasAskableManifests(state, package))
                state.askable.insert(package.name);
        }
    }
    return {};
}

void makePlan(ScanState& state, const PagedList<ListedPackage>& packages)
{
    RefreshGrounds grounds;
    grounds.previous = state.previous;
    grounds.rows = packages.rows;
    grounds.isListWhole = packages.isComplete();
    grounds.readsAll = state.request.depth == ScanDepth::Full;
    grounds.checks = state.checks;
    grounds.askable = state.askable;
    grounds.now = state.tools.clock.now();
    grounds.checkBudget = state.request.checkBudget;
    state.plan = planRefresh(grounds);
    state.listServedAt = packages.servedAt;
    state.listHeardAt = grounds.now;
    state.waiting.assign(state.plan.packages.begin(), state.plan.packages.end());
    state.progress.packagesTotal = static_cast<int>(state.waiting.size());
    if (!state.previous || !state.plan.gone.isEmpty() || !packages.isComplete())
        state.builder();
    if (!packages.isComplete())
        state.builder().markListPartial();
    for (const auto& problem : packages.problems)
        state.builder().addProblem(problem);
}

/// Takes packages from the queue until it is empty or the scan is stopped.
Task<void> readWaiting(ScanStatePtr state)
{
    while (!state->waiting.empty() && !state->isStopped() && !state->storeFailure) {
        PlannedPackage next = std::move(state->waiting.front());
        state->waiting.pop_front();
        co_await readPackage(state, std::move(next));
    }
}

Task<void> readPlanned(ScanStatePtr state)
{
    const size_t readerTotal = std::min(kPackagesAtOnce, state->waiting.size());
    std::vector<Task<void>> readers;
    readers.reserve(readerTotal);
    for (size_t i = 0; i < readerTotal; ++i)
        readers.push_back(readWaiting(state));
    for (auto& reader : readers)
        co_await reader;
}

void addRegistryFailure(ScanState& state)
{
    if (!state.registryFailure || state.notAsked == 0)
        return;
    Error problem = *state.registryFailure;
    problem.detail = QCoreApplication::translate("Scan", "manifests not asked for any more: %1").arg(state.notAsked)
                     + (problem.detail.isEmpty() ? QString() : u"; "_s + problem.detail);
    state.builder().addProblem(std::move(problem));
}

/// Problems of the snapshot before that are still true: manifests, of packages that stay as they are, that could not be
/// read then and were left alone this time.
std::vector<Error> standingProblems(const ScanState& state)
{
    std::vector<Error> standing;
    if (!state.previous || state.previous->problems.empty())
        return standing;
    QSet<PackageName> read = state.plan.gone;
    for (const auto& package : state.plan.packages)
        read.insert(package.listed.name);
    for (const auto& package : state.same)
        read.remove(package.name);
    QSet<QString> unread;
    for (const auto& version : state.previous->versions) {
        const auto* manifest = state.previous->manifestOf(version);
        const auto& name = state.previous->packages[version.package].name;
        if ((!manifest || manifest->state != ManifestState::Read) && !read.contains(name))
            unread.insert(name.value + u'@' + state.previous->digestOf(version).toString());
    }
    std::ranges::copy_if(state.previous->problems, std::back_inserter(standing),
                         [&](const Error& problem) { return unread.contains(problem.subject); });
    return standing;
}

/// The snapshot so far: the new one if anything changed, else the one before.
SnapshotPtr build(ScanState& state, const std::vector<Error>& standing)
{
    for (const auto& package : state.same) {
        state.builder().addPackage(package, state.knownVersions(package.name), Completeness::Whole);
        for (const auto& version : state.previous->versionsOf(*state.knownPackage(package.name))) {
            const auto* manifest = state.previous->manifestOf(version);
            if (manifest && manifest->state != ManifestState::Read)
                state.builder().markUnusable(manifest->digest, manifest->state);
        }
    }
    for (const auto& problem : standing)
        state.builder().addProblem(problem);
    return std::move(state.builder()).build();
}

bool isSameAs(const Snapshot& before, std::vector<Error> problems)
{
    const auto order = [](const Error& error) { return std::tie(error.subject, error.kind, error.detail); };
    std::vector<Error> known = before.problems;
    std::ranges::sort(known, {}, order);
    std::ranges::sort(problems, {}, order);
    return std::ranges::equal(known, problems, {}, order, order);
}

void saveAlone(ScanState& state, const Snapshot& snapshot)
{
    const auto kept = state.tools.store.saveReading(state.scope(), snapshot, state.newChecks, state.basis, state.stop);
    state.keep(kept ? Result<void>() : std::unexpected(kept.error()));
    if (kept)
        state.basis = *kept;
}

/// The first snapshot together with what came before it, where somebody knows. Where another process has just kept
/// that, what it kept stays: its readings may be being measured.
void saveWithPast(ScanState& state, const SnapshotPtr& snapshot)
{
    auto past = state.request.past();
    for (auto& document : past.documents)
        state.keepDocument(std::move(document));
    state.saveDocuments();
    past.readings.push_back(snapshot);
    if (state.storeFailure)
        return;
    const auto isLacking = [&state](std::span<const HistoryEntry> history) {
        return isWithoutPast(state.request, history);
    };
    const auto kept = state.tools.store.saveLackingHistory(state.scope(), past.readings, isLacking, state.stop);
    if (kept && !*kept) {
        saveAlone(state, *snapshot);
        return;
    }
    state.keep(kept ? Result<void>() : std::unexpected(kept.error()));
    // After the snapshot: a package is settled only once its rows are kept.
    if (!state.storeFailure)
        state.keep(state.tools.store.savePackageChecks(state.scope(), state.newChecks, state.stop));
    const auto newest = state.tools.store.newest(state.scope(), state.stop);
    state.keep(newest ? Result<void>() : std::unexpected(newest.error()));
    if (newest && *newest)
        state.basis = (*newest)->id;
}

Result<ScanOutcome> save(ScanState& state, SnapshotPtr snapshot)
{
    state.saveDocuments();
    if (state.pages.failure())
        state.keep(std::unexpected(*state.pages.failure()));
    if (!state.storeFailure && !state.previous && state.request.past)
        saveWithPast(state, snapshot);
    else if (!state.storeFailure)
        saveAlone(state, *snapshot);
    if (state.storeFailure)
        return std::unexpected(endOf(state, *state.storeFailure));
    const QDateTime at = snapshot->fetchedAt;
    return ScanOutcome{std::move(snapshot), state.basis, at, true, state.listServedAt, state.listHeardAt};
}

Result<ScanOutcome> noteUnchanged(ScanState& state)
{
    const auto now = state.tools.clock.now();
    state.saveDocuments();
    if (state.storeFailure)
        return std::unexpected(endOf(state, *state.storeFailure));
    auto& store = state.tools.store;
    const auto isNoted = store.noteUnchanged(state.scope(), state.basis, state.newChecks, now, state.stop);
    if (!isNoted)
        return std::unexpected(endOf(state, isNoted.error()));
    if (!*isNoted) {
        // Another process knows more by now than this reading began with.
        const auto kept = store.latestKept(state.request.apiHost, state.owner.login, state.stop);
        if (!kept)
            return std::unexpected(endOf(state, kept.error()));
        if (*kept)
            return ScanOutcome{(*kept)->snapshot,  (*kept)->id,      (*kept)->snapshot->fetchedAt, true,
                               state.listServedAt, state.listHeardAt};
    }
    const SnapshotPtr& atHand = state.request.previous.snapshot;
    const bool isOfOther = atHand && state.previous != atHand;
    return ScanOutcome{state.previous, state.basis, now, isOfOther, state.listServedAt, state.listHeardAt};
}

Task<Result<ScanOutcome>> finish(ScanStatePtr state)
{
    addRegistryFailure(*state);
    const auto standing = standingProblems(*state);
    auto snapshot = state->hasChanges() ? build(*state, standing) : state->previous;
    const auto configs = co_await readConfigs(state, snapshot);
    if (state->isStopped())
        co_return std::unexpected(cancelled(*state));
    if (!state->hasChanges()) {
        std::vector<Error> problems = standing;
        problems.insert(problems.end(), configs.problems.begin(), configs.problems.end());
        if (configs.configs.isEmpty() && isSameAs(*state->previous, problems))
            co_return noteUnchanged(*state);
        snapshot = build(*state, standing);
    }
    co_return save(*state, withConfigs(std::move(snapshot), configs.configs, configs.problems));
}

} // namespace

Task<Result<ScanOutcome>> scanOwner(ScanTools tools, ScanRequest request, ScanProgressSink progress,
                                    std::stop_token stop)
{
    const auto owner = co_await findOwner(tools, request, {stop, request.urgency});
    if (!owner)
        co_return std::unexpected(owner.error());
    const auto state = std::make_shared<ScanState>(tools, std::move(request), std::move(progress), stop, *owner);
    if (auto recalled = recall(*state); !recalled)
        co_return std::unexpected(endOf(*state, recalled.error()));
    const auto packages = co_await readPackages(state);
    if (!packages)
        co_return std::unexpected(packages.error());
    makePlan(*state, *packages);
    state->report();
    co_await readPlanned(state);
    // What was fetched is kept all the same, so that it is not asked for again; unless the store is closed in a hurry.
    if (state->isStopped())
        co_return std::unexpected(cancelled(*state));
    co_return co_await finish(state);
}

} // namespace slipway
