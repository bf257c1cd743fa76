#include "gui/shownwindow.h"
#include "models/printmodel.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/treefilter.h"
#include "views/inventory/treefoot.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/searchfield.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Filtering and sorting the inventory by key and mouse, in the real window.
class TestInventoryFiltering final : public QObject, protected ShownWindow
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showWindow()); }
    void cleanup() { closeWindow(); }
    void fieldTakesTheKeyboard_data();
    void fieldTakesTheKeyboard();
    void typingFiltersAtEachKey();
    void whatIsFoundIsCounted();
    void escapeClearsThenLeaves();
    void faultIsUnderlinedAndTheLastFilterStays();
    void halfATermHidesNothing();
    void noMatchIsToldAndCleared();
    void selectionAndOpenRowsComeBack();
    void fewImagesAreBroughtToSight();
    void scrollStays();
    void hiddenImageIsShownWhenAskedFor();
    void headerSortsByClick();
    void headerSortsByKey();
    void nothingIsClippedOrNameless();

private:
    [[nodiscard]] SearchField& field() { return page().filter().bar().field(); }
    [[nodiscard]] QString rows()
    {
        QStringList names;
        for (QModelIndex row = page().model().index(0, 0); row.isValid(); row = tree().indexBelow(row))
            names.append(row.data().toString());
        return names.join(u' ');
    }
};

void TestInventoryFiltering::fieldTakesTheKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Ctrl+F") << Qt::Key_F << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("slash") << Qt::Key_Slash << Qt::KeyboardModifiers();
}

void TestInventoryFiltering::fieldTakesTheKeyboard()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    tree().setFocus();
    this->key(key, modifiers);
    QCOMPARE(QApplication::focusWidget(), &field());
    QCOMPARE(field().text(), QString());
    // In the field a slash is a slash: names have them.
    type(u"a/b"_s);
    QCOMPARE(field().text(), u"a/b"_s);
}

void TestInventoryFiltering::typingFiltersAtEachKey()
{
    const QString all = rows();
    key(Qt::Key_Slash);
    type(u"v"_s);
    QVERIFY(!rows().contains(u"stray"_s));
    type(u"ision"_s);
    QCOMPARE(rows(), u"vision_perception_hub vision-detect vision-detect-gpu v0.4.1"_s);
    key(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), &tree());
    QCOMPARE(tree().currentIndex().data().toString(), u"vision_perception_hub"_s);
    key(Qt::Key_Slash);
    type(u"tag:v0.4.*"_s); // typed over what was selected
    QCOMPARE(field().text(), u"tag:v0.4.*"_s);
    QCOMPARE(rows(), u"affective_processing_center affective affective-cpu v0.4.1 affective-gpu v0.4.1 v0.4.0 "
                     "vision_perception_hub vision-detect vision-detect-gpu v0.4.1"_s);
    key(Qt::Key_Escape);
    QVERIFY(rows().startsWith(all.first(all.indexOf(u' '))));
    QVERIFY(rows().contains(u"stray"_s));
}

void TestInventoryFiltering::whatIsFoundIsCounted()
{
    key(Qt::Key_Slash);
    type(u"latest"_s);
    QVERIFY(
        eventually([&] { return page().footTexts().last() == u"3 of 4 images, 3 of 6 versions in the tree match"_s; }));
    const auto* line = page().findChild<TreeFoot*>()->findChildren<ElidedLabel*>().constLast();
    QVERIFY2(line->toolTip().contains(u"a row for 6 of them"_s), qPrintable(line->toolTip()));
    key(Qt::Key_Escape);
    QVERIFY(!page().footTexts().last().contains(u"match"_s));
    QVERIFY(!line->toolTip().contains(u"a row for"_s));
}

void TestInventoryFiltering::escapeClearsThenLeaves()
{
    key(Qt::Key_Slash);
    type(u"gpu"_s);
    key(Qt::Key_Escape);
    QCOMPARE(field().text(), QString());
    QCOMPARE(QApplication::focusWidget(), &field());
    QVERIFY(!page().model().isFiltered());
    key(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &tree());
}

