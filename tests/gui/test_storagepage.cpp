#include "core/errortext.h"
#include "gui/accessiblewalk.h"
#include "gui/pixels.h"
#include "gui/shownstorage.h"
#include "models/timetext.h"
#include "storage/storagehistory.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefilter.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/sidebarbutton.h"
#include "views/shell/topbar.h"
#include "views/storage/figuredelegate.h"
#include "views/storage/figureview.h"
#include "views/storage/growthcard.h"
#include "views/storage/reclaimcard.h"
#include "views/storage/sincecard.h"
#include "views/theme/typography.h"
#include "views/widgets/statcard.h"

#include <QClipboard>
#include <QDateEdit>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <tuple>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The Storage page, by key and mouse.
class TestStoragePage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void keysOpenThePage();
    void figuresAreTold();
    void statesAreTold_data();
    void statesAreTold();
    void oldFiguresAreDated();
    void forecastWaitsForHistory();
    void crossingIsARange();
    void whatWasNotReadSinceIsTold();
    void whatWasNotWeighedIsNoZero();
    void anotherOwnerBeginsEmpty();
    void enterOnAFamilyFiltersTheInventory();
    void clickOnAFamilyFiltersTheInventory();
    void enterOnALayerShowsWhoHasIt();
    void reclaimableIsATable();
    void reclaimableStates();
    void growthSinceADayIsATable();
    void billingAndIncidentsAreTold();
    void theSidebarTellsTheBudget();
    void growthIsATable();
    void rangeIsChosenAndKept();
    void daysAreToldByKeyAndPointer();
    void gapsAreNotDrawnOver();
    void enterOnAHubFiltersTheInventory();
    void aHubStandsOut();
    void tablesAreCopied();
    void everythingIsReachedByKeyboard();
    void everythingHasAName();
    void whatMattersIsInSight();
    void textsFit_data();
    void textsFit();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] StoragePage& page() { return window().storagePage(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), key, modifiers);
    }
    /// Name and description of each card, as a reader says them.
    [[nodiscard]] QStringList cards()
    {
        QStringList texts;
        for (const auto* card : page().strip().findChildren<StatCard*>())
            texts.append(card->accessibleName() + u": "_s + card->accessibleDescription());
        return texts;
    }
    [[nodiscard]] QPoint middleOf(FigureView& view, int row)
    {
        return view.visualRect(view.model()->index(row, 0)).center();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestStoragePage::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showStorage(window());
    QVERIFY(m_fixture->show());
    QApplication::clipboard()->clear();
}

void TestStoragePage::keysOpenThePage()
{
    key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), 0);
    key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), 1);
    QCOMPARE(window().pages()[1].id, u"storage"_s);
    QCOMPARE(window().topBar().breadcrumb().steps(), QStringList{u"Storage"_s});
}

void TestStoragePage::figuresAreTold()
{
    // By hand: all blobs of the organisation, of which only base is in more than one version.
    const QStringList expected{
        u"Stored 296 MiB of 300 MiB: At most 3.5 MiB left, at least 98 % used"_s,
        u"Logical 410 MiB: At least; 4 images, 12 versions"_s,
        u"Shared 28.4 MiB: At least; 9 % of what was weighed"_s,
        u"Reclaimable 0 B: 1 image not judged. Not everything was read"_s,
        u"Forecast in 30 days 300 MiB: Over the budget on 22 Dec 2026"_s,
        u"Storage cost $0.07 a month: At least; 296 MiB at $0.25 a GiB"_s,
    };
    QCOMPARE(cards(), expected);
    QCOMPARE(page().families().model()->rowCount(), 3);
    QCOMPARE(page().layers().model()->index(0, 1).data().toString(), u"142 MiB"_s);
    QCOMPARE(page().costs().model()->index(3, 3).data().toString(), u"≥ $150.07"_s);
}

