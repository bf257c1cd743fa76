#include "domain/freedbytes.h"
#include "storage/randomowner.h"
#include "support/suite.h"

#include <QTest>

#include <map>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString shown(const FreedBytes& freed, const Snapshot& snapshot, const Fixture& fixture)
{
    QStringList words{u"owner %1"_s.arg(freed.owner)};
    for (const auto& package : freed.packages)
        words.append(
            u"%1 %2/%3"_s.arg(snapshot.packages[package.package].name.value).arg(package.versions).arg(package.bytes));
    QStringList unsized;
    for (const RowIndex blob : freed.unsizedBlobs)
        unsized.append(fixture.nameOf(snapshot.blobs[blob].digest));
    unsized.sort();
    words.append(u"unsized [%1] unread %2 remaining %3"_s.arg(unsized.join(u' '))
                     .arg(freed.unreadVersions.size())
                     .arg(freed.unreadRemaining));
    return words.join(u", ");
}

/// What was there less what is left, by digest, for the owner and for each package.
FreedBytes counted(const Snapshot& snapshot, const Fixture& fixture, const std::set<RowIndex>& deleted)
{
    const auto blobsIn = [&](RowIndex package, bool isAfter) {
        std::set<Digest> blobs;
        for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
            if ((package == kNoRow || snapshot.versions[row].package == package) && !(isAfter && deleted.contains(row)))
                blobs.merge(blobsOf(fixture, snapshot.digestOf(row)));
        }
        return blobs;
    };
    FreedBytes freed;
    const auto after = blobsIn(kNoRow, true);
    freed.owner = sumOf(snapshot, blobsIn(kNoRow, false)) - sumOf(snapshot, after);
    std::map<RowIndex, size_t> packages;
    for (const RowIndex row : deleted) {
        ++packages[snapshot.versions[row].package];
        const auto* manifest = snapshot.manifestOf(snapshot.versions[row]);
        if (!manifest || manifest->state != ManifestState::Read)
            freed.unreadVersions.push_back(row);
    }
    for (const auto& [package, versions] : packages)
        freed.packages.push_back(
            {package, versions, sumOf(snapshot, blobsIn(package, false)) - sumOf(snapshot, blobsIn(package, true))});
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        const auto* manifest = snapshot.manifestOf(snapshot.versions[row]);
        freed.unreadRemaining +=
            !deleted.contains(row) && (!manifest || manifest->state != ManifestState::Read) ? 1 : 0;
    }
    for (const auto& blob : blobsIn(kNoRow, false)) {
        if (!after.contains(blob) && sizeOf(snapshot, blob) < 0)
            freed.unsizedBlobs.push_back(static_cast<RowIndex>(std::ranges::find(snapshot.blobs, blob, &BlobRow::digest)
                                                               - snapshot.blobs.begin()));
    }
    return freed;
}

class TestFreedBytes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBruteForce()
    {
        for (unsigned seed = 1; seed <= 400; ++seed) {
            std::mt19937 random(seed);
            const auto fixture = randomOwner(random);
            const auto snapshot = fixture.build();
            const auto references = BlobUsage(*snapshot).references();
            for (int selection = 0; selection < 3; ++selection) {
                const auto versions = randomVersions(*snapshot, random);
                const auto found = shown(freedByDeleting(*snapshot, references, versions), *snapshot, fixture);
                const auto expected =
                    shown(counted(*snapshot, fixture, {versions.begin(), versions.end()}), *snapshot, fixture);
                QVERIFY2(found == expected, qPrintable(u"seed %1: %2, expected %3"_s.arg(seed).arg(found, expected)));
            }
        }
    }

    void selections_data()
    {
        QTest::addColumn<QStringList>("selected");
        QTest::addColumn<QString>("freed");
        // `os` is everywhere; `lib` in both images of web; `m` in both packages.
        QTest::newRow("nothing") << QStringList{} << u"owner 0, unsized [] unread 0 remaining 1"_s;
        QTest::newRow("one image") << QStringList{u"a"_s} << u"owner 1, web 1/1, unsized [] unread 0 remaining 1"_s;
        QTest::newRow("both that have a layer")
            << QStringList{u"a"_s, u"b"_s} << u"owner 13, web 2/13, unsized [] unread 0 remaining 1"_s;
        QTest::newRow("all of a package") << QStringList{u"a"_s, u"b"_s, u"m"_s, u"gone"_s}
                                          << u"owner 13, web 4/1053, unsized [] unread 1 remaining 0"_s;
        QTest::newRow("of unknown size") << QStringList{u"z"_s}
                                         << u"owner 7, api 1/7, unsized [z1] unread 0 remaining 1"_s;
        QTest::newRow("an index, without what it lists")
            << QStringList{u"i"_s} << u"owner 0, web 1/0, unsized [] unread 0 remaining 1"_s;
    }

    void selections()
    {
        QFETCH(QStringList, selected);
        const auto fixture = Fixture::parse(uR"(package web
            i index children=a,b
            a image layers=os:1000,lib:8,a1:1
            b image layers=os:1000,lib:8,b1:4
            m image layers=os:1000,m1:40
            gone missing
            package api
            m again
            z image layers=z1:?,z2:7)"_s);
        const auto snapshot = fixture.build();
        std::vector<RowIndex> rows;
        for (const auto& name : std::as_const(selected)) {
            // Of the manifest that two packages have, web's version.
            for (RowIndex row = 0; row < snapshot->versions.size(); ++row) {
                if (snapshot->digestOf(row) == named(name)
                    && (name != "m"_L1 || snapshot->packages[snapshot->versions[row].package].name.value == "web"_L1))
                    rows.push_back(row);
            }
        }
        QTEST(shown(freedByDeleting(*snapshot, BlobUsage(*snapshot).references(), rows), *snapshot, fixture), "freed");
    }
};

SLIPWAY_TEST_SUITE(TestFreedBytes);

} // namespace

#include "test_freedbytes.moc"
