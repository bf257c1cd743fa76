#include "core/format.h"
#include "gui/showncleanup.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/cleanupacting.h"
#include "views/cleanup/cleanupquestion.h"
#include "views/widgets/confirmdialog.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QString kRules = u"untagged: {olderThan: 90d}\nrules: [{tags: 'pr-*', olderThan: 14d}]\n"_s;

CleanupSheetPtr sheetBy(const QString& policy, const CleanupProtections& protections)
{
    return cleanupFrom(inventoryFrom(untidyOrganisation()), cleanupTermsFrom(policy, protections));
}

/// Of a run that would delete so many versions yet, put so many back, and others where they are gone.
CleanupRest restOf(int goes, int comesBack, int mayComeBack = 0)
{
    CleanupRest rest;
    const auto add = [](std::vector<PlannedVersion>& versions, int count) {
        for (int i = 0; i < count; ++i) {
            PlannedVersion version;
            version.package = {u"app"_s};
            version.id = {i};
            version.tags = {u"pr-%1"_s.arg(i)};
            version.rule = u"pr-*"_s;
            versions.push_back(version);
        }
    };
    add(rest.left.open, goes);
    add(rest.left.toPutBack, comesBack);
    add(rest.left.announced, mayComeBack);
    return rest;
}

ConfirmFact factOf(const Confirmation& question, const QString& name)
{
    const auto found = std::ranges::find(question.facts, name, &ConfirmFact::name);
    return found == question.facts.end() ? ConfirmFact() : *found;
}

} // namespace

/// What a person is told before a plan is carried out.
class TestCleanupQuestion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void whatIsLeftOutCountsNowhere();
    void leavingOutIsNotGivingUp();
    void goingOnTellsWhatIsPutBack_data();
    void goingOnTellsWhatIsPutBack();
    void theListIsSavedFirst_data();
    void theListIsSavedFirst();
};

void TestCleanupQuestion::hosts_data()
{
    QTest::addColumn<QString>("protect");
    QTest::addColumn<int>("targets");
    QTest::addColumn<QStringList>("unread");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Glyph>("glyph");
    const QString off = u"protect: {deployed: false}\n"_s;
    QTest::newRow("no target") << QString() << 0 << QStringList() << u"No host is configured, so none was asked"_s
                               << Glyph::Info;
    QTest::newRow("asked and protected") << QString() << 1 << QStringList() << u"None: what runs is protected"_s
                                         << Glyph::Ok;
    QTest::newRow("not read") << QString() << 1 << QStringList{u"demo-03"_s}
                              << u"Not asked: nobody knows what runs on demo-03"_s << Glyph::Warning;
    QTest::newRow("not protected") << off << 2 << QStringList{u"lab"_s, u"demo-03"_s}
                                   << u"Not asked: the policy does not protect what runs on demo-03, lab"_s
                                   << Glyph::Warning;
    QTest::newRow("not protected, none") << off << 0 << QStringList() << u"No host is configured, so none was asked"_s
                                         << Glyph::Info;
}

void TestCleanupQuestion::hosts()
{
    QFETCH(QString, protect);
    QFETCH(int, targets);
    QFETCH(QStringList, unread);
    CleanupProtections protections;
    protections.targets = targets;
    protections.unreadTargets = unread;
    const auto sheet = sheetBy(kRules + protect, protections);
    const auto question = cleanupQuestion(*sheet, shareOf(*sheet, {}), u"ghcr.io/acme"_s, false, fixtureTime());
    const auto fact = factOf(question, u"Hosts affected"_s);
    QTEST(fact.text, "text");
    QVERIFY(fact.glyph.has_value());
    QTEST(*fact.glyph, "glyph");
}

