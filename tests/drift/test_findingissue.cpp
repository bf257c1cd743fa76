#include "drift/findingissue.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

DriftFinding finding()
{
    DriftFinding made;
    made.check = DriftCheck::CpuGpu;
    made.severity = DriftSeverity::Error;
    made.reason = DriftReason::LayersDiverge;
    made.image = u"asr-gpu"_s;
    made.tag = u"latest"_s;
    made.other = u"asr-cpu"_s;
    made.count = 5;
    made.divergesAtLayer = 3;
    made.actual = u"sha256:aa"_s;
    return made;
}

} // namespace

class TestFindingIssue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTitleStaysWhileTheFindingDriftsOn()
    {
        DriftFinding later = finding();
        later.actual = u"sha256:bb"_s;
        QCOMPARE(findingTitle(finding()), u"Drift: asr-gpu:latest does not share the layers it should (cpu-gpu)"_s);
        QCOMPARE(findingTitle(later), findingTitle(finding()));
        QVERIFY(findingReport(later) != findingReport(finding()));
    }

    void aReportNamesWhatWasFound()
    {
        const QString report = findingReport(finding());
        for (const auto& row : {u"| compared with | `asr-cpu` |"_s, u"| found | `sha256:aa` |"_s,
                                u"| diverges at layer | `3` |"_s, u"| layers to share | `5` |"_s})
            QVERIFY2(report.contains(row), qPrintable(report));
    }

    /// What a registry says is no Markdown.
    void namesBreakNoTable()
    {
        DriftFinding odd = finding();
        odd.other = u"a`b|c\nd"_s;
        QVERIFY(findingReport(odd).contains(u"| compared with | `ab\\|c d` |"_s));
    }

    void onlyWhatWasLookedForIsGone_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isComplete");
        QTest::addColumn<bool>("hasGap");
        QTest::addColumn<bool>("isGone");
        const QString key = driftKey(finding());
        QTest::newRow("looked for everywhere") << key << true << false << true;
        QTest::newRow("not everything was read") << key << false << false << false;
        QTest::newRow("it could not be checked") << key << true << true << false;
        QTest::newRow("another check") << u"cuda|asr-gpu|latest||"_s << true << false << false;
        QTest::newRow("no key") << u"something else"_s << true << false << false;
        QTest::newRow("a key of a later version") << u"cpu-gpu|a|b|c|d|e"_s << true << false << false;
    }
    void onlyWhatWasLookedForIsGone()
    {
        QFETCH(QString, key);
        QFETCH(bool, isComplete);
        QFETCH(bool, hasGap);
        QFETCH(bool, isGone);
        LookedFor looked{{DriftCheck::CpuGpu}, isComplete, {}};
        if (hasGap)
            looked.gaps.push_back({DriftCheck::CpuGpu, DriftGapReason::NotRead, u"asr-gpu"_s, u"latest"_s});
        QCOMPARE(isKeyGone(key, looked), isGone);
    }
};

SLIPWAY_TEST_SUITE(TestFindingIssue);
#include "test_findingissue.moc"
