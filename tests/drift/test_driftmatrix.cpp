#include "drift/driftmatrix.h"
#include "drift/findingstore.h"
#include "drift/printdrift.h"
#include "drift/siblings.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kImages = uR"(
package base-cpu repo=base
  b2 image days=1 tags=latest,v2 layers=os:100,py:50
  b1 image days=9 tags=v1 layers=os0:100
package app-cpu repo=hub
  c image days=1 tags=latest layers=os:100,py:50,deps:10
package app-gpu repo=hub
  g image days=1 tags=latest layers=os:100,cuda:90 config=gcfg:5
package web repo=web
  w image days=1 tags=latest layers=own:3
package notes repo=web
  n image days=1 layers=other:3
)"_s;

QString cellText(const DriftCell& cell)
{
    static const QStringList kNames{u"-"_s, u"pass"_s, u"known"_s, u"unknown"_s, u"behind"_s, u"fail"_s};
    return u"%1/%2"_s.arg(kNames[static_cast<int>(cell.standing())]).arg(cell.made);
}

/// A line each group: "app/hub 2: lock=-/0 …", of the checks that were made of some.
QStringList linesOf(const DriftMatrix& matrix)
{
    QStringList lines;
    for (const auto& group : matrix.groups) {
        QString line = u"%1/%2 %3:"_s.arg(group.family, group.hub).arg(group.images);
        for (size_t check = 0; check < kDriftChecks; ++check)
            if (const auto text = cellText(group.cells.at(check)); text != "-/0"_L1)
                line += u" %1=%2"_s.arg(driftCheckName(static_cast<DriftCheck>(check)), text);
        lines.append(line);
    }
    return lines;
}

std::vector<FindingLife> livesOf(const DriftReport& report)
{
    LookedFor looked;
    return advanceFindings({}, report.findings, looked, fixtureTime());
}

} // namespace

class DriftMatrixTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_case.emplace(kImages);
        m_case->policy.shared.push_back({std::nullopt, std::nullopt, SharedLayersBy::Count, 2});
        m_case->policy.cuda = Glob::parse(u"12.1.*"_s).value();
    }

    void everyCheckIsCounted()
    {
        m_case->setConfig(u"gcfg"_s, {u"CUDA_VERSION=12.1.1"_s});
        QCOMPARE(linesOf(matrix()),
                 (QStringList{u"app/hub 2: cpu-gpu=fail/1 identical=pass/1 base=pass/1 cuda=pass/1"_s,
                              u"base/base 1:"_s, u"web/web 1:"_s}));
    }

    void whatCannotBeToldIsNeither()
    {
        const auto lines = linesOf(matrix());
        QVERIFY2(lines.constFirst().contains(u"cuda=unknown/0"_s), qPrintable(lines.constFirst()));
    }

    /// What nobody could look at is no check that was made, and so none that passes.
    void whatWasNotReadIsNoPass()
    {
        DriftCase partial(u"package base-cpu partial repo=base\n  b2 image tags=v2 layers=os:100,py:50\n"
                          "package app partial repo=hub\n  c image tags=latest layers=os:100,py:50,deps:10\n"_s);
        BuildLock lock;
        lock.owner = u"northquay"_s;
        lock.images = {{{u"app"_s}, {u"v1"_s}, Variant::Cpu, {}, {}, named(u"x"_s), {}, {}, {}, {}, {}}};
        partial.lock = lock;
        const auto report = findDrift(partial.facts(), {DriftCheck::Lock, DriftCheck::Base});
        QVERIFY2(printDrift(report, partial.fixture).contains(u"? lock app:v1"_s),
                 qPrintable(printDrift(report, partial.fixture).join(u'\n')));
        QVERIFY(printDrift(report, partial.fixture).contains(u"? base app:latest"_s));
        const auto made = driftMatrix(partial.snapshot->packages, partial.classes, report, {});
        for (const auto& group : made.groups) {
            QCOMPARE(group.cell(DriftCheck::Base).made, 0);
            QVERIFY(group.cell(DriftCheck::Lock).standing() != DriftStanding::Pass);
        }
    }

    void acknowledgedFindingsCountForNothing()
    {
        m_case->setConfig(u"gcfg"_s, {u"CUDA_VERSION=12.1.1"_s});
        const auto report = findDrift(m_case->facts());
        auto lives = livesOf(report);
        QCOMPARE(lives.size(), 1U);
        lives[0] = acknowledged(lives[0], u"known"_s, fixtureTime().addDays(9), fixtureTime()).value();
        const auto made = driftMatrix(m_case->snapshot->packages, m_case->classes, report, lives);
        QVERIFY(linesOf(made).constFirst().contains(u"cpu-gpu=known/1"_s));
        QCOMPARE(made.differing, 0);
        QCOMPARE(made.known, 1);
    }

    /// What the lock pins of a package that is gone stands where the lock says; a package is where it is classed now.
    void lockedPackages()
    {
        BuildLock lock;
        lock.owner = u"northquay"_s;
        LockedImage gone{{u"gone"_s}, {u"v1"_s}, Variant::Cpu, u"old family"_s, u"old hub"_s, named(u"x"_s), {}, {}, {},
                         {},          {}};
        LockedImage moved{
            {u"web"_s}, {u"latest"_s}, Variant::Other, u"was"_s, u"elsewhere"_s, named(u"x"_s), {}, {}, {}, {}, {}};
        lock.images = {gone, moved};
        m_case->lock = lock;
        m_case->policy.cuda.reset();
        const auto lines = linesOf(matrix());
        QVERIFY(lines.contains(u"old family/old hub 0: lock=fail/1"_s));
        QVERIFY2(lines.contains(u"web/web 1: lock=fail/1"_s), qPrintable(lines.join(u'\n')));
    }

    void siblingsAreToldWithWhatIsExpected()
    {
        const auto compared = comparedSiblings(m_case->facts());
        QCOMPARE(compared.size(), 1U);
        QCOMPARE(compared[0].expected, 2U);
        QCOMPARE(compared[0].cpu, named(u"c"_s));
        QCOMPARE(compared[0].gpu, named(u"g"_s));
        QCOMPARE(compared[0].pair.tag, u"latest"_s);
    }

private:
    [[nodiscard]] DriftMatrix matrix() const
    {
        const auto report = findDrift(m_case->facts());
        return driftMatrix(m_case->snapshot->packages, m_case->classes, report, livesOf(report));
    }

    std::optional<DriftCase> m_case;
};

SLIPWAY_TEST_SUITE(DriftMatrixTest);

#include "test_driftmatrix.moc"
