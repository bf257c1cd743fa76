#include "app/textfit.h"
#include "core/format.h"
#include "gui/startedprogram.h"
#include "gui/walk.h"
#include "models/inventorymodel.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/facetbar.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventoryselection.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/inventory/treefilter.h"
#include "views/shell/ownerchooser.h"
#include "views/shell/topbar.h"
#include "views/widgets/facetchip.h"
#include "views/widgets/searchfield.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The lead, who looks at two organisations with mouse and keyboard: what weighs how much, what is worth a filter of
/// its own, and on a small screen too.
class TestLead final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void switchesTheOwnerAndBack();
    void weighsSeveralRowsTogether();
    void narrowsByFacetsAndKeepsTheFilter();
    void findsNothingCutOnASmallScreen();
    void rule21_headerMenuHidesAndShows();

private:
    [[nodiscard]] MainWindow& window() { return m_program->window(); }
    [[nodiscard]] InventoryPage& page() { return m_program->page(); }
    [[nodiscard]] InventoryTree& tree() { return page().tree(); }
    [[nodiscard]] FilterBar& filter() { return page().filter().bar(); }
    [[nodiscard]] QString owner()
    {
        const auto& inventory = page().model().inventory();
        return inventory ? inventory->snapshot->owner.login : QString();
    }
    [[nodiscard]] QString foot() { return page().footTexts().first(); }
    /// The middle of an image's row.
    [[nodiscard]] QPoint rowOf(const QString& image)
    {
        return tree().visualRect(page().model().imageIndex({image})).center();
    }
    [[nodiscard]] QStringList columns();
    [[nodiscard]] static bool isMenuOpen()
    {
        return qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StartedProgram> m_program;
};

void TestLead::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_program = std::make_unique<StartedProgram>(
        ProgramStart{demoTarget(m_folder->path(), u"siriusscan"_s), {}, StartRole::Lead});
    window().resize(1440, 900);
    QVERIFY(m_program->read());
    // A lead begins at the storage; what is tried here is one key away.
    QVERIFY(!page().isVisible());
    QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(page().isVisible());
    tree().setFocus();
}

void TestLead::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

/// Titles of the columns in sight.
QStringList TestLead::columns()
{
    QStringList titles;
    for (int column = 0; column < kInventoryColumns; ++column)
        if (!tree().isColumnHidden(column))
            titles.append(tree().model()->headerData(column, Qt::Horizontal).toString());
    return titles;
}

void TestLead::switchesTheOwnerAndBack()
{
    const auto chooser = [this] { return &window().topBar().owner(); };
    const QList<Step> steps{
        {click(u"clicks the owner"_s, chooser), u"the owners to choose from"_s, [] { return isMenuOpen(); }},
        {choose(u"northquay"_s), u"its images, and its name in the title"_s,
         [this] { return owner() == u"northquay"_s && window().windowTitle() == u"northquay – Slipway"_s; }},
        {press(u"Ctrl+Shift+O"_s), u"the owners again"_s, [] { return isMenuOpen(); }},
        {choose(u"siriusscan"_s), u"the first one again"_s, [this] { return owner() == u"siriusscan"_s; }},
    };
    QCOMPARE(walk(window(), steps), QString());
}

void TestLead::weighsSeveralRowsTogether()
{
    const auto image = [this](int number) {
        return page().model().itemAt(
            page().model().index(number, 0, page().model().index(0, 0, page().model().index(0, 0))));
    };
    const QString first = image(0).name();
    const QString second = image(1).name();
    const SetSize sizes[]{image(0).size(), image(1).size()};
    QVERIFY(!second.isEmpty());
    const QList<Step> steps{
        {click(u"clicks an image"_s, *tree().viewport(), [this, first] { return rowOf(first); }), u"what it weighs"_s,
         [this] { return foot().startsWith(u"1 image selected"_s); }},
        {click(
             u"clicks another with Ctrl"_s, *tree().viewport(), [this, second] { return rowOf(second); },
             Qt::LeftButton, Qt::ControlModifier),
         u"what both weigh"_s, [this] { return foot().contains(u"freed if deleted"_s); }},
    };
    QCOMPARE(walk(window(), steps), QString());
    QCOMPARE(page().selection().items().size(), 2U);
    QVERIFY2(foot().startsWith(u"2 rows selected: "_s), qPrintable(foot()));
    QVERIFY(sizes[0].logical > 0 && sizes[1].logical > 0);
    QVERIFY2(foot().contains(formatBytes(sizes[0].logical + sizes[1].logical) + u" logical"_s), qPrintable(foot()));
}

