#include "gui/palettehands.h"
#include "support/suite.h"
#include "views/inventory/facetbar.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/treefilter.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The inventory's filter, by Ctrl+K alone.
class TestPaletteFiltering final : public QObject, protected PaletteHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showPaletteWindow()); }
    void cleanup() { closeWindow(); }
    void rule20_facetsAreReached();
};

/// From any page, by the chips' own names; the inventory is in sight then, filtered.
void TestPaletteFiltering::rule20_facetsAreReached()
{
    auto& bar = page().filter().bar();
    QVERIFY(eventually([&] { return !bar.facets().choices().facets.empty(); }));
    const auto choices = bar.facets().choices();
    for (const auto& facet : choices.facets) {
        const auto& value = facet.values.back();
        bar.clear();
        window().setCurrentPage(1);
        open();
        type(u">filter by %1 %2"_s.arg(facet.name, value.text));
        QCOMPARE(currentTitle(), u"Filter by %1: %2"_s.arg(facet.name, value.text));
        key(Qt::Key_Return);
        QCOMPARE(bar.text(), value.term);
        QCOMPARE(window().currentPage(), 0);
    }
    // One choice of a facet takes the place of the one before, and goes as well.
    const auto& first = choices.facets.front();
    bar.setText(first.values.front().term);
    open();
    type(u">filter by %1 any"_s.arg(first.name));
    key(Qt::Key_Return);
    QCOMPARE(bar.text(), QString());
    open();
    type(u">filter by any"_s);
    QVERIFY(!below(u"Commands"_s).contains(u"Filter by %1: Any"_s.arg(first.name)));
}

SLIPWAY_TEST_SUITE(TestPaletteFiltering);

} // namespace slipway::test

#include "test_palettefiltering.moc"
