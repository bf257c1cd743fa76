#include "bench/cleanuppace.h"
#include "bench/measure.h"
#include "bench/organization.h"
#include "cleanup/plancleanup.h"
#include "cleanup/policyreader.h"
#include "inventory/buildinventory.h"
#include "models/cleanupsheet.h"

#include <QCoreApplication>

#include <sys/resource.h>

using namespace slipway;
using namespace slipway::bench;

namespace
{

CleanupPolicy policy()
{
    return parseCleanupPolicy(R"(version: 1
untagged: { olderThan: 90d, kinds: [image, index] }
rules:
  - { tags: "pr-*", olderThan: 14d }
  - { tags: "sha-*", olderThan: 30d, keepLatest: 5 }
  - { tags: "v*", olderThan: 1h, keepLatest: 100 }
protect: { tags: ["latest", "demo", "legacy-*"], deployed: false }
)",
                              QStringLiteral("policy"))
        .value();
}

/// Every edge of the graph once: between versions downwards and upwards, and from each to its blobs, whose bytes a plan
/// tells.
std::uint64_t edgePass(const Snapshot& snapshot, const ReferenceGraph& graph)
{
    std::uint64_t sum = 0;
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        for (const RowIndex child : graph.children(row))
            sum += child;
        for (const RowIndex referrer : graph.referrers(row))
            sum += referrer;
        for (const RowIndex parent : graph.parents(row))
            sum += parent;
        sum += graph.subjectVersion(row);
        if (const auto* manifest = snapshot.manifestOf(snapshot.versions[row])) {
            for (const RowIndex layer : snapshot.layersOf(*manifest))
                sum += static_cast<std::uint64_t>(snapshot.blobs[layer].knownSize());
            if (manifest->config != kNoRow)
                sum += static_cast<std::uint64_t>(snapshot.blobs[manifest->config].knownSize());
        }
    }
    return sum;
}

long peakMib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// False: no plan, or one that takes more than so many milliseconds or, with the snapshot, a gibibyte.
bool measurePlan(Shape shape, const char* name, int packages, int versions, double mostMs = 2000)
{
    const auto snapshot = makeOrganization(shape, packages, versions);
    std::printf("%s: %zu versions in %d packages\n", name, snapshot->versions.size(), packages);
    const double built = medianMs(3, [&] { const ReferenceGraph graph(*snapshot); });
    row("the reference graph built", built);
    const ReferenceGraph graph(*snapshot);
    std::uint64_t sum = 0;
    const double passed = medianMs(5, [&] { sum += edgePass(*snapshot, graph); });
    row("one pass over its edges and those to the blobs", passed);
    const auto references = BlobUsage(*snapshot).references();
    const CleanupFacts facts{*snapshot, graph, references};
    const auto rules = policy();
    size_t deletions = 0;
    const double planned =
        medianMs(5, [&] { deletions = planCleanup(facts, rules, {}, snapshot->fetchedAt).deletions.size(); });
    row("a plan", planned, "one pass", planned / passed);
    std::printf("with the graph built before: %.2f x one pass\n", (planned + built) / passed);
    std::printf("%zu deletions; the process held %ld MiB at most\n", deletions, peakMib());
    return sum > 0 && deletions > 0 && planned <= mostMs && peakMib() <= 1024;
}

/// What the Cleanup page makes of a plan: the rules alone beside it, groups with their bytes, and the words of each
/// row.
bool measureSheet(int packages, int versions, double mostMs)
{
    const auto snapshot = makeOrganization(Shape::Buildx, packages, versions);
    std::printf("the Cleanup page's plan: %zu versions in %d packages\n", snapshot->versions.size(), packages);
    const auto inventory = buildInventory(snapshot, {});
    const CleanupTerms terms{{}, policy(), {}, std::nullopt, QStringLiteral("api.github.com")};
    const CleanupFacts facts{*snapshot, *inventory->graph, inventory->references};
    const double planned = medianMs(5, [&] { (void)planCleanup(facts, terms.policy, {}, snapshot->fetchedAt); });
    CleanupSheetPtr sheet;
    const double shown = medianMs(5, [&] { sheet = makeCleanupSheet(inventory, terms, snapshot->fetchedAt, {}); });
    row("what the page shows", shown, "a plan", shown / planned);
    row("why one digest is kept",
        medianMs(5, [&] { (void)whyKept(*sheet, snapshot->digestOf(RowIndex(0)).toString()); }));
    return sheet && sheet->goes() > 0 && shown <= mostMs;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("sheet")))
        return measureSheet(10, 1000, 100) && measureSheet(200, 1000, 2000) ? 0 : 1;
    if (QCoreApplication::arguments().contains(QStringLiteral("plans")))
        return measurePlan(Shape::Buildx, "as buildx pushes", 1000, 1000)
                       && measurePlan(Shape::Dense, "single tagged images", 1000, 1000)
                   ? 0
                   : 1;
    bool isPaceRight = measurePace(1000, 150, 5, {.looks = 1.05});
    // Each tree's list costs a seventh point.
    isPaceRight = measurePace(490, 10, 1, {.looks = 1.25}) && isPaceRight;
    isPaceRight = measurePace(1000, 150, 1, {.looks = 1.25}) && isPaceRight;
    isPaceRight = measurePace(5000, 150, 1, {.looks = 1.25}) && isPaceRight;
    if (QCoreApplication::arguments().contains(QStringLiteral("pace"))) // the rest takes its time
        return isPaceRight ? 0 : 1;
    const bool isSmallRight = measurePlan(Shape::Buildx, "what an editor simulates, as buildx pushes", 10, 1000, 100);
    const bool isSheetRight = measureSheet(10, 1000, 100) && measureSheet(200, 1000, 2000);
    const bool isBuildxRight = measurePlan(Shape::Buildx, "as buildx pushes", 1000, 1000);
    return isPaceRight && isSmallRight && isSheetRight && isBuildxRight
                   && measurePlan(Shape::Dense, "single tagged images", 1000, 1000)
               ? 0
               : 1;
}
