#include "app/quitdialog.h"
#include "app/quitguard.h"
#include "app/session/cleanupplanning.h"
#include "cleanup/cleanuplock.h"
#include "gui/hands.h"
#include "gui/startedprogram.h"
#include "models/plantreemodel.h"
#include "models/runstreemodel.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/cleanupacting.h"
#include "views/cleanup/cleanuppage.h"
#include "views/cleanup/historypane.h"
#include "views/cleanup/planpane.h"
#include "views/cleanup/planview.h"
#include "views/cleanup/runbar.h"
#include "views/cleanup/runsview.h"
#include "views/widgets/confirmdialog.h"
#include "views/widgets/messagebar.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// What a dialog asks to be typed.
QString phraseOf(ConfirmDialog& dialog)
{
    const QString name = dialog.field().accessibleName();
    return name.mid(name.indexOf(u"type "_s) + 5);
}

} // namespace

/// Cleanups as a person carries them out in the whole program, on the demo's registry, and takes them back.
class TestCleanupRunning final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup();
    void deletesWhatWasConfirmedAndBringsItBack();
    void whatIsTakenOutStays();
    void stoppedItGoesOnLater_data();
    void stoppedItGoesOnLater();
    void whatIsOnlyToBePutBackGoesOn_data();
    void whatIsOnlyToBePutBackGoesOn();
    void quittingAsksWhileItRuns();
    void anotherOwnerWaitsWhileItRuns();
    void aHeldLockIsTold();
    void readOnlyOffersNothing();
    void thePlanIsTheCommandsFile();