void TestStoragePage::statesAreTold_data()
{
    QTest::addColumn<PageState>("state");
    QTest::addColumn<int>("known"); // 0 nothing, 1 an inventory without packages, 2 one that is being measured, 3 all
    QTest::addColumn<QStringList>("texts");
    const Error refused{ErrorKind::Forbidden, u"the packages of northquay"_s, {}, {}};
    const QString least = u"At least: 1 version could not be read"_s;
    QTest::newRow("loading, counted") << PageState::loading(18, 34) << 0
                                      << QStringList{u"Reading the packages of northquay"_s, u"18 of 34 packages"_s};
    QTest::newRow("refused") << PageState::failed(refused) << 0
                             << QStringList{errorText(refused).what, errorText(refused).advice};
    QTest::newRow("offline without data")
        << PageState::offline({}) << 0
        << QStringList{u"Offline"_s, u"northquay was never read on this machine. Go online once to read it."_s};
    QTest::newRow("empty") << PageState::ready() << 1
                           << QStringList{
                                  u"Nothing stored in northquay"_s,
                                  u"Figures appear here once an image has been pushed, and if the token may see it."_s};
    QTest::newRow("being measured") << PageState::ready() << 2
                                    << QStringList{u"Measuring what northquay stores"_s, QString()};
    QTest::newRow("ready") << PageState::ready() << 3 << QStringList{least};
    QTest::newRow("refused, with data") << PageState::failed(refused) << 3 << QStringList{errorLine(refused), least};
}

void TestStoragePage::statesAreTold()
{
    QFETCH(const PageState, state);
    QFETCH(const int, known);
    QFETCH(const QStringList, texts);
    if (known < 3)
        window().setInventory(nullptr);
    if (known == 1)
        window().setInventory(inventoryFrom(QString()));
    if (known == 2)
        window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(state);
    QCOMPARE(page().stateTexts(), texts);
    QCOMPARE(page().isWaiting(), known == 2);
    QCOMPARE(page().families().isVisible(), known == 3);
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
}

void TestStoragePage::oldFiguresAreDated()
{
    const auto states = [this] {
        QList<StatState> all;
        for (const auto* card : page().strip().findChildren<StatCard*>())
            all.append(card->state());
        return all;
    };
    QCOMPARE(states(), QList<StatState>(6, StatState::Value));
    window().setState(PageState::offline(fixtureTime()));
    QCOMPARE(states(), QList<StatState>(6, StatState::Stale));
    QCOMPARE(cards().constFirst(),
             u"Stored 296 MiB of 300 MiB: Offline: data from 12:00. At most 3.5 MiB left, at least 98 % used"_s);
    QCOMPARE(page().families().palette().color(QPalette::Text), tokensOf(window().palette()).muted);
    window().setState(PageState::ready());
    QCOMPARE(states(), QList<StatState>(6, StatState::Value));
    QCOMPARE(page().families().palette().color(QPalette::Text), tokensOf(window().palette()).text);
}

void TestStoragePage::forecastWaitsForHistory()
{
    page().setHistory(shownStorageHistory(5));
    QCOMPARE(cards()[4],
             u"Forecast in 30 days No data yet: Needs readings of 8 days over 7 days; there are 5 over 4"_s);
    page().setTerms({});
    page().setHistory(shownStorageHistory(30));
    QCOMPARE(cards()[4], u"Forecast in 30 days 300 MiB: No budget is set"_s);
    QCOMPARE(cards()[0], u"Stored 296 MiB: At least; no budget is set"_s);
    const Error damaged{ErrorKind::Store, u"slipway.db"_s, {}, {}};
    page().setHistory(std::unexpected(damaged));
    QCOMPARE(cards()[4], u"Forecast in 30 days No data yet: "_s + errorText(damaged).what);
}

