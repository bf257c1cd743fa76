#include "domain/versionparts.h"
#include "storage/largestlayers.h"
#include "storage/randomowner.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList shown(const std::vector<LayerUse>& layers, const Snapshot& snapshot, const Fixture& fixture)
{
    QStringList lines;
    for (const auto& layer : layers)
        lines.append(u"%1 %2 B in %3/%4"_s.arg(fixture.nameOf(snapshot.blobs[layer.blob].digest))
                         .arg(layer.size)
                         .arg(layer.packages)
                         .arg(layer.versions));
    return lines;
}

/// Asks every version for every blob, as a person would in the inventory.
std::vector<LayerUse> counted(const Snapshot& snapshot, const Fixture& fixture)
{
    const ReferenceGraph graph(snapshot);
    const auto has = [&](RowIndex row, const Digest& blob) {
        return blobsOf(fixture, snapshot.digestOf(row)).contains(blob);
    };
    std::vector<LayerUse> all;
    for (RowIndex blob = 0; blob < snapshot.blobs.size(); ++blob) {
        const Digest& digest = snapshot.blobs[blob].digest;
        LayerUse use{blob, snapshot.blobs[blob].size, 0, 0};
        std::set<RowIndex> packages;
        bool isReferenced = false;
        for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
            isReferenced = isReferenced || has(row, digest);
            if (isPartOfAnother(snapshot, graph, row))
                continue;
            const auto listed = graph.children(row);
            if (has(row, digest) || std::ranges::any_of(listed, [&](RowIndex child) { return has(child, digest); })) {
                packages.insert(snapshot.versions[row].package);
                ++use.versions;
            }
        }
        use.packages = packages.size();
        if (isReferenced && use.size >= 0)
            all.push_back(use);
    }
    std::ranges::sort(all, std::greater(), &LayerUse::size);
    return all;
}

class TestLargestLayers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBruteForce()
    {
        for (unsigned seed = 1; seed <= 200; ++seed) {
            std::mt19937 random(seed);
            const auto fixture = randomOwner(random);
            const auto snapshot = fixture.build();
            const auto all = counted(*snapshot, fixture);
            for (const size_t most : {size_t{0}, size_t{1}, size_t{5}, all.size(), all.size() + 3}) {
                const std::vector expected(all.begin(),
                                           all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())));
                QCOMPARE(
                    shown(largestLayers(*snapshot, ReferenceGraph(*snapshot), BlobUsage(*snapshot).references(), most),
                          *snapshot, fixture),
                    shown(expected, *snapshot, fixture));
            }
        }
    }

    void configsAndRepeatedLayers()
    {
        const auto fixture = Fixture::parse(uR"(package p
            a image layers=x:9,x:9,y:7 config=c:8
            b image layers=x:9,big:? config=c:8
            package q
            a again
            hidden image unlisted layers=huge:99)"_s);
        const auto snapshot = fixture.build();
        QCOMPARE(shown(largestLayers(*snapshot, ReferenceGraph(*snapshot), BlobUsage(*snapshot).references(), 9),
                       *snapshot, fixture),
                 (QStringList{u"x 9 B in 2/3"_s, u"c 8 B in 2/3"_s, u"y 7 B in 2/2"_s}));
    }

    /// Two platforms of a version are one version; one that has a tag of its own is another.
    void versionsAreThoseOfTheInventory()
    {
        const auto fixture = Fixture::parse(uR"(package p
            v2 index tags=v2 children=amd@linux/amd64,arm@linux/arm64
            amd image layers=x:9
            arm image layers=x:9,y:7
            v1 index tags=v1 children=own@linux/amd64
            own image tags=own layers=x:9
            sig signature subject=v2 layers=s:5)"_s);
        const auto snapshot = fixture.build();
        const auto layers = largestLayers(*snapshot, ReferenceGraph(*snapshot), BlobUsage(*snapshot).references(), 9);
        QCOMPARE(shown(layers, *snapshot, fixture),
                 (QStringList{u"x 9 B in 1/3"_s, u"y 7 B in 1/1"_s, u"s 5 B in 0/0"_s}));
    }

    void equalSizesStandByDigest()
    {
        const auto fixture = Fixture::parse(u"package p\n a image layers=k:5,l:5,m:5,n:5"_s);
        const auto snapshot = fixture.build();
        const auto layers = largestLayers(*snapshot, ReferenceGraph(*snapshot), BlobUsage(*snapshot).references(), 3);
        QVERIFY(
            std::ranges::is_sorted(layers, {}, [&](const LayerUse& use) { return snapshot->blobs[use.blob].digest; }));
    }
};

SLIPWAY_TEST_SUITE(TestLargestLayers);

} // namespace

#include "test_largestlayers.moc"
