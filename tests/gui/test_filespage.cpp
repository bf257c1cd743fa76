#include "gui/accessiblewalk.h"
#include "gui/hands.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/files/codecolors.h"
#include "views/files/codepane.h"
#include "views/files/codeviewer.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/filespage.h"
#include "views/files/filetree.h"
#include "views/files/findbar.h"
#include "views/files/linebar.h"
#include "views/theme/tokens.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/statepage.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdlib>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QString kWorkflow = u".github/workflows/build-gpu.yml"_s;
const QString kLock = u"build-lock.json"_s;

/// 200 lines of a lock file; `changed` are other than usual.
QString lockText(const QList<int>& changed = {})
{
    QString text = u"{\n"_s;
    for (int line = 2; line < 200; ++line)
        text += changed.contains(line) ? u"  \"digest%1\": \"sha256:new%1\",\n"_s.arg(line)
                                       : u"  \"digest%1\": \"sha256:old%1\",\n"_s.arg(line);
    return text + u"}\n"_s;
}

TextLinesPtr linesOfText(const QString& text)
{
    return std::make_shared<const TextLines>(text);
}

/// What is read of files: by path, whatever root; comparisons have another text by path.
struct Shelf final {
    QHash<QString, QString> texts;
    QHash<QString, QString> others;
};

} // namespace

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
    void comparesWithTheRegistry();
    void opensFolds();
    void showsBothTextsInOne();
    void saysWhyAFileIsNotShown_data();
    void saysWhyAFileIsNotShown();
    void keepsHowItIsArranged();
    void waitsForALinkedFile();
    void saysWhatIsNotThere();
    void colorsFollowTheGrammar();
    void linesAreWhole();
    void followsTheTheme();
    void everythingHasAName();
    void isReadByThoseWhoDoNotSeeIt();
    void tabReachesEverything();

private:
    [[nodiscard]] FilesPage& page() { return m_fixture->window.filesPage(); }
    [[nodiscard]] CodeViewer& viewer() { return page().viewer(); }
    void showFiles();

    std::unique_ptr<WindowFixture> m_fixture;
    Shelf m_shelf;
};

void TestFilesPage::init()
{
    m_shelf = {};
    m_shelf.texts = {{kLock, lockText()},
                     {kWorkflow, u"name: Build\non: push\n# a comment\njobs: {}\n"_s},
                     {u"compose/compose.yaml"_s, u"services: {}\n"_s}};
    m_shelf.others = {{kLock, lockText({40, 120})}};
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    auto& files = page();
    connect(&files, &FilesPage::fileWanted, &files, [this, &files](const FilePlace& place) {
        files.setText(place, linesOfText(m_shelf.texts.value(place.path)));
    });
    connect(&files, &FilesPage::comparisonWanted, &files, [this, &files](const FilePlace& place, Against against) {
        const auto diff =
            makeTextDiff(linesOfText(m_shelf.texts.value(place.path)), linesOfText(m_shelf.others.value(place.path)));
        files.setComparison(place, against, FileComparison{diff, {}});
    });
    QVERIFY(m_fixture->show());
    pressKeys(u"Ctrl+0"_s);
    showFiles();
    QVERIFY(eventually([this] { return hasKeyboard(m_fixture->window); }));
}

void TestFilesPage::cleanup()
{
    m_fixture.reset();
}

void TestFilesPage::showFiles()
{
    FileRoot root;
    root.from = FilesFrom::Repository;
    root.name = u"northquay/platform"_s;
    root.files = listedFiles({kLock, kWorkflow, u"compose/compose.yaml"_s});
    page().setRepositories({u"platform"_s});
    page().setRoot(root);
}

void TestFilesPage::showsTheLockFileFirst()
{
    QCOMPARE(page().shown(), (FilePlace{FilesFrom::Repository, kLock}));
    QCOMPARE(viewer().source().content().rowCount(), 200);
    QCOMPARE(page().breadcrumb(), (QStringList{u"Files"_s, kLock}));
    QCOMPARE(viewer().footText(), u"JSON, UTF-8, 200 lines"_s);
}

