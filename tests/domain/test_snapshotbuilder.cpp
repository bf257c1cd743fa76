#include "domain/blobsize.h"
#include "domain/snapshotbuilder.h"
#include "support/printsnapshot.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kOwner = uR"(
package torch-cpu repo=pipeline
  top   index  tags=latest,v1 children=amd@linux/amd64,arm@linux/arm64,att@unknown/unknown>amd
  amd   image  layers=base:100,app:20 config=c1:1
  arm   image  layers=base:100,app2:21 config=c2:1
  att   image  layers=statement:7 config=c3:1 provenance
  sig   image  tags=sha256-{top}.sig layers=s1:2
  bom   image  tags=sha256-{amd}.sbom layers=s2:2
  ref   artifact subject=top layers=s3:2 type=application/x-note
  debug image  tags=sha256-{top}-debug layers=base:100,app:20
  late  never  tags=new
  gone  missing tags=v0
package kas/kas partial
  amd   again  tags=copy
  cache cache  layers=base:100
  spare index  children=lost@linux/amd64,hidden@linux/arm64
  hidden image unlisted layers=h:5
  lost  missing unlisted
)"_s;

QStringList build(SnapshotBuilder builder)
{
    return printSnapshot(*std::move(builder).build(), {});
}

SnapshotBuilder emptyBuilder()
{
    return {{u"northquay"_s, 7, OwnerKind::Organization}, fixtureTime()};
}

/// Lists versions of these names in one package.
void list(SnapshotBuilder& builder, const QStringList& names)
{
    std::vector<ListedVersion> versions;
    for (const QString& name : names)
        versions.push_back({{qint64(versions.size()) + 1}, named(name), fixtureTime(), fixtureTime(), {}});
    builder.addPackage({{u"p"_s}, 1, Visibility::Private, names.size(), {}, {}, {}}, std::move(versions),
                       Completeness::Whole);
}

