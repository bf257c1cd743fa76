#include "gui/accessiblewalk.h"
#include "gui/shownfiles.h"
#include "support/suite.h"
#include "views/files/codepane.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/filetabs.h"
#include "views/files/filetree.h"
#include "views/files/notespanel.h"
#include "views/files/notesview.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// "Title | aside | text" of each row.
QStringList rowsOf(const QAbstractItemModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        rows.append(QStringList{index.data().toString(), index.data(FileNotesModel::kAsideRole).toString(),
                                index.data(FileNotesModel::kTextRole).toString()}
                        .join(u" | "_s));
    }
    return rows;
}

FileVerdict faulty(FileKind kind, std::vector<TextFault> faults)
{
    return {FileState::Faulty, kind, std::move(faults), std::nullopt};
}

/// What links were opened.
class Browser final : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "take"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QStringList links;

public Q_SLOTS:
    void take(const QUrl& url) { links.append(url.toString()); }
};

} // namespace

/// What stands beside a file on the Files page: differences, errors, all files checked; open files; ways out.
class TestFilesNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsDifferences();
    void listsErrors();
    void listsErrorsOfWhatCannotBeCompared();
    void aRightFileHasNoList();
    void tellsWhenAllIsThere();
    void validatesAll();
    void comparesWithACommit();
    void keepsFilesOpen();
    void aChosenTabShowsItsFile();
    void openFilesComeBack();
    void opensOnGithub();
    void everythingHasAName();
    void tabReachesEverything();

private:
    [[nodiscard]] FilesPage& page() { return m_files->page(); }
    [[nodiscard]] CodeViewer& viewer() { return m_files->viewer(); }
    [[nodiscard]] NotesPanel& notes() { return page().notes(); }

    std::unique_ptr<ShownFiles> m_files;
};

void TestFilesNotes::init()
{
    m_files = std::make_unique<ShownFiles>(*qApp);
    m_files->commits = {{QString(40, u'b'), QDateTime(QDate(2025, 11, 20), QTime(12, 0)), u"Pin the images"_s},
                        {QString(40, u'a'), QDateTime(QDate(2025, 11, 2), QTime(12, 0)), u"First"_s}};
    QVERIFY(m_files->show());
}

void TestFilesNotes::cleanup()
{
    m_files.reset();
}

void TestFilesNotes::listsDifferences()
{
    QVERIFY(!notes().isVisible());
    page().compare(Against::Registry);
    QVERIFY(notes().isVisible());
    QCOMPARE(notes().title(), u"2 differences"_s);
    QCOMPARE(rowsOf(notes().model()), (QStringList{u"digest40 | Line 40 | sha256:old40 → sha256:new40"_s,
                                                   u"digest120 | Line 120 | sha256:old120 → sha256:new120"_s}));
    QCOMPARE(notes().view().currentIndex().row(), 0);
    // The keys go through the list as well, and the list leads to the lines.
    pressKeys(u"F7"_s);
    QCOMPARE(notes().view().currentIndex().row(), 1);
    notes().view().setFocus();
    pressKeys(u"Up, Return"_s);
    QCOMPARE(viewer().bar().changeText(), u"Change 1 of 2"_s);
    QVERIFY(viewer().panes().mainPane().hasFocus());
    notes().view().setFocus();
    pressKeys(u"Ctrl+C"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"digest40, Line 40: sha256:old40 → sha256:new40"_s);
    const auto* toast = m_files->window().findChild<Toast*>();
    QVERIFY(toast && toast->isVisible());
    QCOMPARE(toast->sentence(), u"Copied as text"_s);
    page().compare(Against::Nothing);
    QVERIFY(!notes().isVisible());
}

