#include "storage/measurestorage.h"
#include "storage/randomowner.h"
#include "support/suite.h"

#include <QTest>

#include <map>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// A group as a line; blobs and versions by name.
QString shown(const StorageFigures& figures, const Snapshot& snapshot, const Fixture& fixture)
{
    QStringList unsized;
    for (const RowIndex blob : figures.unsizedBlobs)
        unsized.append(fixture.nameOf(snapshot.blobs[blob].digest));
    QStringList unread;
    for (const RowIndex row : figures.unreadVersions)
        unread.append(QString::number(row));
    unsized.sort();
    return u"logical %1 stored %2 shared %3 exclusive %4 manifests %5 versions %6 unread [%7] unsized [%8]"_s
        .arg(figures.size.logical)
        .arg(figures.size.stored)
        .arg(figures.size.shared)
        .arg(figures.size.exclusive)
        .arg(figures.manifestBytes)
        .arg(figures.versions)
        .arg(unread.join(u' '), unsized.join(u' '));
}

using Lines = std::map<QString, QString>;

Lines linesOf(const StorageReport& report, const Snapshot& snapshot, const Fixture& fixture)
{
    Lines lines{{u"all"_s, shown(report.whole, snapshot, fixture)}};
    for (const auto& hub : report.hubs) {
        lines[u"hub "_s + hub.name] = shown(hub.figures, snapshot, fixture);
        for (const auto& family : hub.families) {
            lines[u"family %1/%2"_s.arg(hub.name, family.name)] = shown(family.figures, snapshot, fixture);
            for (const auto& package : family.packages)
                lines[u"package "_s + snapshot.packages[package.package].name.value] =
                    shown(package.figures, snapshot, fixture);
        }
    }
    for (const auto& family : report.families)
        lines[u"whole family "_s + family.name] = shown(family.figures, snapshot, fixture);
    for (const auto& kind : report.kinds)
        lines[u"kind "_s + manifestKindName(kind.kind)] = shown(kind.figures, snapshot, fixture);
    for (const auto& age : report.ages)
        lines[u"age "_s + ageClassName(age.age)] = shown(age.figures, snapshot, fixture);
    return lines;
}

/// The definitions of docs/cli.md, "Bytes", word by word, for the versions given; blobs are read off the fixture's
/// manifests and compared by digest.
StorageFigures counted(const Snapshot& snapshot, const Fixture& fixture, const std::vector<RowIndex>& versions)
{
    StorageFigures figures;
    std::set<Digest> stored;
    std::set<RowIndex> manifests;
    for (const RowIndex row : versions) {
        const auto& version = snapshot.versions[row];
        const auto blobs = blobsOf(fixture, snapshot.digestOf(version));
        const auto document = std::ranges::find(fixture.manifests, snapshot.digestOf(version), &Manifest::digest);
        if (document != fixture.manifests.end() && !document->mediaType.contains(".index."_L1))
            figures.size.logical += sumOf(snapshot, blobs);
        stored.insert(blobs.begin(), blobs.end());
        ++figures.versions;
        const auto* manifest = snapshot.manifestOf(version);
        if (!manifest || manifest->state != ManifestState::Read)
            figures.unreadVersions.push_back(row);
        else if (manifests.insert(version.manifest).second)
            figures.manifestBytes += manifest->size;
    }
    figures.size.stored = sumOf(snapshot, stored);
    for (const auto& blob : stored) {
        size_t everywhere = 0;
        size_t here = 0;
        for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
            const bool isUser = blobsOf(fixture, snapshot.digestOf(row)).contains(blob);
            everywhere += isUser ? 1 : 0;
            here += isUser && std::ranges::contains(versions, row) ? 1 : 0;
        }
        figures.size.shared += everywhere >= 2 ? sumOf(snapshot, {blob}) : 0;
        figures.size.exclusive += everywhere == here ? sumOf(snapshot, {blob}) : 0;
        if (sizeOf(snapshot, blob) < 0)
            figures.unsizedBlobs.push_back(static_cast<RowIndex>(
                std::ranges::find(snapshot.blobs, blob, &BlobRow::digest) - snapshot.blobs.begin()));
    }
    return figures;
}

QString ageOf(const VersionRow& version)
{
    if (!version.createdAt().isValid() || !version.updatedAt().isValid())
        return u"not-known"_s;
    const auto days = std::max(version.createdAt(), version.updatedAt()).daysTo(fixtureTime());
    return days < 7     ? u"under-7d"_s
           : days < 30  ? u"7d-30d"_s
           : days < 90  ? u"30d-90d"_s
           : days < 365 ? u"90d-365d"_s
                        : u"over-365d"_s;
}

