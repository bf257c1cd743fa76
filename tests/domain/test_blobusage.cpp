#include "domain/blobusage.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QSet>
#include <QTest>

#include <map>
#include <set>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

std::set<RowIndex> blobsOf(const Snapshot& snapshot, RowIndex row)
{
    std::set<RowIndex> blobs;
    const auto* manifest = snapshot.manifestOf(snapshot.versions[row]);
    if (!manifest)
        return blobs;
    for (const RowIndex blob : snapshot.layersOf(*manifest))
        blobs.insert(blob);
    if (manifest->config != kNoRow)
        blobs.insert(manifest->config);
    return blobs;
}

/// The definitions of docs/cli.md, "Bytes", word by word and without any cleverness.
SetSize bruteForce(const Snapshot& snapshot, const std::vector<RowIndex>& versions)
{
    SetSize size;
    const std::set<RowIndex> members(versions.begin(), versions.end());
    std::set<RowIndex> stored;
    for (const RowIndex row : members) {
        for (const RowIndex blob : blobsOf(snapshot, row)) {
            size.logical += std::max(Bytes{0}, snapshot.blobs[blob].size);
            stored.insert(blob);
        }
    }
    std::set<RowIndex> elsewhere;
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        if (!members.contains(row))
            elsewhere.merge(blobsOf(snapshot, row));
    }
    for (const RowIndex blob : stored) {
        const Bytes bytes = std::max(Bytes{0}, snapshot.blobs[blob].size);
        size.stored += bytes;
        if (!elsewhere.contains(blob))
            size.exclusive += bytes;
        int users = 0;
        for (RowIndex row = 0; row < snapshot.versions.size(); ++row)
            users += blobsOf(snapshot, row).contains(blob) ? 1 : 0;
        if (users >= 2)
            size.shared += bytes;
    }
    return size;
}

QString randomOwner(std::mt19937& random)
{
    const auto number = [&](int most) { return int(random() % unsigned(most + 1)); };
    std::map<int, QString> content; // a digest has one content, wherever it is listed
    QString text;
    for (int package = 0; package < 4; ++package) {
        text += u"package p%1\n"_s.arg(package);
        QSet<int> listed;
        for (int version = number(6); version > 0; --version) {
            const int digest = number(15);
            if (listed.contains(digest))
                continue;
            listed.insert(digest);
            if (content.contains(digest)) {
                text += u"m%1 again\n"_s.arg(digest);
                continue;
            }
            QStringList layers;
            for (int layer = number(5); layer > 0; --layer) {
                const int blob = number(9);
                // Powers of two: no two sets sum up alike. Of b8 and b9 not every manifest tells the size.
                const bool isTold = blob < 8 || number(2) == 0;
                layers.append(isTold ? u"b%1:%2"_s.arg(blob).arg(1 << blob) : u"b%1:?"_s.arg(blob));
            }
            const int config = number(9);
            content[digest] =
                number(9) == 0 ? u"index children=m%1"_s.arg(number(15))
                               : u"image layers=%1 config=b%2:%3"_s.arg(layers.join(u',')).arg(config).arg(1 << config);
            text += u"m%1 %2\n"_s.arg(digest).arg(content[digest]);
        }
    }
    return text;
}

QString shown(const SetSize& size)
{
    return u"logical %1 stored %2 exclusive %3 shared %4"_s.arg(size.logical)
        .arg(size.stored)
        .arg(size.exclusive)
        .arg(size.shared);
}

std::vector<RowIndex> unsizedIn(const Snapshot& snapshot, const std::vector<RowIndex>& versions)
{
    std::set<RowIndex> unsized;
    for (const RowIndex row : versions) {
        for (const RowIndex blob : blobsOf(snapshot, row))
            if (snapshot.blobs[blob].size < 0)
                unsized.insert(blob);
    }
    return {unsized.begin(), unsized.end()};
}

