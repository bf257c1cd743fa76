#include "core/errortext.h"
#include "gui/accessiblewalk.h"
#include "gui/shownstorage.h"
#include "models/timetext.h"
#include "storage/storagehistory.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/sidebarbutton.h"
#include "views/shell/topbar.h"
#include "views/storage/costcard.h"
#include "views/storage/figuredelegate.h"
#include "views/storage/figureview.h"
#include "views/storage/growthcard.h"
#include "views/storage/reclaimcard.h"
#include "views/storage/sincecard.h"
#include "views/storage/usecard.h"
#include "views/theme/typography.h"
#include "views/widgets/statcard.h"

#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

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
    void theSidebarTellsTheBudget();
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
    QCOMPARE(page().use().table().model()->rowCount(), 3);
    QCOMPARE(page().layers().model()->index(0, 1).data().toString(), u"142 MiB"_s);
    QCOMPARE(page().costs().table().model()->index(3, 3).data().toString(), u"≥ $150.07"_s);
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
    QCOMPARE(page().use().table().isVisible(), known == 3);
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
    QCOMPARE(page().use().table().palette().color(QPalette::Text), tokensOf(window().palette()).muted);
    window().setState(PageState::ready());
    QCOMPARE(states(), QList<StatState>(6, StatState::Value));
    QCOMPARE(page().use().table().palette().color(QPalette::Text), tokensOf(window().palette()).text);
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
    // The last reading jumps: by what it says there is no middle, and the range is told.
    for (auto& sample : samples)
        sample.from = sample.until = sample.from.addDays(-300);
    samples.back().stored /= 2;
    page().setHistory(samples);
    const auto jumped =
        forecastBudget(*storageTrend(storagePoints(samples)), shownTerms().budget, fixtureTime().toUTC().date());
    QVERIFY(jumped.outlook == BudgetOutlook::Unread && !jumped.crossesOn);
    const auto told = [](QDate day) { return dayText(QDateTime(day, QTime(12, 0))); };
    QCOMPARE(page().strip().findChildren<StatCard*>()[4]->toolTip(),
             u"%1: the crossing was expected between %2 and %3"_s.arg(outlook, told(*jumped.earliest),
                                                                      told(*jumped.latest)));
}

/// Every manifest is missing: nobody knows what is stored, and no later reading will.
void TestStoragePage::whatWasNotWeighedIsNoZero()
{
    const auto inventory = inventoryFrom(u"package p repo=h\n a missing\n b missing"_s);
    window().setInventory(inventory);
    page().setOverview(storageOverview(*inventory->snapshot, {}, fixtureTime(), inventory->references));
    const QString why = u"2 versions without a manifest in the registry: nothing could be weighed"_s;
    for (const int card : {0, 1, 2, 5})
        QVERIFY2(cards()[card].endsWith(u" –: "_s + why), qPrintable(cards()[card]));
    QCOMPARE(page().use().table().model()->index(0, 4).data().toString(), u"–"_s);
    QCOMPARE(page().costs().table().model()->index(0, 1).data().toString(), u"–"_s);
    QCOMPARE(page().costs().table().model()->index(0, 3).data().toString(), u"–"_s);
    QCOMPARE(page().costs().table().model()->index(3, 3).data().toString(), u"≥ $150.00"_s);
    for (const QSize size : {QSize(1440, 900), QSize(1180, 720)}) {
        window().resize(size);
        QVERIFY(eventually([&] { return window().size() == size; }));
        QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(window()), QStringList{});
    }
    // What may yet be read is still to come.
    const auto unread = inventoryFrom(u"package p repo=h\n a missing\n b never"_s);
    page().setOverview(storageOverview(*unread->snapshot, {}, fixtureTime(), unread->references));
    QVERIFY2(cards()[0].endsWith(u" –: No data yet"_s), qPrintable(cards()[0]));
}

void TestStoragePage::anotherOwnerBeginsEmpty()
{
    QSignalSpy settled(&page(), &StoragePage::settled);
    window().setInventory(nullptr);
    const auto inventory = inventoryFrom(shownOrganisation());
    window().setInventory(inventory);
    QVERIFY(page().isWaiting());
    page().setOverview(storageOverview(*inventory->snapshot, {}, fixtureTime()));
    QVERIFY(page().isWaiting());
    QCOMPARE(page().strip().findChildren<StatCard*>()[4]->state(), StatState::Loading);
    page().setHistory(shownStorageHistory(90));
    page().setReclaimable(shownReclaimable(*inventory));
    QVERIFY(page().isWaiting());
    page().setGrowthSince(StorageGrowth());
    QVERIFY(!page().isWaiting());
    QCOMPARE(settled.size(), 1);
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

void TestStoragePage::everythingIsReachedByKeyboard()
{
    for (const auto direction : {TabDirection::Forward, TabDirection::Backward}) {
        const auto walk = walkByTab(window(), direction);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY(walk.order.contains(&page().use().table()));
        QVERIFY(walk.order.contains(&page().layers()));
    }
    page().use().table().setFocus();
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