class TestSnapshotBuilder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells()
    {
        const auto fixture = Fixture::parse(kOwner);
        const auto snapshot = fixture.build();
        const auto kind = [&](const char* name) {
            return manifestKindName(
                snapshot->kindOf(snapshot->versions[fixture.row(*snapshot, QLatin1StringView(name))]));
        };
        QCOMPARE(kind("top"), u"index"_s);
        QCOMPARE(kind("amd"), u"image"_s);
        QCOMPARE(kind("att"), u"attestation"_s); // by the index that lists it
        QCOMPARE(kind("sig"), u"signature"_s);   // by its tag
        QCOMPARE(kind("bom"), u"sbom"_s);
        QCOMPARE(kind("ref"), u"artifact"_s);
        QCOMPARE(kind("debug"), u"image"_s); // a tag a person made
        QCOMPARE(kind("cache"), u"cache"_s);
        QCOMPARE(kind("gone"), u"unreadable"_s);
        QCOMPARE(kind("late"), u"unreadable"_s);
        QVERIFY(!snapshot->manifestOf(snapshot->versions[fixture.row(*snapshot, u"late"_s)]));
        QVERIFY(!snapshot->complete); // kas/kas was read in part
        QCOMPARE(snapshot->packages.front().name.value, u"kas/kas"_s);
    }

    void anyOrderGivesTheSame()
    {
        const auto fixture = Fixture::parse(kOwner);
        const auto expected = printSnapshot(*fixture.build(), fixture);
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937 random(seed);
            const auto shuffled = printSnapshot(*fixture.buildShuffled(random), fixture);
            QVERIFY2(shuffled == expected, qPrintable(u"seed %1\n%2"_s.arg(seed).arg(shuffled.join(u'\n'))));
        }
    }

    void newestFirstByTheLaterTimeThenId()
    {
        const QDateTime day = fixtureTime();
        const auto version = [&](std::int64_t id, const QDateTime& created, const QDateTime& updated) {
            return ListedVersion{{id}, named(QString::number(id)), created, updated, {}};
        };
        auto builder = emptyBuilder();
        builder.addPackage({{u"p"_s}, 1, Visibility::Private, 5, {}, {}, {}},
                           {version(1, day, day), version(2, day.addDays(-9), day.addDays(1)), version(3, day, day),
                            version(4, {}, {}), version(5, {}, day.addDays(2))},
                           Completeness::Whole);
        const auto snapshot = std::move(builder).build();
        QList<std::int64_t> ids;
        for (const auto& row : snapshot->versions)
            ids.append(row.id.value);
        QCOMPARE(ids, (QList<std::int64_t>{5, 2, 3, 1, 4}));
        QVERIFY(!snapshot->versions.back().createdAt().isValid());
    }

    void readBeatsMissing()
    {
        Manifest manifest;
        manifest.digest = named(u"m"_s);
        manifest.kind = ManifestKind::Image;
        manifest.layers = {{named(u"a"_s), 5, {}}};
        auto first = emptyBuilder();
        list(first, {u"m"_s});
        first.addManifest(manifest);
        first.markUnusable(manifest.digest, ManifestState::Missing);
        auto second = emptyBuilder();
        list(second, {u"m"_s});
        second.markUnusable(manifest.digest, ManifestState::Missing);
        second.addManifest(manifest);
        second.addManifest(manifest); // once is enough
        const auto printed = build(std::move(first));
        QCOMPARE(build(std::move(second)), printed);
        QVERIFY2(printed.last().contains("image 0 B"_L1), qPrintable(printed.last()));
        QVERIFY(!printed.last().contains("state="_L1));
    }

    void oneBlobTwoSizes()
    {
        Manifest a;
        a.digest = named(u"1"_s);
        a.layers = {{named(u"blob"_s), 5, {}}};
        Manifest b = a;
        b.digest = named(u"2"_s);
        b.layers[0].size = 7;
        auto first = emptyBuilder();
        list(first, {u"1"_s, u"2"_s});
        first.addManifest(a);
        first.addManifest(b);
        auto second = emptyBuilder();
        list(second, {u"1"_s, u"2"_s});
        second.addManifest(b);
        second.addManifest(a);
        QCOMPARE(build(std::move(first)), build(std::move(second)));
    }

    void sizesNobodyTold()
    {
        const auto fixture = Fixture::parse(u"package p\n a image layers=x:?,y:0,z:?\n b image layers=z:9"_s);
        const auto known = [&](const Snapshot& snapshot, const QString& name) {
            const auto found = std::ranges::find(snapshot.blobs, named(name), &BlobRow::digest);
            return u"%1 %2"_s.arg(found->isSizeKnown()).arg(found->knownSize());
        };
        for (unsigned seed = 1; seed <= 10; ++seed) {
            std::mt19937 random(seed);
            const auto snapshot = fixture.buildShuffled(random);
            QCOMPARE(known(*snapshot, u"x"_s), u"0 0"_s);
            QCOMPARE(known(*snapshot, u"y"_s), u"1 0"_s); // told to be empty
            QCOMPARE(known(*snapshot, u"z"_s), u"1 9"_s); // told by one of two
        }
    }

    void sizesLargerThanAnyAreNone()
    {
        const auto sizeOf = [](Bytes stated) {
            auto fixture = Fixture::parse(u"package p\n a image layers=x:7"_s);
            fixture.manifests.front().layers.front().size = stated;
            return fixture.build()->blobs.front().size;
        };
        QCOMPARE(sizeOf(kLargestBlob), kLargestBlob);
        QCOMPARE(sizeOf(kLargestBlob + 1), kUnknownSize);
        QCOMPARE(sizeOf(9'200'000'000'000'000'000), kUnknownSize);
    }

    void negativeSizesAreNone()
    {
        auto fixture = Fixture::parse(u"package p\n a image layers=x:7"_s);
        fixture.manifests.front().layers.front().size = -1'000'000;
        const auto snapshot = fixture.build();
        QCOMPARE(snapshot->blobs.front().size, kUnknownSize);
    }

    void mismatches_data()
    {
        QTest::addColumn<QStringList>("documents"); // "name>child,child": served under that name, naming these children
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char* name, const QStringList& documents, const QStringList& problems) {
            QTest::newRow(name) << documents << problems;
        };
        row("contains itself", {u"a>a"_s}, {u"cycle a"_s});
        row("two steps", {u"a>b"_s, u"b>a"_s}, {u"cycle a"_s, u"cycle b"_s});
        row("three steps", {u"a>x,b"_s, u"b>c"_s, u"c>y,a"_s}, {u"cycle a"_s, u"cycle b"_s, u"cycle c"_s});
        row("other damage", {u"a>"_s}, {u"digest-mismatch a"_s});
        row("damage with children", {u"a>b,c"_s}, {u"digest-mismatch a"_s});
        row("leads into a cycle, not back", {u"a>b"_s, u"b>c"_s, u"c>b"_s},
            {u"digest-mismatch a"_s, u"cycle b"_s, u"cycle c"_s});
    }

    void mismatches()
    {
        QFETCH(QStringList, documents);
        for (int reverse = 0; reverse < 2; ++reverse) {
            auto builder = emptyBuilder();
            QStringList names;
            for (const QString& document : documents)
                names.append(document.section(u'>', 0, 0));
            list(builder, names);
            for (const QString& document : documents) {
                std::vector<Digest> children;
                for (const QString& child : document.section(u'>', 1).split(u',', Qt::SkipEmptyParts))
                    children.push_back(named(child));
                const QString name = document.section(u'>', 0, 0);
                builder.addMismatch(named(name), children, name);
            }
            const auto snapshot = std::move(builder).build();
            QStringList problems;
            for (const auto& problem : snapshot->problems)
                problems.append(errorKindName(problem.kind) + u' ' + problem.subject);
            QTEST(problems, "problems");
            QVERIFY(!snapshot->complete);
            QCOMPARE(snapshot->manifests.size(), size_t(documents.size()));
            for (const auto& manifest : snapshot->manifests)
                QCOMPARE(manifest.state, ManifestState::Invalid);
            std::ranges::reverse(documents);
        }
    }

    void whatNoVersionLeadsToIsLeftOut()
    {
        auto fixture =
            Fixture::parse(u"package p\n top index children=a@linux/amd64,in\n in index unlisted children=b\n"
                           " a image layers=l1:1\n b image unlisted layers=l2:2 subject=a\n"
                           " c image unlisted layers=l3:3,l1:1 config=l4:4\n d index unlisted children=e,a"_s);
        const auto snapshot = fixture.build();
        QStringList names;
        for (const auto& manifest : snapshot->manifests)
            names.append(fixture.nameOf(manifest.digest));
        names.sort();
        QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"in"_s, u"top"_s}));
        QCOMPARE(snapshot->blobs.size(), 2U);
        QCOMPARE(snapshot->layers.size(), 2U);
        QCOMPARE(snapshot->children.size(), 3U);
        QCOMPARE(snapshot->subjects.size(), 1U);
    }

    void configsAreAddedToACopy()
    {
        const auto fixture = Fixture::parse(kOwner);
        const auto snapshot = fixture.build();
        QCOMPARE(withConfigs(snapshot, {}), snapshot);
        ImageConfig config;
        config.platform = u"linux/amd64"_s;
        const auto more = withConfigs(snapshot, {{named(u"c1"_s), config}});
        QCOMPARE(more->configs.size(), 1);
        QVERIFY(snapshot->configs.isEmpty());
        QCOMPARE(printSnapshot(*more, fixture).size(), printSnapshot(*snapshot, fixture).size() + 1);
    }

    void whatNobodyElseHoldsIsNotCopied()
    {
        auto snapshot = Fixture::parse(kOwner).build();
        const auto* before = snapshot.get();
        const auto more = withConfigs(std::move(snapshot), {{named(u"c1"_s), {}}});
        QCOMPARE(more.get(), before);
        QCOMPARE(more->configs.size(), 1);
    }
};

SLIPWAY_TEST_SUITE(TestSnapshotBuilder);

} // namespace

#include "test_snapshotbuilder.moc"
