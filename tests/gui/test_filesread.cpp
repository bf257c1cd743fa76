#include "gui/hands.h"
#include "gui/startedprogram.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/files/codepane.h"
#include "views/files/codeviewer.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/filespage.h"
#include "views/files/filetree.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Files as the whole program reads them: from the demo's repository, from a folder, and made from the profile.
class TestFilesRead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsTheRepositoryOnceSomebodyLooks();
    void comparesTheLockWithTheRegistry();
    void comparesAWorkflowWithItsTemplate();
    void readsAFolder();
    void aLinkLeadsToAFile();

private:
    [[nodiscard]] FilesPage& page() { return m_program->window().filesPage(); }
    [[nodiscard]] CodeViewer& viewer() { return page().viewer(); }
    void start(const DeepLink& place = {});
    /// Opens a file and waits for it.
    [[nodiscard]] bool open(const QString& path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StartedProgram> m_program;
};

void TestFilesRead::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFilesRead::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void TestFilesRead::start(const DeepLink& place)
{
    m_program = std::make_unique<StartedProgram>(ProgramStart{demoTarget(m_folder->path()), place, {}});
    QVERIFY(m_program->read());
    QVERIFY(eventually([this] { return hasKeyboard(m_program->window()); }));
}

bool TestFilesRead::open(const QString& path)
{
    return page().open(path) && eventually([&] { return page().shown().path == path && !page().isWaiting(); });
}

void TestFilesRead::readsTheRepositoryOnceSomebodyLooks()
{
    start();
    QVERIFY(
        eventually([this] { return page().model().indexOf({FilesFrom::Templates, u"renovate.json"_s}).isValid(); }));
    QVERIFY(page().shown().path.isEmpty());
    QVERIFY(!page().model().indexOf({FilesFrom::Repository, u"build-lock.json"_s}).isValid());
    pressKeys(u"Ctrl+0"_s);
    QVERIFY(open(u"build-lock.json"_s));
    QCOMPARE(page().shown().from, FilesFrom::Repository);
    QVERIFY(viewer().source().content().rowCount() > 500);
    QCOMPARE(viewer().source().content().text(0).toString(), u"{"_s);
    QVERIFY(open(u"compose/compose.yaml"_s));
    QVERIFY(viewer().source().content().text(1).startsWith(u"services:"));
}

void TestFilesRead::comparesTheLockWithTheRegistry()
{
    start();
    pressKeys(u"Ctrl+0"_s);
    QVERIFY(open(u"build-lock.json"_s));
    page().compare(Against::Registry);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    const auto& diff = viewer().panes().diff();
    QVERIFY(diff);
    // apc-emotion-gpu was pushed again after the lock was written: the moment, its digests and its layers differ.
    QVERIFY(diff->diff.changes.size() >= 3);
    const auto& first = diff->diff.changes.front();
    QVERIFY(diff->left->lines[static_cast<std::size_t>(first.left)].contains(u"\"generatedAt\""));
    pressKeys(u"F7"_s);
    QVERIFY(viewer().bar().changeText().startsWith(u"Change 2 of"_s));
    // What is compared with itself is the same.
    const auto again = makeTextDiff(diff->right, diff->right);
    QVERIFY(again->isSame());
}

void TestFilesRead::comparesAWorkflowWithItsTemplate()
{
    start();
    pressKeys(u"Ctrl+0"_s);
    QVERIFY(open(u".github/workflows/build-gpu.yml"_s));
    QCOMPARE(page().shown().from, FilesFrom::Repository);
    page().compare(Against::Template);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    const auto& diff = viewer().panes().diff();
    QVERIFY(diff && !diff->isSame());
    QVERIFY(diff->right->text.contains(u"cosign attest"_s) && !diff->left->text.contains(u"cosign attest"_s));
    QVERIFY(diff->right->text.contains(u"          - apc-emotion-gpu\n"_s));
}

void TestFilesRead::readsAFolder()
{
    write(m_folder->filePath(u"checkout/compose.yaml"_s), "services: { own: {} }\n");
    write(m_folder->filePath(u"checkout/.github/workflows/bad.yml"_s), "name: \xFF\n");
    start();
    page().restoreState({{u"folder"_s, m_folder->filePath(u"checkout"_s)}});
    pressKeys(u"Ctrl+0"_s);
    QVERIFY(open(u"compose.yaml"_s));
    QCOMPARE(page().shown().from, FilesFrom::Checkout);
    QCOMPARE(viewer().source().content().text(0).toString(), u"services: { own: {} }"_s);
    QVERIFY(open(u".github/workflows/bad.yml"_s));
    QVERIFY(viewer().pane() == nullptr);
    // A file that went meanwhile says so when it is read again.
    QVERIFY(open(u"compose.yaml"_s));
    QVERIFY(QFile::remove(m_folder->filePath(u"checkout/compose.yaml"_s)));
    page().compare(Against::Nothing);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    QVERIFY(viewer().pane() == nullptr);
}

void TestFilesRead::aLinkLeadsToAFile()
{
    DeepLink link;
    link.owner = u"northquay"_s;
    link.page = u"files"_s;
    link.file = u".github/workflows/lockfile.yml"_s;
    start(link);
    QVERIFY(eventually([&] { return page().shown().path == link.file && !page().isWaiting(); }));
    QVERIFY(page().isVisible());
    QCOMPARE(viewer().source().content().text(0).toString(), u"name: Check the lock file"_s);
    QCOMPARE(m_program->notices(), QStringList());
    link.file = u"nope.yml"_s;
    m_program->places().open({link, {}});
    QVERIFY(eventually(
        [&] { return m_program->notices().contains(u"nope.yml is not among the files that were found."_s); }));
}

SLIPWAY_TEST_SUITE(TestFilesRead);

} // namespace slipway::test

#include "test_filesread.moc"
