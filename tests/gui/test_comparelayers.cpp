#include "gui/shownwindow.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/layercomparison.h"
#include "views/ladder/comparedialog.h"
#include "views/ladder/ladderview.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The layers of two images side by side, from the tree.
class TestCompareLayers final : public QObject, protected ShownWindow
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { closeWindow(); }
    void twoImagesByKeyboard();
    void onlyWhereThereAreTwoWithLayers();
    void theWindowStaysWhileOneWorksOn();
    void rungsAndReportAreCopied();

private:
    [[nodiscard]] LayerComparison& comparison() { return page().comparison(); }
    /// The images affective-cpu and affective-gpu, which stand below one another.
    void selectTwoImages();
    void openWindow();
};

void TestCompareLayers::init()
{
    QVERIFY(showWindow());
    tree().setFocus();
    key(Qt::Key_Home);
}

void TestCompareLayers::selectTwoImages()
{
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Down, Qt::ShiftModifier);
}

void TestCompareLayers::openWindow()
{
    selectTwoImages();
    comparison().action().trigger();
    QVERIFY(comparison().dialog());
    QVERIFY(QTest::qWaitForWindowActive(comparison().dialog()));
    QVERIFY(eventually([this] { return QApplication::focusWidget() == &comparison().dialog()->panel().view(); }));
}

void TestCompareLayers::twoImagesByKeyboard()
{
    openWindow();
    auto& panel = comparison().dialog()->panel();
    QCOMPARE(panel.headline(), u"Same up to layer 1"_s);
    QCOMPARE(panel.model().left().name, u"affective-cpu:v0.4.1"_s);
    QCOMPARE(panel.model().right().name, u"affective-gpu:v0.4.1"_s);
    QVERIFY2(panel.footText().startsWith(u"Common prefix: 1 layer, 28.4 MiB."_s), qPrintable(panel.footText()));
    // The config that was asked for tells of no steps.
    QVERIFY2(panel.footText().contains(u"not known"_s), qPrintable(panel.footText()));
    QVERIFY(!comparison().dialog()->choice().isVisible()); // one platform in common
    key(Qt::Key_Down);
    QCOMPARE(panel.view().currentIndex().row(), 1);
    key(Qt::Key_Escape);
    QVERIFY(eventually([this] { return comparison().dialog() == nullptr; }));
}

void TestCompareLayers::onlyWhereThereAreTwoWithLayers()
{
    const QAction& action = comparison().action();
    QVERIFY(!action.isEnabled()); // a hub
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QVERIFY(!action.isEnabled()); // one image
    key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(action.isEnabled());
    key(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(!action.isEnabled());
    key(Qt::Key_Home);
    selectTwoImages();
    QVERIFY(action.isEnabled());
    fixture().window.setInventory(nullptr);
    QVERIFY(!action.isEnabled());
}

/// It keeps what it compares, also when another inventory has come.
void TestCompareLayers::theWindowStaysWhileOneWorksOn()
{
    openWindow();
    const QPointer<CompareDialog> dialog = comparison().dialog();
    QVERIFY(!dialog->isModal());
    fixture().window.setInventory(inventoryFrom(u"package new\n n image tags=v1 layers=x:1"_s));
    QCOMPARE(dialog->panel().model().left().name, u"affective-cpu:v0.4.1"_s);
    dialog->panel().view().viewport()->update();
    QVERIFY(!dialog->grab().isNull());
}

void TestCompareLayers::rungsAndReportAreCopied()
{
    openWindow();
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), named(u"base"_s).toString()); // both sides have it
    const auto* toast = comparison().dialog()->findChild<Toast*>();
    QVERIFY(toast);
    QCOMPARE(toast->sentence(), u"Copied digest"_s);
    const auto buttons = comparison().dialog()->findChildren<QPushButton*>();
    for (const auto* button : buttons) {
        const QRect place(button->mapTo(comparison().dialog(), QPoint()), button->size());
        QVERIFY2(toast->isAncestorOf(button) || !button->isVisible() || !toast->geometry().intersects(place),
                 qPrintable(button->text()));
    }
    key(Qt::Key_Down);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(toast->sentence(), u"Copied 2 digests"_s);
    QCOMPARE(QApplication::clipboard()->text().split(u'\n').size(), 2);
    key(Qt::Key_Tab);
    auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
    QVERIFY(button);
    QCOMPARE(button->text(), u"Copy as Markdown"_s);
    key(Qt::Key_Space);
    QVERIFY2(QApplication::clipboard()->text().contains(u"| affective-cpu:v0.4.1 |"_s),
             qPrintable(QApplication::clipboard()->text()));
    QCOMPARE(toast->sentence(), u"Copied as Markdown"_s);
}

SLIPWAY_TEST_SUITE(TestCompareLayers);

} // namespace slipway::test

#include "test_comparelayers.moc"
