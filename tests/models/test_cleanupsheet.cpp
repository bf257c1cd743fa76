#include "models/cleanupfrom.h"
#include "models/plantreemodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kImages = uR"(
package app repo=hub
  top   index  days=20 tags=latest children=amd@linux/amd64
  amd   image  days=20 layers=base:100,amd:1000
  pr1   index  days=30 tags=pr-1 children=p1@linux/amd64
  p1    image  days=30 layers=base:100,p1:2000
  old   image  days=200 layers=base:100,old:400
  run   image  days=200 layers=base:100,run:700
package web repo=web
  w1    image  days=2 tags=v1 layers=own:50
  w0    image  days=120 layers=own:50,w0:30
)"_s;

const QString kPolicy =
    u"untagged: {olderThan: 90d}\nrules: [{tags: 'pr-*', olderThan: 14d}]\nprotect: {tags: [latest]}"_s;

/// What runs is protected.
CleanupProtections running()
{
    CleanupProtections protections;
    protections.targets = 1;
    protections.deployed.push_back({named(u"run"_s), u"demo-03"_s, DeployedRole::Running, 0});
    return protections;
}

/// "Title: goes, bytes" and "  image: why [held] bytes" of each group.
QStringList linesOf(const CleanupSheet& sheet, const PlanTreeModel& model)
{
    QStringList lines;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        lines.append(u"%1: %2, %3"_s.arg(parent.data().toString())
                         .arg(sheet.groups[static_cast<std::size_t>(group)].goes)
                         .arg(sheet.groups[static_cast<std::size_t>(group)].bytes));
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const auto& each = *model.rowAt(model.index(row, 0, parent));
            lines.append(u"  %1: %2%3 %4"_s.arg(model.index(row, 0, parent).data().toString(), each.why,
                                                each.held.isEmpty() ? QString() : u" [%1]"_s.arg(each.held),
                                                QString::number(each.bytes)));
        }
    }
    return lines;
}

