#include "gui/windowfixture.h"
#include "models/operation.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/codeview.h"
#include "views/inventory/configtab.h"
#include "views/inventory/configtree.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorydelegate.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/layerstab.h"
#include "views/inventory/manifesttab.h"
#include "views/inventory/referrergraph.h"
#include "views/inventory/referrerstab.h"
#include "views/inventory/referrerstable.h"
#include "views/inventory/summarytab.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/operationstrip.h"
#include "views/shell/sidebar.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"

#include <QClipboard>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What people do in the window, by key and mouse.
class TestJourneys final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void treeIsGoneThroughByKeyboard();
    void enterGoesToTheDetailsAndEscapeBack();
    void f6GoesThroughThePanes();
    void digestIsCopiedWhole();
    void clickOnTheIconCopiesTheDigest();
    void pullCommandNamesTheTag();
    void refreshKeepsThePlace();
    void detailsFollowTheSelection();
    void layersOfAnIndexAreChosenByPlatform();
    void sharedLayerLeadsToTheOtherImages();
    void configIsReadAndCopied();
    void referrersAreWalkedByKeyboard();
    void manifestIsCheckedAgainstItsDigest();
    void allIsExpandedAndCollapsed();
    void ownerIsChosen();
    void operationsAreShownAndStopped();

private:
    [[nodiscard]] InventoryPage& page() { return m_fixture->window.inventoryPage(); }
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestJourneys::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
    QApplication::clipboard()->clear();
}

void TestJourneys::treeIsGoneThroughByKeyboard()
{
    auto& tree = page().tree();
    tree.setFocus();
    key(Qt::Key_Home);
    QCOMPARE(tree.currentIndex().siblingAtColumn(0).data().toString(), u"affective_processing_center"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QCOMPARE(tree.currentIndex().siblingAtColumn(0).data().toString(), u"affective-cpu"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Right); // opens affective-gpu
    key(Qt::Key_Down);
    QCOMPARE(tree.currentIndex().siblingAtColumn(0).data().toString(), u"v0.4.1"_s);
    QCOMPARE(page().breadcrumb(), (QStringList{u"Inventory"_s, u"affective_processing_center"_s, u"affective-gpu"_s}));
    QCOMPARE(window().topBar().breadcrumb().steps(), page().breadcrumb());
    key(Qt::Key_Left);
    QCOMPARE(tree.currentIndex().siblingAtColumn(0).data().toString(), u"affective-gpu"_s);
    key(Qt::Key_Left);
    QVERIFY(!tree.isExpanded(tree.currentIndex().siblingAtColumn(0)));
}

void TestJourneys::enterGoesToTheDetailsAndEscapeBack()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    page().tree().setFocus();
    key(Qt::Key_Return);
    QVERIFY(qobject_cast<QTabBar*>(QApplication::focusWidget()));
    key(Qt::Key_Right);
    QCOMPARE(page().details().tab(), DetailsTab::Layers);
    key(Qt::Key_Escape);
    QVERIFY(eventually([&] { return QApplication::focusWidget() == &page().tree(); }));
}

void TestJourneys::f6GoesThroughThePanes()
{
    page().tree().setFocus();
    QVERIFY(page().select({u"affective-gpu"_s}, {}));
    key(Qt::Key_F6);
    QVERIFY(page().details().isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_F6);
    QVERIFY(window().sidebar().isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_F6);
    QVERIFY(window().topBar().isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), &page().tree());
    key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(window().topBar().isAncestorOf(QApplication::focusWidget()));
}

void TestJourneys::digestIsCopiedWhole()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.0"_s));
    page().tree().setFocus();
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), named(u"v1"_s).toString());
}

void TestJourneys::clickOnTheIconCopiesTheDigest()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.0"_s));
    auto& tree = page().tree();
    const QModelIndex image = page().model().imageIndex({u"affective-cpu"_s});
    const QModelIndex cell = image.siblingAtColumn(static_cast<int>(InventoryColumn::Digest));
    const QPoint target = InventoryDelegate::copyRect(tree.visualRect(cell)).center();
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, target);
    QCOMPARE(QApplication::clipboard()->text(), named(u"c1"_s).toString());
    // Copying is not selecting.
    QCOMPARE(page().details().digestText(), named(u"v1"_s).toString());
}

void TestJourneys::pullCommandNamesTheTag()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.0"_s));
    QCOMPARE(page().details().pullCommand(), u"docker pull ghcr.io/northquay/affective-gpu:v0.4.0"_s);
    page().tree().setCurrentIndex(page().model().versionIndex({u"affective-gpu"_s}, named(u"old"_s)));
    QCOMPARE(page().details().pullCommand(),
             u"docker pull ghcr.io/northquay/affective-gpu@"_s + named(u"old"_s).toString());
}