Lines countedLines(const Snapshot& snapshot, const Fixture& fixture, const std::vector<PackageClass>& classes)
{
    std::map<QString, std::vector<RowIndex>> groups{{u"all"_s, {}}};
    for (const auto& name : {u"under-7d"_s, u"7d-30d"_s, u"30d-90d"_s, u"90d-365d"_s, u"over-365d"_s, u"not-known"_s})
        groups[u"age "_s + name] = {};
    for (size_t i = 0; i < classes.size(); ++i) {
        groups[u"hub "_s + classes[i].hub];
        groups[u"family %1/%2"_s.arg(classes[i].hub, classes[i].family)];
        groups[u"whole family "_s + classes[i].family];
        groups[u"package "_s + snapshot.packages[i].name.value];
    }
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        const auto& version = snapshot.versions[row];
        const auto& in = classes[version.package];
        for (const auto& group :
             {u"all"_s, u"hub "_s + in.hub, u"family %1/%2"_s.arg(in.hub, in.family), u"whole family "_s + in.family,
              u"package "_s + snapshot.packages[version.package].name.value,
              u"kind "_s + manifestKindName(snapshot.kindOf(version)), u"age "_s + ageOf(version)})
            groups[group].push_back(row);
    }
    Lines lines;
    for (const auto& [name, rows] : groups)
        lines[name] = shown(counted(snapshot, fixture, rows), snapshot, fixture);
    return lines;
}

