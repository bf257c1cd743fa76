#include "app/palettedesk.h"
#include "gui/shownwindow.h"
#include "inventory/buildinventory.h"
#include "models/inventoryfrom.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/treefilter.h"
#include "views/palette/commandpalette.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/statepage.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>

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
    void whatAFilterFindsIsOpened();
    void goingSomewhereKeepsTheFilter();
    void aVersionGoneToIsReached_data();
    void aVersionGoneToIsReached();
    void whoMovedStaysThere();
    void expandingAllOpensNoImage();
    void aRowSaysThatItIsNotCounted();
    void problemsAreToldWithTheInventory();
    void thePaletteSaysThatTheRestIsBeingRead();

private:
    /// What stands where a row's details would; empty while there are details.
    [[nodiscard]] QString reason()
    {
        const auto pages = page().details().findChildren<StatePage*>();
        for (const auto* state : pages)
            if (state->isVisible())
                return state->title();
        return {};
    }
    /// What the palette says instead of what it found; empty while it finds something.
    [[nodiscard]] QString paletteSays()
    {
        const auto labels = window().paletteDesk().palette().findChildren<QLabel*>();
        for (const auto* label : labels)
            if (label->isVisible() && (label->text().contains(u"Try >"_s) || label->text().startsWith(u"No match"_s)))
                return label->text();
        return {};
    }
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
    tree().setCurrentIndex(page().model().imageIndex({u"affective-gpu"_s}));
    QVERIFY(page().details().digestText().isEmpty());
    const auto* copy = window().findChild<QAction*>(u"copy-digest"_s, Qt::FindDirectChildrenOnly);
    QVERIFY(!copy->isEnabled());
    QCOMPARE(copy->property("whyNot").toString(), u"Still being counted"_s);
    // A hub will have none either when it is counted.
    const QModelIndex image = tree().currentIndex();
    QModelIndex hub = image;
    while (hub.parent().isValid())
        hub = hub.parent();
    tree().setCurrentIndex(hub);
    QCOMPARE(copy->property("whyNot").toString(), u"Select an image or a version first"_s);
    tree().setCurrentIndex(image);
    // There is nothing yet that could be written.
    QVERIFY(!page().findChild<QAction*>(u"inventory.exportCsv"_s)->isEnabled());
    const QString chosen = tree().currentIndex().data().toString();
    window().setInventory(inventoryFrom(linkedPackages()));
    window().setState(PageState::ready());
    QVERIFY(!isSaid(u"being counted"_s));
    QCOMPARE(tree().currentIndex().data().toString(), chosen);
    QVERIFY(!page().details().digestText().isEmpty());
    QVERIFY(copy->isEnabled());
    QVERIFY(page().findChild<QAction*>(u"inventory.exportCsv"_s)->isEnabled());
}

void TestOutline::aFilterWaitsForIt()
{
    page().filter().bar().setText(u"tag:there-is-none"_s);
    window().setOutline(outlineFrom(linkedPackages()));
    QVERIFY(tree().isVisible());
    QVERIFY(page().model().rowCount() > 0);
    // One that cannot be read has not been waiting for anything.
    page().filter().bar().setText(u"tag:there-is-none size:big"_s);
    QVERIFY(eventually([this] { return page().footTexts().contains(u"Not applied: everything is shown"_s); }));
    page().filter().bar().setText(u"tag:there-is-none"_s);
    window().setInventory(inventoryFrom(linkedPackages()));
    QCOMPARE(page().model().rowCount(), 0);
    QVERIFY(!tree().isVisible());
}

void TestOutline::whatAFilterFindsIsOpened()
{
    page().filter().bar().setText(u"tag:v0.4.0"_s);
    window().setOutline(outlineFrom(linkedPackages()));
    QVERIFY2(page().footTexts().join(u'\n').contains(u"The filter waits"_s),
             qPrintable(page().footTexts().join(u'\n')));
    window().setInventory(inventoryFrom(linkedPackages()));
    QVERIFY(tree().isExpanded(page().model().imageIndex({u"affective-gpu"_s})));
    QVERIFY(!page().footTexts().join(u'\n').contains(u"The filter waits"_s));
}

void TestOutline::goingSomewhereKeepsTheFilter()
{
    const QString filter = u"hub:vision_perception_hub"_s;
    page().filter().bar().setText(filter);
    window().setOutline(outlineFrom(linkedPackages()));
    const PackageName image{u"affective-gpu"_s};
    QVERIFY(!page().selectVersion(image, named(u"v1"_s)));
    QVERIFY(!page().select(image, u"v0.4.0"_s));
    QVERIFY(!page().selectGroup(u"nowhere"_s, std::nullopt));
    // As Alt+Left does.
    page().goTo({{u"package"_s, image.value}, {u"digest"_s, named(u"v1"_s).toString()}});
    QCOMPARE(page().breadcrumb().constLast(), image.value);
    QCOMPARE(page().filter().bar().text(), filter);
    // What is there in full is gone to through a filter.
    window().setInventory(inventoryFrom(linkedPackages()));
    QCOMPARE(page().filter().bar().text(), filter);
    QVERIFY(page().selectVersion(image, named(u"v1"_s)));
    QCOMPARE(page().filter().bar().text(), QString());
}