void TestFilesNotes::listsErrors()
{
    const FilePlace place = page().shown();
    page().setVerdict(place,
                      faulty(FileKind::Lock, {{40, 15, u"expected a text"_s}, {120, 3, u"\"tag\" is missing"_s}}));
    QCOMPARE(notes().title(), u"2 errors"_s);
    QCOMPARE(rowsOf(notes().model()),
             (QStringList{u"Line 40 | column 15 | expected a text"_s, u"Line 120 | column 3 | \"tag\" is missing"_s}));
    QCOMPARE(viewer().source().faults().size(), 2U);
    QCOMPARE(viewer().source().faults().front(), (CodeMatch{39, {14, 15}}));
    notes().view().setFocus();
    pressKeys(u"End, Return"_s);
    QVERIFY(viewer().source().hasFocus());
    QCOMPARE(viewer().source().cursor(), (CodePlace{119, 2}));
    // Another file's are not this one's.
    page().open(kWorkflowPath);
    QVERIFY(!notes().isVisible() && viewer().source().faults().empty());
    page().setVerdict(place, faulty(FileKind::Lock, {{1, 1, u"x"_s}}));
    QVERIFY(!notes().isVisible());
}

/// What is wrong in a file may be why it cannot be compared: it is told there, and leads to its line.
void TestFilesNotes::listsErrorsOfWhatCannotBeCompared()
{
    const FilePlace place = page().shown();
    page().compare(Against::Registry);
    page().setComparison(place, Against::Registry,
                         std::unexpected(Error{ErrorKind::InvalidFile, kLockPath, u"line 40"_s, {}}));
    QVERIFY(!viewer().pane() && !notes().isVisible());
    page().setVerdict(place, faulty(FileKind::Lock, {{40, 15, u"expected a text"_s}}));
    QVERIFY(notes().isVisible());
    QCOMPARE(notes().title(), u"1 error"_s);
    QCOMPARE(rowsOf(notes().model()), QStringList{u"Line 40 | column 15 | expected a text"_s});
    notes().view().setFocus();
    pressKeys(u"Home, Return"_s);
    QVERIFY(viewer().pane() == &viewer().source());
    QCOMPARE(viewer().source().cursor(), (CodePlace{39, 14}));
    QVERIFY(viewer().source().hasFocus());
}

void TestFilesNotes::aRightFileHasNoList()
{
    page().setVerdict(page().shown(), {FileState::Right, FileKind::Lock, {}, {}});
    QVERIFY(!notes().isVisible());
    const auto labels = viewer().findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->isVisible() && label->text() == "Schema valid"_L1; }));
}

/// Who waits for the page is told: the colours of both texts come first, the verdict last.
void TestFilesNotes::tellsWhenAllIsThere()
{
    page().compare(Against::Nothing);
    QVERIFY(page().isUnchecked());
    page().compare(Against::Registry);
    QVERIFY(viewer().panes().diff());
    QVERIFY(page().isWaiting()); // colours are found by another thread
    QSignalSpy settled(&page(), &FilesPage::settled);
    QVERIFY(eventually([&] { return !page().isWaiting(); }));
    QVERIFY(viewer().panes().isColored());
    QVERIFY(!settled.isEmpty());
    QVERIFY(page().isUnchecked());
    settled.clear();
    page().setVerdict(page().shown(), {FileState::Right, FileKind::Lock, {}, {}});
    QVERIFY(!page().isUnchecked());
    QCOMPARE(settled.size(), 1);
}