class TestMeasureStorage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBruteForce()
    {
        for (unsigned seed = 1; seed <= 400; ++seed) {
            std::mt19937 random(seed);
            const auto fixture = randomOwner(random);
            const auto snapshot = fixture.build();
            const auto classes = classify(*snapshot, {});
            const auto found = linesOf(measureStorage(*snapshot, classes, fixtureTime()), *snapshot, fixture);
            const auto expected = countedLines(*snapshot, fixture, classes);
            QCOMPARE(found.size(), expected.size());
            for (const auto& [name, line] : expected)
                QVERIFY2(found.contains(name) && found.at(name) == line,
                         qPrintable(u"seed %1, %2:\n%3, expected\n%4"_s.arg(seed).arg(
                             name, found.contains(name) ? found.at(name) : u"nothing"_s, line)));
        }
    }

    /// On paper. Two images of package web share `os` (100) and differ in `one` (20) and `two` (30); `v2` lists `os`
    /// twice, which counts once; the index adds nothing but its 80 bytes. Package api has the manifest `m1` of web too,
    /// an image of its own on the same `os`, and a cache.
    ///
    /// web: logical m1 100+20+1 = 121, m2 100+30+2 = 132, together 253; stored 100+20+30+1+2 = 153; only `two` and its
    /// config are web's alone: 32; os, one and m1's config are referenced by two versions or more: 121; manifests
    /// 80+10+11 = 101. api: logical 121 + (100+40+3 = 143) + (100+500 = 600) = 864; stored 100+20+1+40+3+500 = 664,
    /// alone 40+3+500 = 543, shared 121; manifests 10+12+13 = 35. The owner: logical 253+864 = 1117; stored 153+664-121
    /// = 696, all its own; shared 121; manifests 101+35-10 = 126, for m1 is kept once. Images alone: m1, m2, m3 and m1
    /// again: logical 121+132+143+121 = 517, stored 696-500 = 196, of which os belongs to the cache too: 96. The cache:
    /// 600, of which 500 are its own.
    void byHand()
    {
        const auto fixture = Fixture::parse(uR"(package web repo=shop
            v2 index bytes=80 tags=v2 children=m1,m2 days=1
            m2 image bytes=11 layers=os:100,two:30,os:100 config=c2:2 days=8
            m1 image bytes=10 layers=os:100,one:20 config=c1:1 days=100
            package api repo=shop
            m3 image bytes=12 layers=os:100,three:40 config=c3:3 days=8
            m1 again days=100
            keep cache bytes=13 layers=os:100,build:500 days=1)"_s);
        const auto snapshot = fixture.build();
        const auto lines =
            linesOf(measureStorage(*snapshot, classify(*snapshot, {}), fixtureTime()), *snapshot, fixture);
        const auto is = [&](const char* name, const char* figures) {
            QCOMPARE(lines.at(QString::fromUtf8(name)), QString::fromUtf8(figures) + u" unread [] unsized []"_s);
        };
        is("package web", "logical 253 stored 153 shared 121 exclusive 32 manifests 101 versions 3");
        is("package api", "logical 864 stored 664 shared 121 exclusive 543 manifests 35 versions 3");
        is("all", "logical 1117 stored 696 shared 121 exclusive 696 manifests 126 versions 6");
        is("hub shop", "logical 1117 stored 696 shared 121 exclusive 696 manifests 126 versions 6");
        is("family shop/web", "logical 253 stored 153 shared 121 exclusive 32 manifests 101 versions 3");
        is("kind image", "logical 517 stored 196 shared 121 exclusive 96 manifests 33 versions 4");
        is("kind index", "logical 0 stored 0 shared 0 exclusive 0 manifests 80 versions 1");
        is("kind cache", "logical 600 stored 600 shared 100 exclusive 500 manifests 13 versions 1");
        // v2 and the cache; m2 and m3: 132+143, os and what each has alone; m1 twice.
        is("age under-7d", "logical 600 stored 600 shared 100 exclusive 500 manifests 93 versions 2");
        is("age 7d-30d", "logical 275 stored 175 shared 100 exclusive 75 manifests 23 versions 2");
        is("age 90d-365d", "logical 242 stored 121 shared 121 exclusive 21 manifests 10 versions 2");
        is("age over-365d", "logical 0 stored 0 shared 0 exclusive 0 manifests 0 versions 0");
    }

    void edges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char* name, const QString& text, const QString& whole) {
            QTest::newRow(name) << text << whole;
        };
        row("nothing", {}, u"logical 0 stored 0 shared 0 exclusive 0 manifests 0 versions 0 unread [] unsized []"_s);
        row("an empty package", u"package p"_s,
            u"logical 0 stored 0 shared 0 exclusive 0 manifests 0 versions 0 unread [] unsized []"_s);
        row("one version", u"package p\n a image bytes=9 layers=x:5"_s,
            u"logical 5 stored 5 shared 0 exclusive 5 manifests 9 versions 1 unread [] unsized []"_s);
        row("nothing is known", u"package p\n a missing\n b invalid\n c unreadable\n d never"_s,
            u"logical 0 stored 0 shared 0 exclusive 0 manifests 0 versions 4 unread [0 1 2 3] unsized []"_s);
        row("no size is known", u"package p\n a image bytes=9 layers=x:?,y:? config=c:?\n b image bytes=8 layers=y:?"_s,
            u"logical 0 stored 0 shared 0 exclusive 0 manifests 17 versions 2 unread [] unsized [c x y]"_s);
        row("a child nobody lists", u"package p\n i index bytes=7 children=a\n a image unlisted layers=x:5"_s,
            u"logical 0 stored 0 shared 0 exclusive 0 manifests 7 versions 1 unread [] unsized []"_s);
    }

    void edges()
    {
        QFETCH(QString, text);
        const auto fixture = Fixture::parse(text);
        const auto snapshot = fixture.build();
        const auto report = measureStorage(*snapshot, classify(*snapshot, {}), fixtureTime());
        QTEST(shown(report.whole, *snapshot, fixture), "whole");
        QCOMPARE(report.ages.size(), kAgeClasses.size());
    }

    void ages_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("age");
        constexpr qint64 kDay = 86400;
        QTest::newRow("of the future") << -5 * kDay << u"under-7d"_s;
        QTest::newRow("now") << qint64(0) << u"under-7d"_s;
        QTest::newRow("a second under a week") << 7 * kDay - 1 << u"under-7d"_s;
        QTest::newRow("a week") << 7 * kDay << u"7d-30d"_s;
        QTest::newRow("30 days") << 30 * kDay << u"30d-90d"_s;
        QTest::newRow("90 days") << 90 * kDay << u"90d-365d"_s;
        QTest::newRow("a second under a year") << 365 * kDay - 1 << u"90d-365d"_s;
        QTest::newRow("a year") << 365 * kDay << u"over-365d"_s;
    }

    void ages()
    {
        QFETCH(qint64, seconds);
        VersionRow version;
        version.createdMs = 0;
        version.updatedMs = fixtureTime().addSecs(-seconds).toMSecsSinceEpoch();
        QTEST(ageClassName(ageClassOf(version, fixtureTime().toMSecsSinceEpoch())), "age");
    }

    void countedReferencesAreTaken()
    {
        std::mt19937 random(7);
        const auto fixture = randomOwner(random);
        const auto snapshot = fixture.build();
        const auto classes = classify(*snapshot, {});
        const auto own = measureStorage(*snapshot, classes, fixtureTime());
        const auto given = measureStorage(*snapshot, classes, fixtureTime(), BlobUsage(*snapshot).references());
        QCOMPARE(linesOf(own, *snapshot, fixture), linesOf(given, *snapshot, fixture));
    }
};

SLIPWAY_TEST_SUITE(TestMeasureStorage);

} // namespace

#include "test_measurestorage.moc"