private:
    [[nodiscard]] CleanupPage& page() { return m_program->window().cleanupPage(); }
    [[nodiscard]] CleanupActing& acting() { return page().acting(); }
    [[nodiscard]] QString said() { return acting().result().isVisible() ? acting().result().sentence() : QString(); }
    void start(const Target& target);
    [[nodiscard]] bool isPlanned()
    {
        return eventually([this] { return page().sheet() && !page().isWaiting(); });
    }
    /// Types what each dialog asks for, and presses the button.
    [[nodiscard]] bool confirm();
    [[nodiscard]] bool hasEnded()
    {
        return QTest::qWaitFor([this] { return !acting().isRunning() && acting().result().isVisible(); }, 60'000);
    }
    [[nodiscard]] const std::vector<CleanupRun>& runs()
    {
        return static_cast<RunsTreeModel&>(*acting().history().view().model()).runs();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StartedProgram> m_program;
};

void TestCleanupRunning::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void TestCleanupRunning::start(const Target& target)
{
    m_program = std::make_unique<StartedProgram>(ProgramStart{target, {}, {}});
    QVERIFY(m_program->read());
    QVERIFY(eventually([this] { return hasKeyboard(m_program->window()); }));
    pressKeys(u"Ctrl+4"_s);
    QVERIFY(isPlanned());
    QVERIFY(page().sheet()->goes() > 0);
}

bool TestCleanupRunning::confirm()
{
    page().plan().applyButton().click();
    // Packages over a limit first, each by its name.
    const std::size_t questions = page().sheet()->plan.needsConfirmation.size() + 1;
    for (std::size_t question = 0; question < questions; ++question) {
        auto* dialog = acting().dialog();
        if (!dialog || dialog->confirmButton().isEnabled())
            return false;
        QTest::keyClicks(&dialog->field(), phraseOf(*dialog));
        if (!dialog->confirmButton().isEnabled())
            return false;
        dialog->confirmButton().click();
    }
    return acting().isRunning();
}

void TestCleanupRunning::deletesWhatWasConfirmedAndBringsItBack()
{
    // So few that GitHub's limits let all of them go and come back at once.
    start(demoTarget(m_folder->path(), u"siriusscan"_s));
    const std::size_t goes = page().sheet()->goes();
    const std::size_t versions = page().sheet()->snapshot().versions.size();
    const Bytes frees = page().sheet()->plan.freed.owner;
    QVERIFY(confirm());
    QVERIFY2(hasEnded(), qPrintable(acting().runBar().text()));
    QVERIFY2(said().startsWith(u"%1 versions deleted"_s.arg(goes)), qPrintable(said()));
    QVERIFY2(said().endsWith(u"Every kept tag resolves, with all it lists and all that hangs on it."_s),
             qPrintable(said()));
    // The page sees the registry as it is now.
    QVERIFY(eventually([&] { return isPlanned() && page().sheet()->goes() == 0; }));

    page().setCurrentTab(1);
    QVERIFY(eventually([this] { return runs().size() == 1 && runs().front().isEnded; }));
    QCOMPARE(runs().front().count(RunFate::Restorable), goes);
    QCOMPARE(runs().front().versions.front().daysLeft, 30);
    QCOMPARE(runs().front().freed, (FreedSoFar{frees, false}));
    // One version, then all of the run.
    auto& view = acting().history().view();
    auto& model = *view.model();
    const QModelIndex run = model.index(0, 0);
    view.setCurrentIndex(model.index(static_cast<int>(goes) - 1, 0, run));
    QCOMPARE(acting().history().restoreButton().text(), u"Restore 1 version"_s);
    acting().history().restoreButton().click();
    QVERIFY(hasEnded());
    QCOMPARE(said(), u"1 version restored."_s);
    QVERIFY(eventually([this] { return runs().front().count(RunFate::Restored) == 1; }));
    view.setCurrentIndex(run);
    acting().history().restoreButton().click();
    QVERIFY(hasEnded());
    QCOMPARE(said(), u"%1 versions restored."_s.arg(goes - 1));
    QVERIFY(eventually([&] { return runs().front().count(RunFate::Restored) == goes; }));
    QVERIFY(!acting().history().restoreButton().isEnabled());
    // GitHub says that they were touched just now, so no rule selects them again at once; but they are all there.
    QVERIFY(eventually([&] { return isPlanned() && page().sheet()->snapshot().versions.size() == versions; }));
}

void TestCleanupRunning::whatIsTakenOutStays()
{
    start(demoTarget(m_folder->path()));
    const std::size_t goes = page().sheet()->goes();
    auto& view = page().plan().view();
    // A version of the first rule, with a tag: its children stay with it.
    const auto& group = page().sheet()->groups.front();
    const auto tagged = std::ranges::find_if(group.rows, [this](const CleanupRow& row) {
        return row.fate == CleanupFate::Goes && page().sheet()->snapshot().versions[row.version].isTagged();
    });
    QVERIFY(tagged != group.rows.end());
    const VersionId id = page().sheet()->snapshot().versions[tagged->version].id;
    view.setFocus();
    view.setCurrentIndex(view.plan().indexOf(id));
    pressKeys(u"Space"_s);
    QVERIFY(eventually([&] { return page().sheet()->isExcluded(id); }));
    const std::size_t less = page().sheet()->goes();
    QVERIFY(less < goes);
    QVERIFY(confirm());
    QVERIFY(hasEnded());
    QVERIFY2(said().startsWith(u"%1 versions deleted"_s.arg(less)), qPrintable(said()));
    // It is still out of the plan that follows, and can be put back into it.
    QVERIFY(eventually([&] { return isPlanned() && page().sheet()->goes() == 0; }));
    QVERIFY(page().sheet()->isExcluded(id));
    view.setCurrentIndex(view.plan().indexOf(id));
    QVERIFY(view.plan().setData(view.currentIndex().siblingAtColumn(0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(eventually([&] { return isPlanned() && page().sheet()->goes() == goes - less; }));
}

void TestCleanupRunning::stoppedItGoesOnLater_data()
{
    QTest::addColumn<bool>("isOverLimits");
    QTest::newRow("within the limits") << false;
    QTest::newRow("over them, and allowed by name when it was begun") << true;
}

void TestCleanupRunning::stoppedItGoesOnLater()
{
    QFETCH(const bool, isOverLimits);
    Target target = demoTarget(m_folder->path());
    if (isOverLimits) {
        target.profilePath = m_folder->filePath(u"profile.yaml"_s);
        put(target.profilePath, "version: 1\npolicies: [{packages: '*', file: cleanup.yaml}]\n");
        put(m_folder->filePath(u"cleanup.yaml"_s),
            "version: 1\nuntagged: {olderThan: 30d}\n"
            "rules: [{tags: 'pr-*', olderThan: 14d}, {tags: 'sha-*', olderThan: 30d, keepLatest: 5}]\n"
            "limits: {versions: 1, percent: 100}\n");
    }
    start(target);
    QCOMPARE(!page().sheet()->plan.needsConfirmation.empty(), isOverLimits);
    const std::size_t goes = page().sheet()->goes();
    QVERIFY(confirm());
    QVERIFY(eventually([this] { return acting().runBar().text().contains(u" of "_s); }));
    auto* pause = acting().runBar().findChild<QPushButton*>();
    QCOMPARE(pause->text(), u"Pause"_s);
    pause->click();
    QCOMPARE(pause->text(), u"Go on"_s);
    QVERIFY(acting().isRunning());
    for (auto* button : acting().runBar().findChildren<QPushButton*>())
        if (button->text() == "Stop"_L1)
            button->click();
    QVERIFY(hasEnded());
    QVERIFY2(said().contains(u"It was stopped; the rest stays."_s), qPrintable(said()));
    page().setCurrentTab(1);
    QVERIFY(eventually([this] { return runs().size() == 1; }));
    QVERIFY(!runs().front().isEnded);
    const std::size_t done = runs().front().versions.size();
    QVERIFY(done < goes);
    QVERIFY(eventually([this] { return acting().history().goOnButton().isVisible(); }));
    // It asks: how many are left, and what is to be typed.
    acting().history().goOnButton().click();
    QVERIFY(eventually([this] { return acting().dialog() != nullptr; }));
    QVERIFY(!acting().isRunning());
    acting().dialog()->reject();
    QVERIFY(!acting().isRunning());
    QCOMPARE(runs().front().versions.size(), done);
    acting().history().goOnButton().click();
    QVERIFY(eventually([this] { return acting().dialog() != nullptr; }));
    QVERIFY(!acting().dialog()->confirmButton().isEnabled());
    // What would go can be saved before.
    const QString list = m_folder->filePath(u"rest.csv"_s);
    QVERIFY(acting().dialog()->listButton());
    acting().dialog()->listButton()->click();
    auto* files = acting().dialog()->findChild<QFileDialog*>();
    QVERIFY(files);
    Q_EMIT files->fileSelected(list);
    delete files;
    QVERIFY(eventually([&] { return acting().dialog()->told().contains(list); }));
    QFile table(list);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(phraseOf(*acting().dialog()), u"delete %1 versions"_s.arg(table.readAll().count(",goes,")));
    QTest::keyClicks(&acting().dialog()->field(), phraseOf(*acting().dialog()));
    acting().dialog()->confirmButton().click();
    QVERIFY(acting().isRunning());
    QVERIFY(hasEnded());
    QVERIFY2(said().startsWith(u"%1 versions deleted"_s.arg(goes)), qPrintable(said()));
    QVERIFY(eventually([this] { return runs().front().isEnded; }));
    QVERIFY(!acting().history().goOnButton().isVisible());
}

void TestCleanupRunning::whatIsOnlyToBePutBackGoesOn_data()
{
    QTest::addColumn<bool>("isHalf"); ///< or nothing is left, and only the end was not written
    QTest::newRow("half of a tree is to be put back") << true;
    QTest::newRow("nothing is left") << false;
}

void TestCleanupRunning::whatIsOnlyToBePutBackGoesOn()
{
    QFETCH(const bool, isHalf);
    start(demoTarget(m_folder->path(), u"siriusscan"_s));
    QVERIFY(confirm());
    QVERIFY(hasEnded());
    page().setCurrentTab(1);
    QVERIFY(eventually([this] { return runs().size() == 1 && runs().front().isEnded; }));
    // The journal of a run that was killed, after GitHub had refused the rest of a tree.
    const QString journal = runs().front().journal;
    auto entries = readJournal(journal).value().entries;
    std::erase_if(entries, [](const JournalEntry& entry) { return entry.event == JournalEvent::Ended; });
    const auto top = std::ranges::find(entries, JournalEvent::Deleted, &JournalEntry::event);
    QVERIFY(top != entries.end());
    if (isHalf)
        top->event = JournalEvent::Left;
    QByteArray lines;
    for (const auto& entry : entries)
        lines += journalLine(entry);
    put(journal, lines);
    page().setCurrentTab(0);
    page().setCurrentTab(1);
    QVERIFY(eventually([this] { return acting().history().goOnButton().isVisible(); }));
    acting().history().goOnButton().click();
    if (isHalf) {
        // The others of its tree. Nothing goes, so nothing is typed.
        QVERIFY(eventually([this] { return acting().dialog() != nullptr; }));
        QVERIFY2(acting().dialog()->windowTitle().startsWith("Put 4 versions of "_L1),
                 qPrintable(acting().dialog()->windowTitle()));
        acting().dialog()->confirmButton().click();
    }
    QVERIFY(eventually([this] { return acting().isRunning(); }));
    QVERIFY(hasEnded());
    QVERIFY(!acting().dialog());
    QVERIFY(eventually([this] { return runs().front().isEnded; }));
    QCOMPARE(runs().front().count(RunFate::Restored), std::size_t(isHalf ? 4 : 0));
    QVERIFY(!acting().history().goOnButton().isVisible());
}

void TestCleanupRunning::quittingAsksWhileItRuns()
{
    start(demoTarget(m_folder->path()));
    const QuitGuard guard(m_program->window(), m_program->whole().session().operations());
    QVERIFY(confirm());
    acting().runBar().findChild<QPushButton*>()->click(); // pauses: it is still there when it is asked about
    m_program->window().close();
    auto* dialog = m_program->window().findChild<QuitDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(m_program->window().isVisible());
    dialog->reject();
    acting().runBar().findChild<QPushButton*>()->click();
    QVERIFY(hasEnded());
}

void TestCleanupRunning::anotherOwnerWaitsWhileItRuns()
{
    start(demoTarget(m_folder->path()));
    const std::size_t goes = page().sheet()->goes();
    QVERIFY(confirm());
    acting().runBar().findChild<QPushButton*>()->click(); // pauses
    const OwnerChoice other{OwnerChoice::Kind::Demo, u"siriusscan"_s};
    Q_EMIT m_program->window().organisationChosen(other);
    QVERIFY(acting().isRunning());
    QVERIFY2(m_program->notices().join(u'\n').contains(u"Another owner can be opened when this has ended"_s),
             qPrintable(m_program->notices().join(u'\n')));
    // By a link, too; and a later link to what is in sight is not held up by it.
    OpenRequest link;
    link.place.owner = u"siriusscan"_s;
    m_program->places().open(link);
    QVERIFY(acting().isRunning());
    acting().runBar().findChild<QPushButton*>()->click();
    QVERIFY(hasEnded());
    QVERIFY2(said().startsWith(u"%1 versions deleted"_s.arg(goes)), qPrintable(said()));
    Q_EMIT m_program->window().organisationChosen(other);
    QVERIFY(eventually([this] { return isPlanned() && page().sheet()->snapshot().owner.login == "siriusscan"_L1; }));
}

void TestCleanupRunning::aHeldLockIsTold()
{
    const Target target = demoTarget(m_folder->path());
    start(target);
    const auto lock = CleanupLock::take(cleanupFolderOf(target), target.apiHost(),
                                        page().sheet()->snapshot().owner.login, u"the night's job"_s);
    QVERIFY(lock.has_value());
    QVERIFY(confirm());
    QVERIFY(hasEnded());
    QVERIFY2(said().contains(u"being cleaned up already"_s) && said().contains(u"the night's job"_s),
             qPrintable(said()));
    QVERIFY(page().sheet()->goes() > 0);
}

void TestCleanupRunning::readOnlyOffersNothing()
{
    Target target = demoTarget(m_folder->path());
    target.access = WriteAccess::StartedReadOnly;
    start(target);
    QVERIFY(!page().plan().applyButton().isVisible());
    QVERIFY(!page().findChild<QAction*>(u"cleanup.apply"_s)->isEnabled());
    page().setCurrentTab(1);
    QVERIFY(!acting().history().restoreButton().isVisible());
}

void TestCleanupRunning::thePlanIsTheCommandsFile()
{
    start(demoTarget(m_folder->path()));
    const QString path = m_folder->filePath(u"plan.json"_s);
    Q_EMIT page().exportRequested(path);
    QVERIFY(eventually([&] { return QFile::exists(path); }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto plan = parsePlanFile(file.readAll(), path);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->deletions.size(), page().sheet()->goes());
    QCOMPARE(plan->freedBytes, page().sheet()->plan.freed.owner);
}

SLIPWAY_TEST_SUITE(TestCleanupRunning);

} // namespace slipway::test

#include "test_cleanuprunning.moc"