void TestInventoryFiltering::faultIsUnderlinedAndTheLastFilterStays()
{
    key(Qt::Key_Slash);
    type(u"gpu"_s);
    const QString found = rows();
    QApplication::clipboard()->setText(u" size:big"_s);
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(rows(), found);
    QCOMPARE(page().footTexts().last(), u"Not applied: what was found before is shown"_s);
    QVERIFY(field().fault());
    QCOMPARE(field().fault()->position, 4);
    QCOMPARE(field().fault()->length, 8);
    QVERIFY2(page().filter().bar().faultText().contains(u"1GiB"_s), qPrintable(page().filter().bar().faultText()));
    QCOMPARE(field().accessibleDescription(), page().filter().bar().faultText());
    QVERIFY(!QApplication::activeModalWidget());
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Backspace);
    type(u">1KiB"_s);
    QVERIFY(!field().fault());
    QCOMPARE(page().filter().bar().faultText(), QString());
    QCOMPARE(field().text(), u"gpu size:>1KiB"_s);
}

/// Words on the way to a term are searched for; that they find nothing says nothing about the term.
void TestInventoryFiltering::halfATermHidesNothing()
{
    const QString all = rows();
    key(Qt::Key_Slash);
    type(u"age"_s);
    QCOMPARE(page().stateTexts(), QStringList() << u"No match for this filter"_s << QString());
    type(u":>90x"_s);
    QVERIFY(field().fault());
    QCOMPARE(page().stateTexts(), QStringList());
    QCOMPARE(rows(), all);
    QCOMPARE(page().footTexts().last(), u"Not applied: everything is shown"_s);
    QTest::qWait(0);
    QCOMPARE(page().footTexts().last(), u"Not applied: everything is shown"_s);
    // Nor does another inventory that comes meanwhile.
    fixture().window.setInventory(inventoryFrom(shownOrganisation()));
    QCOMPARE(page().footTexts().last(), u"Not applied: everything is shown"_s);
    key(Qt::Key_Backspace);
    type(u"d"_s);
    QVERIFY(!field().fault());
    QVERIFY(!page().footTexts().last().contains(u"Not applied"_s));
}

void TestInventoryFiltering::noMatchIsToldAndCleared()
{
    key(Qt::Key_Slash);
    type(u"nobody"_s);
    QCOMPARE(page().stateTexts().first(), u"No match for this filter"_s);
    QCOMPARE(QApplication::focusWidget(), &field());
    for (auto* button : page().findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == "Clear filter"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(field().text(), QString());
    QCOMPARE(page().stateTexts(), QStringList());
    QVERIFY(rows().contains(u"stray"_s));
}

void TestInventoryFiltering::selectionAndOpenRowsComeBack()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.0"_s));
    const QString before = rows();
    key(Qt::Key_Slash);
    type(u"v0.4"_s);
    QCOMPARE(tree().currentIndex().siblingAtColumn(0).data().toString(), u"v0.4.0"_s);
    QCOMPARE(page().details().digestText(), named(u"v1"_s).toString());
    field().clear();
    type(u"stray"_s);
    QVERIFY(!tree().currentIndex().isValid());
    QCOMPARE(page().details().digestText(), QString());
    field().clear();
    QCOMPARE(rows(), before);
    QCOMPARE(tree().currentIndex().siblingAtColumn(0).data().toString(), u"v0.4.0"_s);
    QCOMPARE(page().details().digestText(), named(u"v1"_s).toString());
}

void TestInventoryFiltering::fewImagesAreBroughtToSight()
{
    tree().collapseAll();
    const QString before = rows();
    key(Qt::Key_Slash);
    type(named(u"arm"_s).hex().first(12)); // one platform of an index
    QCOMPARE(rows(), u"affective_processing_center affective affective-gpu v0.4.1"_s);
    field().clear();
    QCOMPARE(rows(), before);
}

