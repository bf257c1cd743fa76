#include "gui/shownfiles.h"
#include "models/diffform.h"
#include "support/suite.h"
#include "views/files/codepane.h"
#include "views/files/diffbar.h"
#include "views/files/diffpanes.h"
#include "views/files/findbar.h"
#include "views/widgets/elidedlabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Files compared, on the Files page, with real keys.
class TestFilesDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void comparesWithTheRegistry();
    void opensFolds();
    void showsBothTextsInOne();
    void tellsWhatDiffersBesideLines_data();
    void tellsWhatDiffersBesideLines();

private:
    [[nodiscard]] FilesPage& page() { return m_files->page(); }
    [[nodiscard]] CodeViewer& viewer() { return m_files->viewer(); }

    std::unique_ptr<ShownFiles> m_files;
};

void TestFilesDiff::init()
{
    m_files = std::make_unique<ShownFiles>(*qApp);
    QVERIFY(m_files->show());
}

void TestFilesDiff::cleanup()
{
    m_files.reset();
}

void TestFilesDiff::comparesWithTheRegistry()
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

void TestFilesDiff::opensFolds()
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

void TestFilesDiff::showsBothTextsInOne()
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

void TestFilesDiff::tellsWhatDiffersBesideLines_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("expected");
    QTest::newRow("line ends") << QByteArray("a: 1\nb: 2\n") << QByteArray("a: 1\r\nb: 2\r\n")
                               << u"Lines end in LF on the left, in CRLF on the right."_s;
    QTest::newRow("no last line feed") << QByteArray("a: 1\nb: 2\n") << QByteArray("a: 1\nb: 2")
                                       << u"The right text has no line feed at its end."_s;
    QTest::newRow("a mark") << QByteArray("\xEF\xBB\xBF"
                                          "a: 1\n")
                            << QByteArray("a: 1\n") << u"The left text begins with a byte order mark."_s;
}

/// Git tells such files apart, so the page does: in its line, the bar, the foot, and what is copied.
void TestFilesDiff::tellsWhatDiffersBesideLines()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, right);
    QFETCH(const QString, expected);
    const auto lines = [](const QByteArray& bytes) {
        return std::make_shared<const TextLines>(parseText(bytes, u"x"_s).value());
    };
    page().compare(Against::Registry);
    const FileComparison comparison{makeTextDiff(lines(left), lines(right)), {}};
    page().setComparison(page().shown(), Against::Registry, comparison);
    QVERIFY(viewer().panes().diff()->isSame());
    QVERIFY(std::ranges::contains(page().findChildren<ElidedLabel*>(),
                                  u"No line of build-lock.json differs. "_s + expected, &ElidedLabel::fullText));
    QCOMPARE(viewer().bar().changeText(), u"No line differs"_s);
    QVERIFY(viewer().footText().endsWith(expected));
    const auto buttons = viewer().bar().findChildren<QToolButton*>();
    const auto copy = std::ranges::find(buttons, u"Copy the diff"_s, &QWidget::accessibleName);
    QVERIFY(copy != buttons.end() && (*copy)->isEnabled());
    QTest::mouseClick(*copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), expected + u"\n--- In the repository\n+++ In the registry\n"_s);
    // Where lines differ, too, that is in sight.
    const FileComparison both{makeTextDiff(lines(left), lines(right + "\nc: 3\nd: 4")), {}};
    page().setComparison(page().shown(), Against::Registry, both);
    const QStringList form = formDifferences(*both.diff);
    QVERIFY(!form.isEmpty() && !both.diff->isSame());
    QVERIFY(std::ranges::contains(page().findChildren<ElidedLabel*>(),
                                  u"build-lock.json differs in 1 place. "_s + form.join(u' '), &ElidedLabel::fullText));
    // What is the same is called so again.
    page().setComparison(page().shown(), Against::Registry, FileComparison{makeTextDiff(lines(left), lines(left)), {}});
    QCOMPARE(viewer().bar().changeText(), u"No difference"_s);
}

SLIPWAY_TEST_SUITE(TestFilesDiff);

} // namespace slipway::test

#include "test_filesdiff.moc"