/// affective-cpu is left out: only vision-gpu's counts, and a layer that both have is freed by neither alone.
void TestCleanupQuestion::whatIsLeftOutCountsNowhere()
{
    const auto sheet = sheetBy(kRules + u"limits: {versions: 1, percent: 100}\n"_s, {});
    const auto whole = cleanupQuestion(*sheet, shareOf(*sheet, {}), u"ghcr.io/acme"_s, false, fixtureTime());
    const PackageName leftOut{u"affective-cpu"_s};
    const auto share = shareOf(*sheet, {leftOut});
    const auto question = cleanupQuestion(*sheet, share, u"ghcr.io/acme"_s, false, fixtureTime());
    std::vector<RowIndex> rows;
    for (const auto& deletion : sheet->plan.deletions)
        if (sheet->snapshot().packages[sheet->snapshot().versions[deletion.version].package].name != leftOut)
            rows.push_back(deletion.version);
    QVERIFY(!rows.empty() && rows.size() < sheet->goes());
    const Bytes freed = freedByDeleting(sheet->snapshot(), sheet->inventory->references, rows).owner;
    QCOMPARE(share.goes, rows.size());
    QCOMPARE(share.freed, freed);
    QVERIFY(freed < sheet->plan.freed.owner);
    QVERIFY2(question.goes.endsWith(u"It frees %1."_s.arg(formatBytes(freed))), qPrintable(question.goes));
    QVERIFY2(!question.goes.contains(u"pr-*"_s) && whole.goes.contains(u"pr-*"_s), qPrintable(question.goes));
    QVERIFY2(question.stays.endsWith(u"Left out, since over a limit: affective-cpu."_s), qPrintable(question.stays));
    QVERIFY2(factOf(question, u"Largest"_s).text.startsWith(u"vision-gpu"_s), "the largest is one that stays");
}

void TestCleanupQuestion::leavingOutIsNotGivingUp()
{
    WindowFixture fixture(*qApp);
    auto& page = fixture.window.cleanupPage();
    showCleanup(fixture.window);
    fixture.window.setWriteAccess(WriteAccess::Allowed);
    const auto inventory = page.sheet()->inventory;
    page.setSheet(cleanupFrom(inventory, cleanupTermsFrom(kRules + u"limits: {versions: 1, percent: 100}\n"_s)));
    QVERIFY(fixture.show());
    auto& acting = page.acting();
    acting.setRegistry(u"ghcr.io/acme"_s, false);
    acting.askToApply(Clock());
    QVERIFY(acting.dialog());
    // Esc gives up the whole; nothing more is asked.
    QTest::keyClick(acting.dialog(), Qt::Key_Escape);
    QVERIFY(!acting.dialog());
    acting.askToApply(Clock());
    QVERIFY(acting.dialog() && acting.dialog()->skipButton());
    acting.dialog()->skipButton()->click();
    QVERIFY(acting.dialog());
    QVERIFY(!acting.dialog()->skipButton());
    QCOMPARE(acting.dialog()->windowTitle(), u"Delete 1 version from ghcr.io/acme?"_s);
    acting.dialog()->reject();
}

void TestCleanupQuestion::goingOnTellsWhatIsPutBack_data()
{
    QTest::addColumn<int>("goes");
    QTest::addColumn<int>("comesBack");
    QTest::addColumn<int>("mayComeBack");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sentence");
    const QString rest = u"What is left of a run that was stopped."_s;
    const QString byRule = u" By rule: pr-*: 2."_s;
    QTest::newRow("both") << 2 << 1 << 0 << u"Delete 2 versions from ghcr.io/acme?"_s
                          << rest + u" 1 version is to be put back, since its tree stays."_s + byRule;
    QTest::newRow("nothing to be put back")
        << 2 << 0 << 0 << u"Delete 2 versions from ghcr.io/acme?"_s << rest + byRule;
    QTest::newRow("only that") << 0 << 2 << 0 << u"Put 2 versions of ghcr.io/acme back?"_s
                               << rest + u" 2 versions are to be put back, since their trees stay."_s;
    const QString looked =
        u" are to be put back, since their trees stay: whether all of them are gone is looked at "_s + u"first."_s;
    QTest::newRow("only that, and it may be there")
        << 0 << 1 << 1 << u"Put up to 2 versions of ghcr.io/acme back?"_s << rest + u" Up to 2 versions"_s + looked;
    QTest::newRow("and what may be there")
        << 2 << 0 << 3 << u"Delete 2 versions from ghcr.io/acme?"_s << rest + u" Up to 3 versions"_s + looked + byRule;
}

