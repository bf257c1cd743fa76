#include "gui/shownfiles.h"
#include "support/suite.h"
#include "views/files/codepane.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/filetabs.h"
#include "views/files/filetree.h"
#include "views/files/findbar.h"
#include "views/files/linebar.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/statepage.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The Files page in the window, with real keys; texts come from a shelf.
class TestFilesPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheLockFileFirst();
    void goesFromFileToFileByKeyboard();
    void findsText();
    void goesToALine();
    void selectsAndCopies();
    void saysWhyAFileIsNotShown_data();
    void saysWhyAFileIsNotShown();
    void keepsHowItIsArranged();
    void waitsForALinkedFile();
    void saysWhatIsNotThere();
    void anotherRepositoryHasAnotherText();
    void whatComesLaterIsOffered();
    void aClosedFileStaysClosed();
    void aPathLeadsToTheFileItself();
    void aLockOfAnotherNameIsCompared();

private:
    [[nodiscard]] FilesPage& page() { return m_files->page(); }
    [[nodiscard]] CodeViewer& viewer() { return m_files->viewer(); }

    std::unique_ptr<ShownFiles> m_files;
};

void TestFilesPage::init()
{
    m_files = std::make_unique<ShownFiles>(*qApp);
    QVERIFY(m_files->show());
}

void TestFilesPage::cleanup()
{
    m_files.reset();
}

void TestFilesPage::showsTheLockFileFirst()
{
    QCOMPARE(page().shown(), (FilePlace{FilesFrom::Repository, kLockPath}));
    QCOMPARE(viewer().source().content().rowCount(), 200);
    QCOMPARE(page().breadcrumb(), (QStringList{u"Files"_s, kLockPath}));
    QCOMPARE(viewer().footText(), u"JSON, UTF-8, 200 lines"_s);
}

void TestFilesPage::goesFromFileToFileByKeyboard()
{
    page().tree().setFocus();
    pressKeys(u"Home, Down, Down, Down"_s);
    QCOMPARE(page().shown().path, kWorkflowPath);
    QCOMPARE(viewer().source().content().text(0).toString(), u"name: Build"_s);
    pressKeys(u"Return"_s);
    QVERIFY(viewer().source().hasFocus());
    pressKeys(u"Down, Down"_s);
    QCOMPARE(viewer().source().cursor(), (CodePlace{2, 0}));
    // F6 goes through the panes, as on every page.
    pressKeys(u"Shift+F6"_s);
    QVERIFY(page().tree().hasFocus());
}

void TestFilesPage::findsText()
{
    pressKeys(u"Ctrl+F"_s);
    QVERIFY(viewer().findBar().isVisible() && viewer().findBar().field().hasFocus());
    typeText(u"DIGEST19"_s);
    QCOMPARE(viewer().findBar().countText(), u"Nothing found"_s);
    viewer().findBar().field().clear();
    typeText(u"digest19"_s);
    QCOMPARE(viewer().findBar().countText(), u"1 of 11"_s);
    QCOMPARE(viewer().source().selectedText(), u"digest19"_s);
    pressKeys(u"Return"_s);
    QCOMPARE(viewer().findBar().countText(), u"2 of 11"_s);
    QCOMPARE(viewer().source().cursor().row, 189);
    pressKeys(u"Shift+Return, Shift+Return"_s);
    QCOMPARE(viewer().findBar().countText(), u"11 of 11"_s);
    pressKeys(u"F3"_s);
    QCOMPARE(viewer().findBar().countText(), u"1 of 11"_s);
    pressKeys(u"Escape, Escape"_s);
    QVERIFY(!viewer().findBar().isVisible() && viewer().source().hasFocus());
}

void TestFilesPage::goesToALine()
{
    pressKeys(u"Ctrl+G"_s);
    QVERIFY(viewer().lineBar().isVisible());
    typeText(u"150"_s);
    pressKeys(u"Return"_s);
    QCOMPARE(viewer().source().cursor(), (CodePlace{149, 0}));
    QVERIFY(!viewer().lineBar().isVisible() && viewer().source().hasFocus());
    const int scrolled = viewer().source().verticalScrollBar()->value();
    QVERIFY(scrolled <= 149 && scrolled > 0);
    // Beyond the end is the end; what is no number is told.
    pressKeys(u"Ctrl+G"_s);
    typeText(u"9999"_s);
    pressKeys(u"Return"_s);
    QCOMPARE(viewer().source().cursor().row, 199);
    pressKeys(u"Ctrl+G"_s);
    typeText(u"x"_s);
    pressKeys(u"Return"_s);
    QVERIFY(viewer().lineBar().isVisible());
    QCOMPARE(viewer().lineBar().field().accessibleDescription(), u"There are lines 1 to 200"_s);
    pressKeys(u"Escape"_s);
    QVERIFY(!viewer().lineBar().isVisible());
}

void TestFilesPage::selectsAndCopies()
{
    viewer().source().setFocus();
    pressKeys(u"Down, Shift+End, Shift+Down, Shift+Home, Ctrl+C"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"  \"digest2\": \"sha256:old2\",\n"_s);
    pressKeys(u"Ctrl+A, Ctrl+C"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), lockText().chopped(1));
    pressKeys(u"Ctrl+Home, Right, Right, Left"_s);
    QCOMPARE(viewer().source().cursor(), (CodePlace{0, 1}));
}

