#include "gui/shownwindow.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/facetbar.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/inventory/treefilter.h"
#include "views/theme/tokens.h"
#include "views/widgets/facetchip.h"
#include "views/widgets/searchfield.h"

#include <QLineEdit>
#include <QMenu>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// "CPU 1, -GPU 0": what a chip's menu offers, what cannot be chosen with a sign.
QString offeredBy(FacetChip& chip)
{
    Q_EMIT chip.menu()->aboutToShow();
    QStringList offers;
    for (const auto* action : chip.menu()->actions())
        if (!action->isSeparator() && action != chip.menu()->actions().constFirst())
            offers.append((action->isEnabled() ? QString() : u"-"_s) + action->text().replace(u'\t', u' '));
    return offers.join(u", "_s);
}

} // namespace

/// Filters that are chosen, by facet or by the name they were saved under.
class TestFacets final : public QObject, protected ShownWindow
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showWindow()); }
    void cleanup() { closeWindow(); }
    void facetsWriteIntoTheFilter();
    void facetsAreCountedUnderTheRest();
    void filtersAreSavedAndForgotten();
    void savedFiltersMenuStaysOne();
    void chipsThatDoNotFitAreOffered();

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

void TestFacets::facetsWriteIntoTheFilter()
{
    auto& facets = page().filter().bar().facets();
    QVERIFY(eventually([&] { return facets.chips().size() > 2; }));
    auto* variant = facets.chips().constFirst();
    QCOMPARE(variant->accessibleName(), u"Variant: All 3"_s);
    for (const auto* chip : facets.chips())
        QVERIFY2(chip->toolTip().contains(u"\nImages "_s) && !chip->accessibleDescription().isEmpty(),
                 qPrintable(chip->toolTip()));
    page().filter().bar().setSavedFilters({});
    field().setFocus();
    key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &page().filter().bar().saved());
    key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), variant);
    variant->menu()->popup(variant->mapToGlobal(QPoint(0, variant->height())));
    for (int i = 0; i < 3; ++i) // over "Any" and the CPU
        QTest::keyClick(variant->menu(), Qt::Key_Down);
    QTest::keyClick(variant->menu(), Qt::Key_Return);
    QVERIFY(eventually([&] { return field().text() == u"variant:gpu"_s; }));
    QVERIFY(variant->isOn());
    QCOMPARE(variant->accessibleName(), u"Variant: GPU"_s);
    QVERIFY(!rows().contains(u"affective-cpu"_s));
    QTest::mouseClick(variant, Qt::LeftButton, {}, QPoint(variant->width() - 12, variant->height() / 2));
    QCOMPARE(field().text(), QString());
    QVERIFY(!variant->isOn());
    // What is typed is shown as chosen.
    field().setText(u"affective variant:cpu"_s);
    QCOMPARE(variant->accessibleName(), u"Variant: CPU"_s);
}

void TestFacets::facetsAreCountedUnderTheRest()
{
    const auto& chips = page().filter().bar().facets().chips();
    QVERIFY(eventually([&] { return chips.size() > 2; }));
    auto& variant = *chips.constFirst();
    QCOMPARE(offeredBy(variant), u"CPU 1, GPU 2, Other 1"_s);
    key(Qt::Key_Slash);
    type(u"affective"_s);
    QVERIFY(eventually([&] { return offeredBy(variant) == u"CPU 1, GPU 1, -Other 0"_s; }));
    variant.menu()->popup(variant.mapToGlobal(QPoint(0, variant.height())));
    for (int i = 0; i < 3; ++i) // over "Any" and the CPU
        QTest::keyClick(variant.menu(), Qt::Key_Down);
    QTest::keyClick(variant.menu(), Qt::Key_Return);
    QVERIFY(eventually([&] { return field().text() == u"affective variant:gpu"_s; }));
    // Its own choice is left out of its counts, the text is not; of the others both count.
    QVERIFY(eventually([&] { return offeredBy(*chips[1]).contains(u"affective 1"_s); }));
    QCOMPARE(offeredBy(variant), u"CPU 1, GPU 1, -Other 0"_s);
    field().clear();
    QCOMPARE(field().text(), QString());
    QVERIFY(eventually([&] { return offeredBy(variant) == u"CPU 1, GPU 2, Other 1"_s; }));
}