void TestFilesNotes::validatesAll()
{
    const QSignalSpy wanted(&page(), &FilesPage::checksWanted);
    page().findChild<QAction*>(u"files.checkAll"_s)->trigger();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(notes().isVisible());
    page().setVerdict({FilesFrom::Repository, kWorkflowPath},
                      faulty(FileKind::Workflow, {{3, 1, u"\"jobs\" is missing"_s}, {4, 1, u"y"_s}}));
    page().setVerdict({FilesFrom::Repository, kComposePath}, {FileState::Right, FileKind::Compose, {}, {}});
    page().setVerdict({FilesFrom::Repository, kLockPath},
                      {FileState::Unread, FileKind::Lock, {}, Error{ErrorKind::NotFound, kLockPath, {}, {}}});
    page().setVerdict({FilesFrom::Templates, kWorkflowPath},
                      {FileState::Right, FileKind::Workflow, {}, {}}); // is none of them
    page().endChecks();
    QCOMPARE(notes().title(), u"2 files with errors"_s);
    const QStringList rows = rowsOf(notes().model());
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0], kWorkflowPath + u" | Repository | 2 errors, the first in line 3: \"jobs\" is missing"_s);
    QCOMPARE(rows[1], kComposePath + u" | Repository | Valid"_s);
    QVERIFY(rows[2].startsWith(kLockPath + u" | Repository | "_s) && rows[2].size() > 20);
    // A row leads to its file, at the line.
    notes().view().setFocus();
    pressKeys(u"Home, Return"_s);
    QCOMPARE(page().shown().path, kWorkflowPath);
    QCOMPARE(viewer().source().cursor(), (CodePlace{2, 0}));
    QVERIFY(viewer().source().hasFocus());
    QVERIFY(notes().isVisible());
    Q_EMIT notes().closed();
    QVERIFY(!notes().isVisible());
}

void TestFilesNotes::comparesWithACommit()
{
    auto& choice = viewer().bar().choice();
    choice.setFocus();
    pressKeys(u"End"_s);
    QCOMPARE(choice.currentText(), u"Diff with an earlier commit"_s);
    auto& commits = viewer().bar().commits();
    QVERIFY(commits.isVisible());
    QCOMPARE(commits.count(), 2);
    QVERIFY(commits.currentText().startsWith(u"bbbbbbb, "_s) && commits.currentText().endsWith(u", Pin the images"_s));
    QCOMPARE(viewer().bar().changeText(), u"Change 1 of 2"_s);
    QSignalSpy wanted(&page(), &FilesPage::comparisonWanted);
    commits.setFocus();
    pressKeys(u"Down"_s);
    QCOMPARE(wanted.last()[2].toString(), QString(40, u'a'));
    QVERIFY(commits.currentText().endsWith(u", First"_s));
    // Read again, it is the same commit; another file's is the usual one.
    page().readAgain();
    QCOMPARE(wanted.last()[2].toString(), QString(40, u'a'));
    QVERIFY(commits.isVisible());
    page().tree().select({FilesFrom::Repository, kWorkflowPath});
    QCOMPARE(wanted.last()[2].toString(), QString());
    QVERIFY(commits.isVisible());
    // Of another file none is offered until its own are known, which takes a while.
    QVERIFY(QObject::disconnect(&page(), &FilesPage::comparisonWanted, &page(), nullptr));
    page().tree().select({FilesFrom::Repository, kComposePath});
    QVERIFY(page().isWaiting());
    QVERIFY(!commits.isVisible());
    QCOMPARE(commits.count(), 0);
    page().compare(Against::Nothing);
    QVERIFY(!commits.isVisible());
}

void TestFilesNotes::aChosenTabShowsItsFile()
{
    page().open(kWorkflowPath);
    page().tree().setFocus();
    pressKeys(u"Return"_s);
    page().open(kComposePath);
    {
        // The list's current row moved without a word.
        const QSignalBlocker silent(page().tree());
        page().tree().select({FilesFrom::Repository, kWorkflowPath});
    }
    QCOMPARE(page().shown().path, kComposePath);
    page().tabs().setFocus();
    pressKeys(u"Left"_s);
    QCOMPARE(page().shown().path, kWorkflowPath);
}