void TestJourneys::refreshKeepsThePlace()
{
    auto& tree = page().tree();
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.0"_s));
    page().setTab(DetailsTab::Layers);
    const QPersistentModelIndex hub = page().model().index(1, 0);
    tree.collapse(hub);
    QString after = shownOrganisation();
    after.replace(u"  v2   index"_s, u"  v3   image  days=0 tags=v0.5.0 layers=base:29779558\n  v2   index"_s);
    after.prepend(u"package aaa-cpu repo=aaa_hub\n  a1 image days=1 tags=latest layers=base:29779558\n"_s);
    window().setInventory(inventoryFrom(after));
    QCOMPARE(tree.currentIndex().siblingAtColumn(0).data().toString(), u"v0.4.0"_s);
    QCOMPARE(page().details().digestText(), named(u"v1"_s).toString());
    QCOMPARE(page().details().tab(), DetailsTab::Layers);
    QVERIFY(tree.isExpanded(page().model().imageIndex({u"affective-gpu"_s})));
    QVERIFY(!tree.isExpanded(hub));
    QCOMPARE(page().model().rowCount(page().model().imageIndex({u"affective-gpu"_s})), 4);
}

void TestJourneys::detailsFollowTheSelection()
{
    page().tree().setCurrentIndex(page().model().index(0, 0));
    QVERIFY(page().details().summaryTab().lines().contains(u"Images: 2"_s));
    QCOMPARE(page().footTexts().first().section(u',', 0, 0), u"1 hub selected"_s);
    QVERIFY(page().select({u"vision-detect-gpu"_s}, u"v0.4.1"_s));
    const QStringList lines = page().details().summaryTab().lines();
    QVERIFY(lines.contains(u"Hub: vision_perception_hub"_s));
    QVERIFY(lines.contains(u"Platforms: linux/amd64, linux/arm64"_s));
    QVERIFY(!lines.filter(u"Cannot be pulled whole"_s).isEmpty());
    QVERIFY(!lines.filter(u"linux/arm64: "_s).isEmpty());
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    QVERIFY(eventually([&] {
        return page().details().summaryTab().lines().contains(u"team: voice"_s);
    })); // from the config that was asked for
}

void TestJourneys::layersOfAnIndexAreChosenByPlatform()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    page().setTab(DetailsTab::Layers);
    auto& layers = page().details().layersTab();
    QCOMPARE(layers.model().rowCount(), 3);
    QCOMPARE(layers.model().layers()[0].usedBy, 3U);
    Q_EMIT layers.choiceMade(1);
    QCOMPARE(layers.model().rowCount(), 2);
    page().tree().setCurrentIndex(page().model().index(0, 0));
    QCOMPARE(layers.model().rowCount(), 0);
}

void TestJourneys::sharedLayerLeadsToTheOtherImages()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    page().setTab(DetailsTab::Layers);
    auto& layers = page().details().layersTab();
    // The config that is made up for the tests has no history.
    QVERIFY(eventually([&] { return layers.note().contains("has no history"_L1); }));
    layers.table().setFocus();
    layers.table().setCurrentIndex(layers.model().index(0, 0));
    key(Qt::Key_Return);
    QPointer<QMenu> menu;
    QVERIFY(eventually([&] { return (menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr; }));
    QStringList texts;
    for (const auto* action : menu->actions())
        if (!action->isSeparator())
            texts.append(action->text());
    QCOMPARE(texts, (QStringList{u"3 images have this layer"_s, u"affective-cpu"_s, u"affective-gpu"_s,
                                 u"vision-detect-gpu"_s, u"Copy names"_s}));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(page().details().digestText(), named(u"d1"_s).toString());
}

void TestJourneys::configIsReadAndCopied()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    page().tree().setFocus();
    key(Qt::Key_Return);
    for (int step = 0; step < 3; ++step)
        key(Qt::Key_Right);
    QCOMPARE(page().details().tab(), DetailsTab::Config);
    auto& config = page().details().configTab();
    QVERIFY(eventually([&] { return config.stateTitle().isEmpty(); }));
    QCOMPARE(config.model().sections().size(), size_t{2});
    QCOMPARE(config.model().sections()[0].fields[0], (ConfigField{u"Platform"_s, u"linux/amd64"_s}));
    while (QApplication::focusWidget() != &config.tree())
        key(Qt::Key_Tab);
    key(Qt::Key_End);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"team=voice"_s);
    key(Qt::Key_Backtab, Qt::ShiftModifier); // Copy
    key(Qt::Key_Backtab, Qt::ShiftModifier); // Raw
    key(Qt::Key_Space);
    QVERIFY(config.code().isVisible());
    QVERIFY(config.code().toPlainText().startsWith("{\n  \"architecture\": \"amd64\","_L1));
    page().tree().setCurrentIndex(page().model().index(0, 0));
    QCOMPARE(config.stateTitle(), u"No config here"_s);
}