void TestOutline::aVersionGoneToIsReached_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("version");
    QTest::newRow("a version") << u"affective-cpu"_s << u"c1"_s;
    QTest::newRow("a part") << u"affective-gpu"_s << u"amd"_s;
}

/// Alt+Left to a version that an outline does not have: its image is there at once, the version follows.
void TestOutline::aVersionGoneToIsReached()
{
    QFETCH(const QString, image);
    QFETCH(const QString, version);
    window().setOutline(outlineFrom(linkedPackages()));
    page().goTo({{u"package"_s, image}, {u"digest"_s, named(version).toString()}});
    QCOMPARE(page().breadcrumb().constLast(), image);
    window().setInventory(inventoryFrom(linkedPackages()));
    QCOMPARE(tree().currentIndex().data(DigestRole).toString(), named(version).toString());
    QCOMPARE(page().details().digestText(), named(version).toString());
    // Once: who leaves it stays where they go.
    tree().setCurrentIndex(page().model().imageIndex({image}));
    window().setInventory(inventoryFrom(linkedPackages()));
    QCOMPARE(page().breadcrumb().constLast(), image);
}

void TestOutline::whoMovedStaysThere()
{
    window().setOutline(outlineFrom(linkedPackages()));
    page().goTo({{u"package"_s, u"affective-gpu"_s}, {u"digest"_s, named(u"v1"_s).toString()}});
    tree().setCurrentIndex(page().model().imageIndex({u"affective-cpu"_s}));
    window().setInventory(inventoryFrom(linkedPackages()));
    QCOMPARE(page().breadcrumb().constLast(), u"affective-cpu"_s);
}

void TestOutline::expandingAllOpensNoImage()
{
    window().setOutline(outlineFrom(linkedPackages()));
    page().expandAll();
    window().setInventory(inventoryFrom(linkedPackages()));
    for (const auto& name : {u"affective-gpu"_s, u"affective-cpu"_s, u"vision-detect-gpu"_s}) {
        const QModelIndex image = page().model().imageIndex({name});
        QVERIFY(image.isValid());
        QVERIFY(tree().isExpanded(image.parent()));
        QVERIFY2(!tree().isExpanded(image), qPrintable(name));
    }
}

void TestOutline::aRowSaysThatItIsNotCounted()
{
    window().setOutline(outlineFrom(linkedPackages()));
    tree().setFocus();
    auto& model = page().model();
    const QModelIndex image = model.imageIndex({u"affective-gpu"_s});
    tree().setCurrentIndex(image.siblingAtColumn(static_cast<int>(InventoryColumn::Size)));
    QCOMPARE(reason(), u"Still being counted"_s);
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &tree());
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QString());
    window().setInventory(inventoryFrom(linkedPackages()));
    QCOMPARE(reason(), QString());
    key(Qt::Key_Return);
    QVERIFY(page().details().isAncestorOf(QApplication::focusWidget()));
    page().details().showItem(nullptr, {});
    QCOMPARE(reason(), u"Nothing selected"_s);
}

void TestOutline::problemsAreToldWithTheInventory()
{
    const std::vector<Error> problems{{ErrorKind::Timeout, u"affective-gpu"_s, {}, {}}};
    Snapshot packages = *outlineFrom(linkedPackages())->snapshot;
    packages.problems = problems;
    window().setOutline(buildOutline(std::make_shared<const Snapshot>(std::move(packages)), {}));
    QVERIFY(tree().isVisible());
    QCOMPARE(page().stateTexts(), QStringList());
    window().setInventory(inventoryWithProblems(linkedPackages(), problems));
    QCOMPARE(page().stateTexts().size(), 1);
}

void TestOutline::thePaletteSaysThatTheRestIsBeingRead()
{
    window().setOutline(outlineFrom(linkedPackages()));
    window().paletteDesk().open();
    QTest::keyClicks(&window().paletteDesk().palette().field(), u"@affective-cpu"_s);
    QVERIFY2(paletteSays().contains(u"still being read"_s), qPrintable(paletteSays()));
    window().setInventory(inventoryFrom(linkedPackages()));
    QVERIFY(eventually([this] { return window().paletteDesk().isReady(); }));
    QCOMPARE(paletteSays(), QString());
    QTest::keyClicks(&window().paletteDesk().palette().field(), u"-nobody"_s);
    QVERIFY2(paletteSays().startsWith(u"No match"_s), qPrintable(paletteSays()));
    window().paletteDesk().palette().reject();
}

SLIPWAY_TEST_SUITE(TestOutline);

} // namespace slipway::test

#include "test_outline.moc"
