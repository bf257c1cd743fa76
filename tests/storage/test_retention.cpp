#include "storage/naiveretention.h"
#include "storage/randomowner.h"
#include "storage/retention.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// -1: no limit.
Retention retention(int days, int tagged)
{
    Retention wish;
    if (days >= 0)
        wish.untaggedFor = std::chrono::days(days);
    if (tagged >= 0)
        wish.taggedPerPackage = static_cast<size_t>(tagged);
    return wish;
}

QString droppedNames(const Fixture& fixture, const Retention& wish, const QStringList& always = {})
{
    const auto snapshot = fixture.build();
    std::vector<RowIndex> rows;
    for (const auto& name : always)
        rows.push_back(fixture.row(*snapshot, name));
    QStringList names;
    for (const RowIndex row : droppedBy(wish, *snapshot, ReferenceGraph(*snapshot), fixtureTime(), rows))
        names.append(fixture.nameOf(snapshot->digestOf(row)));
    names.sort();
    return names.join(u' ');
}

class TestRetention final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drops_data()
    {
        QTest::addColumn<QString>("versions");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("tagged");
        QTest::addColumn<QString>("dropped");
        const auto row = [](const char* name, const char* versions, int days, int tagged, const char* dropped) {
            QTest::newRow(name) << QString::fromUtf8(versions) << days << tagged << QString::fromUtf8(dropped);
        };
        const char* plain = "t1 image tags=v1 days=100\n t2 image tags=v2 days=50\n t3 image tags=v3 days=5\n "
                            "u1 image days=91\n u2 image days=90\n u3 image days=5";
        row("no limit", plain, -1, -1, "");
        row("untagged older than 90 days", plain, 90, -1, "u1");
        row("untagged not at all", plain, 0, -1, "u1 u2 u3");
        row("the newest tagged two", plain, -1, 2, "t1");
        row("no tagged one", plain, -1, 0, "t1 t2 t3");
        row("both", plain, 10, 1, "t1 t2 u1 u2");
        row("per package", "a image tags=v1 days=3\n b image tags=v2 days=2\npackage q\n c image tags=v1 days=9", -1, 1,
            "a");
        const char* tree = "i1 index tags=v1 children=a,x days=20\n i2 index tags=v2 children=b,x days=10\n a image "
                           "days=20\n b image days=10\n x image days=400";
        row("a tree goes with its index, what another lists stays", tree, -1, 1, "a i1");
        row("what an index lists is not untagged on its own", tree, 5, -1, "");
        row("a listed one with a tag is decided by its tag", "i index children=a days=9\n a image tags=v1 days=9", 5, 1,
            "i");
        row("a dropped tag that a kept index lists stays", "i index tags=v2 children=a days=1\n a image tags=v1 days=9",
            -1, 1, "");
        row("indexes of indexes", "top index children=mid days=9\n mid index children=a days=9\n a image days=9", 5, -1,
            "a mid top");
        row("referrers go with their subject",
            "a image tags=v1 days=9\n s signature subject=a days=1\n t image tags=sha256-{s}.sig days=1\n b image "
            "tags=v2 days=1",
            -1, 1, "a s t");
        row("referrers stay with their subject", "a image tags=v1 days=9\n s artifact subject=a days=500", 5, 1, "");
        row("on what an index lists", "i index children=a days=9\n a image days=9\n s signature subject=a days=1", 5,
            -1, "a i s");
        row("a referrer without a subject stays",
            "s image subject=gone days=500\n t image tags=sha256-{gone}.sig "
            "days=500",
            5, 0, "");
        row("cache and charts stay",
            "c cache tags=buildcache days=500\n d cache days=500\n e artifact tags=v1 days=500", 5, 0, "");
        row("referrer tags are none of its own",
            "a image tags=v1 days=3\n b image tags=v2 days=2\n s signature tags=sha256-{b}.sig days=1", -1, 1, "a");
        row("what could not be read may list anything",
            "a image tags=v1 days=9\n b image days=500\n n never days=500\npackage q\n c image days=500", 5, 0, "c");
        row("a list that was not read whole", "c image days=500\npackage q partial\n a image days=500", 5, 0, "c");
        row("what hangs on one another in a circle stays, with what it lists",
            "a index children=x tags=sha256-{b}.sig days=9\n b image tags=sha256-{a}.sig days=9\n i index children=x "
            "days=9\n x image days=9",
            5, 0, "i");
        row("missing in the registry is known to list nothing", "a image days=500\n m missing days=500", 5, -1, "a");
    }

    void drops()
    {
        QFETCH(QString, versions);
        QFETCH(int, days);
        QFETCH(int, tagged);
        QTEST(droppedNames(Fixture::parse(u"package p\n"_s + versions), retention(days, tagged)), "dropped");
    }

    void whatHasNoAgeStays()
    {
        auto fixture = Fixture::parse(uR"(package p
            new image tags=v3 days=1
            odd image tags=v2 days=2
            old image tags=v1 days=3
            sub image days=500
            sig signature subject=sub days=500
            lost image days=500)"_s);
        for (const size_t place : {size_t{1}, size_t{4}}) // odd and sig
            fixture.packages.front().versions[place].updatedAt = QDateTime();
        // `odd` counts as the second newest, `sub` stays for what hangs on it.
        QCOMPARE(droppedNames(fixture, retention(5, 2)), u"lost old"_s);
        QCOMPARE(droppedNames(fixture, retention(5, 1)), u"lost old"_s);
    }

    void whatIsAskedForStays()
    {
        const auto fixture = Fixture::parse(u"package p\n i index tags=v1 children=a days=9\n a image days=9"_s);
        QCOMPARE(droppedNames(fixture, retention(5, 0)), u"a i"_s);
        QCOMPARE(droppedNames(fixture, retention(5, 0), {u"i"_s}), QString());
    }

    void agreesWithTheNaiveRule()
    {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            std::mt19937 random(seed);
            const auto snapshot = randomOwner(random).build();
            const ReferenceGraph graph(*snapshot);
            const auto wish = retention(int(random() % 100) - 1, int(random() % 5) - 1);
            std::vector<RowIndex> always;
            if (random() % 2 == 0)
                always.push_back(static_cast<RowIndex>(random() % snapshot->versions.size()));
            QVERIFY2(droppedBy(wish, *snapshot, graph, fixtureTime(), always)
                         == naivelyDropped(wish, *snapshot, graph, fixtureTime(), always),
                     QByteArray::number(seed));
        }
    }

    /// Whatever is asked of whatever organisation.
    void neverBreaksWhatStays()
    {
        int drops = 0;
        for (unsigned seed = 1; seed <= 1000; ++seed) {
            std::mt19937 random(seed);
            const auto snapshot = randomOwner(random).build();
            const ReferenceGraph graph(*snapshot);
            const auto wish = retention(int(random() % 100) - 1, int(random() % 5) - 1);
            const auto dropped = droppedBy(wish, *snapshot, graph, fixtureTime());
            QVERIFY(std::ranges::is_sorted(dropped));
            drops += int(dropped.size());
            const auto isDropped = [&](RowIndex row) { return std::ranges::binary_search(dropped, row); };
            for (RowIndex row = 0; row < snapshot->versions.size(); ++row) {
                const auto& version = snapshot->versions[row];
                const auto subject = graph.subjectVersion(row);
                const QByteArray where = "seed " + QByteArray::number(seed) + ", row " + QByteArray::number(row);
                if (!isDropped(row)) {
                    QVERIFY2(std::ranges::none_of(graph.children(row), isDropped), where);
                    QVERIFY2(std::ranges::none_of(graph.referrers(row), isDropped), where);
                    continue;
                }
                QVERIFY2(version.createdAt().isValid() && version.updatedAt().isValid(), where);
                QVERIFY2(snapshot->packages[version.package].complete, where);
                // Whatever goes had a reason of its own, or all that it belongs to goes.
                const bool isPart = subject != kNoRow || !graph.parents(row).empty();
                const bool isOldEnough = wish.untaggedFor && !version.isTagged()
                                         && version.updatedAt() < fixtureTime().addDays(-wish.untaggedFor->count());
                const bool isOneTooMany = wish.taggedPerPackage && version.isTagged();
                QVERIFY2(isPart || isOldEnough || isOneTooMany, where);
                QVERIFY2(subject == kNoRow || isDropped(subject), where);
                QVERIFY2(std::ranges::all_of(graph.parents(row), isDropped), where);
            }
        }
        QVERIFY(drops > 500);
    }
};

SLIPWAY_TEST_SUITE(TestRetention);

} // namespace

#include "test_retention.moc"