class TestCleanupSheet final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groupedByRule()
    {
        const auto inventory = inventoryFrom(kImages);
        const auto sheet = cleanupFrom(inventory, cleanupTermsFrom(kPolicy, running()));
        PlanTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSheet(sheet);
        QCOMPARE(linesOf(*sheet, model), (QStringList{
                                             u"Tagged pr-*, older than 14d: 2, 2000"_s,
                                             u"  app: Part of pr-1 (linux/amd64) 2000"_s,
                                             u"  app: Tagged pr-1 and 30 day(s) old 0"_s,
                                             u"Untagged for more than 90d: 2, 430"_s,
                                             u"  app: Untagged for 200 day(s) [Runs on demo-03] 700"_s,
                                             u"  app: Untagged for 200 day(s) 400"_s,
                                             u"  web: Untagged for 120 day(s) 30"_s,
                                         }));
        QCOMPARE(sheet->goes(), 4U);
        QCOMPARE(sheet->held, 1U);
        QCOMPARE(sheet->plan.freed.owner, Bytes(2430));
        QCOMPARE(sheet->stored, inventory->size.stored);
    }

    void excludedStaysAndIsCountedAnew()
    {
        const auto inventory = inventoryFrom(kImages);
        auto terms = cleanupTermsFrom(kPolicy, running());
        PlanTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSheet(cleanupFrom(inventory, terms));
        const QPersistentModelIndex old = model.indexOf(versionIdOf(*inventory, u"old"_s));
        QCOMPARE(old.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
        QSignalSpy asked(&model, &PlanTreeModel::exclusionWanted);
        QVERIFY(model.setData(old, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(asked.constFirst().constFirst().value<QList<VersionId>>(), QList{versionIdOf(*inventory, u"old"_s)});
        QVERIFY(asked.constFirst().at(1).toBool());

        terms.protections.excluded = {versionIdOf(*inventory, u"old"_s), versionIdOf(*inventory, u"pr1"_s)};
        const auto sheet = cleanupFrom(inventory, terms);
        model.setSheet(sheet);
        QVERIFY(old.isValid()); // whoever is at it stays there
        QCOMPARE(old.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
        QCOMPARE(sheet->goes(), 1U);
        QCOMPARE(sheet->plan.freed.owner, Bytes(30));
        // What it lists stays with it, and cannot be ticked: it is not what was taken out.
        const QModelIndex child = model.indexOf(versionIdOf(*inventory, u"p1"_s));
        QCOMPARE(child.siblingAtColumn(int(PlanColumn::Held)).data().toString(), u"Part of pr-1 (linux/amd64)"_s);
        QVERIFY(!model.flags(child).testFlag(Qt::ItemIsUserCheckable));
        QCOMPARE(old.parent().data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::PartiallyChecked);
        // The whole group comes back by one tick.
        QVERIFY(model.setData(old.parent(), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(asked.constLast().constFirst().value<QList<VersionId>>(), QList{versionIdOf(*inventory, u"old"_s)});
        QVERIFY(!asked.constLast().at(1).toBool());
    }

    void whatIsNotReadHoldsAll()
    {
        CleanupProtections protections;
        protections.targets = 1;
        protections.unreadTargets = {u"demo-01"_s};
        const auto sheet = cleanupFrom(inventoryFrom(kImages), cleanupTermsFrom(kPolicy, protections));
        QCOMPARE(sheet->goes(), 0U);
        QCOMPARE(sheet->held, 5U); // what the rules would delete is shown, with what holds it
        QVERIFY(sheet->notes.contains(u"What runs on demo-01 could not be read, so nothing is deleted."_s));
        for (const auto& group : sheet->groups)
            for (const auto& row : group.rows)
                QVERIFY2(!row.held.isEmpty(), qPrintable(row.why));
    }

    void protectionsAreCounted()
    {
        const auto sheet = cleanupFrom(inventoryFrom(kImages), cleanupTermsFrom(kPolicy, running()));
        QStringList holds;
        for (const auto& hold : sheet->holds)
            holds.append(u"%1 %2"_s.arg(hold.words).arg(hold.versions));
        holds.sort();
        QCOMPARE(holds, (QStringList{u"Deployed on a host 1"_s, u"Keep tags: latest 1"_s,
                                     u"Part of an index that stays 1"_s}));
    }

    void whyKept_data()
    {
        QTest::addColumn<QString>("meant");
        QTest::addColumn<QString>("answer");
        QTest::newRow("tag")
            << u"latest"_s
            << u"app:latest stays: Tag latest is protected by latest, No rule is for all of its tags: latest"_s;
        QTest::newRow("package and tag") << u"web:v1"_s << u"web:v1 stays: No rule is for all of its tags: v1"_s;
        QTest::newRow("other package") << u"app:v1"_s << QString();
        QTest::newRow("goes") << u" pr-1 "_s << u"app:pr-1 goes: Tagged pr-1 and 30 day(s) old"_s;
        QTest::newRow("digest") << named(u"amd"_s).toString()
                                << u"app@%1 stays: Part of latest (linux/amd64)"_s.arg(named(u"amd"_s).shortForm());
        QTest::newRow("beginning of a digest")
            << named(u"amd"_s).hex().first(8)
            << u"app@%1 stays: Part of latest (linux/amd64)"_s.arg(named(u"amd"_s).shortForm());
        QTest::newRow("too short") << named(u"amd"_s).hex().first(4) << QString();
        QTest::newRow("nothing") << u"  "_s << QString();
        QTest::newRow("only the algorithm") << u"sha256:"_s << QString();
        QTest::newRow("no such tag") << u"nowhere"_s << QString();
    }

    void whyKept()
    {
        QFETCH(QString, meant);
        const auto sheet = cleanupFrom(inventoryFrom(kImages), cleanupTermsFrom(kPolicy, running()));
        QStringList answers;
        for (const auto& answer : slipway::whyKept(*sheet, meant))
            answers.append(answer.name + (answer.fate == CleanupFate::Goes ? u" goes: "_s : u" stays: "_s)
                           + answer.reasons.join(u", "_s));
        QTEST(answers.join(u'\n'), "answer");
    }

    void whyKeptOfAPackageThatWasLeftOut()
    {
        const auto sheet = cleanupFrom(inventoryFrom(u"package app repo=hub partial\n a1 image days=9 tags=v1\n"_s),
                                       cleanupTermsFrom(kPolicy));
        const auto answers = slipway::whyKept(*sheet, u"v1"_s);
        QCOMPARE(answers.size(), std::size_t(1));
        QCOMPARE(answers[0].reasons, QStringList{u"app is left out: its list of versions was not read to the end."_s});
    }

    void whyKeptStops()
    {
        const auto sheet = cleanupFrom(inventoryFrom(kImages), cleanupTermsFrom(kPolicy, running()));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(slipway::whyKept(*sheet, u"latest"_s, stop.get_token()).empty());
    }

    void thePlanFileIsTheCommands()
    {
        const auto inventory = inventoryFrom(kImages);
        const auto sheet = cleanupFrom(inventory, cleanupTermsFrom(kPolicy, running()));
        const PlanFile file = planFileOf(*sheet);
        QCOMPARE(planFileOf(*sheet).seal, file.seal);
        const auto read = parsePlanFile(writePlanFile(file), u"plan.json"_s);
        QVERIFY(read.has_value());
        QCOMPARE(read->deletions.size(), sheet->goes());
        QCOMPARE(read->freedBytes, sheet->plan.freed.owner);
        QVERIFY(checkPlan(*read, u"api.github.com"_s, u"northquay"_s, fixtureTime()).has_value());
    }
};

SLIPWAY_TEST_SUITE(TestCleanupSheet);

} // namespace

#include "test_cleanupsheet.moc"