void TestFilesPage::goesFromFileToFileByKeyboard()
{
    page().tree().setFocus();
    pressKeys(u"Home, Down, Down, Down"_s);
    QCOMPARE(page().shown().path, kWorkflow);
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

void TestFilesPage::comparesWithTheRegistry()
{
    auto& choice = viewer().bar().choice();
    QCOMPARE(choice.count(), 2);
    choice.setFocus();
    pressKeys(u"Down"_s);
    QVERIFY(viewer().pane() == &viewer().panes().mainPane());
    QCOMPARE(viewer().bar().changeText(), u"Change 1 of 2"_s);
    auto& left = viewer().panes().mainPane();
    auto& right = viewer().panes().rightPane();
    QCOMPARE(left.content().text(left.cursor().row).toString(), u"  \"digest40\": \"sha256:old40\","_s);
    QCOMPARE(right.content().text(left.cursor().row).toString(), u"  \"digest40\": \"sha256:new40\","_s);
    QCOMPARE(left.content().changedWords(left.cursor().row).size(), 1u);
    pressKeys(u"F7"_s);
    QCOMPARE(viewer().bar().changeText(), u"Change 2 of 2"_s);
    QCOMPARE(left.content().leftNumber(left.cursor().row), 120);
    pressKeys(u"F7"_s);
    QCOMPARE(viewer().bar().changeText(), u"Change 1 of 2"_s);
    pressKeys(u"Shift+F7"_s);
    QCOMPARE(viewer().bar().changeText(), u"Change 2 of 2"_s);
    viewer().copyDiff();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"--- In the repository\n+++ In the registry\n@@ -37,7 +37,7 @@\n"_s));
    QVERIFY(copied.contains(u"-  \"digest120\": \"sha256:old120\",\n+  \"digest120\": \"sha256:new120\",\n"_s));
}

void TestFilesPage::opensFolds()
{
    page().compare(Against::Registry);
    auto& left = viewer().panes().mainPane();
    const auto folded = left.content().rowCount();
    QCOMPARE(left.content().tone(0), CodeTone::Folded);
    left.setFocus();
    pressKeys(u"Ctrl+Home, Return"_s);
    QCOMPARE(left.content().rowCount(), folded + 35);
    QCOMPARE(left.content().leftNumber(0), 1);
    // Both sides stay beside one another.
    QCOMPARE(viewer().panes().rightPane().content().rowCount(), left.content().rowCount());
    left.verticalScrollBar()->setValue(7);
    QCOMPARE(viewer().panes().rightPane().verticalScrollBar()->value(), 7);
}

void TestFilesPage::showsBothTextsInOne()
{
    page().compare(Against::Registry);
    auto* inlineButton = viewer().bar().findChildren<QPushButton*>().at(1);
    QCOMPARE(inlineButton->text(), u"Inline"_s);
    inlineButton->setFocus();
    pressKeys(u"Space"_s);
    auto& pane = viewer().panes().mainPane();
    QVERIFY(pane.isVisible() && !viewer().panes().rightPane().isVisible());
    QCOMPARE(pane.content().tone(pane.cursor().row), CodeTone::Gone);
    QCOMPARE(pane.content().tone(pane.cursor().row + 1), CodeTone::Come);
    // What is found is found in both.
    pressKeys(u"Ctrl+F"_s);
    typeText(u"digest40"_s);
    QCOMPARE(viewer().findBar().countText(), u"1 of 2"_s);
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
    const FilePlace place{FilesFrom::Repository, u"compose/compose.yaml"_s};
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
    QVERIFY(page().open(kWorkflow));
    showFiles();
    QCOMPARE(page().shown().path, kWorkflow);
}

void TestFilesPage::saysWhatIsNotThere()
{
    QStringList missing;
    connect(&page(), &FilesPage::notFound, this, [&](const QString& path) { missing.append(path); });
    QVERIFY(!page().open(u"nope.yml"_s));
    page().clear();
    QVERIFY(page().open(u"nope.yml"_s));
    showFiles();
    QCOMPARE(missing, QStringList{u"nope.yml"_s});
}

