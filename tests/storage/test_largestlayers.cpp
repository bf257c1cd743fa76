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

std::vector<LayerUse> counted(const Snapshot& snapshot, const Fixture& fixture)
{
    std::vector<LayerUse> all;
    for (RowIndex blob = 0; blob < snapshot.blobs.size(); ++blob) {
        LayerUse use{blob, snapshot.blobs[blob].size, 0, 0};
        std::set<RowIndex> packages;
        for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
            if (blobsOf(fixture, snapshot.digestOf(row)).contains(snapshot.blobs[blob].digest)) {
                packages.insert(snapshot.versions[row].package);
                ++use.versions;
            }
        }
        use.packages = packages.size();
        if (use.versions > 0 && use.size >= 0)
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
                QCOMPARE(shown(largestLayers(*snapshot, BlobUsage(*snapshot).references(), most), *snapshot, fixture),
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
        QCOMPARE(shown(largestLayers(*snapshot, BlobUsage(*snapshot).references(), 9), *snapshot, fixture),
                 (QStringList{u"x 9 B in 2/3"_s, u"c 8 B in 2/3"_s, u"y 7 B in 2/2"_s}));
    }

    void equalSizesStandByDigest()
    {
        const auto fixture = Fixture::parse(u"package p\n a image layers=k:5,l:5,m:5,n:5"_s);
        const auto snapshot = fixture.build();
        const auto layers = largestLayers(*snapshot, BlobUsage(*snapshot).references(), 3);
        QVERIFY(
            std::ranges::is_sorted(layers, {}, [&](const LayerUse& use) { return snapshot->blobs[use.blob].digest; }));
    }
};

SLIPWAY_TEST_SUITE(TestLargestLayers);

} // namespace

#include "test_largestlayers.moc"
