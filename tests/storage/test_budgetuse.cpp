#include "storage/budgetuse.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

StorageBudget budget(Bytes bytes, std::optional<QString> hub = {}, std::optional<QString> family = {})
{
    StorageBudget made;
    made.hub = std::move(hub);
    made.family = std::move(family);
    made.bytes = bytes;
    return made;
}

/// "hub/family stored of budget in versions", over: "!".
QString shown(const BudgetUse& use)
{
    return u"%1/%2 %3 of %4 in %5%6"_s.arg(use.budget.hub.value_or(u"*"_s), use.budget.family.value_or(u"*"_s))
        .arg(use.storedBytes)
        .arg(use.budget.bytes)
        .arg(use.versions)
        .arg(use.isOver() ? u" !"_s : QString());
}

class TestBudgetUse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // In the order of their names.
        m_fixture = Fixture::parse(uR"(package a-cpu
  a1 image tags=latest layers=base:1000,a:10
  a2 image tags=v1 layers=base:1000,b:20
package b-cpu
  b1 image tags=latest layers=base:1000,c:300
package c-gpu
  c1 image tags=latest layers=big:5000
)"_s);
        m_snapshot = m_fixture.build();
        m_classes = {{u"audio"_s, u"torch"_s, {}}, {u"vision"_s, u"torch"_s, {}}, {u"vision"_s, u"llm"_s, {}}};
        QCOMPARE(m_snapshot->packages.size(), m_classes.size());
    }

    void countsWhatABudgetIsFor_data()
    {
        QTest::addColumn<StorageBudget>("given");
        QTest::addColumn<QString>("use");
        QTest::newRow("owner") << budget(6330) << u"*/* 6330 of 6330 in 4"_s;
        QTest::newRow("a byte over") << budget(6329) << u"*/* 6330 of 6329 in 4 !"_s;
        QTest::newRow("hub") << budget(2000, u"audio"_s) << u"audio/* 1030 of 2000 in 2"_s;
        // What both hubs have is held once, and so it counts once.
        QTest::newRow("family in every hub") << budget(2000, {}, u"torch"_s) << u"*/torch 1330 of 2000 in 3"_s;
        QTest::newRow("family of a hub") << budget(1000, u"vision"_s, u"torch"_s)
                                         << u"vision/torch 1300 of 1000 in 1 !"_s;
        QTest::newRow("of nothing") << budget(1, u"adio"_s) << u"adio/* 0 of 1 in 0"_s;
    }

    void countsWhatABudgetIsFor()
    {
        QFETCH(const StorageBudget, given);
        const std::vector budgets{given};
        const auto uses = budgetUses(*m_snapshot, m_classes, budgets);
        QTEST(shown(uses.back()), "use");
        QCOMPARE(uses.size(), given.hub || given.family ? 2U : 1U);
        QCOMPARE(budgetUses(*m_snapshot, m_classes, budgets, BlobUsage(*m_snapshot).references()).back().storedBytes,
                 uses.back().storedBytes);
    }

    void whatMayBeMore_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("isLeast");
        QTest::addColumn<bool>("mayBeMore");
        QTest::newRow("read") << u"image layers=b:20"_s << false << false;
        QTest::newRow("never asked for") << u"never"_s << true << true;
        QTest::newRow("unreadable") << u"unreadable"_s << true << true;
        // One deleted manifest would else spoil a budget for good.
        QTest::newRow("missing") << u"missing"_s << true << false;
        QTest::newRow("invalid") << u"invalid"_s << true << false;
    }

    void whatMayBeMore()
    {
        QFETCH(const QString, second);
        QFETCH(const bool, isLeast);
        QFETCH(const bool, mayBeMore);
        const auto snapshot =
            Fixture::parse(u"package a\n a1 image tags=v1 layers=a:10\n a2 %1\n"_s.arg(second)).build();
        const std::vector<PackageClass> classes{{u"audio"_s, u"torch"_s, {}}};
        const auto use = budgetUses(*snapshot, classes, {}).front();
        QCOMPARE(use.isLeast, isLeast);
        QCOMPARE(use.mayBeMore, mayBeMore);
    }

    /// Nothing but what the registry does not have: no later reading will tell more.
    void whatHasNoManifestIsCounted()
    {
        const auto shownOf = [](const QString& second) {
            const auto snapshot =
                Fixture::parse(
                    u"package a\n a1 missing tags=v1\n a2 %1\npackage b\n b1 image layers=b:5\n"_s.arg(second))
                    .build();
            const std::vector<PackageClass> classes{{u"audio"_s, {}, {}}, {u"vision"_s, {}, {}}};
            const auto use = budgetUses(*snapshot, classes, std::vector{budget(9, u"audio"_s)}).back();
            return u"%1 of %2%3%4"_s.arg(use.withoutManifest)
                .arg(use.versions)
                .arg(use.isUnknown() ? u", unknown"_s : QString(),
                     use.hasNothingToWeigh() ? u", for good"_s : QString());
        };
        QCOMPARE(shownOf(u"missing"_s), u"2 of 2, unknown, for good"_s);
        QCOMPARE(shownOf(u"invalid"_s), u"2 of 2, unknown, for good"_s);
        QCOMPARE(shownOf(u"never"_s), u"1 of 2, unknown"_s);
        QCOMPARE(shownOf(u"unreadable"_s), u"1 of 2, unknown"_s);
        QCOMPARE(shownOf(u"image layers=a:7"_s), u"1 of 2"_s);
    }

    /// What nobody listed may be what a budget is for.
    void aListInPartsMayHaveImages()
    {
        const std::vector given{budget(1, u"adio"_s)};
        QVERIFY(budgetUses(*m_snapshot, m_classes, given).back().hasNoImages);
        Snapshot cut = *m_snapshot;
        cut.isListWhole = false;
        QVERIFY(!budgetUses(cut, m_classes, given).back().hasNoImages);
        QVERIFY(budgetUses(cut, m_classes, given).back().isUnknown());
    }

    void theOwnersComesFirst()
    {
        const auto lines = [this](const std::vector<StorageBudget>& budgets) {
            QStringList all;
            for (const auto& use : budgetUses(*m_snapshot, m_classes, budgets))
                all.append(shown(use));
            return all;
        };
        const QString usual = u"*/* 6330 of 21474836480 in 4"_s;
        QCOMPARE(lines({}), QStringList{usual});
        const QString vision = u"vision/* 6300 of 7 in 2 !"_s;
        QCOMPARE(lines({budget(7, u"vision"_s)}), (QStringList{usual, vision}));
        QCOMPARE(lines({budget(7, u"vision"_s), budget(8)}), (QStringList{u"*/* 6330 of 8 in 4 !"_s, vision}));
    }

private:
    Fixture m_fixture;
    SnapshotPtr m_snapshot;
    std::vector<PackageClass> m_classes;
};

SLIPWAY_TEST_SUITE(TestBudgetUse);

} // namespace

#include "test_budgetuse.moc"