class TestBlobUsage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBruteForce()
    {
        const unsigned first = qEnvironmentVariableIntValue("SLIPWAY_SEED") > 0
                                   ? unsigned(qEnvironmentVariableIntValue("SLIPWAY_SEED"))
                                   : 20261121U;
        for (unsigned seed = first; seed < first + 150; ++seed) {
            std::mt19937 random(seed);
            const QString text = randomOwner(random);
            const auto snapshot = Fixture::parse(text).build();
            BlobUsage usage(*snapshot);
            for (int set = 0; set < 8;
                 ++set) { // one object measures set after set: its scratch tables must come back clean
                std::vector<RowIndex> versions;
                for (RowIndex row = 0; row < snapshot->versions.size(); ++row) {
                    for (auto times = random() % 3; times > 0; --times)
                        versions.push_back(row);
                }
                const auto expected = bruteForce(*snapshot, versions);
                const auto found = usage.measure(versions);
                QVERIFY2(found == expected, qPrintable(u"SLIPWAY_SEED=%1: %2, expected %3\n%4"_s.arg(seed).arg(
                                                shown(found), shown(expected), text)));
            }
        }
    }

    /// Sets put together from sets put together, as hubs are from families and those from images.
    void partsAddUp()
    {
        for (unsigned seed = 1; seed <= 150; ++seed) {
            std::mt19937 random(seed);
            const QString text = randomOwner(random);
            const auto snapshot = Fixture::parse(text).build();
            BlobUsage usage(*snapshot);
            std::vector<std::vector<RowIndex>> sets(5);
            for (RowIndex row = 0; row < snapshot->versions.size(); ++row)
                sets[random() % sets.size()].push_back(row);
            std::vector<BlobUsage::Part> halves;
            std::vector<RowIndex> all;
            for (const auto& [first, last] : {std::pair(0U, 2U), std::pair(2U, 4U)}) {
                std::vector<BlobUsage::Part> parts;
                std::vector<RowIndex> half;
                for (auto set = first; set < last; ++set) {
                    parts.push_back(usage.measurePart(sets[set]));
                    QCOMPARE(shown(parts.back().size), shown(bruteForce(*snapshot, sets[set])));
                    QCOMPARE(parts.back().unsized, unsizedIn(*snapshot, sets[set]));
                    half.insert(half.end(), sets[set].begin(), sets[set].end());
                }
                halves.push_back(usage.join(parts));
                QCOMPARE(shown(halves.back().size), shown(bruteForce(*snapshot, half)));
                all.insert(all.end(), half.begin(), half.end());
            }
            const auto whole = usage.join(halves);
            QCOMPARE(shown(whole.size), shown(bruteForce(*snapshot, all)));
            QCOMPARE(whole.unsized, unsizedIn(*snapshot, all));
        }
    }

    void oneVersionAlone()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            std::mt19937 random(seed);
            const auto snapshot = Fixture::parse(randomOwner(random)).build();
            const BlobUsage usage(*snapshot);
            for (RowIndex row = 0; row < snapshot->versions.size(); ++row)
                if (const auto* manifest = snapshot->manifestOf(snapshot->versions[row]))
                    QCOMPARE(shown(usage.measureOne(*manifest)), shown(bruteForce(*snapshot, {row})));
        }
    }

    void eachOfASet()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            std::mt19937 random(seed);
            const auto snapshot = Fixture::parse(randomOwner(random)).build();
            BlobUsage usage(*snapshot);
            std::vector<RowIndex> some;
            for (RowIndex row = 0; row < snapshot->versions.size(); ++row)
                if (random() % 3 != 0)
                    some.push_back(row);
            std::vector<SetSize> each(some.size());
            const auto part = usage.measureEach(some, each);
            QCOMPARE(shown(part.size), shown(bruteForce(*snapshot, some)));
            QCOMPARE(part.unsized, unsizedIn(*snapshot, some));
            for (size_t i = 0; i < some.size(); ++i) {
                const auto* manifest = snapshot->manifestOf(snapshot->versions[some[i]]);
                QCOMPARE(shown(each[i]), manifest ? shown(usage.measureOne(*manifest)) : shown({}));
            }
        }
    }

    /// Of many layers some are alike by what is compared first.
    void manyLayers()
    {
        QStringList layers;
        for (int i = 0; i < 200; ++i)
            layers.append(u"l%1:1"_s.arg(i));
        layers += {u"l3:1"_s, u"l199:1"_s, u"l70:1"_s};
        const auto snapshot = Fixture::parse(u"package p\n m image layers=%1"_s.arg(layers.join(u','))).build();
        BlobUsage usage(*snapshot);
        QCOMPARE(usage.measure(std::vector<RowIndex>{0}).stored, 200);
    }

    void blobListedTwiceCountsOnce()
    {
        const auto snapshot = Fixture::parse(uR"(package p
            m image layers=a:10,b:100,a:10 config=b:100)"_s)
                                  .build();
        BlobUsage usage(*snapshot);
        QCOMPARE(shown(usage.measure(std::vector<RowIndex>{0})), u"logical 110 stored 110 exclusive 110 shared 0"_s);
        QCOMPARE(usage.contentSize(snapshot->manifests[0]), 110);
    }

    void cacheExportedAsAnIndexHasNothingToPull()
    {
        const auto snapshot = Fixture::parse(uR"(package p
            m cache asindex layers=a:10,b:5
            n cache layers=a:10,c:7)"_s)
                                  .build();
        BlobUsage usage(*snapshot);
        QCOMPARE(shown(usage.measure(std::vector<RowIndex>{0, 1})), u"logical 17 stored 22 exclusive 22 shared 10"_s);
        QCOMPARE(shown(usage.measureOne(*snapshot->manifestOf(snapshot->versions[0]))),
                 u"logical 0 stored 15 exclusive 5 shared 10"_s);
    }

    void sameManifestInTwoPackages()
    {
        const auto snapshot = Fixture::parse(uR"(package p
            m image layers=a:10
            package q
            m again)"_s)
                                  .build();
        BlobUsage usage(*snapshot);
        QCOMPARE(shown(usage.measure(std::vector<RowIndex>{0})), u"logical 10 stored 10 exclusive 0 shared 10"_s);
        QCOMPARE(shown(usage.measure(std::vector<RowIndex>{0, 1})), u"logical 20 stored 10 exclusive 10 shared 10"_s);
    }

    void unknownSizesAreNamedNotGuessed()
    {
        const auto fixture = Fixture::parse(uR"(package p
            m image layers=a:10,b:? config=c:?
            n image layers=b:?,d:5)"_s);
        const auto snapshot = fixture.build();
        BlobUsage usage(*snapshot);
        const auto part = usage.measurePart(std::vector<RowIndex>{0, 1});
        QCOMPARE(shown(part.size), u"logical 15 stored 15 exclusive 15 shared 0"_s);
        QStringList names;
        for (const RowIndex blob : part.unsized)
            names.append(fixture.nameOf(snapshot->blobs[blob].digest));
        names.sort();
        QCOMPARE(names, (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(usage.contentSize(snapshot->manifests[0]), 10);
    }

    void unlistedManifestsHoldNothing()
    {
        const auto fixture = Fixture::parse(uR"(package p
            m image layers=a:10
            hidden image unlisted layers=a:10)"_s);
        const auto snapshot = fixture.build();
        BlobUsage usage(*snapshot);
        QCOMPARE(shown(usage.measure(std::vector{fixture.row(*snapshot, u"m"_s)})),
                 u"logical 10 stored 10 exclusive 10 shared 0"_s);
    }
};

SLIPWAY_TEST_SUITE(TestBlobUsage);

} // namespace

#include "test_blobusage.moc"
