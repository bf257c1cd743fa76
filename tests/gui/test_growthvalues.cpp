#include "gui/pixels.h"
#include "gui/shownstorage.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/treefilter.h"
#include "views/storage/figureview.h"
#include "views/storage/growthcard.h"
#include "views/storage/usecard.h"
#include "views/theme/tokens.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What the chart "Stored by hub" tells, and of which days.
class TestGrowthValues final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void growthIsATable();
    void rangeIsChosenAndKept();
    void daysAreToldByKeyAndPointer();
    void gapsAreNotDrawnOver();
    void enterOnAHubFiltersTheInventory();
    void aHubStandsOut();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] StoragePage& page() { return window().storagePage(); }
    [[nodiscard]] GrowthCard& card() { return page().growth(); }
    [[nodiscard]] StackChart& chart() { return card().chart(); }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestGrowthValues::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showStorage(window());
    QVERIFY(m_fixture->show());
}

void TestGrowthValues::growthIsATable()
{
    const auto texts = [this] {
        QStringList rows;
        for (const auto& row : page().growth().legend().table().rows)
            rows.append(QStringList{row.cells[0].text, row.cells[1].text, row.cells[2].text}.join(u" | "));
        return rows;
    };
    QCOMPARE(texts(), (QStringList{u"vision_perception_hub | 90.0 MiB | 0 B"_s,
                                   u"affective_processing_center | 150 MiB | +89.0 MiB"_s,
                                   u"Shared by hubs | 30.0 MiB | 0 B"_s, u"Stored | 270 MiB | +89.0 MiB"_s}));
    QCOMPARE(page().growth().chart().accessibleDescription(),
             u"270 MiB on 21 Nov 2026, 89.0 MiB more than on 24 Aug 2026"_s);
    QVERIFY(!page().growth().chart().chart().forecast.empty());
    page().setHistory(shownStorageHistory(5));
    QCOMPARE(texts().constLast(), u"Stored | 270 MiB | +4.0 MiB"_s);
    QVERIFY(page().growth().chart().chart().forecast.empty());
    QCOMPARE(page().growth().note(), u"Needs readings of 8 days over 7 days; there are 5 over 4"_s);
    page().setHistory(shownStorageHistory(1));
    QCOMPARE(texts().constLast(), u"Stored | 270 MiB | –"_s);
}

void TestGrowthValues::rangeIsChosenAndKept()
{
    QPushButton* month = nullptr;
    for (auto* button : page().growth().findChildren<QPushButton*>())
        if (button->accessibleName() == u"The last 30 days"_s)
            month = button;
    QVERIFY(month);
    QSignalSpy layout(&window(), &MainWindow::layoutChanged);
    QTest::mouseClick(month, Qt::LeftButton);
    QCOMPARE(layout.size(), 1);
    QVERIFY(month->isChecked());
    QCOMPARE(page().growth().chart().chart().stack.days.size(), size_t{31});
    const auto state = page().saveState();
    page().restoreState({});
    QCOMPARE(page().growth().range(), GrowthRange::Quarter);
    QVERIFY(!month->isChecked());
    page().restoreState(state);
    QCOMPARE(page().growth().range(), GrowthRange::Month);
    page().restoreState({{u"days"_s, 8}});
    QCOMPARE(page().growth().range(), GrowthRange::Quarter);
}

void TestGrowthValues::daysAreToldByKeyAndPointer()
{
    auto& chart = page().growth().chart();
    chart.setFocus();
    key(Qt::Key_Left);
    QVERIFY(chart.accessibleDescription().startsWith(u"21 Nov 2026: 270 MiB stored"_s));
    key(Qt::Key_Left);
    QVERIFY(chart.accessibleDescription().startsWith(u"20 Nov 2026: 269 MiB stored"_s));
    key(Qt::Key_Home);
    QVERIFY(chart.accessibleDescription().startsWith(u"24 Aug 2026: 181 MiB stored"_s));
    page().use().table().setFocus();
    QVERIFY(chart.accessibleDescription().startsWith(u"270 MiB on 21 Nov 2026"_s));
    QTest::mouseMove(&chart, QPoint(chart.width() / 2, chart.height() / 2));
    QVERIFY(eventually([&] { return chart.accessibleDescription().contains(u"MiB stored"_s); }));
}

void TestGrowthValues::gapsAreNotDrawnOver()
{
    auto samples = shownStorageHistory(90);
    samples.erase(samples.begin() + 20, samples.begin() + 40);
    page().setHistory(samples);
    const auto& runs = page().growth().chart().drawing().runs;
    QCOMPARE(runs.size(), size_t{2});
    QCOMPARE(runs[0].last, size_t{19});
    QCOMPARE(runs[1].first, size_t{20});
}

void TestGrowthValues::enterOnAHubFiltersTheInventory()
{
    page().growth().legend().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"hub:vision_perception_hub"_s);
}

void TestGrowthValues::aHubStandsOut()
{
    auto& chart = page().growth().chart();
    const QColor shared = tokensOf(window().palette()).line2;
    const int before = pixelsOf(chart.grab().toImage(), shared);
    QVERIFY(before > 0);
    page().growth().legend().setFocus();
    key(Qt::Key_Home);
    QVERIFY(pixelsOf(chart.grab().toImage(), shared) < before / 10);
}

SLIPWAY_TEST_SUITE(TestGrowthValues);

} // namespace slipway::test

#include "test_growthvalues.moc"
