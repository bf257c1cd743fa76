#include "integration/cleaning.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kPolicy = u"orphans: delete\nghosts: delete\nlimits: {versions: 500, percent: 100}"_s;

/// An index and a signature that are loose once their images are gone.
Organisation organisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
        .image(u"child"_s, {}, {u"base"_s, u"child"_s})
        .index(u"ghost"_s, {u"old"_s}, {u"child"_s})
        .image(u"signed"_s, {}, {u"base"_s, u"signed"_s})
        .signature(u"orphan"_s, u"signed"_s)
        .package(u"twin"_s)
        .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s});
}

class TestCleanupStale final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A version was planned because what it points at is gone. That has come back: nothing of it may go.
    void whatItPointsAtHasComeBack_data()
    {
        QTest::addColumn<QString>("back"); ///< "package key"
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing came back") << QString() << u"v1 v2"_s;
        QTest::newRow("case 34: a ghost's child is there again") << u"app child"_s << u"child ghost v1 v2"_s;
        QTest::newRow("case 16: an orphan's subject is there again") << u"app signed"_s << u"orphan signed v1 v2"_s;
        QTest::newRow("case 16: in another package") << u"twin signed"_s << u"+ orphan v1 v2"_s;
    }

    void whatItPointsAtHasComeBack()
    {
        QFETCH(QString, back);
        Cleaning cleaning(organisation());
        const Digest signedDigest = cleaning.package().findId(cleaning.idOf(u"signed"_s).value)->digest;
        for (const QString& key : {u"child"_s, u"signed"_s})
            cleaning.package().remove(cleaning.idOf(key).value, cleaning.now());
        const auto plan = cleaning.plan(kPolicy);
        QCOMPARE(plan.deletions.size(), size_t(2));
        if (back.startsWith("twin "_L1)) {
            SimVersion again;
            again.id = 99'999;
            again.digest = signedDigest;
            again.createdAt = cleaning.now().addDays(-40);
            again.updatedAt = again.createdAt;
            cleaning.package(u"twin"_s).addVersion(again);
            cleaning.package(u"twin"_s).facts().updatedAt = cleaning.now().addSecs(1);
        } else if (!back.isEmpty()) {
            // The time GitHub tells of what was restored may be any.
            cleaning.package().restore(cleaning.idOf(back.section(u' ', 1)).value, cleaning.now().addDays(-40));
        }
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QTEST(cleaning.left(), "left");
        for (const auto& skipped : outcome->skipped)
            QVERIFY2(skipped.reason.contains("is there now"_L1), qPrintable(skipped.reason));
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }
};

SLIPWAY_TEST_SUITE(TestCleanupStale);

} // namespace

#include "test_cleanupstale.moc"
