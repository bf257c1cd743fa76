#include "gui/accessiblewalk.h"
#include "gui/shownfiles.h"
#include "support/suite.h"
#include "views/files/codecolors.h"
#include "views/files/codepane.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/theme/tokens.h"

#include <QAccessible>
#include <QComboBox>
#include <QImage>
#include <QPixmap>
#include <QTest>

#include <algorithm>
#include <cstdlib>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// How files look, and how they are for those who do not see them.
class TestFilesLook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void colorsFollowTheGrammar();
    void linesAreWhole();
    void followsTheTheme();
    void everythingHasAName();
    void isReadByThoseWhoDoNotSeeIt();
    void tabReachesEverything();

private:
    [[nodiscard]] FilesPage& page() { return m_files->page(); }
    [[nodiscard]] CodeViewer& viewer() { return m_files->viewer(); }

    std::unique_ptr<ShownFiles> m_files;
};

void TestFilesLook::init()
{
    m_files = std::make_unique<ShownFiles>(*qApp);
    QVERIFY(m_files->show());
}

void TestFilesLook::cleanup()
{
    m_files.reset();
}

void TestFilesLook::colorsFollowTheGrammar()
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

void TestFilesLook::linesAreWhole()
{
    page().open(kWorkflowPath);
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

void TestFilesLook::followsTheTheme()
{
    page().open(kWorkflowPath);
    QVERIFY(eventually([this] { return viewer().isColored(); }));
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_files->theme().setMode(mode);
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
    m_files->theme().setMode(ThemeMode::System);
}

void TestFilesLook::everythingHasAName()
{
    page().compare(Against::Registry);
    pressKeys(u"Ctrl+F"_s);
    QCOMPARE(namelessWidgets(m_files->window()), QStringList());
    QCOMPARE(accessibleFaults(m_files->window()), QStringList());
}

void TestFilesLook::isReadByThoseWhoDoNotSeeIt()
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

void TestFilesLook::tabReachesEverything()
{
    page().compare(Against::Registry);
    const auto walk = walkByTab(m_files->window());
    QCOMPARE(walk.faults, QStringList());
    QVERIFY(walk.order.contains(&viewer().panes().mainPane()));
    QVERIFY(walk.order.contains(&viewer().bar().choice()));
}

SLIPWAY_TEST_SUITE(TestFilesLook);

} // namespace slipway::test

#include "test_fileslook.moc"