/// Readings that scatter cross the budget on one of several days, and perhaps only at the highest pace.
void TestStoragePage::crossingIsARange()
{
    auto samples = shownStorageHistory(90);
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i].stored += static_cast<Bytes>(i * 7 % 11) * kMiB;
    page().setHistory(samples);
    const auto& crossing = page().growth().chart().chart().crossing;
    QCOMPARE(crossing.outlook, BudgetOutlook::Crosses);
    QVERIFY(crossing.earliest && crossing.latest && *crossing.earliest < *crossing.latest);
    const auto told = [](QDate day) { return dayText(QDateTime(day, QTime(12, 0))); };
    const QString range = u"Crosses the budget %1 to %2"_s.arg(told(*crossing.earliest), told(*crossing.latest));
    QVERIFY2(cards()[4].endsWith(range), qPrintable(cards()[4]));
    QVERIFY2(page().growth().note().endsWith(range), qPrintable(page().growth().note()));
    // A budget that the middle of the band does not reach, but its upper edge does.
    const auto trend = storageTrend(storagePoints(samples));
    QVERIFY(trend);
    const ForecastDay end = forecastDay(*trend, kForecastDays);
    StorageTerms terms = shownTerms();
    terms.budget = end.middle + (end.highest - end.middle) / 2;
    page().setTerms(terms);
    const StorageForecast forecast = forecastBudget(*trend, terms.budget, fixtureTime().toUTC().date());
    QCOMPARE(forecast.outlook, BudgetOutlook::BeyondHorizon);
    QVERIFY(forecast.earliest);
    const QString perhaps = u"Over the budget on %1 at the highest pace"_s.arg(told(*forecast.earliest));
    QVERIFY2(cards()[4].endsWith(perhaps), qPrintable(cards()[4]));
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
}

/// The forecast of readings that end before the day on which it expected the budget to be crossed.
void TestStoragePage::whatWasNotReadSinceIsTold()
{
    auto samples = shownStorageHistory(90);
    for (auto& sample : samples)
        sample.from = sample.until = sample.from.addDays(-60);
    page().setHistory(samples);
    const QString outlook = u"Expected over the budget, not read since"_s;
    QVERIFY2(cards()[4].endsWith(outlook), qPrintable(cards()[4]));
    QVERIFY2(page().growth().note().endsWith(outlook), qPrintable(page().growth().note()));
    const QString hint = page().strip().findChildren<StatCard*>()[4]->toolTip();
    const auto forecast =
        forecastBudget(*storageTrend(storagePoints(samples)), shownTerms().budget, fixtureTime().toUTC().date());
    QCOMPARE(hint,
             outlook + u": the crossing was expected for "_s + dayText(QDateTime(*forecast.crossesOn, QTime(12, 0))));
}

/// Every manifest is missing: nobody knows what is stored.
void TestStoragePage::whatWasNotWeighedIsNoZero()
{
    const auto inventory = inventoryFrom(u"package p repo=h\n a missing\n b missing"_s);
    window().setInventory(inventory);
    page().setOverview(storageOverview(*inventory->snapshot, {}, inventory->references));
    for (const int card : {0, 1, 2, 5})
        QVERIFY2(cards()[card].endsWith(u" –: No data yet"_s), qPrintable(cards()[card]));
    QCOMPARE(page().families().model()->index(0, 4).data().toString(), u"–"_s);
    QCOMPARE(page().costs().model()->index(0, 1).data().toString(), u"–"_s);
    QCOMPARE(page().costs().model()->index(0, 3).data().toString(), u"–"_s);
    QCOMPARE(page().costs().model()->index(3, 3).data().toString(), u"≥ $150.00"_s);
}

void TestStoragePage::anotherOwnerBeginsEmpty()
{
    QSignalSpy settled(&page(), &StoragePage::settled);
    window().setInventory(nullptr);
    const auto inventory = inventoryFrom(shownOrganisation());
    window().setInventory(inventory);
    QVERIFY(page().isWaiting());
    page().setOverview(storageOverview(*inventory->snapshot, {}));
    QVERIFY(page().isWaiting());
    QCOMPARE(page().strip().findChildren<StatCard*>()[4]->state(), StatState::Loading);
    page().setHistory(shownStorageHistory(90));
    page().setReclaimable(shownReclaimable(*inventory));
    QVERIFY(page().isWaiting());
    page().setGrowthSince(StorageGrowth());
    QVERIFY(!page().isWaiting());
    QCOMPARE(settled.size(), 1);
}

