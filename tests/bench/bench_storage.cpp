#include "bench/measure.h"
#include "bench/organization.h"
#include "domain/freedbytes.h"
#include "storage/consolidation.h"
#include "storage/largestlayers.h"
#include "storage/measurestorage.h"

#include <QCoreApplication>

#include <random>
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
    const auto selected = someVersions(*snapshot, snapshot->versions.size() / 10);
    Bytes freed = 0;
    row("freed by a tenth of the versions",
        medianMs(5, [&] { freed = freedByDeleting(*snapshot, references, selected).owner; }));
    row("largest 20 layers", medianMs(5, [&] { stored += largestLayers(*snapshot, references, 20).front().size; }));
    const ReferenceGraph graph(*snapshot);
    Consolidation wish;
    for (int hub = 0; hub < 7; ++hub)
        wish.sharing.push_back({QStringLiteral("hub%1").arg(hub), {}});
    wish.bases = proposeBases(*snapshot, graph, classes);
    wish.retention = {std::chrono::days(30), 100};
    Bytes left = 0;
    row("what-if of consolidation", medianMs(3, [&] {
            left = consolidate(*snapshot, graph, classes, wish, snapshot->fetchedAt).stored.afterSharing;
        }));
    return stored >= least && freed > 0 && left > 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const bool isDenseRight = measureAll(Shape::Dense, "ten layers a version", 1000, 1000);
    return isDenseRight && measureAll(Shape::Buildx, "as buildx pushes", 1000, 1000) ? 0 : 1;
}
