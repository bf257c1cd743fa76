#include "app/palettedesk.h"
#include "gui/hands.h"
#include "gui/startedprogram.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/drift/driftpage.h"
#include "views/files/codepane.h"
#include "views/files/codeviewer.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/filespage.h"
#include "views/files/filetabs.h"
#include "views/files/notespanel.h"
#include "views/files/notesview.h"
#include "views/palette/commandpalette.h"
#include "views/widgets/messagebar.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Files checked, and compared with what they were, by the whole program.
class TestFilesCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDemosFilesAreRight();
    void everyFaultIsTold();
    void comparesWithEarlierCommits();
    void aLockThatCannotBeReadLeadsToItsFile();
    void thePaletteFindsFiles();

private:
    [[nodiscard]] FilesPage& page() { return m_program->window().filesPage(); }
    [[nodiscard]] CodeViewer& viewer() { return page().viewer(); }
    void start(const Target& target);
    void write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] bool git(const QStringList& arguments) const;
    /// Goes to the page, and waits for a file of the checkout.
    [[nodiscard]] bool open(const QString& path);
    /// The titles and texts of the list beside the file, "title: text".
    [[nodiscard]] QStringList rows();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StartedProgram> m_program;
};

void TestFilesCheck::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFilesCheck::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void TestFilesCheck::start(const Target& target)
{
    m_program = std::make_unique<StartedProgram>(ProgramStart{target, {}, {}});
    QVERIFY(m_program->read());
    QVERIFY(eventually([this] { return hasKeyboard(m_program->window()); }));
}