void TestStoragePage::enterOnAFamilyFiltersTheInventory()
{
    page().families().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    const QString family = page().families().currentIndex().siblingAtColumn(0).data().toString();
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"family:"_s + family);
    QVERIFY(window().inventoryPage().tree().hasFocus());
    // And back by the same way as from any jump.
    key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(eventually([&] { return window().currentPage() == 1; }));
}

void TestStoragePage::clickOnAFamilyFiltersTheInventory()
{
    auto& families = page().families();
    QTest::mouseClick(families.viewport(), Qt::LeftButton, {}, middleOf(families, 0));
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"family:"_s + families.table().rows[0].cells[0].exact);
}

void TestStoragePage::reclaimableIsATable()
{
    Reclaimable found;
    found.files = {u"/plans/team.cleanup.yaml"_s};
    found.versions = 3;
    found.bytes = 9 * kMiB;
    found.families = {{u"torch"_s, {}, 2, 6 * kMiB}, {QString(), {}, 1, kMiB}};
    found.packages = {{u"torch-gpu"_s, u"torch"_s, 2, 6 * kMiB}, {u"scratch"_s, {}, 1, kMiB}};
    page().setReclaimable(found);
    auto& table = page().reclaim().table();
    const auto texts = [&table] {
        QStringList rows;
        for (const auto& row : table.table().rows)
            rows.append(QStringList{row.cells[0].text, row.cells[1].text, row.cells[2].text}.join(u" | "));
        return rows;
    };
    QCOMPARE(texts(),
             (QStringList{u"torch | 2 | 6.0 MiB"_s, u"Unassigned | 1 | 1.0 MiB"_s, u"Together | 3 | 9.0 MiB"_s}));
    QCOMPARE(page().reclaim().note(), QString());
    QPushButton* images = nullptr;
    for (auto* button : page().reclaim().findChildren<QPushButton*>())
        if (button->text() == u"Images"_s)
            images = button;
    QVERIFY(images);
    QSignalSpy layout(&window(), &MainWindow::layoutChanged);
    images->setFocus();
    key(Qt::Key_Space);
    QCOMPARE(layout.size(), 1);
    QCOMPARE(texts().constFirst(), u"torch-gpu | 2 | 6.0 MiB"_s);
    const auto state = page().saveState();
    page().restoreState({});
    QCOMPARE(page().reclaim().grouping(), PartGrouping::Family);
    page().restoreState(state);
    QCOMPARE(page().reclaim().grouping(), PartGrouping::Image);
    table.setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"name:torch-gpu"_s);
}

