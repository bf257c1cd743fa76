#include "gui/shownwindow.h"
#include "models/inventoryfrom.h"
#include "support/suite.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/treefilter.h"
#include "views/widgets/elidedlabel.h"

#include <QAction>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// Of the usual organisation the packages that say where they belong.
QString linkedPackages()
{
    return shownOrganisation().section(u"package stray"_s, 0, 0);
}

} // namespace

/// The window while what is counted is still being loaded.
class TestOutline final : public QObject, private ShownWindow
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { closeWindow(); }
    void isShownUntilTheInventoryComes();
    void aFilterWaitsForIt();

private:
    /// Any label of the page's that says so.
    [[nodiscard]] bool isSaid(const QString& part)
    {
        const auto labels = page().findChildren<ElidedLabel*>();
        return std::ranges::any_of(
            labels, [&](const auto* label) { return label->isVisible() && label->fullText().contains(part); });
    }
};

void TestOutline::init()
{
    QVERIFY(showWindow());
    window().setInventory(nullptr);
    window().setState(PageState::loading());
}

void TestOutline::isShownUntilTheInventoryComes()
{
    window().setOutline(outlineFrom(linkedPackages()));
    QVERIFY(tree().isVisible());
    QVERIFY(page().model().rowCount() > 0);
    QVERIFY(isSaid(u"being counted"_s));
    tree().setFocus();
    tree().setCurrentIndex(page().model().index(0, 0));
    QVERIFY(page().details().digestText().isEmpty());
    // There is nothing yet that could be written.
    QVERIFY(!page().findChild<QAction*>(u"inventory.exportCsv"_s)->isEnabled());
    const QString chosen = tree().currentIndex().data().toString();
    window().setInventory(inventoryFrom(linkedPackages()));
    window().setState(PageState::ready());
    QVERIFY(!isSaid(u"being counted"_s));
    QCOMPARE(tree().currentIndex().data().toString(), chosen);
    QVERIFY(page().findChild<QAction*>(u"inventory.exportCsv"_s)->isEnabled());
}

void TestOutline::aFilterWaitsForIt()
{
    page().filter().bar().setText(u"tag:there-is-none"_s);
    window().setOutline(outlineFrom(linkedPackages()));
    QVERIFY(tree().isVisible());
    QVERIFY(page().model().rowCount() > 0);
    window().setInventory(inventoryFrom(linkedPackages()));
    QCOMPARE(page().model().rowCount(), 0);
    QVERIFY(!tree().isVisible());
}

SLIPWAY_TEST_SUITE(TestOutline);

} // namespace slipway::test

#include "test_outline.moc"