void TestFilesPage::colorsFollowTheGrammar()
{
    CodeColors colors;
    colors.color(linesOfText(u"name: \"x\" # why\nbroken: [\n"_s), u".github/workflows/a.yml"_s);
    QVERIFY(eventually([&] { return colors.isDone(); }));
    const auto& first = colors.line(0);
    QVERIFY(std::ranges::contains(first, CodeColor::String, &ColorSpan::color));
    const auto comment = std::ranges::find(first, CodeColor::Comment, &ColorSpan::color);
    QVERIFY(comment != first.end());
    QVERIFY(comment->start >= 9 && comment->start + comment->length == 15);
    QVERIFY(colors.line(7).empty());
    QCOMPARE(grammarOf(u"build-lock.json"_s), u"JSON"_s);
    QCOMPARE(grammarOf(u"docker/gpu/Dockerfile"_s), u"Dockerfile"_s);
    QCOMPARE(grammarOf(u"x/nothing.known"_s), QString());
    colors.color(linesOfText(u"plain\n"_s), u"nothing.known"_s);
    QVERIFY(eventually([&] { return colors.isDone(); }));
    QVERIFY(colors.line(0).empty());
}

/// Words stand beside their line's number, whole.
void TestFilesPage::linesAreWhole()
{
    page().open(kWorkflow);
    QVERIFY(eventually([this] { return !page().isWaiting(); }));
    QCoreApplication::processEvents();
    const QImage picture = viewer().source().viewport()->grab().toImage();
    const QRgb ground = tokensOf(viewer().source().palette()).surface.rgb();
    const int numbers = viewer().source().marginWidth();
    const auto firstInk = [&](int left, int right) {
        for (int y = 0; y < picture.height(); ++y)
            for (int x = left; x < right; ++x)
                if (picture.pixel(x, y) != ground)
                    return y;
        return -1;
    };
    const int number = firstInk(0, numbers - 4);
    const int word = firstInk(numbers + 1, numbers + 60);
    QVERIFY(number >= 0 && word >= 0);
    QVERIFY2(std::abs(number - word) <= 3, qPrintable(u"%1 and %2"_s.arg(number).arg(word)));
}

void TestFilesPage::followsTheTheme()
{
    page().open(kWorkflow);
    QVERIFY(eventually([this] { return viewer().isColored(); }));
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_fixture->theme.setMode(mode);
        QCoreApplication::processEvents();
        const Tokens& tokens = tokensOf(viewer().source().palette());
        const QImage picture = viewer().source().grab().toImage();
        QHash<QRgb, int> colors;
        for (int y = 0; y < picture.height() / 3; ++y)
            for (int x = 0; x < picture.width() / 2; ++x)
                ++colors[picture.pixel(x, y)];
        QVERIFY2(colors.value(tokens.surface.rgb()) > 1000, "the ground");
        QVERIFY2(colors.contains(tokens.muted.rgb()) || mode == ThemeMode::HighContrast, "numbers and comments");
    }
    m_fixture->theme.setMode(ThemeMode::System);
}

void TestFilesPage::everythingHasAName()
{
    page().compare(Against::Registry);
    pressKeys(u"Ctrl+F"_s);
    QCOMPARE(namelessWidgets(m_fixture->window), QStringList());
    QCOMPARE(accessibleFaults(m_fixture->window), QStringList());
}

void TestFilesPage::isReadByThoseWhoDoNotSeeIt()
{
    auto* code = QAccessible::queryAccessibleInterface(&viewer().source());
    QVERIFY(code && code->textInterface());
    auto& text = *code->textInterface();
    QVERIFY(code->state().readOnly && code->state().multiLine);
    QCOMPARE(text.characterCount(), lockText().size());
    QCOMPARE(text.text(0, 13), u"{\n  \"digest2\""_s);
    viewer().source().setCursor({1, 2});
    QCOMPARE(text.cursorPosition(), 4);
    int start = 0;
    int end = 0;
    QCOMPARE(text.textAtOffset(4, QAccessible::LineBoundary, &start, &end), u"  \"digest2\": \"sha256:old2\",\n"_s);
    QCOMPARE(start, 2);
    text.setSelection(0, 4, 13);
    QCOMPARE(viewer().source().selectedText(), u"\"digest2\""_s);
    text.selection(0, &start, &end);
    QCOMPARE(end - start, 9);
    QCOMPARE(text.offsetAtPoint(text.characterRect(4).center()), 4);
}

void TestFilesPage::tabReachesEverything()
{
    page().compare(Against::Registry);
    const auto walk = walkByTab(m_fixture->window);
    QCOMPARE(walk.faults, QStringList());
    QVERIFY(walk.order.contains(&viewer().panes().mainPane()));
    QVERIFY(walk.order.contains(&viewer().bar().choice()));
}

SLIPWAY_TEST_SUITE(TestFilesPage);

} // namespace slipway::test

#include "test_filespage.moc"