void TestStoragePage::reclaimableStates()
{
    const auto told = [this] { return cards()[3] + u" | "_s + page().reclaim().note(); };
    Reclaimable found;
    found.isUsualPolicy = true;
    page().setReclaimable(found);
    QCOMPARE(told(), u"Reclaimable 0 B: 0 versions | Nothing to remove under this policy"_s);
    found.unasked = {u"build-lock.json"_s, u"demo-01"_s};
    page().setReclaimable(found);
    QCOMPARE(told(), u"Reclaimable 0 B: At most; not asked: build-lock.json, demo-01 | At most; not asked: "
                     "build-lock.json, demo-01"_s);
    found.unasked.clear();
    found.skippedPackages = 2;
    page().setReclaimable(found);
    QCOMPARE(told(), u"Reclaimable 0 B: 2 images not judged | 2 images not judged"_s);
    const Error refused{ErrorKind::InvalidFile, u"cleanup.yaml:3:1"_s, u"unknown key"_s, {}};
    page().setReclaimable(std::unexpected(refused));
    QCOMPARE(told(), u"Reclaimable No data yet: The cleanup policy could not be read | "_s + errorLine(refused));
    QCOMPARE(page().reclaim().table().model()->rowCount(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
    // Of another inventory nothing is known yet.
    window().setInventory(nullptr);
    window().setInventory(inventoryFrom(shownOrganisation()));
    QCOMPARE(page().reclaim().note(), u"What a cleanup would free is being worked out"_s);
}

void TestStoragePage::growthSinceADayIsATable()
{
    auto& card = page().sinceCard();
    const QDate today = fixtureTime().toUTC().date();
    QCOMPARE(card.since(), today.addDays(-30));
    StorageGrowth growth;
    growth.since = fixtureTime().addDays(-31);
    growth.then = 100 * kMiB;
    growth.now = 90 * kMiB;
    growth.families = {{u"torch"_s, 10 * kMiB, 40 * kMiB}, {QString(), 0, kMiB}, {u"llm"_s, 50 * kMiB, 9 * kMiB}};
    growth.packages = {{u"torch-cpu"_s, 0, 30 * kMiB}};
    page().setGrowthSince(growth);
    QStringList rows;
    for (const auto& row : card.table().table().rows)
        rows.append(
            QStringList{row.cells[0].text, row.cells[1].text, row.cells[2].text, row.cells[3].text}.join(u" | "));
    QCOMPARE(rows,
             (QStringList{u"torch | 10.0 MiB | 40.0 MiB | +30.0 MiB"_s, u"Unassigned | 0 B | 1.0 MiB | +1.0 MiB"_s,
                          u"Stored | 100 MiB | 90.0 MiB | −10.0 MiB"_s}));
    QVERIFY2(card.note().startsWith(u"Compared with the reading of "_s), qPrintable(card.note()));
    growth.isWhole = false;
    page().setGrowthSince(growth);
    QVERIFY2(card.note().endsWith(u"not everything was read, a change may be none"_s), qPrintable(card.note()));
    // Another day, by keyboard.
    QSignalSpy chosen(&page(), &StoragePage::sinceChosen);
    auto* date = card.findChild<QDateEdit*>();
    date->setFocus();
    date->setSelectedSection(QDateTimeEdit::YearSection);
    key(Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toDate(), today.addDays(-30).addYears(-1));
    QCOMPARE(card.table().model()->rowCount(), 0); // what was in sight is of another day
    QCOMPARE(card.note(), u"What was stored then is being measured"_s);
    QCOMPARE(date->maximumDate(), today);
    // Typed as it is written, and left by Tab.
    for (const auto& [format, typed, day] : {std::tuple(u"d MMM yyyy"_s, u"5 Mar 2026"_s, QDate(2026, 3, 5)),
                                             std::tuple(u"d. MMM yyyy"_s, u"17. Feb 2026"_s, QDate(2026, 2, 17))}) {
        date->setDisplayFormat(format);
        date->setSelectedSection(QDateTimeEdit::DaySection);
        QTest::keyClicks(date, typed);
        QCOMPARE(QApplication::focusWidget(), date);
        key(Qt::Key_Return);
        QCOMPARE(chosen.constLast()[0].toDate(), day);
    }
    key(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != date);
    // On the first day there is nothing to compare with.
    StorageGrowth nothing;
    nothing.begunAt = fixtureTime();
    page().setGrowthSince(nothing);
    QCOMPARE(card.note(), u"Nothing was read before 21 Nov 2026"_s);
    QCOMPARE(card.table().model()->rowCount(), 0);
    page().setGrowthSince(std::nullopt);
    QVERIFY(page().isWaiting());
    QCOMPARE(card.note(), u"What was stored then is being measured"_s);
    page().setGrowthSince(growth);
    card.table().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"family:torch"_s);
}

void TestStoragePage::billingAndIncidentsAreTold()
{
    const BillingMonth month = billingMonthAt(fixtureTime());
    page().setBilling(BillingReading{BilledUsage{{}, 1.073741824, 0, 0, 0, {}}, month, fixtureTime()});
    QCOMPARE(page().costs().model()->index(1, 1).data().toString(), u"1.00 GiB"_s);
    QVERIFY2(page().billingNote().contains(u"read "_s), qPrintable(page().billingNote()));
    // A failure takes nothing away, and is told.
    const Error lost{ErrorKind::Network, u"the billing of northquay"_s, {}, {}};
    page().setBilling(std::unexpected(lost));
    QCOMPARE(page().costs().model()->index(1, 1).data().toString(), u"1.00 GiB"_s);
    QVERIFY2(page().billingNote().endsWith(errorLine(lost)), qPrintable(page().billingNote()));
    page().setBilling(BillingReading{BillingNotPermitted{u"no"_s}, month, fixtureTime()});
    QCOMPARE(page().costs().model()->index(4, 3).data().toString(), u"not permitted"_s);
    // Of an earlier month nothing is said of this one.
    page().setBilling(BillingReading{BilledUsage{{}, 5, 0, 0, 0, {}}, {2020, 1}, fixtureTime()});
    QCOMPARE(page().costs().model()->index(1, 1).data().toString(), u"–"_s);
    QCOMPARE(page().billingNote(), u"GitHub's billing was not read"_s);

    const auto inventory = inventoryFrom(u"package p repo=h\n a image tags=x layers=l:9 config=c:1"_s);
    window().setInventory(inventory);
    page().setOverview(storageOverview(*inventory->snapshot, {}, inventory->references));
    page().setIncidents({});
    QVERIFY2(page().stateTexts().constLast().startsWith(u"Quota, forecast and cost; no breach of the budget in Q"_s),
             qPrintable(page().stateTexts().constLast()));
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
}

/// 296 of 300 MiB, from the first share on at which a person is told.
void TestStoragePage::theSidebarTellsTheBudget()
{
    const auto button = [this] {
        for (auto* each : window().findChildren<SidebarButton*>())
            if (each->text() == u"Storage"_s)
                return each;
        return static_cast<SidebarButton*>(nullptr);
    };
    QVERIFY(button());
    // Not all could be read.
    QCOMPARE(button()->badge(), u"≥ 98 %"_s);
    QCOMPARE(button()->accessibleName(), u"Storage: ≥ 98 %"_s);
    StorageTerms terms = shownTerms();
    terms.alerts = {99};
    page().setTerms(terms);
    QCOMPARE(button()->badge(), QString());
    QCOMPARE(button()->accessibleName(), u"Storage"_s);
    page().setTerms(shownTerms());
    window().setInventory(nullptr);
    QCOMPARE(button()->badge(), QString());
}

void TestStoragePage::enterOnALayerShowsWhoHasIt()
{
    page().layers().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    auto& inventory = window().inventoryPage();
    QCOMPARE(inventory.filter().bar().text(), u"layer:"_s + named(u"cuda"_s).toString());
    // One image has it, in what its newest index lists.
    const auto& model = inventory.model();
    QVERIFY(eventually([&] { return model.rowCount() == 1; }));
    const auto image = model.index(0, 0, model.index(0, 0, model.index(0, 0)));
    QCOMPARE(image.data().toString(), u"affective-gpu"_s);
    QCOMPARE(model.rowCount(image), 1);
}

void TestStoragePage::growthIsATable()
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

void TestStoragePage::rangeIsChosenAndKept()
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

void TestStoragePage::daysAreToldByKeyAndPointer()
{
    auto& chart = page().growth().chart();
    chart.setFocus();
    key(Qt::Key_Left);
    QVERIFY(chart.accessibleDescription().startsWith(u"21 Nov 2026: 270 MiB stored"_s));
    key(Qt::Key_Left);
    QVERIFY(chart.accessibleDescription().startsWith(u"20 Nov 2026: 269 MiB stored"_s));
    key(Qt::Key_Home);
    QVERIFY(chart.accessibleDescription().startsWith(u"24 Aug 2026: 181 MiB stored"_s));
    page().families().setFocus();
    QVERIFY(chart.accessibleDescription().startsWith(u"270 MiB on 21 Nov 2026"_s));
    QTest::mouseMove(&chart, QPoint(chart.width() / 2, chart.height() / 2));
    QVERIFY(eventually([&] { return chart.accessibleDescription().contains(u"MiB stored"_s); }));
}

void TestStoragePage::gapsAreNotDrawnOver()
{
    auto samples = shownStorageHistory(90);
    samples.erase(samples.begin() + 20, samples.begin() + 40);
    page().setHistory(samples);
    const auto& runs = page().growth().chart().drawing().runs;
    QCOMPARE(runs.size(), size_t{2});
    QCOMPARE(runs[0].last, size_t{19});
    QCOMPARE(runs[1].first, size_t{20});
}

void TestStoragePage::enterOnAHubFiltersTheInventory()
{
    page().growth().legend().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"hub:vision_perception_hub"_s);
}