void TestFilesPage::saysWhyAFileIsNotShown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("binary") << QByteArray("a\0b", 3)
                            << u"compose/compose.yaml could not be understood (it is a binary file)."_s;
    QTest::newRow("Latin-1") << QByteArray("a\n\xFC\n")
                             << u"compose/compose.yaml could not be understood (line 2 is not UTF-8)."_s;
}

void TestFilesPage::saysWhyAFileIsNotShown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const FilePlace place{FilesFrom::Repository, kComposePath};
    page().open(place.path);
    const auto text = parseText(bytes, place.path);
    QVERIFY(!text);
    page().setText(place, std::unexpected(text.error()));
    QVERIFY(viewer().statePage().isVisible());
    QCOMPARE(viewer().statePage().title(), expected);
    QVERIFY(viewer().pane() == nullptr);
    // Nothing to search: the key does nothing.
    pressKeys(u"Ctrl+F"_s);
    QVERIFY(!viewer().findBar().isVisible());
}

void TestFilesPage::keepsHowItIsArranged()
{
    QCOMPARE(page().saveState(), QJsonObject());
    page().restoreState({{u"inline"_s, true}, {u"unfolded"_s, true}, {u"folder"_s, u"/home/me/platform"_s}});
    QCOMPARE(page().saveState(),
             (QJsonObject{{u"inline"_s, true}, {u"unfolded"_s, true}, {u"folder"_s, u"/home/me/platform"_s}}));
    // Another owner's files lie somewhere else.
    QCOMPARE(page().stateForOthers(), (QJsonObject{{u"inline"_s, true}, {u"unfolded"_s, true}}));
    page().compare(Against::Registry);
    QCOMPARE(viewer().panes().mainPane().content().side(), CodeSide::Inline);
    QCOMPARE(viewer().panes().mainPane().content().rowCount(), 202);
    page().restoreState({});
    QCOMPARE(page().saveState(), QJsonObject());
}

void TestFilesPage::waitsForALinkedFile()
{
    page().clear();
    QVERIFY(page().shown().path.isEmpty());
    QVERIFY(page().open(kWorkflowPath));
    m_files->tellFiles();
    QCOMPARE(page().shown().path, kWorkflowPath);
}

void TestFilesPage::saysWhatIsNotThere()
{
    QSignalSpy missing(&page(), &FilesPage::notFound);
    QVERIFY(!page().open(u"nope.yml"_s));
    page().clear();
    QVERIFY(page().open(u"nope.yml"_s));
    m_files->tellFiles();
    QCOMPARE(missing.size(), 1);
    QCOMPARE(missing.first().first().toString(), u"nope.yml"_s);
}

/// What was shown is the other's.
void TestFilesPage::anotherRepositoryHasAnotherText()
{
    page().open(kComposePath);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    QSignalSpy wanted(&page(), &FilesPage::fileWanted);
    FileRoot other;
    other.from = page().shown().from;
    other.name = u"/team/another"_s;
    other.isLoading = true;
    page().setRoot(other);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<FilePlace>().path, kComposePath);
    page().setRoot(other); // read, and still the same
    QCOMPARE(wanted.size(), 1);
}

/// A root that is read after the file it has too: what it makes possible is offered at once.
void TestFilesPage::whatComesLaterIsOffered()
{
    page().open(kComposePath);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    const auto& choice = viewer().bar().choice();
    const int before = choice.count();
    FileRoot checkout;
    checkout.from = FilesFrom::Checkout;
    checkout.name = u"/team/platform"_s;
    checkout.files = listedFiles({kComposePath});
    page().setRoot(checkout);
    QCOMPARE(choice.count(), before + 1);
    QCOMPARE(page().shown(), (FilePlace{FilesFrom::Repository, kComposePath}));
}

/// Whoever closed the last tab wants none: a reading opens nothing.
void TestFilesPage::aClosedFileStaysClosed()
{
    page().open(kComposePath);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    while (page().tabs().count() > 0)
        page().tabs().closeCurrent();
    QVERIFY(page().shown().path.isEmpty());
    m_files->tellFiles();
    QVERIFY(page().shown().path.isEmpty());
    QVERIFY(page().open(kWorkflowPath));
    QCOMPARE(page().shown().path, kWorkflowPath);
}

/// Who follows a link to a file wants the file, though it was compared with something when it was seen last.
void TestFilesPage::aPathLeadsToTheFileItself()
{
    page().compare(Against::Registry);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    QVERIFY(viewer().pane() != &viewer().source());
    QVERIFY(page().open(kLockPath));
    QVERIFY(eventually([this] { return viewer().pane() == &viewer().source(); }));
    page().compare(Against::Registry);
    QVERIFY(page().open(kWorkflowPath));
    QVERIFY(eventually([this] { return viewer().pane() == &viewer().source(); }));
}

/// A lock file by another name is one nevertheless, where the profile says so.
void TestFilesPage::aLockOfAnotherNameIsCompared()
{
    FileRoot root;
    root.from = FilesFrom::Repository;
    root.name = u"northquay/platform"_s;
    root.files = {{u"deploy/pins.json"_s, FileKind::Lock}};
    QVERIFY(std::ranges::contains(comparisonsFor({root.from, u"deploy/pins.json"_s}, {root}), Against::Registry));
    root.files[0].kind = FileKind::Updates;
    QVERIFY(!std::ranges::contains(comparisonsFor({root.from, u"deploy/pins.json"_s}, {root}), Against::Registry));
}

SLIPWAY_TEST_SUITE(TestFilesPage);

} // namespace slipway::test

#include "test_filespage.moc"
