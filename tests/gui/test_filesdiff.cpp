#include "gui/shownfiles.h"
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
    void tellsAMissingLastLineFeed();

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

/// Git tells such files apart, so the page does.
void TestFilesDiff::tellsAMissingLastLineFeed()
{
    m_files->others[kLockPath] = lockText().chopped(1);
    page().compare(Against::Registry);
    QVERIFY(viewer().panes().diff()->isSame());
    const auto labels = page().findChildren<ElidedLabel*>();
    QVERIFY(std::ranges::contains(labels, u"build-lock.json differs only in the line feed at its end"_s,
                                  &ElidedLabel::fullText));
}

SLIPWAY_TEST_SUITE(TestFilesDiff);

} // namespace slipway::test

#include "test_filesdiff.moc"