void TestStoragePage::aHubStandsOut()
{
    auto& chart = page().growth().chart();
    const QColor shared = tokensOf(window().palette()).line2;
    const int before = pixelsOf(chart.grab().toImage(), shared);
    QVERIFY(before > 0);
    page().growth().legend().setFocus();
    key(Qt::Key_Home);
    QVERIFY(pixelsOf(chart.grab().toImage(), shared) < before / 10);
}

void TestStoragePage::tablesAreCopied()
{
    page().layers().setFocus();
    key(Qt::Key_C, Qt::ControlModifier);
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"Layer,Size,Images,Versions"_s), qPrintable(text));
    QVERIFY2(text.contains(named(u"cuda"_s).toString() + u",148897792,1,1"_s), qPrintable(text));
}

void TestStoragePage::everythingIsReachedByKeyboard()
{
    for (const auto direction : {TabDirection::Forward, TabDirection::Backward}) {
        const auto walk = walkByTab(window(), direction);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY(walk.order.contains(&page().families()));
        QVERIFY(walk.order.contains(&page().layers()));
    }
    page().families().setFocus();
    key(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), &page().layers());
}

void TestStoragePage::everythingHasAName()
{
    QCOMPARE(accessibleFaults(window()), QStringList{});
    QCOMPARE(namelessWidgets(window()), QStringList{});
}

