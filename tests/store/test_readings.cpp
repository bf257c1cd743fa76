#include "scratchstore.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

CachedPage page(const QByteArray& body)
{
    return {"W/\"e-" + body.left(3) + '"', "<https://api.github.com/?page=2>; rel=\"next\"", body};
}

class TestReadings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesComeBackAsTheyWere()
    {
        ScratchStore scratch;
        const QString url = u"https://api.github.com/orgs/northquay/packages?page=1"_s;
        QVERIFY(!scratch.store().cachedPage(scratchScope(), url).value());
        const CachedPage first = page(QByteArray("[{\"id\":1}]\0x", 12));
        QVERIFY(scratch.store().savePage(scratchScope(), url, first));
        scratch.reopen();
        QCOMPARE(scratch.store().cachedPage(scratchScope(), url).value(), first);
        const CachedPage second{{}, {}, QByteArray(200'000, 'x')};
        QVERIFY(scratch.store().savePage(scratchScope(), url, second));
        QCOMPARE(scratch.store().cachedPage(scratchScope(), url).value(), second);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM pages"_s), 1);
        QVERIFY(scratch.count(u"SELECT length(body) FROM pages"_s) < 5'000);
        QVERIFY(!scratch.store().cachedPage({u"elsewhere"_s, scratchScope().owner}, url).value());
    }

    void damagedPageIsNotKnown()
    {
        ScratchStore scratch;
        QVERIFY(scratch.store().savePage(scratchScope(), u"u"_s, page("[1]")));
        scratch.execute(u"UPDATE pages SET body=x'00000003ff'"_s);
        QVERIFY(!scratch.store().cachedPage(scratchScope(), u"u"_s).value());
    }

    void pagesAreForgottenByPrefix()
    {
        ScratchStore scratch;
        const StoreScope elsewhere{u"elsewhere"_s, scratchScope().owner};
        for (const auto& url : {u"h/app/versions?page=1"_s, u"h/app/versions?page=2"_s, u"h/app2/versions"_s, u"h/ap"_s,
                                u"h/a%p/versions"_s, u"h/APP/versions"_s})
            QVERIFY(scratch.store().savePage(scratchScope(), url, page("[1]")));
        QVERIFY(scratch.store().savePage(elsewhere, u"h/app/versions"_s, page("[1]")));
        QVERIFY(scratch.store().forgetPages(scratchScope(), u"h/app/"_s));
        QCOMPARE(scratch.count(u"SELECT count(*) FROM pages"_s), 5);
        QVERIFY(!scratch.store().cachedPage(scratchScope(), u"h/app/versions?page=2"_s).value());
        QVERIFY(scratch.store().cachedPage(elsewhere, u"h/app/versions"_s).value());
        QVERIFY(scratch.store().forgetPages(scratchScope(), u""_s));
        QCOMPARE(scratch.count(u"SELECT count(*) FROM pages"_s), 1);
    }

    void notesAreReplacedByKind()
    {
        ScratchStore scratch;
        const StoreScope elsewhere{u"elsewhere"_s, scratchScope().owner};
        QCOMPARE(scratch.store().note(scratchScope(), u"alerts-1"_s).value(), QByteArray());
        QVERIFY(scratch.store().saveNote(scratchScope(), u"alerts-1"_s, "a"));
        QVERIFY(scratch.store().saveNote(scratchScope(), u"bill-1"_s, QByteArray("b\0c", 3)));
        QVERIFY(scratch.store().saveNote(elsewhere, u"alerts-1"_s, "other"));
        scratch.reopen();
        QVERIFY(scratch.store().saveNote(scratchScope(), u"alerts-1"_s, "again"));
        scratch.reopen();
        QCOMPARE(scratch.store().note(scratchScope(), u"alerts-1"_s).value(), "again");
        QCOMPARE(scratch.store().note(scratchScope(), u"bill-1"_s).value(), QByteArray("b\0c", 3));
        QCOMPARE(scratch.store().note(elsewhere, u"alerts-1"_s).value(), "other");
        QCOMPARE(scratch.count(u"SELECT count(*) FROM notes"_s), 3);
    }

    void checksAreReplacedByPackage()
    {
        ScratchStore scratch;
        QVERIFY(scratch.store().packageChecks(scratchScope()).value().empty());
        const PackageCheck a{{u"a/b"_s}, fixtureTime(), {}, 2};
        const PackageCheck b{{u"b"_s}, {}, fixtureTime().addMSecs(7), 0};
        QVERIFY(scratch.store().savePackageChecks(scratchScope(), {b, a}));
        scratch.reopen();
        QVERIFY((scratch.store().packageChecks(scratchScope()).value() == std::vector{a, b}));
        const PackageCheck later{{u"b"_s}, fixtureTime(), fixtureTime(), 1};
        QVERIFY(scratch.store().savePackageChecks(scratchScope(), {later}));
        QVERIFY((scratch.store().packageChecks(scratchScope()).value() == std::vector{a, later}));
        QVERIFY(scratch.store().packageChecks({u"elsewhere"_s, scratchScope().owner}).value().empty());
    }

    void checksGoWithTheirPackage()
    {
        ScratchStore scratch;
        const PackageCheck p{{u"p"_s}, fixtureTime(), {}, 0};
        const PackageCheck q{{u"q"_s}, fixtureTime(), {}, 0};
        QVERIFY(scratch.store().savePackageChecks(scratchScope(), {p, q}));
        QVERIFY(scratch.save(Fixture::parse(u"package p\n a image"_s)));
        QVERIFY((scratch.store().packageChecks(scratchScope()).value() == std::vector{p}));
    }

    /// Two readings at once: which of their full checks was the later one is not known. They are due, in their order.
    void checksBesideAnotherReadingAreContested()
    {
        ScratchStore scratch;
        const auto snapshot = Fixture::parse(u"package p\n a image\npackage q\n b image"_s).build();
        const PackageCheck p{{u"p"_s}, fixtureTime().addDays(1), fixtureTime(), 0};
        const PackageCheck q{{u"q"_s}, fixtureTime(), fixtureTime(), 0};
        const auto first = scratch.store().saveReading(scratchScope(), *snapshot, {p, q}, 0);
        QVERIFY(first);
        QVERIFY((scratch.store().packageChecks(scratchScope()).value() == std::vector{p, q}));
        const auto second = scratch.store().saveReading(scratchScope(), *snapshot, {p}, *first);
        QVERIFY(second && *second != *first);
        QVERIFY((scratch.store().packageChecks(scratchScope()).value() == std::vector{p, q}));
        std::vector<PackageCheck> contested;
        for (int round = 0; round < 2; ++round) {
            QVERIFY(scratch.store().saveReading(scratchScope(), *snapshot, round == 0 ? std::vector{p} : contested,
                                                *first));
            contested = scratch.store().packageChecks(scratchScope()).value();
            QCOMPARE(contested.size(), 2U);
            QVERIFY(contested[0].fullCheckAt < fixtureTime().addYears(-90));
            QCOMPARE(contested[1].fullCheckAt.daysTo(contested[0].fullCheckAt), 1);
            QCOMPARE(contested[0].settledUpdatedAt, fixtureTime());
        }
        // One that took long and was overtaken is not the first to be made again.
        const PackageCheck laterQ{{u"q"_s}, fixtureTime().addDays(3), {}, 5};
        const auto isNoted = scratch.store().noteUnchanged(scratchScope(), *first, {p, laterQ}, fixtureTime());
        QVERIFY(isNoted && !*isNoted);
        const auto noted = scratch.store().packageChecks(scratchScope()).value();
        QVERIFY(noted[0] == contested[0]);
        QCOMPARE(noted[0].fullCheckAt.daysTo(noted[1].fullCheckAt), 2);
        QCOMPARE(noted[1].settledUpdatedAt, fixtureTime());
    }

    void unchangedSnapshotIsAsGoodAsReadNow()
    {
        ScratchStore scratch;
        const QDateTime later = fixtureTime().addSecs(3600);
        const PackageCheck check{{u"p"_s}, later, later, 0};
        QVERIFY(!scratch.store().noteUnchanged(scratchScope(), 1, {check}, later).value()); // nothing there yet
        QVERIFY(!scratch.latest());
        QVERIFY(scratch.save(Fixture::parse(u"package p\n a image"_s)));
        QVERIFY(scratch.save(Fixture::parse(u"package p\n b image"_s)));
        QCOMPARE(scratch.latest()->fetchedAt, fixtureTime());
        QVERIFY(!scratch.store()
                     .noteUnchanged(scratchScope(), 1, {check}, later)
                     .value()); // a newer one was kept meanwhile
        QCOMPARE(scratch.count(u"SELECT count(*) FROM snapshots WHERE checked_ms IS NOT NULL"_s), 0);
        QVERIFY(scratch.store().packageChecks(scratchScope()).value().empty()); // they speak of the other one
        QVERIFY(scratch.store().noteUnchanged(scratchScope(), 2, {check}, later).value());
        QVERIFY((scratch.store().packageChecks(scratchScope()).value() == std::vector{check}));
        QVERIFY(scratch.noteUnchanged(later));
        QCOMPARE(scratch.latest()->fetchedAt, later);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM snapshots WHERE checked_ms IS NOT NULL"_s), 1);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM snapshots"_s), 2);
        QVERIFY(scratch.save(Fixture::parse(u"package p\n a image"_s))); // and a newer one speaks for itself
        QCOMPARE(scratch.latest()->fetchedAt, fixtureTime());
    }

    void manyDocumentsAtOnce()
    {
        ScratchStore scratch;
        Manifest manifest;
        manifest.kind = ManifestKind::Image;
        std::vector<NewDocument> documents;
        for (int i = 0; i < 300; ++i) {
            manifest.digest = named(QString::number(i));
            documents.push_back({manifest.digest, {QByteArray::number(i), u"m"_s}, manifest});
        }
        documents.push_back({named(u"config"_s), {"{}", {}}, std::nullopt});
        documents.push_back({named(u"7"_s), {"another", {}}, std::nullopt}); // for ever: the first stays
        QVERIFY(scratch.save(documents));
        QVERIFY(scratch.save(std::vector<NewDocument>()));
        scratch.reopen();
        QCOMPARE(scratch.count(u"SELECT count(*) FROM documents"_s), 301);
        QCOMPARE(scratch.store().document(named(u"7"_s)).value()->bytes, "7"_ba);
        QCOMPARE(scratch.store().knownManifests({named(u"8"_s), named(u"config"_s)}).value().manifests.size(), 1U);
    }
};

SLIPWAY_TEST_SUITE(TestReadings);

} // namespace

#include "test_readings.moc"