void TestFilesCheck::write(const QString& name, const QByteArray& bytes) const
{
    const QString path = m_folder->filePath(u"checkout/"_s + name);
    QVERIFY(QDir().mkpath(path.section(u'/', 0, -2)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

bool TestFilesCheck::git(const QStringList& arguments) const
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto* name : {"GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"})
        environment.insert(QString::fromLatin1(name), u"someone@example.org"_s);
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    process.setProcessEnvironment(environment);
    process.start(u"git"_s, QStringList{u"-C"_s, m_folder->filePath(u"checkout"_s)} + arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

bool TestFilesCheck::open(const QString& path)
{
    page().restoreState({{u"folder"_s, m_folder->filePath(u"checkout"_s)}});
    pressKeys(u"Ctrl+0"_s);
    return page().open(path)
           && eventually([&] { return page().shown() == FilePlace{FilesFrom::Checkout, path} && !page().isWaiting(); });
}

QStringList TestFilesCheck::rows()
{
    QStringList rows;
    for (const FileNote& note : page().notes().model().notes())
        rows.append(note.title + u": "_s + note.text);
    return rows;
}

void TestFilesCheck::theDemosFilesAreRight()
{
    start(demoTarget(m_folder->path()));
    pressKeys(u"Ctrl+0"_s);
    QVERIFY(page().open(u"build-lock.json"_s));
    QVERIFY(eventually([&] { return page().shown().path == "build-lock.json"_L1 && !page().isWaiting(); }));
    page().findChild<QAction*>(u"files.checkAll"_s)->trigger();
    const auto total = page().model().places();
    const auto expected =
        std::ranges::count_if(total, [](const FilePlace& each) { return each.from == FilesFrom::Repository; });
    QVERIFY(expected > 5);
    QVERIFY(eventually([&] { return std::ssize(rows()) == expected; }));
    QCOMPARE(page().notes().title(), u"%1 files checked"_s.arg(expected));
    QVERIFY(rows().contains(u"build-lock.json: Schema valid"_s));
    QVERIFY(rows().contains(u"compose/compose.yaml: Valid"_s));
    QVERIFY(rows().contains(u"docker/gpu/Dockerfile: Not checked: there is no rule for such files"_s));
}

void TestFilesCheck::everyFaultIsTold()
{
    write(u"build-lock.json"_s, "{\n  \"version\": 3,\n  \"owner\": 5\n}\n");
    write(u"slipway.yaml"_s, "version: 1\nowner: northquay\nbudget: []\n");
    write(u"cleanup.yaml"_s, "version: 1\nprotekt: {}\n");
    write(u".github/workflows/a.yml"_s, "on: push\njobs:\n  a:\n    steps: []\n");
    write(u"compose.yaml"_s, "services:\n  a: {}\n");
    write(u"renovate.json"_s, "{\"extends\": [}\n");
    start(demoTarget(m_folder->path()));
    QVERIFY(open(u"build-lock.json"_s));
    QVERIFY(eventually([this] { return page().notes().isVisible(); }));
    QCOMPARE(rows(), (QStringList{u"Line 1: \"generatedAt\" is missing"_s, u"Line 1: \"images\" is missing"_s,
                                  u"Line 2: \"version\": expected 1, found 3"_s,
                                  u"Line 3: \"owner\": expected a text, found a number"_s}));
    QCOMPARE(viewer().source().faults().size(), 4U);
    page().notes().view().setFocus();
    pressKeys(u"End, Return"_s);
    QCOMPARE(viewer().source().cursor(), (CodePlace{2, 11}));

    page().findChild<QAction*>(u"files.checkAll"_s)->trigger();
    QVERIFY(eventually([this] { return page().notes().title() == "6 files with errors"_L1; }));
    const QString all = rows().join(u'\n');
    for (const auto& line : {u"build-lock.json: 4 errors, the first in line 1"_s, u"slipway.yaml: 1 error, in line 3"_s,
                             u"cleanup.yaml: 1 error, in line 2"_s, u".github/workflows/a.yml: 1 error, in line 3"_s,
                             u"compose.yaml: 1 error, in line 2"_s, u"renovate.json: 1 error, in line 1"_s})
        QVERIFY2(all.contains(line), qPrintable(all));
}

void TestFilesCheck::comparesWithEarlierCommits()
{
    write(u"compose.yaml"_s, "services: {a: {image: one}}\n");
    QVERIFY(git({u"init"_s, u"--quiet"_s}));
    QVERIFY(git({u"add"_s, u"--all"_s}) && git({u"commit"_s, u"--quiet"_s, u"--message"_s, u"First"_s}));
    write(u"compose.yaml"_s, "services: {a: {image: two}}\n");
    QVERIFY(git({u"commit"_s, u"--quiet"_s, u"--all"_s, u"--message"_s, u"Second"_s}));
    start(demoTarget(m_folder->path()));
    QVERIFY(open(u"compose.yaml"_s));
    page().compare(Against::Earlier);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    // Nothing was changed since the second, so the first is what is of interest.
    auto& commits = viewer().bar().commits();
    QCOMPARE(commits.count(), 2);
    QVERIFY(commits.currentText().endsWith(u", First"_s));
    QCOMPARE(viewer().panes().diff()->right->text, u"services: {a: {image: one}}\n"_s);
    QCOMPARE(page().notes().title(), u"1 difference"_s);
    commits.setFocus();
    pressKeys(u"Home"_s);
    QVERIFY(eventually([this] { return !page().isWaiting() && viewer().panes().diff(); }));
    QVERIFY(viewer().panes().diff()->isSame());
    // A file that nobody committed yet.
    write(u"cleanup.yaml"_s, "version: 1\n");
    page().readAgain();
    QVERIFY(eventually([this] { return page().model().indexOf({FilesFrom::Checkout, u"cleanup.yaml"_s}).isValid(); }));
    QVERIFY(page().open(FilePlace{FilesFrom::Checkout, u"cleanup.yaml"_s}));
    QVERIFY(eventually([this] { return !page().isWaiting() && page().shown().path == "cleanup.yaml"_L1; }));
    QVERIFY(viewer().pane() == nullptr);
}

void TestFilesCheck::aLockThatCannotBeReadLeadsToItsFile()
{
    write(u"build-lock.json"_s, "{ \"version\": 1,");
    write(u"slipway.yaml"_s, "version: 1\nowner: northquay\ndrift: {lock: build-lock.json}\n");
    Target target = demoTarget(m_folder->path());
    target.profilePath = m_folder->filePath(u"checkout/slipway.yaml"_s);
    start(target);
    pressKeys(u"Ctrl+3"_s);
    auto& drift = m_program->window().driftPage();
    QVERIFY(eventually([&] { return drift.look() && !drift.isWaiting(); }));
    auto* bar = drift.findChild<MessageBar*>();
    const auto buttons = bar->findChildren<QPushButton*>();
    const auto button = std::ranges::find(buttons, u"Open in Files"_s, &QAbstractButton::text);
    QVERIFY(button != buttons.end() && (*button)->isVisible());
    (*button)->setFocus();
    pressKeys(u"Space"_s);
    QVERIFY(page().isVisible());
    QVERIFY(eventually([this] {
        return page().shown() == FilePlace{FilesFrom::Checkout, u"build-lock.json"_s} && page().notes().isVisible();
    }));
    QCOMPARE(rows().size(), 1);
    QVERIFY(rows()[0].startsWith(u"Line 1: "_s));
}

void TestFilesCheck::thePaletteFindsFiles()
{
    start(demoTarget(m_folder->path()));
    pressKeys(u"Ctrl+0"_s);
    QVERIFY(page().open(u"build-lock.json"_s));
    QVERIFY(eventually([&] { return page().shown().path == "build-lock.json"_L1 && !page().isWaiting(); }));
    pressKeys(u"Ctrl+1, Ctrl+K"_s);
    QVERIFY(m_program->window().paletteDesk().palette().isVisible());
    typeText(u"compose.yaml"_s);
    pressKeys(u"Return"_s);
    QVERIFY(eventually([this] { return page().isVisible() && page().shown().path == "compose/compose.yaml"_L1; }));
    QCOMPARE(page().tabs().kept().size(), 1U);
}

SLIPWAY_TEST_SUITE(TestFilesCheck);

} // namespace slipway::test

#include "test_filescheck.moc"