/// At the usual size the legend is whole, and what grew and what can go has rows above the fold.
void TestStoragePage::whatMattersIsInSight()
{
    window().resize(1440, 900);
    QVERIFY(eventually([&] { return window().size() == QSize(1440, 900); }));
    auto samples = shownStorageHistory(90);
    for (auto& sample : samples)
        for (int i = 0; i < 8; ++i)
            sample.hubs.push_back({u"hub %1"_s.arg(i), 10 * kMiB, kMiB});
    page().setHistory(samples);
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::processEvents();
    auto& legend = page().growth().legend();
    const auto total = legend.visualRect(legend.model()->index(legend.model()->rowCount() - 1, 0));
    QVERIFY(legend.viewport()->rect().contains(total));
    for (auto* view : {&page().sinceCard().table(), &page().reclaim().table()}) {
        const QRect seen = view->viewport()->visibleRegion().boundingRect();
        QVERIFY2(seen.height() >= 4 * withText(kFigureRow), qPrintable(view->accessibleName()));
    }
}

void TestStoragePage::textsFit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(1180, 720);
}

void TestStoragePage::textsFit()
{
    QFETCH(const QSize, size);
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_fixture->theme.setMode(mode);
        window().resize(size);
        QVERIFY(eventually([&] { return window().size() == size; }));
        for (const auto& state : {PageState::ready(), PageState::offline(fixtureTime())}) {
            window().setState(state);
            for (int turn = 0; turn < 3; ++turn)
                QCoreApplication::processEvents();
            QCOMPARE(clippedTexts(window()), QStringList{});
            QCOMPARE(overlappingTexts(window()), QStringList{});
            for (const auto* view : page().findChildren<FigureView*>())
                QVERIFY2(view->header()->length() <= view->viewport()->width(), qPrintable(view->accessibleName()));
        }
    }
}

SLIPWAY_TEST_SUITE(TestStoragePage);

} // namespace slipway::test

#include "test_storagepage.moc"
