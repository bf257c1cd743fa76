#include "storage/storagegrowth.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString print(const std::vector<GrowthPart>& parts)
{
    QStringList lines;
    for (const auto& part : parts)
        lines.append(u"%1 %2>%3"_s.arg(part.name).arg(part.then).arg(part.now));
    return lines.join(u", "_s);
}

class TestStorageGrowth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// By hand: torch-cpu gets a version of 30 of its own on the base of 100 that was there; llm-cpu is new and has the
    /// base too; old-cpu is gone; same-cpu stays as it was.
    void partsAreCompared()
    {
        const auto then = Fixture::parse(u"package torch-cpu repo=hub\n a image layers=base:100,a:20\n"
                                         "package old-cpu repo=hub\n o image layers=o:7\n"
                                         "package same-cpu repo=hub\n s image layers=base:100"_s)
                              .build();
        const auto now = Fixture::parse(u"package torch-cpu repo=hub\n a image layers=base:100,a:20\n"
                                        " b image layers=base:100,b:30\n"
                                        "package llm-cpu repo=hub\n l image layers=base:100,l:5\n"
                                        "package same-cpu repo=hub\n s image layers=base:100"_s)
                             .build();
        const auto growth = *storageGrowth(*then, *now, {});
        QCOMPARE(print(growth.packages), u"llm-cpu 0>105, torch-cpu 120>150, old-cpu 7>0"_s);
        QCOMPARE(print(growth.families), u"llm 0>105, torch 120>150, old 7>0"_s);
        QCOMPARE(growth.then, Bytes(127));
        QCOMPARE(growth.now, Bytes(155));
        QVERIFY(growth.isWhole);
        QCOMPARE(growth.since, then->fetchedAt);
        QCOMPARE(*storageGrowth(*then, *now, {}, BlobUsage(*now).references()), growth);
        QVERIFY(storageGrowth(*now, *now, {})->packages.empty());
    }

    void whatIsStoppedIsNoGrowth()
    {
        const auto snapshot = Fixture::parse(u"package p\n a image layers=a:1"_s).build();
        std::stop_source stop;
        QVERIFY(storageGrowth(*snapshot, *snapshot, {}, {}, stop.get_token()));
        stop.request_stop();
        QCOMPARE(storageGrowth(*snapshot, *snapshot, {}, {}, stop.get_token()).error().kind, ErrorKind::Cancelled);
    }

    void whatWasNotReadIsTold()
    {
        const auto whole = Fixture::parse(u"package p\n a image layers=a:1"_s).build();
        const auto partial = Fixture::parse(u"package p partial\n a image layers=a:1"_s).build();
        QVERIFY(!storageGrowth(*partial, *whole, {})->isWhole);
        QVERIFY(!storageGrowth(*whole, *partial, {})->isWhole);
    }

    /// A version whose manifest or sizes are not known stores something that is not counted; one that is gone or makes
    /// no sense never will.
    void whatWasNotWeighedIsTold_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("read") << u"b image layers=b:900"_s << true;
        QTest::newRow("not there") << u"b missing"_s << true;
        QTest::newRow("not readable") << u"b unreadable"_s << false;
        QTest::newRow("never asked") << u"b never"_s << false;
        QTest::newRow("no size") << u"b image layers=b:?"_s << false;
    }

    void whatWasNotWeighedIsTold()
    {
        QFETCH(const QString, version);
        QFETCH(const bool, isWhole);
        const auto whole = Fixture::parse(u"package p\n a image layers=a:100\n b image layers=b:900"_s).build();
        const auto other = Fixture::parse(u"package p\n a image layers=a:100\n "_s + version).build();
        QCOMPARE(storageGrowth(*whole, *other, {})->isWhole, isWhole);
        QCOMPARE(storageGrowth(*other, *whole, {})->isWhole, isWhole);
    }
};

SLIPWAY_TEST_SUITE(TestStorageGrowth);

} // namespace

#include "test_storagegrowth.moc"