void TestInventoryFiltering::scrollStays()
{
    QString text;
    for (int package = 0; package < 80; ++package)
        text +=
            u"package app%1-cpu repo=hub\n  a%1 image days=1 tags=%2 layers=b:1\n"_s.arg(package, 3, 10, QChar(u'0'))
                .arg(package % 2 == 0 ? u"even"_s : u"odd"_s);
    fixture().window.setInventory(nullptr);
    fixture().window.setInventory(inventoryFrom(text));
    tree().expandGroups();
    const auto row = [&] { return page().model().imageIndex({u"app060-cpu"_s}); };
    tree().setCurrentIndex(row());
    tree().scrollTo(row(), QAbstractItemView::PositionAtCenter);
    const int top = tree().visualRect(row()).top();
    QVERIFY(top > 0);
    key(Qt::Key_Slash);
    type(u"even"_s);
    QCOMPARE(tree().visualRect(row()).top(), top);
    field().clear();
    QCOMPARE(tree().visualRect(row()).top(), top);
}

void TestInventoryFiltering::hiddenImageIsShownWhenAskedFor()
{
    key(Qt::Key_Slash);
    type(u"latest gpu"_s);
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    QCOMPARE(field().text(), u"latest gpu"_s);
    QVERIFY(page().select({u"stray"_s}, {}));
    QCOMPARE(field().text(), QString());
    QCOMPARE(tree().currentIndex().siblingAtColumn(0).data().toString(), u"stray"_s);
    QVERIFY(!page().select({u"nobody"_s}, {}));
}

void TestInventoryFiltering::headerSortsByClick()
{
    const QString before = rows();
    auto* header = tree().header();
    const auto click = [&](InventoryColumn column) {
        const int section = static_cast<int>(column);
        const QPoint middle(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
                            header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
    };
    click(InventoryColumn::Size);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(InventoryColumn::Size));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(rows(), u"affective_processing_center affective affective-gpu affective-cpu "
                     "vision_perception_hub vision-detect vision-detect-gpu Unassigned Unassigned stray"_s);
    QCOMPARE(tree().accessibleDescription(), u"Sorted by Size, descending"_s);
    click(InventoryColumn::Size);
    QCOMPARE(rows(), u"Unassigned Unassigned stray vision_perception_hub vision-detect vision-detect-gpu "
                     "affective_processing_center affective affective-cpu affective-gpu"_s);
    click(InventoryColumn::Size);
    QCOMPARE(rows(), before);
    QCOMPARE(tree().accessibleDescription(), QString());
}

void TestInventoryFiltering::headerSortsByKey()
{
    auto* header = tree().header();
    QVERIFY(header->focusPolicy() & Qt::TabFocus);
    header->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Space);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(InventoryColumn::Name));
    key(Qt::Key_Space);
    QVERIFY(rows().startsWith(u"vision_perception_hub"_s));
    key(Qt::Key_Right);
    key(Qt::Key_Return);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(InventoryColumn::Variant));
    key(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), &tree());
}

void TestInventoryFiltering::nothingIsClippedOrNameless()
{
    for (const QSize size : {QSize(1180, 720), QSize(1440, 900)}) {
        fixture().window.resize(size);
        page().filter().bar().setSavedFilters({});
        field().setText(u"gpu variant:gpu size:big"_s);
        QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(fixture().window), QStringList());
        QCOMPARE(namelessWidgets(fixture().window), QStringList());
        if (const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES"); !folder.isEmpty()) {
            for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
                fixture().theme.setMode(mode);
                QCoreApplication::processEvents();
                tree().header()->setSortIndicator(static_cast<int>(InventoryColumn::Size), Qt::DescendingOrder);
                fixture().window.grab().save(folder
                                             + u"/filter-%1-%2.png"_s.arg(size.width()).arg(static_cast<int>(mode)));
            }
        }
    }
}

SLIPWAY_TEST_SUITE(TestInventoryFiltering);

} // namespace slipway::test

#include "test_inventoryfiltering.moc"