void TestFilesNotes::keepsFilesOpen()
{
    auto& tabs = page().tabs();
    QCOMPARE(tabs.count(), 1); // what is only looked at
    page().open(kWorkflowPath);
    QCOMPARE(tabs.count(), 1);
    page().tree().setFocus();
    pressKeys(u"Return"_s);
    QCOMPARE(tabs.kept(), (std::vector<FilePlace>{{FilesFrom::Repository, kWorkflowPath}}));
    QVERIFY(viewer().source().hasFocus());
    page().open(kComposePath);
    QCOMPARE(tabs.count(), 2);
    tabs.setFocus();
    pressKeys(u"Left"_s);
    QCOMPARE(page().shown().path, kWorkflowPath);
    QCOMPARE(page().tree().selected().path, kWorkflowPath);
    pressKeys(u"Right, Return"_s); // Enter keeps it
    QCOMPARE(tabs.kept().size(), 2U);
    page().open(kLockPath);
    QCOMPARE(tabs.count(), 3);
    pressKeys(u"Ctrl+W"_s);
    QCOMPARE(tabs.count(), 2);
    QCOMPARE(page().shown().path, kComposePath);
    pressKeys(u"Ctrl+W, Ctrl+W"_s);
    QCOMPARE(tabs.count(), 0);
    QVERIFY(!tabs.isVisible() && page().shown().path.isEmpty() && viewer().pane() == nullptr);
    // The list opens it again.
    page().open(kLockPath);
    QCOMPARE(tabs.count(), 1);
    QVERIFY(viewer().pane());
}

void TestFilesNotes::openFilesComeBack()
{
    QVERIFY(page().open(FilePlace{FilesFrom::Repository, kComposePath}));
    QVERIFY(page().open(FilePlace{FilesFrom::Repository, kWorkflowPath}));
    const QJsonObject kept = page().saveState();
    QVERIFY(!page().stateForOthers().contains(u"open"_s));
    m_files = std::make_unique<ShownFiles>(*qApp);
    page().restoreState(kept);
    // Whoever closes the program before the files were listed loses nothing.
    QCOMPARE(page().saveState(), kept);
    QVERIFY(m_files->show());
    QCOMPARE(page().tabs().kept(),
             (std::vector<FilePlace>{{FilesFrom::Repository, kComposePath}, {FilesFrom::Repository, kWorkflowPath}}));
    QCOMPARE(page().shown().path, kWorkflowPath);
    QCOMPARE(page().saveState(), kept);
    // Another owner's files are others.
    page().clear();
    page().restoreState({});
    QCOMPARE(page().tabs().count(), 0);
}

void TestFilesNotes::opensOnGithub()
{
    Browser browser;
    auto* open = page().findChild<QAction*>(u"files.openOnGithub"_s);
    QVERIFY(!open->isEnabled()); // a demo is nowhere to be seen
    page().setWebRoot(QUrl(u"https://github.com"_s));
    QVERIFY(open->isEnabled());
    page().open(kWorkflowPath);
    open->trigger();
    QCOMPARE(browser.links,
             QStringList{u"https://github.com/northquay/platform/blob/HEAD/.github/workflows/build-gpu.yml"_s});
    // What is made from the profile is not there.
    FileRoot templates;
    templates.from = FilesFrom::Templates;
    templates.name = u"northquay"_s;
    templates.files = listedFiles({kWorkflowPath});
    page().setRoot(templates);
    QVERIFY(page().open(FilePlace{FilesFrom::Templates, kWorkflowPath}));
    QVERIFY(!open->isEnabled());
}

void TestFilesNotes::everythingHasAName()
{
    page().compare(Against::Earlier);
    QCOMPARE(namelessWidgets(m_files->window()), QStringList());
    QCOMPARE(accessibleFaults(m_files->window()), QStringList());
}

void TestFilesNotes::tabReachesEverything()
{
    page().compare(Against::Earlier);
    const auto walk = walkByTab(m_files->window());
    QCOMPARE(walk.faults, QStringList());
    QVERIFY(walk.order.contains(&notes().view()));
    QVERIFY(walk.order.contains(&page().tabs()));
    QVERIFY(walk.order.contains(&viewer().bar().commits()));
}

SLIPWAY_TEST_SUITE(TestFilesNotes);

} // namespace slipway::test

#include "test_filesnotes.moc"
