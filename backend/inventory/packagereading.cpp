#include "inventory/packagereading.h"

#include "inventory/listmerge.h"
#include "inventory/manifestreading.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// Pages read one behind the other before the rest is worth reading side by side.
constexpr int kNewestPages = 3;

struct ReadVersions {
    std::vector<ListedVersion> versions;
    std::vector<Error> problems;
    PackageReading reading = PackageReading::Whole; ///< what was really read
};

Task<ReadVersions> readWhole(ScanStatePtr state, VersionList list)
{
    auto pages = co_await state->tools.github.versions(list, &state->pages, state->context());
    ReadVersions read;
    if (!pages) {
        read.problems.push_back(pages.error());
    } else {
        read.versions = std::move(pages->rows);
        read.problems = std::move(pages->problems);
    }
    if (!read.problems.empty()) {
        // What was known stands in for the pages that are missing; what was read counts more.
        auto versions = state->knownVersions(list.package);
        versions.insert(versions.end(), read.versions.begin(), read.versions.end());
        read.versions = std::move(versions);
    }
    read.versions = withoutRepeats(std::move(read.versions));
    co_return read;
}

/// The newest pages where they are enough, else all of them.
Task<ReadVersions> readNewest(ScanStatePtr state, VersionList list, std::int64_t versionCount)
{
    const auto known = state->knownVersions(list.package);
    std::vector<ListedVersion> newest;
    QUrl next;
    for (int i = 0; i < kNewestPages; ++i) {
        auto page = co_await state->tools.github.versionPage(list, next, &state->pages, state->context());
        if (!page)
            co_return ReadVersions{known, {page.error()}, PackageReading::Newest};
        if (page->problem)
            break;
        newest.insert(newest.end(), page->rows.begin(), page->rows.end());
        newest = withoutRepeats(std::move(newest));
        if (page->next.isEmpty())
            co_return ReadVersions{std::move(newest), {}, PackageReading::Whole};
        auto merge = mergeNewest(known, newest, versionCount);
        if (merge.verdict == ListVerdict::Agrees)
            co_return ReadVersions{std::move(merge.versions), {}, PackageReading::Newest};
        if (merge.verdict == ListVerdict::Disagrees)
            break;
        next = page->next;
    }
    // Pages that were just read are asked for again conditionally: they cost nothing of the hourly limit.
    co_return co_await readWhole(state, list);
}

Task<ReadVersions> readVersions(ScanStatePtr state, PlannedPackage package)
{
    const VersionList list{state->owner, package.listed.name, VersionState::Active};
    switch (package.reading) {
    case PackageReading::Keep:
    case PackageReading::Manifests:
        co_return ReadVersions{state->knownVersions(list.package), {}, PackageReading::Manifests};
    case PackageReading::Newest:
        co_return co_await readNewest(state, list, package.listed.versionCount);
    case PackageReading::Whole:
        break;
    }
    co_return co_await readWhole(state, list);
}

/// Whether manifests of a package whose rows are the same still want reading.
bool wantsManifests(const ScanState& state, const PlannedPackage& package, const PackageRow& known)
{
    if (package.reading == PackageReading::Manifests || state.askable.contains(known.name))
        return true;
    return state.request.depth == ScanDepth::Full
           && !std::ranges::all_of(state.previous->versionsOf(known), [&](const VersionRow& row) {
                  const auto* manifest = state.previous->manifestOf(row);
                  return manifest && manifest->state == ManifestState::Read;
              });
}

} // namespace

Task<void> readPackage(ScanStatePtr state, PlannedPackage package)
{
    const auto& listed = package.listed;
    auto read = co_await readVersions(state, package);
    if (state->isStopped())
        co_return;
    const auto* known = state->knownPackage(listed.name);
    const bool differs = !known || !haveSameRows(state->knownVersions(listed.name), read.versions);
    const bool hasRowMoved = !known || !isSameRow(*known, listed);
    if (read.problems.empty() && read.reading != PackageReading::Manifests) {
        const ListReading reading{.reading = read.reading,
                                  .rows = read.versions.size(),
                                  .differs = differs,
                                  .isFirst = !known,
                                  .hasRowMoved = hasRowMoved,
                                  .isFresh = isFresh(listed, state->listServedAt)};
        state->newChecks.push_back(
            checkAfter(state->checks.value(listed.name), listed, reading, state->tools.clock.now()));
    }
    const bool isSame = !differs && !hasRowMoved && known->complete && read.problems.empty();
    if (isSame && !wantsManifests(*state, package, *known)) {
        state->same.push_back(listed);
    } else {
        for (const auto& problem : read.problems)
            state->builder().addProblem(problem);
        co_await readManifests(state, packageInScan(*state, listed, read.versions));
        state->builder().addPackage(listed, std::move(read.versions),
                                    read.problems.empty() ? Completeness::Whole : Completeness::Partial);
    }
    ++state->progress.packagesDone;
    state->report();
}

} // namespace slipway
