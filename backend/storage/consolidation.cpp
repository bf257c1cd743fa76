#include "storage/consolidation.h"

#include "domain/blobusage.h"
#include "domain/packagegroups.h"
#include "storage/basemoves.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// Adds up distinct blobs, one set of versions after another.
class StoredSum final
{
public:
    explicit StoredSum(const Snapshot& snapshot)
        : m_snapshot(snapshot)
        , m_seenIn(snapshot.blobs.size(), 0)
    {
    }

    void begin()
    {
        ++m_set;
        m_bytes = 0;
    }
    void add(const VersionRow& version, const BaseMove& move)
    {
        const auto* manifest = m_snapshot.manifestOf(version);
        if (!manifest)
            return;
        for (const RowIndex layer : m_snapshot.layersOf(*manifest).subspan(move.skipped))
            add(layer);
        if (move.base != kNoRow) {
            for (const RowIndex layer : m_snapshot.layersOf(m_snapshot.manifests[move.base]))
                add(layer);
        }
        if (manifest->config != kNoRow)
            add(manifest->config);
    }
    [[nodiscard]] Bytes bytes() const { return m_bytes; }

private:
    void add(RowIndex blob)
    {
        if (m_seenIn[blob] == m_set)
            return;
        m_seenIn[blob] = m_set;
        m_bytes += m_snapshot.blobs[blob].knownSize();
    }

    const Snapshot& m_snapshot;
    std::vector<std::uint32_t> m_seenIn; ///< per blob, the last set that counted it
    std::uint32_t m_set = 0;
    Bytes m_bytes = 0;
};

/// Counts what sets of packages store at each step.
class StepMeter final
{
public:
    StepMeter(const Snapshot& snapshot, const std::vector<bool>& isLeft, const std::vector<BaseMove>& moves,
              const std::stop_token& stop)
        : m_snapshot(snapshot)
        , m_isLeft(isLeft)
        , m_moves(moves)
        , m_stop(stop)
        , m_sum(snapshot)
    {
    }

    StoredSteps measure(std::span<const RowIndex> packages)
    {
        StoredSteps steps;
        steps.before = sum(packages, [](RowIndex) { return true; }, [](RowIndex) { return BaseMove{}; });
        const auto isLeft = [this](RowIndex row) { return m_isLeft[row]; };
        steps.afterDropping = sum(packages, isLeft, [](RowIndex) { return BaseMove{}; });
        steps.afterSharing = sum(packages, isLeft, [this](RowIndex row) { return m_moves[row]; });
        return steps;
    }

private:
    template<typename IsThere, typename MoveOf>
    Bytes sum(std::span<const RowIndex> packages, IsThere isThere, MoveOf moveOf)
    {
        m_sum.begin();
        for (const RowIndex package : packages) {
            if (m_stop.stop_requested())
                break;
            for (const auto& version : m_snapshot.versionsOf(m_snapshot.packages[package])) {
                const RowIndex row = m_snapshot.rowOf(version);
                if (isThere(row))
                    m_sum.add(version, moveOf(row));
            }
        }
        return m_sum.bytes();
    }

    const Snapshot& m_snapshot;
    const std::vector<bool>& m_isLeft;
    const std::vector<BaseMove>& m_moves;
    const std::stop_token& m_stop;
    StoredSum m_sum;
};

std::vector<RowIndex> packagesOf(const HubPackages& hub)
{
    std::vector<RowIndex> packages;
    for (const auto& family : hub.families)
        packages.insert(packages.end(), family.packages.begin(), family.packages.end());
    return packages;
}

void countVersions(const Snapshot& snapshot, std::span<const RowIndex> packages, const std::vector<bool>& isLeft,
                   const std::vector<BaseMove>& moves, HubConsolidation& hub)
{
    for (const RowIndex package : packages) {
        for (const auto& version : snapshot.versionsOf(snapshot.packages[package])) {
            hub.versionsDropped += isLeft[snapshot.rowOf(version)] ? 0 : 1;
            hub.versionsMoved += moves[snapshot.rowOf(version)].base == kNoRow ? 0 : 1;
        }
    }
}

std::vector<RowIndex> unsizedBlobs(const Snapshot& snapshot)
{
    std::vector<bool> isReferenced(snapshot.blobs.size(), false);
    for (const auto& version : snapshot.versions) {
        if (const auto* manifest = snapshot.manifestOf(version))
            BlobUsage::forEachBlob(snapshot, *manifest, [&](RowIndex blob) { isReferenced[blob] = true; });
    }
    std::vector<RowIndex> unsized;
    for (RowIndex blob = 0; blob < snapshot.blobs.size(); ++blob) {
        if (isReferenced[blob] && !snapshot.blobs[blob].isSizeKnown())
            unsized.push_back(blob);
    }
    return unsized;
}

} // namespace

ConsolidationResult consolidate(const Snapshot& snapshot, const ReferenceGraph& graph,
                                std::span<const PackageClass> classes, const Consolidation& wish, const QDateTime& now,
                                const std::stop_token& stop)
{
    ConsolidationResult result;
    result.isListWhole = snapshot.isListWhole && std::ranges::all_of(snapshot.packages, &PackageRow::complete);
    result.dropped = droppedBy(wish.retention, snapshot, graph, now, wish.bases);
    std::vector<bool> isLeft(snapshot.versions.size(), true);
    for (const RowIndex row : result.dropped)
        isLeft[row] = false;
    if (stop.stop_requested())
        return result;
    auto moves = moveToBases(snapshot, graph, classes, wish, isLeft);
    result.imagesMoved = moves.images;
    result.basesReplaced = moves.bases;
    result.imagesWithoutBase = moves.withoutBase;
    result.imagesWithoutChosenBase = moves.withoutChosenBase;
    result.basesRefused = std::move(moves.refused);

    StepMeter meter(snapshot, isLeft, moves.moves, stop);
    std::vector<RowIndex> all;
    for (const auto& group : groupPackages(classes)) {
        const auto packages = packagesOf(group);
        auto& hub = result.hubs.emplace_back(HubConsolidation{group.name, meter.measure(packages), 0, 0});
        countVersions(snapshot, packages, isLeft, moves.moves, hub);
        all.insert(all.end(), packages.begin(), packages.end());
    }
    result.stored = meter.measure(all);
    result.unsizedBlobs = unsizedBlobs(snapshot);
    result.versionsUnread = static_cast<size_t>(
        std::ranges::count_if(snapshot.versions, [&](const VersionRow& version) { return !snapshot.isRead(version); }));
    return result;
}

} // namespace slipway