void TestCleanupQuestion::goingOnTellsWhatIsPutBack()
{
    QFETCH(const int, goes);
    QFETCH(const int, comesBack);
    QFETCH(const int, mayComeBack);
    const auto rest = restOf(goes, comesBack, mayComeBack);
    const auto question = restQuestion(rest, u"ghcr.io/acme"_s, false, fixtureTime());
    QTEST(question.title, "title");
    QTEST(question.goes, "sentence");
    QCOMPARE(question.harms, goes > 0);
    QCOMPARE(question.phrase.isEmpty(), goes == 0);
    // Asked, and pressed.
    WindowFixture fixture(*qApp);
    showCleanup(fixture.window);
    QVERIFY(fixture.show());
    auto& acting = fixture.window.cleanupPage().acting();
    acting.setRegistry(u"ghcr.io/acme"_s, false);
    const QSignalSpy confirmed(&acting, &CleanupActing::restConfirmed);
    acting.askToGoOn(rest, Clock(fixtureTime()));
    QVERIFY(acting.dialog());
    QCOMPARE(acting.dialog()->confirmButton().isEnabled(), goes == 0);
    QCOMPARE(acting.dialog()->listButton() != nullptr, goes > 0);
    QTest::keyClicks(&acting.dialog()->field(), question.phrase);
    acting.dialog()->confirmButton().click();
    QCOMPARE(confirmed.size(), 1);
}

void TestCleanupQuestion::theListIsSavedFirst_data()
{
    QTest::addColumn<bool>("isRest");
    QTest::newRow("of the plan in sight") << false;
    QTest::newRow("of what is left of a run") << true;
}

void TestCleanupQuestion::theListIsSavedFirst()
{
    QFETCH(const bool, isRest);
    WindowFixture fixture(*qApp);
    showCleanup(fixture.window);
    fixture.window.setWriteAccess(WriteAccess::Allowed);
    QVERIFY(fixture.show());
    auto& acting = fixture.window.cleanupPage().acting();
    const QSignalSpy lists(&acting, &CleanupActing::listRequested);
    const QSignalSpy rests(&acting, &CleanupActing::restListRequested);
    acting.setRegistry(u"ghcr.io/acme"_s, false);
    if (isRest)
        acting.askToGoOn(restOf(2, 1), Clock());
    else
        acting.askToApply(Clock());
    QVERIFY(acting.dialog() && acting.dialog()->listButton());
    const auto choose = [&](const QString& path) {
        // Enter presses it, and gives nothing up.
        acting.dialog()->activateWindow(); // offscreen nobody gives it
        acting.dialog()->listButton()->setFocus();
        QVERIFY(eventually([&] { return acting.dialog()->listButton()->hasFocus(); }));
        QTest::keyClick(acting.dialog()->listButton(), Qt::Key_Return);
        auto* files = acting.dialog()->findChild<QFileDialog*>();
        QVERIFY(files);
        Q_EMIT files->fileSelected(path);
        delete files;
    };
    choose(u"/reports/acme-cleanup.csv"_s);
    QCOMPARE(lists.size(), isRest ? 0 : 1);
    QCOMPARE(rests.size(), isRest ? 1 : 0);
    if (isRest)
        QCOMPARE(rests.last()[0].value<CleanupRest>().left.open.size(), size_t(2));
    else
        QCOMPARE(lists.last()[0].value<CleanupSheetPtr>(), fixture.window.cleanupPage().sheet());
    QCOMPARE((isRest ? rests : lists).last().last().toString(), u"/reports/acme-cleanup.csv"_s);
    acting.showListSaved(u"/reports/acme-cleanup.csv"_s, {});
    QVERIFY(acting.dialog());
    QCOMPARE(acting.dialog()->told(), u"The list was saved as /reports/acme-cleanup.csv"_s);
    acting.showListSaved(u"/proc/list.csv"_s,
                         failure(ErrorKind::FileAccess, u"/proc/list.csv"_s, u"Permission denied"_s));
    QVERIFY2(acting.dialog()->told().contains("/proc/list.csv"_L1), qPrintable(acting.dialog()->told()));
    acting.dialog()->reject();
}

SLIPWAY_TEST_SUITE(TestCleanupQuestion);

} // namespace slipway::test

#include "test_cleanupquestion.moc"
