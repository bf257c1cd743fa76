#include "bench/measure.h"
#include "bench/organization.h"
#include "bench/shellkeys.h"
#include "bench/shellrefresh.h"
#include "bench/shellscroll.h"
#include "bench/shellstart.h"
#include "bench/shellwindow.h"
#include "core/heap.h"
#include "inventory/buildinventory.h"
#include "models/inventorysort.h"

#include <malloc.h>
#include <random>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPackages = 2000;
constexpr int kVersions = 500;

/// A million versions of one parent by size, against std::sort of nothing but the sizes.
void benchSort(const Inventory& inventory)
{
    std::vector<VersionFacts> mixedFacts = inventory.facts;
    std::mt19937_64 random(1);
    for (auto& facts : mixedFacts)
        facts.size = static_cast<Bytes>(random() % 4'000'000'000);
    Inventory mixed;
    mixed.snapshot = inventory.snapshot;
    mixed.facts = std::move(mixedFacts);
    std::vector<RowIndex> all(mixed.facts.size());
    for (RowIndex i = 0; i < all.size(); ++i)
        all[i] = i;
    std::vector<Bytes> keys;
    for (const auto& facts : mixed.facts)
        keys.push_back(facts.size);
    Samples bare;
    Samples ours;
    for (int run = 0; run < 5; ++run) {
        auto sorted = keys;
        auto begin = now();
        std::ranges::sort(sorted);
        bare.add(msSince(begin));
        auto rows = all;
        begin = now();
        sortVersions(rows, mixed, {}, {InventoryColumn::Size, Qt::DescendingOrder});
        ours.add(msSince(begin));
    }
    row("std::sort of 10^6 sizes", bare.median());
    row("10^6 versions sorted by size", ours.median(), "std::sort", ours.median() / bare.median());
}

double heapBytes()
{
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

void benchWindow(QApplication& application, const QString& only)
{
    const auto wants = [&](const QString& part) { return only.isEmpty() || only == part; };
    const SnapshotPtr snapshot = makeOrganization(Shape::Dense, kPackages, kVersions);
    const auto versions = static_cast<double>(snapshot->versions.size());
    const double before = heapBytes();
    const InventoryPtr inventory = buildInventory(snapshot, {});
    std::printf("%-44s %10.1f bytes a version, search index %.1f of them\n", "inventory above the snapshot",
                (heapBytes() - before) / versions, static_cast<double>(inventory->search.byteTotal()) / versions);
    if (wants(u"sort"_s))
        benchSort(*inventory);
    ShellWindow shell(application, inventory);
    std::printf("%-44s %10.1f bytes a version, of which the inventory is the most\n",
                "window, palette and all above the snapshot", (heapBytes() - before) / versions);
    if (wants(u"keys"_s))
        FilterKeys(shell, *snapshot).measure();
    if (wants(u"scroll"_s))
        Scrolling(shell).measure();
    if (wants(u"refresh"_s))
        Refreshing(shell, inventory).measure();
}

} // namespace

/// The window with 10^6 versions, held to the goals of docs/performance.md: its start, a key in the filter, sorting,
/// scrolling, a refresh, memory. One of start, sort, keys, scroll, refresh as argument measures that alone.
int main(int argc, char** argv)
{
    shareHeaps(); // as the program does
    returnLargeBlocks();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QByteArrayView what(argc > 1 ? argv[1] : "");
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    if (what == "--empty-window")
        return StartChild::emptyWindow(argc, argv);
    if (what == "--program")
        return StartChild::program(argc, argv, folder);
    if (what == "--load-store" || what == "--make-store") {
        const QCoreApplication application(argc, argv);
        return what == "--load-store" ? StartChild::loadStore(folder)
                                      : StartChild::makeStore(folder, std::atoi(argv[3]), std::atoi(argv[4]));
    }
    QApplication application(argc, argv);
    const QString only = QString::fromLatin1(what);
    if (only.isEmpty() || only == "start"_L1)
        Starting(kPackages, kVersions).measure();
    if (only != "start"_L1)
        benchWindow(application, only);
    return 0;
}
