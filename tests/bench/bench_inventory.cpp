#include "bench/measure.h"
#include "domain/snapshotbuilder.h"
#include "inventory/buildinventory.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

Digest digestOf(const char* kind, int a, int b)
{
    return Digest::of(QByteArray(kind) + QByteArray::number(a) + '/' + QByteArray::number(b));
}

/// `packages` packages of `versions` images each: ten layers, five shared by all, three by the package, two of their
/// own.
SnapshotPtr makeSnapshot(int packages, int versions)
{
    const auto now = QDateTime::fromSecsSinceEpoch(1'763'000'000, QTimeZone::UTC);
    SnapshotBuilder builder({u"bench"_s, 1, OwnerKind::Organization}, now);
    for (int p = 0; p < packages; ++p) {
        std::vector<ListedVersion> rows;
        for (int v = 0; v < versions; ++v) {
            Manifest manifest;
            manifest.digest = digestOf("m", p, v);
            manifest.kind = ManifestKind::Image;
            manifest.config = BlobReference{digestOf("c", p, v), 9'000, {}};
            for (int layer = 0; layer < 10; ++layer) {
                const Digest digest = layer < 5   ? digestOf("s", 0, layer)
                                      : layer < 8 ? digestOf("p", p, layer)
                                                  : digestOf("o", p, v * 2 + layer);
                manifest.layers.push_back({digest, 1'000'000 + layer, {}});
            }
            builder.addManifest(manifest);
            rows.push_back(
                {{p * versions + v + 1}, manifest.digest, now.addSecs(-v), now.addSecs(-v), {{u"v%1"_s.arg(v)}}});
        }
        builder.addPackage({{u"app-%1-%2"_s.arg(p).arg(p % 2 == 0 ? u"cpu"_s : u"gpu"_s)},
                            p + 1,
                            Visibility::Private,
                            versions,
                            u"hub%1"_s.arg(p % 7),
                            now,
                            now},
                           std::move(rows), Completeness::Whole);
    }
    return std::move(builder).build();
}

/// The least anybody can do who counts blobs: one pass over all layer references.
Bytes onePass(const Snapshot& snapshot)
{
    std::vector<std::uint32_t> counts(snapshot.blobs.size(), 0);
    Bytes sum = 0;
    for (const auto& version : snapshot.versions) {
        for (const RowIndex blob : snapshot.layersOf(*snapshot.manifestOf(version)))
            sum += ++counts[blob] == 1 ? snapshot.blobs[blob].size : 0;
    }
    return sum;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    for (const auto& [packages, versions] : {std::pair{200, 50}, std::pair{1000, 100}, std::pair{1000, 1000}}) {
        const auto snapshot = makeSnapshot(packages, versions);
        std::printf("%d packages x %d versions, %zu layer references\n", packages, versions, snapshot->layers.size());
        Bytes stored = 0;
        const double pass = medianMs(5, [&] { stored = onePass(*snapshot); });
        Bytes measured = 0;
        const double build = medianMs(3, [&] { measured = buildInventory(snapshot, {})->size.stored; });
        row("one pass over the layer references", pass);
        row("inventory: graph, sizes, groups", build, "one pass", build / pass);
        if (measured < stored)
            return 1;
    }
    return 0;
}
