#include "scratchstore.h"
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
  top   index  tags=latest,v1 children=amd@linux/amd64,lost@linux/arm64,hidden@linux/s390x
  amd   image  layers=base:100,app:20 config=c1:1
  sig   image  tags=sha256-{top}.sig layers=s1:2
  ref   artifact subject=top layers=s3:2 type=application/x-note
  late  never  tags=new
  gone  missing tags=v0
  bad   invalid
  lost  missing unlisted
  hidden image unlisted layers=h:9
package kas/kas partial
  amd   again  tags=copy
package empty
)"_s;

qint64 rows(const ScratchStore& scratch, const QString& table, const QString& where = u"1"_s)
{
    return scratch.count(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(table, where));
}

class TestSnapshotStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        ScratchStore scratch;
        QVERIFY(!scratch.latest());
        const auto fixture = Fixture::parse(kOwner);
        QVERIFY(scratch.save(fixture));
        const auto expected = printSnapshot(*fixture.build(), fixture);
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), expected);
        scratch.reopen();
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), expected);
    }

    void packagesComeWithoutTheirVersions()
    {
        ScratchStore scratch;
        const auto read = [&] {
            return scratch.store().latestPackages(scratchScope().apiHost, scratchScope().owner.login).value();
        };
        QVERIFY(!read());
        const auto fixture = Fixture::parse(kOwner);
        QVERIFY(scratch.save(fixture));
        const SnapshotPtr packages = read();
        const SnapshotPtr whole = scratch.latest();
        QVERIFY(packages->versions.empty());
        QCOMPARE(packages->owner.login, whole->owner.login);
        QCOMPARE(packages->fetchedAt, whole->fetchedAt);
        QCOMPARE(packages->complete, whole->complete);
        QCOMPARE(packages->packages.size(), whole->packages.size());
        for (size_t i = 0; i < whole->packages.size(); ++i) {
            QCOMPARE(packages->packages[i].name, whole->packages[i].name);
            QCOMPARE(packages->packages[i].repository, whole->packages[i].repository);
            QCOMPARE(packages->packages[i].versionCount, whole->packages[i].versionCount);
            QCOMPARE(packages->versionsOf(packages->packages[i]).size(), 0U);
        }
    }

    void sizesNobodyToldComeBack()
    {
        ScratchStore scratch;
        const auto fixture = Fixture::parse(u"package p\n a image layers=x:?,y:7 config=c:?"_s);
        QVERIFY(scratch.save(fixture));
        scratch.reopen();
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), printSnapshot(*fixture.build(), fixture));
        QVERIFY(!scratch.latest()->blobs[scratch.latest()->manifests.front().config].isSizeKnown());
        scratch.execute(u"UPDATE heads SET form=0"_s); // from the rows
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), printSnapshot(*fixture.build(), fixture));
    }

    void problemsAndConfigsComeBack()
    {
        ScratchStore scratch;
        const auto fixture = Fixture::parse(u"package p\n a image tags=latest config=c:30"_s);
        QVERIFY(scratch.save(fixture));
        const QByteArray config = R"({"os":"linux","architecture":"arm64","config":{"Env":["A=1"]}})";
        QVERIFY(scratch.store().saveDocument(named(u"c"_s), {config, {}}, nullptr));
        auto snapshot = std::make_shared<Snapshot>(*fixture.build());
        snapshot->problems = {
            {ErrorKind::ManifestMissing, u"p@sha256:1"_s, u"a \"detail\" in Zürich\n"_s, std::nullopt}};
        snapshot->complete = false;
        QVERIFY(scratch.store().saveSnapshot(scratchScope(), *snapshot));
        const auto lines = printSnapshot(*scratch.latest(), fixture);
        QVERIFY(lines.first().endsWith("incomplete"_L1));
        QVERIFY2(lines.contains(u"problem manifest-missing p@sha256:1 a \"detail\" in Zürich\n"_s),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(lines.contains(u"config c linux/arm64 A=1"_s));
    }

    void keptDocumentThatIsNoManifestStaysBroken()
    {
        ScratchStore scratch;
        const auto fixture = Fixture::parse(u"package p\n odd invalid tags=v1"_s);
        QVERIFY(scratch.store().saveDocument(named(u"odd"_s), {"<html>", {}}, nullptr)); // as a scan keeps it
        QVERIFY(scratch.store().saveSnapshot(scratchScope(), *fixture.build()));
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), printSnapshot(*fixture.build(), fixture));
    }

    void packedFormThatCannotBeReadIsMadeAnew_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("none") << u"SELECT 1"_s;
        QTest::newRow("other form") << u"UPDATE heads SET form=0"_s;
        QTest::newRow("flipped") << u"UPDATE head_parts SET packed=replace(packed, x'6c6174', x'6c6175')"_s;
        QTest::newRow("cut") << u"UPDATE head_parts SET packed=substr(packed, 1, 90)"_s;
        QTest::newRow("part gone") << u"DELETE FROM head_parts WHERE package='torch-cpu'"_s;
        QTest::newRow("older snapshot") << u"UPDATE heads SET snapshot=snapshot-1"_s;
        QTest::newRow("gone") << u"DELETE FROM heads"_s;
    }

    void packedFormThatCannotBeReadIsMadeAnew()
    {
        QFETCH(const QString, damage);
        ScratchStore scratch;
        const auto fixture = Fixture::parse(kOwner);
        QVERIFY(scratch.save(fixture));
        scratch.execute(damage);
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), printSnapshot(*fixture.build(), fixture));
        QVERIFY(scratch.save(fixture));
        QCOMPARE(scratch.count(u"SELECT count(*) FROM heads WHERE form>0 AND snapshot=2"_s), 1);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions"_s), 8);
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), printSnapshot(*fixture.build(), fixture));
    }

    void unchangedRowsAreNotWrittenAgain()
    {
        ScratchStore scratch;
        const auto fixture = Fixture::parse(kOwner);
        QVERIFY(scratch.save(fixture));
        const qint64 versions = rows(scratch, u"versions"_s);
        QCOMPARE(versions, 8);
        for (int again = 0; again < 3; ++again)
            QVERIFY(scratch.save(fixture));
        QCOMPARE(rows(scratch, u"versions"_s), versions);
        QCOMPARE(rows(scratch, u"packages"_s), 3);
        QCOMPARE(rows(scratch, u"snapshots"_s), 4);
        QCOMPARE(rows(scratch, u"scopes"_s), 1);
    }

    void tagMoveClosesOneRow()
    {
        ScratchStore scratch;
        const QString before = u"package p\n a image tags=latest days=1\n b image tags=v1 days=2\n c image days=3"_s;
        const QString after = u"package p\n a image days=1\n b image tags=v1,latest days=2\n c image days=3"_s;
        QVERIFY(scratch.save(Fixture::parse(before)));
        const auto moved = Fixture::parse(after);
        QVERIFY(scratch.save(moved));
        QCOMPARE(rows(scratch, u"versions"_s, u"until IS NOT NULL"_s), 2); // one lost the tag, one got it
        QCOMPARE(rows(scratch, u"versions"_s, u"until IS NULL"_s), 3);
        QCOMPARE(rows(scratch, u"versions"_s, u"until=2 AND since=1"_s), 2);
        QCOMPARE(rows(scratch, u"packages"_s), 1);
        QCOMPARE(printSnapshot(*scratch.latest(), moved), printSnapshot(*moved.build(), moved));
    }

    void deletedVersionsAndPackagesGo()
    {
        ScratchStore scratch;
        QVERIFY(scratch.save(Fixture::parse(u"package p\n a image\n b image\npackage q\n c image"_s)));
        const auto left = Fixture::parse(u"package p\n a image"_s);
        QVERIFY(scratch.save(left));
        QCOMPARE(printSnapshot(*scratch.latest(), left), printSnapshot(*left.build(), left));
        QCOMPARE(rows(scratch, u"versions"_s, u"until IS NOT NULL"_s), 2);
        QCOMPARE(rows(scratch, u"packages"_s, u"until IS NOT NULL"_s), 1);
        QVERIFY(scratch.save(Fixture::parse(u"package p\n a image\n b image\npackage q\n c image"_s))); // and come back
        QCOMPARE(scratch.latest()->versions.size(), 3U);
    }

    void missingTimesStayMissing()
    {
        ScratchStore scratch;
        auto fixture = Fixture::parse(u"package p\n a image"_s);
        fixture.packages[0].versions[0].updatedAt = {};
        fixture.packages[0].listed.updatedAt = {};
        QVERIFY(scratch.save(fixture));
        QVERIFY(scratch.save(fixture));
        QCOMPARE(rows(scratch, u"versions"_s), 1);
        QCOMPARE(rows(scratch, u"packages"_s), 1);
        QCOMPARE(printSnapshot(*scratch.latest(), fixture), printSnapshot(*fixture.build(), fixture));
    }

    void ownersAndServersAreKeptApart()
    {
        ScratchStore scratch;
        const auto ours = Fixture::parse(u"package p\n a image"_s);
        QVERIFY(scratch.save(ours));
        const auto theirs = Fixture::parse(u"package z\n y image\n x image"_s);
        const StoreScope elsewhere{u"127.0.0.1:8080"_s, scratchScope().owner};
        QVERIFY(scratch.store().saveSnapshot(elsewhere, *theirs.build()));
        QCOMPARE(scratch.latest()->versions.size(), 1U);
        QCOMPARE((*scratch.store().latestSnapshot(u"127.0.0.1:8080"_s, u"northquay"_s))->versions.size(), 2U);
        QVERIFY(!*scratch.store().latestSnapshot(u"127.0.0.1:8080"_s, u"somebody"_s));
    }

    void loginIgnoresCase()
    {
        ScratchStore scratch;
        QVERIFY(scratch.save(Fixture::parse(u"package p\n a image"_s)));
        QVERIFY(*scratch.store().latestSnapshot(u"api.github.com"_s, u"NorthQuay"_s));
        QCOMPARE(scratch.store().knownOwner(u"api.github.com"_s, u"NORTHQUAY"_s).value(), scratchScope().owner);
        QVERIFY(!scratch.store().knownOwner(u"api.github.com"_s, u"nobody"_s).value());
    }
};

SLIPWAY_TEST_SUITE(TestSnapshotStore);

} // namespace

#include "test_snapshotstore.moc"