void TestJourneys::referrersAreWalkedByKeyboard()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.0"_s));
    page().tree().setFocus();
    key(Qt::Key_Return);
    for (int step = 0; step < 4; ++step)
        key(Qt::Key_Right);
    auto& referrers = page().details().referrersTab();
    QCOMPARE(page().details().tab(), DetailsTab::Referrers);
    QCOMPARE(referrers.stateTitle(), u"No referrers"_s);
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    QCOMPARE(referrers.stateTitle(), QString());
    QCOMPARE(referrers.model().rowCount(), 5);
    key(Qt::Key_Tab);
    auto& graph = referrers.graph();
    QCOMPARE(QApplication::focusWidget(), &graph);
    QCOMPARE(graph.accessibleDescription(), u"Index v0.4.1"_s);
    key(Qt::Key_Right); // linux/amd64
    key(Qt::Key_Right); // its attestation
    QCOMPARE(graph.accessibleDescription(), u"Attestation of linux/amd64"_s);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), named(u"att"_s).toString());
    key(Qt::Key_Left);
    QCOMPARE(graph.accessibleDescription(), u"linux/amd64, listed by v0.4.1"_s);
    key(Qt::Key_End);
    QCOMPARE(graph.accessibleDescription(), u"Signature of v0.4.1"_s);
    QCOMPARE(referrers.table().currentIndex().row(), 4);
    key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &referrers.table());
    key(Qt::Key_Up);
    QCOMPARE(graph.accessibleDescription(), u"linux/arm64, listed by v0.4.1"_s);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), named(u"arm"_s).toString());
    page().tree().setCurrentIndex(page().model().index(0, 0));
    QCOMPARE(referrers.stateTitle(), u"No referrers here"_s);
}

void TestJourneys::manifestIsCheckedAgainstItsDigest()
{
    const QByteArray bytes(R"({"schemaVersion":2,"layers":[]})");
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.0"_s));
    page().setTab(DetailsTab::Manifest);
    auto& manifest = page().details().manifestTab();
    QVERIFY(eventually([&] { return manifest.verdict() == u"Digest does not match content"_s; }));
    QCOMPARE(manifest.text(), u"{\n  \"schemaVersion\": 2,\n  \"layers\": []\n}"_s);
    manifest.showDocument(Digest::of(bytes), bytes, u"Image"_s, fixtureTime());
    QCOMPARE(manifest.verdict(), u"Digest matches content"_s);
    manifest.showError({ErrorKind::Timeout, u"ghcr.io"_s, {}, {}});
    QCOMPARE(manifest.verdict(), u"ghcr.io did not answer in time."_s);
}

void TestJourneys::allIsExpandedAndCollapsed()
{
    auto& tree = page().tree();
    const auto isOpen = [&] { return tree.isExpanded(page().model().imageIndex({u"affective-gpu"_s})); };
    QVERIFY(!isOpen());
    for (auto* button : page().findChildren<QPushButton*>())
        if (button->accessibleName() == "Expand all"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(isOpen());
    QCOMPARE(page().model().rowCount(page().model().imageIndex({u"affective-gpu"_s})), 3);
    for (auto* button : page().findChildren<QPushButton*>())
        if (button->text() == "Collapse all"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!tree.isExpanded(page().model().index(0, 0)));
}

void TestJourneys::ownerIsChosen()
{
    QSignalSpy chosen(&window(), &MainWindow::organisationChosen);
    auto* menu = window().topBar().findChild<QToolButton*>()->menu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 5); // both, a line, and what is about accounts
    menu->actions().at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<OwnerChoice>().owner, u"siriusscan"_s);
    menu->actions().constFirst()->trigger(); // it is in sight already
    QCOMPARE(chosen.size(), 1);
}

void TestJourneys::operationsAreShownAndStopped()
{
    QCOMPARE(window().statusStrip().texts(), QStringList{});
    std::vector<std::unique_ptr<Operation>> operations;
    for (const auto& title : {u"Read northquay"_s, u"Read layers"_s, u"Read more"_s, u"Read most"_s}) {
        operations.push_back(std::make_unique<Operation>(title, title));
        m_fixture->operations.add(operations.back().get());
    }
    operations[0]->setProgress(18, 34, OperationUnit::Packages);
    QCOMPARE(window().statusStrip().texts(),
             (QStringList{u"Read northquay: 18 of 34 packages"_s, u"Read layers: starting"_s, u"+2 more"_s}));
    auto* stop = window().statusStrip().findChild<OperationStrip*>()->findChild<QToolButton*>();
    QVERIFY(stop && stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(operations[0]->isCancelRequested());
    QVERIFY(!stop->isEnabled());
    for (const auto& operation : operations)
        operation->finish();
    QCOMPARE(window().statusStrip().texts(), QStringList{});
}

SLIPWAY_TEST_SUITE(TestJourneys);

} // namespace slipway::test

#include "test_journeys.moc"