void TestLead::narrowsByFacetsAndKeepsTheFilter()
{
    SavedFilters kept;
    connect(&filter(), &FilterBar::savedFiltersChanged, &filter(),
            [kept = &kept](const SavedFilters& now) { *kept = now; });
    filter().setSavedFilters({});
    QVERIFY(eventually([this] { return !filter().facets().chips().isEmpty(); }));
    const auto variant = [this] { return filter().facets().chips().constFirst(); };
    const auto saved = [this] { return &filter().saved(); };
    const QList<Step> steps{
        {click(u"clicks the first chip"_s, variant), u"what there is to choose"_s, [] { return isMenuOpen(); }},
        {press(u"Down, Down, Return"_s), u"a term in the filter, and the chip filled"_s,
         [this, variant] { return filter().text().contains(u':') && variant()->isOn(); }},
        {type(u"/"_s), u"the field, its text chosen"_s,
         [this] { return filter().field().hasFocus() && filter().field().hasSelectedText(); }},
        {press(u"End"_s), u"nothing chosen"_s, [this] { return !filter().field().hasSelectedText(); }},
        {type(u" tagged"_s), u"a narrower filter"_s, [this] { return filter().text().endsWith(u" tagged"_s); }},
        {click(u"clicks the saved filters"_s, saved), u"their menu"_s, [] { return isMenuOpen(); }},
        {choose(u"Save this filter"_s), u"the question for a name"_s,
         [] { return QApplication::activeModalWidget() && qobject_cast<QLineEdit*>(QApplication::focusWidget()); }},
        {type(u"Mine"_s), u"the name"_s,
         [] { return qobject_cast<QLineEdit*>(QApplication::focusWidget())->text() == u"Mine"_s; }},
        {press(u"Return"_s), u"the filter, kept"_s,
         [&kept] { return !kept.filters().empty() && !QApplication::activeModalWidget(); }},
        {press(u"Ctrl+F, Delete"_s), u"everything again"_s, [this] { return !page().model().isFiltered(); }},
        {click(u"clicks the saved filters"_s, saved), u"their menu"_s, [] { return isMenuOpen(); }},
        {choose(u"Mine"_s), u"the kept filter in force"_s,
         [this, &kept] { return filter().text() == kept.filters().front().expression && page().model().isFiltered(); }},
    };
    QCOMPARE(walk(window(), steps), QString());
    QVERIFY2(filter().text().endsWith(u" tagged"_s), qPrintable(filter().text()));
}

void TestLead::findsNothingCutOnASmallScreen()
{
    window().resize(1180, 720);
    QVERIFY(eventually([this] { return window().size() == QSize(1180, 720); }));
    const QList<Step> steps{
        {press(u"Ctrl+J"_s), u"the log"_s, [this] { return window().isLogOpen(); }},
        {press(u"Escape, Home, Down, Down"_s), u"an image"_s, [this] { return foot().contains(u"1 image"_s); }},
        {press(u"Ctrl+A"_s), u"what everything weighs"_s, [this] { return foot().contains(u"freed if deleted"_s); }},
    };
    QCOMPARE(walk(window(), steps), QString());
    QCOMPARE(clippedTexts(window()), QStringList());
    QCOMPARE(overlappingTexts(window()), QStringList());
}

void TestLead::rule21_headerMenuHidesAndShows()
{
    const QStringList all = columns();
    auto& header = *tree().header();
    const auto open = click(
        u"clicks the header with the right button"_s, *header.viewport(), [] { return QPoint(60, 10); },
        Qt::RightButton);
    QList<Step> steps;
    // Those the width leaves out too.
    for (int column = 1; column < kInventoryColumns; ++column) {
        const QString title = tree().model()->headerData(column, Qt::Horizontal).toString();
        steps.append({open, u"the columns' menu"_s, [] { return isMenuOpen(); }});
        steps.append({choose(title), title + u" gone"_s, [this, title] { return !columns().contains(title); }});
    }
    steps.append({open, u"the columns' menu"_s, [] { return isMenuOpen(); }});
    // The last one cannot be chosen: the menu stays as it is.
    steps.append({choose(all.first()), u"the last column still there"_s,
                  [this, &all] { return columns() == QStringList{all.first()} && isMenuOpen(); }});
    steps.append({choose(u"Reset columns"_s), u"all of them again"_s, [this, &all] { return columns() == all; }});
    QCOMPARE(walk(window(), steps), QString());
}

SLIPWAY_TEST_SUITE(TestLead);

} // namespace slipway::test

#include "test_lead.moc"
