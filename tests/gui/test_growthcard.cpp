#include "gui/heard.h"
#include "gui/pixels.h"
#include "gui/shownstorage.h"
#include "models/timetext.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/treefilter.h"
#include "views/storage/figureview.h"
#include "views/storage/growthcard.h"
#include "views/storage/growthpicture.h"
#include "views/storage/stackpainting.h"
#include "views/storage/usecard.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What a person does with the chart "Stored by hub": by key and mouse.
class TestGrowthCard final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void keysTellEachPoint();
    void pointerTellsTheForecast();
    void theMarkedDayStays();
    void aRangeOfHiddenHubsIsChosenAnew();
    void spaceHidesAHub();
    void clickOnTheSquareHidesAHub();
    void onlyWhatIsPointedAtStandsOut();
    void theLastStays();
    void aChartBeginsWhole();
    void everyRangeIsThere();
    void theChartIsATable();
    void scrollingLeavesNothingDimmed();
    void comingBackBeginsWhole();
    void anEmptyRangeSaysWhy();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] StoragePage& page() { return window().storagePage(); }
    [[nodiscard]] GrowthCard& card() { return page().growth(); }
    [[nodiscard]] StackChart& chart() { return card().chart(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), key, modifiers);
    }
    [[nodiscard]] QPushButton* button(const QString& name)
    {
        for (auto* each : card().findChildren<QPushButton*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (const auto& series : m_fixture->window.storagePage().growth().chart().chart().stack.series)
            names.append(series.kind == StackKind::Shared ? u"shared"_s : series.hub);
        return names;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestGrowthCard::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showStorage(window());
    QVERIFY(m_fixture->show());
}

void TestGrowthCard::keysTellEachPoint()
{
    const Heard heard;
    chart().setFocus();
    key(Qt::Key_End);
    key(Qt::Key_Right);
    key(Qt::Key_Home);
    QCOMPARE(Heard::texts().size(), 3);
    QCOMPARE(Heard::texts()[0],
             u"21 Nov 2026: 270 MiB stored\nvision_perception_hub: 90.0 MiB\n"
             "affective_processing_center: 150 MiB\nShared by hubs: 30.0 MiB\nBudget 300 MiB: 90 % used"_s);
    QVERIFY2(Heard::texts()[1].startsWith(u"22 Nov 2026: 271 MiB expected"_s), qPrintable(Heard::texts()[1]));
    QVERIFY(Heard::texts()[2].startsWith(u"24 Aug 2026: 181 MiB stored"_s));
    const QColor accent = tokensOf(window().palette()).accent;
    const int cross = pixelsOf(chart().grab().toImage(), accent);
    QVERIFY(cross > chart().width() / 2); // the ring alone has fewer
}

void TestGrowthCard::pointerTellsTheForecast()
{
    const auto& scale = chart().drawing().scale;
    const auto& days = chart().chart();
    const size_t point = days.pointTotal() - 3;
    QTest::mouseMove(&chart(), QPointF(scale.x(days.pointDay(point)), chart().height() / 2.0).toPoint());
    QVERIFY(eventually([&] { return chart().marked() == point; }));
    QVERIFY(chart().accessibleDescription().contains(u"expected"_s));
}

/// A refresh takes nothing from whoever reads the chart.
void TestGrowthCard::theMarkedDayStays()
{
    chart().setFocus();
    key(Qt::Key_End);
    key(Qt::Key_Left);
    const auto marked = chart().marked();
    QVERIFY(marked);
    const QDate day = chart().chart().pointDay(*marked);
    const QString told = chart().accessibleDescription();
    page().setTerms(shownTerms());
    QCOMPARE(chart().marked(), marked);
    page().setHistory(shownStorageHistory(30)); // the range begins with another reading
    QVERIFY(chart().marked());
    QVERIFY(chart().marked() != marked);
    QCOMPARE(chart().chart().pointDay(*chart().marked()), day);
    QCOMPARE(chart().accessibleDescription(), told);
    page().setHistory(std::vector<StorageSample>());
    QVERIFY(!chart().marked());
}

/// Where a range has none but hidden hubs, all are in sight and one of them can be hidden.
void TestGrowthCard::aRangeOfHiddenHubsIsChosenAnew()
{
    auto samples = shownStorageHistory(90);
    for (size_t i = 0; i < samples.size(); ++i) {
        auto& sample = samples[i];
        const bool isRecent = i + 40 > samples.size();
        sample.hubs = {{isRecent ? u"new"_s : u"old"_s, sample.stored / 2, sample.stored / 2},
                       {isRecent ? u"newer"_s : u"older"_s, sample.stored / 2, sample.stored / 2}};
    }
    page().setHistory(samples);
    card().legend().setFocus();
    for (int i = 0; i < card().legend().model()->rowCount(); ++i) {
        const auto name = card().legend().model()->index(i, 0);
        if (name.data().toString().startsWith(u"new"_s)) {
            card().legend().setCurrentIndex(name);
            key(Qt::Key_Space);
        }
    }
    QVERIFY(!shown().contains(u"new"_s));
    card().setRange(GrowthRange::Week);
    const auto before = shown();
    QVERIFY2(before.contains(u"new"_s) && before.contains(u"newer"_s), qPrintable(before.join(u' ')));
    key(Qt::Key_Home);
    key(Qt::Key_Space);
    QCOMPARE(shown().size(), before.size() - 1);
}

void TestGrowthCard::spaceHidesAHub()
{
    QCOMPARE(shown(), (QStringList{u"shared"_s, u"affective_processing_center"_s, u"vision_perception_hub"_s}));
    const Bytes before = chart().drawing().scale.axis().end();
    card().legend().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Space);
    QCOMPARE(shown(), (QStringList{u"shared"_s, u"affective_processing_center"_s}));
    QCOMPARE(chart().chart().stack.days.back().stored, 270 * kMiB);
    QCOMPARE(chart().chart().stack.days.back().shown(), 180 * kMiB);
    QVERIFY(chart().accessibleDescription().startsWith(u"180 MiB of 270 MiB on 21 Nov 2026"_s));
    QVERIFY(chart().drawing().scale.axis().end() < before);
    QCOMPARE(card().note(), u"1 hidden; budget and forecast are of the whole"_s);
    const auto row = card().legend().model()->index(0, 0);
    QCOMPARE(row.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QCOMPARE(row.siblingAtColumn(1).data().toString(), u"90.0 MiB"_s); // its figures stay
    page().setHistory(shownStorageHistory(91));
    QCOMPARE(shown().size(), 2); // a refresh brings nothing back
    key(Qt::Key_Space);
    QCOMPARE(shown().size(), 3);
    QVERIFY(!chart().chart().forecast.empty());
}

void TestGrowthCard::clickOnTheSquareHidesAHub()
{
    auto& legend = card().legend();
    const QRect row = legend.visualRect(legend.model()->index(1, 0));
    const QPoint square(row.left() + withText(14), row.center().y());
    QTest::mouseClick(legend.viewport(), Qt::LeftButton, {}, square);
    QCOMPARE(shown(), (QStringList{u"shared"_s, u"vision_perception_hub"_s}));
    QCOMPARE(window().currentPage(), 1);
    QTest::mouseClick(legend.viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"hub:affective_processing_center"_s);
}

/// The others are dimmed while the legend has the keyboard, and no longer.
void TestGrowthCard::onlyWhatIsPointedAtStandsOut()
{
    const QColor blue = tokensOf(window().palette()).chart[0];
    const auto blueAmount = [&] { return pixelsOf(chart().grab().toImage(), blue); };
    const int whole = blueAmount();
    QVERIFY(whole > 1000);
    card().legend().setFocus();
    key(Qt::Key_Home);
    QVERIFY(eventually([&] { return blueAmount() < whole / 10; }));
    key(Qt::Key_Space); // what is hidden dims nothing
    QVERIFY(eventually([&] { return blueAmount() > whole; }));
    key(Qt::Key_Space);
    QVERIFY(eventually([&] { return blueAmount() < whole / 10; }));
    page().use().table().setFocus();
    QVERIFY(eventually([&] { return blueAmount() > whole * 9 / 10; }));
}

void TestGrowthCard::theLastStays()
{
    card().legend().setFocus();
    for (int i = 0; i < 3; ++i) {
        card().legend().setCurrentIndex(card().legend().model()->index(i, 0));
        key(Qt::Key_Space);
    }
    QCOMPARE(shown(), QStringList{u"shared"_s});
    QCOMPARE(card().note(), u"The last one stays in the chart"_s);
}

void TestGrowthCard::aChartBeginsWhole()
{
    card().legend().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Space);
    QCOMPARE(shown().size(), 2);
    const auto state = page().saveState();
    window().setInventory(nullptr); // another owner is chosen
    showStorage(window());
    page().restoreState(state);
    QCOMPARE(shown().size(), 3);
}