/// Nothing goes without a sign: what has no room is in the menu of the last chip.
void TestFacets::chipsThatDoNotFitAreOffered()
{
    auto& facets = page().filter().bar().facets();
    QVERIFY(eventually([&] { return facets.chips().size() > 2; }));
    const auto shown = [&] {
        return std::ranges::count_if(facets.chips(), [](const FacetChip* chip) { return chip->isVisible(); });
    };
    int all = 0;
    for (const auto* chip : facets.chips())
        all += chip->sizeHint().width() + 8;
    // As wide as they need, and one pixel less.
    const auto makeWide = [&](int width) {
        auto& window = fixture().window;
        window.resize(window.width() + width - facets.width(), window.height());
        return eventually([&] { return facets.width() == width; });
    };
    QVERIFY(makeWide(all - 8));
    QCOMPARE(shown(), facets.chips().size());
    QVERIFY(!facets.more().isVisible());
    QVERIFY(makeWide(all - 9));
    QCOMPARE(shown(), facets.chips().size() - 1);
    // So narrow that the last one does not fit when it tells less, either.
    QVERIFY(makeWide(all - 90));
    const qsizetype fitting = shown();
    QVERIFY(fitting > 0 && fitting < facets.chips().size());
    QVERIFY(facets.more().isVisible());
    QVERIFY(facets.more().toolTip().endsWith(facets.chips().constLast()->accessibleName()));
    Q_EMIT facets.more().menu()->aboutToShow();
    const auto offered = facets.more().menu()->actions();
    QCOMPARE(offered.size(), facets.chips().size() - fitting);
    // By its own menu, into the filter's text; the way there looks chosen then.
    auto* menu = offered.constLast()->menu();
    QCOMPARE(offered.constLast()->text(), facets.chips().constLast()->accessibleName());
    Q_EMIT menu->aboutToShow();
    for (auto* action : menu->actions().sliced(1))
        if (action->isEnabled() && !action->isSeparator()) {
            action->trigger();
            break;
        }
    QVERIFY(!field().text().isEmpty());
    QVERIFY(facets.chips().constLast()->isOn());
    QCOMPARE(facets.more().grab().toImage().pixelColor(facets.more().width() / 2, 2),
             tokensOf(facets.palette()).accentTint);
}

void TestFacets::savedFiltersMenuStaysOne()
{
    auto& saved = page().filter().bar().saved();
    SavedFilters filters;
    filters.set(u"GPUs"_s, u"gpu"_s);
    filters.set(u"CPUs"_s, u"cpu"_s);
    page().filter().bar().setSavedFilters(filters);
    const auto open = [&] {
        saved.menu()->popup(saved.mapToGlobal(QPoint(0, saved.height())));
        QTest::keyClick(saved.menu(), Qt::Key_Escape);
    };
    open();
    const auto children = saved.findChildren<QObject*>().size();
    QVERIFY(children > 0);
    for (int opening = 0; opening < 5; ++opening)
        open();
    QCOMPARE(saved.findChildren<QObject*>().size(), children);
}

void TestFacets::filtersAreSavedAndForgotten()
{
    auto& bar = page().filter().bar();
    auto& saved = bar.saved();
    QVERIFY(!saved.isVisible()); // until somebody keeps them
    bar.setSavedFilters({});
    QVERIFY(saved.isVisible());
    SavedFilters told;
    connect(&bar, &FilterBar::savedFiltersChanged, &bar, [&told](const SavedFilters& now) { told = now; });
    const auto pick = [&](const QString& text) {
        Q_EMIT saved.menu()->aboutToShow();
        QList<QAction*> actions = saved.menu()->actions();
        for (auto* action : saved.menu()->actions())
            if (action->menu())
                actions += action->menu()->actions();
        for (auto* action : std::as_const(actions))
            if (action->text() == text && action->isEnabled()) {
                action->trigger();
                return true;
            }
        return false;
    };
    QVERIFY(!pick(u"Save this filter…"_s)); // there is none
    key(Qt::Key_Slash);
    type(u"unsigned gpu"_s);
    QVERIFY(pick(u"Save this filter…"_s));
    QVERIFY(eventually([&] {
        return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr
               && QApplication::focusWidget() != &field();
    }));
    type(u"My GPUs"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually([&] { return !told.filters().empty(); }));
    QCOMPARE(told.filters().front(), (SavedFilter{u"My GPUs"_s, u"unsigned gpu"_s}));
    field().clear();
    QVERIFY(pick(u"My GPUs"_s));
    QCOMPARE(field().text(), u"unsigned gpu"_s);
    field().setText(u"size:"_s);
    QVERIFY(!pick(u"Save this filter…"_s)); // it cannot be understood
    saved.setSaved({});
    QVERIFY(!pick(u"My GPUs"_s));
    saved.setSaved(told);
    Q_EMIT saved.menu()->aboutToShow();
    for (auto* action : saved.menu()->actions())
        if (action->menu())
            action->menu()->actions().constFirst()->trigger();
    QVERIFY(told.filters().empty());
}

SLIPWAY_TEST_SUITE(TestFacets);

} // namespace slipway::test

#include "test_facets.moc"
