#include "bench/measure.h"
#include "bench/organization.h"
#include "cleanup/reclaimable.h"
#include "domain/freedbytes.h"
#include "storage/consolidation.h"
#include "storage/largestlayers.h"
#include "storage/measurestorage.h"
#include "storage/storagegrowth.h"

#include <QCoreApplication>

#include <chrono>
#include <random>
#include <thread>
#include <unordered_map>

using namespace slipway;
using namespace slipway::bench;

namespace
{

/// What anybody does who adds up distinct layers without having numbered them: each reference's digest into a map.
Bytes hashPass(const Snapshot& snapshot)
{
    std::unordered_map<Digest, std::uint32_t> counts;
    Bytes sum = 0;
    for (const auto& version : snapshot.versions) {
        for (const RowIndex blob : snapshot.layersOf(*snapshot.manifestOf(version))) {
            const auto& row = snapshot.blobs[blob];
            sum += ++counts[row.digest] == 1 ? row.size : 0;
        }
    }
    return sum;
}

/// The same with everything going for it: room for all blobs made at once, and a digest's own bytes as its hash.
Bytes roomyHashPass(const Snapshot& snapshot)
{
    QHash<Digest, std::uint32_t> counts;
    counts.reserve(static_cast<qsizetype>(snapshot.blobs.size()));
    Bytes sum = 0;
    for (const auto& version : snapshot.versions) {
        for (const RowIndex blob : snapshot.layersOf(*snapshot.manifestOf(version))) {
            const auto& row = snapshot.blobs[blob];
            sum += ++counts[row.digest] == 1 ? row.size : 0;
        }
    }
    return sum;
}

/// The longest that something goes on after it was told to stop, in the midst of its work.
template<typename Function>
double stopMs(double whole, Function function)
{
    double longest = 0;
    for (const double share : {0.05, 0.2, 0.4, 0.6, 0.8}) {
        std::stop_source stop;
        std::jthread worker([&] { function(stop.get_token()); });
        std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(whole * share));
        stop.request_stop();
        const auto asked = std::chrono::steady_clock::now();
        worker.join();
        longest = std::max(longest,
                           std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count());
    }
    return longest;
}

/// What the Storage page works out beside the sizes, and how soon it ends where it is no longer wanted.
bool measureDesk(const Snapshot& snapshot, const ReferenceGraph& graph, const BlobUsage::References& references)
{
    const CleanupFacts facts{snapshot, graph, references};
    const auto policies = loadOwnerPolicies({});
    const auto reclaim = [&](const std::stop_token& stop) {
        return reclaimable(facts, *policies, {}, {}, snapshot.fetchedAt.addDays(100), stop);
    };
    const auto grow = [&](const std::stop_token& stop) {
        return storageGrowth(snapshot, snapshot, {}, references, stop);
    };
    bool isRight = true;
    const double freed = medianMs(3, [&] { isRight = reclaim({}).has_value() && isRight; });
    row("reclaimable by the usual policy", freed);
    row("it ends once it is stopped within", stopMs(freed, reclaim));
    const double grown = medianMs(3, [&] { isRight = grow({}).has_value() && isRight; });
    row("growth since a reading", grown);
    row("it ends once it is stopped within", stopMs(grown, grow));
    return isRight;
}

std::vector<RowIndex> someVersions(const Snapshot& snapshot, size_t total)
{
    std::vector<RowIndex> all(snapshot.versions.size());
    for (RowIndex row = 0; row < all.size(); ++row)
        all[row] = row;
    std::vector<RowIndex> chosen;
    std::ranges::sample(all, std::back_inserter(chosen), static_cast<std::ptrdiff_t>(total), std::mt19937(5));
    return chosen;
}

bool measureAll(Shape shape, const char* name, int packages, int versions)
{
    const auto snapshot = makeOrganization(shape, packages, versions);
    std::printf("%s: %zu versions in %d packages, %zu layer references, %zu blobs\n", name, snapshot->versions.size(),
                packages, snapshot->layers.size(), snapshot->blobs.size());
    const auto classes = classify(*snapshot, {});
    Bytes least = 0;
    const double pass = medianMs(5, [&] { least = hashPass(*snapshot); });
    row("one pass that hashes the references", pass);
    const double roomy = medianMs(5, [&] { least = roomyHashPass(*snapshot); });
    row("the same with room made for all", roomy);
    Bytes stored = 0;
    const double all =
        medianMs(5, [&] { stored = measureStorage(*snapshot, classes, snapshot->fetchedAt).whole.size.stored; });
    row("everything measured", all, "the pass", all / pass);
    row("", all, "the roomy pass", all / roomy);

    const auto references = BlobUsage(*snapshot).references();
    const ReferenceGraph graph(*snapshot);
    const auto selected = someVersions(*snapshot, snapshot->versions.size() / 10);
    Bytes freed = 0;
    row("freed by a tenth of the versions",
        medianMs(5, [&] { freed = freedByDeleting(*snapshot, references, selected).owner; }));
    row("largest 20 layers",
        medianMs(5, [&] { stored += largestLayers(*snapshot, graph, references, 20).front().size; }));
    Consolidation wish;
    for (int hub = 0; hub < 7; ++hub)
        wish.sharing.push_back({QStringLiteral("hub%1").arg(hub), {}});
    wish.bases = proposeBases(*snapshot, graph, classes);
    wish.retention = {std::chrono::days(30), 100};
    Bytes left = 0;
    row("what-if of consolidation", medianMs(3, [&] {
            left = consolidate(*snapshot, graph, classes, wish, snapshot->fetchedAt).stored.afterSharing;
        }));
    return measureDesk(*snapshot, graph, references) && stored >= least && freed > 0 && left > 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const bool isDenseRight = measureAll(Shape::Dense, "ten layers a version", 1000, 1000);
    return isDenseRight && measureAll(Shape::Buildx, "as buildx pushes", 1000, 1000) ? 0 : 1;
}