void TestGrowthCard::everyRangeIsThere()
{
    page().setHistory(shownStorageHistory(200));
    const QList<std::pair<QString, size_t>> ranges{{u"The last 7 days"_s, 8},
                                                   {u"The last 30 days"_s, 31},
                                                   {u"The last 90 days"_s, 91},
                                                   {u"The last year"_s, 200},
                                                   {u"All that was read"_s, 200}};
    for (const auto& [name, days] : ranges) {
        QPushButton* range = button(name);
        QVERIFY2(range, qPrintable(name));
        QTest::mouseClick(range, Qt::LeftButton);
        QVERIFY(range->isChecked());
        QCOMPARE(chart().chart().stack.days.size(), days);
    }
    const QDate first = shownStorageHistory(200).front().from.toUTC().date();
    QCOMPARE(chart().chart().first, first);
    const auto state = page().saveState();
    page().restoreState({});
    page().restoreState(state);
    QCOMPARE(card().range(), GrowthRange::All);
}

void TestGrowthCard::theChartIsATable()
{
    auto& days = card().days();
    QVERIFY(!days.isVisible());
    QTest::mouseClick(button(u"The chart's values as a table"_s), Qt::LeftButton);
    QVERIFY(days.isVisible());
    QVERIFY(!chart().isVisible());
    const auto& values = chart().chart();
    // A heading stands between what was read and what is to come.
    QCOMPARE(days.model()->rowCount(), static_cast<int>(values.pointTotal()) + 1);
    const auto newest = days.model()->index(0, 0);
    QStringList texts;
    for (int column = 0; column < days.model()->columnCount(); ++column)
        texts.append(newest.siblingAtColumn(column).data().toString());
    QCOMPARE(
        texts,
        (QStringList{
            u"21 Nov 2026"_s, u"270 MiB"_s, {}, {}, {}, u"300 MiB"_s, u"90.0 MiB"_s, u"150 MiB"_s, u"30.0 MiB"_s}));
    QVERIFY(days.header()->length() <= days.viewport()->width());
    QCOMPARE(page().saveState()["table"_L1], QJsonValue(true));
    page().restoreState({});
    QVERIFY(chart().isVisible());
}

/// The page is scrolled below a pointer that rests on the legend, or the keyboard's row is left by going elsewhere.
void TestGrowthCard::scrollingLeavesNothingDimmed()
{
    window().resize(1180, 720);
    QVERIFY(eventually([this] { return window().size() == QSize(1180, 720); }));
    auto* bar = page().ground().verticalScrollBar();
    QVERIFY(eventually([bar] { return bar->maximum() > 0; }));
    auto& legend = card().legend();
    const QPoint row = legend.visualRect(legend.model()->index(0, 0)).center();
    QCursor::setPos(legend.viewport()->mapToGlobal(row));
    QTest::mouseMove(legend.viewport(), row);
    QVERIFY(eventually([this] { return chart().highlighted().has_value(); }));
    bar->setValue(bar->maximum());
    QCOMPARE(chart().highlighted(), std::nullopt);
}

/// The page is left by a key while the pointer is on a hub, and come back to with the pointer elsewhere.
void TestGrowthCard::comingBackBeginsWhole()
{
    auto& legend = card().legend();
    const QPoint row = legend.visualRect(legend.model()->index(0, 0)).center();
    QCursor::setPos(legend.viewport()->mapToGlobal(row));
    QTest::mouseMove(legend.viewport(), row);
    QVERIFY(eventually([this] { return chart().highlighted().has_value(); }));
    key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(chart().highlighted(), std::nullopt);
    QCursor::setPos(window().mapToGlobal(QPoint(300, 20)));
    key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), 1);
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(chart().highlighted(), std::nullopt);
}

/// A range of which nothing was read has a sentence in the plot's place, for those who do not see it too.
void TestGrowthCard::anEmptyRangeSaysWhy()
{
    auto samples = shownStorageHistory(90);
    for (auto& sample : samples)
        sample.from = sample.until = sample.from.addDays(-60);
    page().setHistory(samples);
    card().setRange(GrowthRange::Month);
    const auto day = [](int ago) { return dayText(fixtureTime().addDays(-ago)); };
    const QString why =
        u"No whole reading since %1; the newest is of %2. Choose a longer range, or refresh."_s.arg(day(30), day(60));
    QCOMPARE(chart().chart().lack, why);
    QCOMPARE(chart().accessibleDescription(), why);
    GrowthChart silent = chart().chart();
    silent.lack.clear();
    const auto picture = [](const GrowthChart& chart) {
        const QSize size(600, 200);
        return stackPicture(StackDrawing(chart, QRectF(QPointF(), size)), size, 1, lightTokens());
    };
    QVERIFY(picture(chart().chart()) != picture(silent));
    card().setRange(GrowthRange::Quarter);
    QCOMPARE(chart().chart().lack, QString());
}

SLIPWAY_TEST_SUITE(TestGrowthCard);

} // namespace slipway::test

#include "test_growthcard.moc"
