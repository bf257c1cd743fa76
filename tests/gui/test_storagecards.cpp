#include "core/errortext.h"
#include "core/format.h"
#include "gui/pixels.h"
#include "gui/shownstorage.h"
#include "inventory/filtermatcher.h"
#include "models/timetext.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefilter.h"
#include "views/storage/budgetcard.h"
#include "views/storage/budgettable.h"
#include "views/storage/costcard.h"
#include "views/storage/figureview.h"
#include "views/storage/incidentcard.h"
#include "views/storage/reclaimcard.h"
#include "views/storage/sincecard.h"
#include "views/storage/usecard.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/statcard.h"

#include <QClipboard>
#include <QDateEdit>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <ctime>
#include <memory>
#include <tuple>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What the cards of the Storage page tell, and where they lead.
class TestStorageCards final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void enterOnAFamilyFiltersTheInventory();
    void clickOnAFamilyFiltersTheInventory();
    void everySortOfPartLeadsToItsVersions_data();
    void everySortOfPartLeadsToItsVersions();
    void theSortOfPartIsChosenByKey();
    void budgetsAreATable();
    void whatACleanupFreesIsHatched();
    void theHintOfABarOverItsBudgetPromisesNoMore();
    void enterOnALayerShowsWhoHasIt();
    void reclaimableIsATable();
    void reclaimableStates();
    void growthSinceADayIsATable();
    void billingAndIncidentsAreTold();
    void tablesAreCopied();
    void theLayersCountIsThatOfTheFilter();
    void breachesAreATable();
    void withoutABreachThereIsASentence();

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

void TestStorageCards::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showStorage(window());
    QVERIFY(m_fixture->show());
    QApplication::clipboard()->clear();
}

void TestStorageCards::enterOnAFamilyFiltersTheInventory()
{
    page().use().table().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    const QString family = page().use().table().currentIndex().siblingAtColumn(0).data().toString();
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"family:"_s + family);
    QVERIFY(window().inventoryPage().tree().hasFocus());
    // And back by the same way as from any jump.
    key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(eventually([&] { return window().currentPage() == 1; }));
}

void TestStorageCards::clickOnAFamilyFiltersTheInventory()
{
    auto& families = page().use().table();
    QTest::mouseClick(families.viewport(), Qt::LeftButton, {}, middleOf(families, 0));
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"family:"_s + families.table().rows[0].cells[0].exact);
}

void TestStorageCards::everySortOfPartLeadsToItsVersions_data()
{
    QTest::addColumn<UseGrouping>("grouping");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("filter");
    QTest::newRow("hub") << UseGrouping::Hub << u"affective_processing_center"_s
                         << u"hub:affective_processing_center"_s;
    QTest::newRow("family") << UseGrouping::Family << u"affective"_s << u"family:affective"_s;
    QTest::newRow("kind") << UseGrouping::Kind << u"image"_s << u"kind:image"_s;
    QTest::newRow("age") << UseGrouping::Age << u"7d-30d"_s << u"age:>=7d age:<30d"_s;
}

/// What all versions of a hub or family weigh together in the inventory is what their row tells: both count what their
/// deletion frees. Of a kind or an age the inventory has those that stand by themselves: what an index lists is shown
/// with the index.
void TestStorageCards::everySortOfPartLeadsToItsVersions()
{
    QFETCH(const UseGrouping, grouping);
    QFETCH(const QString, name);
    page().use().setGrouping(grouping);
    auto& table = page().use().table();
    const auto& rows = table.table().rows;
    const auto found = std::ranges::find(rows, name, [](const FigureRow& row) { return row.cells[0].exact; });
    QVERIFY(found != rows.end());
    const Bytes unique = found->cells[2].exact.toLongLong();
    const Bytes stored = found->cells[4].exact.toLongLong();
    QVERIFY(stored > 0);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, middleOf(table, static_cast<int>(found - rows.begin())));
    QCOMPARE(window().currentPage(), 0);
    auto& inventory = window().inventoryPage();
    QTEST(inventory.filter().bar().text(), "filter");
    QVERIFY(eventually([&] { return inventory.model().isFiltered(); }));
    QVERIFY(inventory.tree().hasFocus());
    QVERIFY(inventory.model().rowCount() > 0);
    if (grouping == UseGrouping::Kind || grouping == UseGrouping::Age)
        return;
    key(Qt::Key_A, Qt::ControlModifier);
    const QString weighed = u"%1 stored, %2 freed if deleted"_s.arg(formatBytes(stored), formatBytes(unique));
    QVERIFY2(eventually([&] { return inventory.footTexts().first().endsWith(weighed); }),
             qPrintable(inventory.footTexts().first() + u" / "_s + weighed));
}

void TestStorageCards::theSortOfPartIsChosenByKey()
{
    QPushButton* kinds = nullptr;
    for (auto* button : page().use().findChildren<QPushButton*>())
        if (button->accessibleName() == u"Unique and shared by kind of version"_s)
            kinds = button;
    QVERIFY(kinds);
    QSignalSpy layout(&window(), &MainWindow::layoutChanged);
    kinds->setFocus();
    key(Qt::Key_Space);
    QCOMPARE(layout.size(), 1);
    QCOMPARE(page().use().table().table().columns[0].title, u"Kind"_s);
    QCOMPARE(page().use().table().table().rows[0].cells[0].text, u"Image"_s);
    const auto state = page().saveState();
    page().restoreState({});
    QCOMPARE(page().use().grouping(), UseGrouping::Family);
    page().restoreState(state);
    QCOMPARE(page().use().grouping(), UseGrouping::Kind);
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
}

void TestStorageCards::budgetsAreATable()
{
    auto& card = page().budgets();
    QCOMPARE(card.note(), u"What is used of the budgets is being measured"_s);
    const auto use = [](std::optional<QString> hub, std::optional<QString> family, Bytes budget, Bytes stored,
                        bool isLeast = false, size_t versions = 3) {
        return BudgetUse{
            {std::move(hub), std::move(family), budget, {}}, stored, isLeast, versions, versions == 0, isLeast};
    };
    page().setBudgets({use({}, {}, 20 * kMiB, 296 * kMiB, true), use(u"vision"_s, {}, 100 * kMiB, 40 * kMiB),
                       use({}, u"torch"_s, 50 * kMiB, 45 * kMiB), use(u"vision"_s, u"torch"_s, 10 * kMiB, 11 * kMiB),
                       use(u"misspelt"_s, {}, 10 * kMiB, 0, false, 0)});
    QStringList rows;
    for (const auto& row : card.table().table().rows) {
        QStringList texts;
        for (const size_t cell : {0U, 2U, 3U, 4U, 5U})
            texts.append(row.cells[cell].text);
        rows.append(texts.join(u" | ") + u" | "_s + row.filter);
    }
    // The owner's is that of the terms: 300 MiB, which are nearly used.
    QCOMPARE(rows, (QStringList{u"All that is stored | ≥ 296 MiB | 300 MiB | ≥ 98 % | nearly full | "_s,
                                u"vision | 40.0 MiB | 100 MiB | 40 % | within | hub:vision"_s,
                                u"torch in all hubs | 45.0 MiB | 50.0 MiB | 90 % | nearly full | family:torch"_s,
                                u"torch in vision | 11.0 MiB | 10.0 MiB | 110 % | over | hub:vision family:torch"_s,
                                u"misspelt | 0 B | 10.0 MiB | 0 % | no such images | hub:misspelt"_s}));
    QList<FigureLevel> levels;
    for (const auto& row : card.table().table().rows)
        levels.append(row.level);
    QCOMPARE(levels, (QList<FigureLevel>{FigureLevel::Warn, FigureLevel::Ok, FigureLevel::Warn, FigureLevel::Bad,
                                         FigureLevel::None}));
    // What was not read may be over the budget; of what nothing was weighed nothing is said.
    const auto unread = budgetTable(
        std::vector{use({}, u"torch"_s, 50 * kMiB, 20 * kMiB, true), use({}, u"torch"_s, 50 * kMiB, 0, true)});
    QCOMPARE(unread.rows[0].cells[5].text, u"not known"_s);
    QCOMPARE(unread.rows[0].cells[1].text, u"≥ 40 % of the budget, not known"_s);
    QCOMPARE(unread.rows[1].cells[5].text, u"no data yet"_s);
    QCOMPARE(unread.rows[1].cells[1].text, u"no data yet"_s);
    // What no later reading will find is not yet to come.
    auto gone = use({}, u"torch"_s, 50 * kMiB, 0, true);
    gone.mayBeMore = false;
    gone.withoutManifest = 1;
    const QString why = u"1 version without a manifest in the registry: nothing could be weighed"_s;
    auto cells = budgetTable(std::vector{gone}).rows[0].cells;
    QCOMPARE(cells[5], (FigureCell{u"1 without a manifest"_s, {}, why}));
    QCOMPARE(cells[1].text, why);
    QCOMPARE(cells[2], (FigureCell{u"–"_s, {}, why}));
    gone.withoutManifest = 3;
    cells = budgetTable(std::vector{gone}).rows[0].cells;
    QCOMPARE(cells[1].text, u"3 versions without a manifest in the registry: nothing could be weighed"_s);
    for (const auto& row : unread.rows)
        QVERIFY(row.level == FigureLevel::None);
    QCOMPARE(card.note(), QString());
    for (const QSize size : {QSize(1440, 900), QSize(1180, 720)}) {
        window().resize(size);
        QVERIFY(eventually([&] { return window().size() == size; }));
        QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(window()), QStringList{});
        QVERIFY(card.table().header()->length() <= card.table().viewport()->width());
    }
    card.table().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"family:torch"_s);
    // A person who has set no budget sees those of hubs and families.
    page().setTerms({});
    QCOMPARE(card.table().model()->rowCount(), 4);
    page().setBudgets({});
    QCOMPARE(card.note(), u"No budget is set: name some in the profile, or one in the settings"_s);
    window().setInventory(nullptr);
    QCOMPARE(card.note(), u"What is used of the budgets is being measured"_s);
}

/// A striped piece of the bar, so that it is not told by colour alone; in words it stands in the hint.
void TestStorageCards::whatACleanupFreesIsHatched()
{
    auto* stored = page().strip().findChildren<StatCard*>().constFirst();
    auto* bar = stored->findChild<QProgressBar*>();
    QVERIFY(bar->isVisible());
    const auto fill = [&] { return pixelsOf(bar->grab().toImage(), tokensOf(window().palette()).warnFill); };
    const int whole = fill();
    QVERIFY(whole > 100);
    QVERIFY(!stored->toolTip().contains(u"Striped"_s));
    Reclaimable found;
    found.bytes = 148 * kMiB; // half of what is stored
    page().setReclaimable(found);
    QVERIFY2(stored->toolTip().endsWith(u"Striped: 148 MiB that a cleanup would free"_s),
             qPrintable(stored->toolTip()));
    const int half = bar->height() > 4 ? fill() * 4 / bar->height() : whole;
    QVERIFY2(half < whole * 8 / 10 && half > whole * 4 / 10, qPrintable(u"%1 of %2"_s.arg(half).arg(whole)));
}

/// The bar ends at the budget, and so do the stripes.
void TestStorageCards::theHintOfABarOverItsBudgetPromisesNoMore()
{
    auto* stored = page().strip().findChildren<StatCard*>().constFirst();
    StorageTerms terms = shownTerms();
    Reclaimable found;
    found.bytes = 148 * kMiB; // of 296
    page().setReclaimable(found);
    terms.budget = 250 * kMiB;
    page().setTerms(terms);
    QVERIFY2(stored->toolTip().endsWith(u"A cleanup would free 148 MiB; striped: what that leaves below the budget"_s),
             qPrintable(stored->toolTip()));
    terms.budget = 100 * kMiB;
    page().setTerms(terms);
    QVERIFY2(stored->toolTip().endsWith(u"A cleanup would free 148 MiB"_s), qPrintable(stored->toolTip()));
    terms.budget.reset();
    page().setTerms(terms);
    QVERIFY2(stored->toolTip().endsWith(u"A cleanup would free 148 MiB"_s), qPrintable(stored->toolTip()));
}

void TestStorageCards::enterOnALayerShowsWhoHasIt()
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

void TestStorageCards::reclaimableIsATable()
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

void TestStorageCards::reclaimableStates()
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

void TestStorageCards::growthSinceADayIsATable()
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
    // The field counts days as the readings do, in UTC, wherever the reader is.
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "America/New_York");
    tzset();
    nothing.begunAt = QDateTime({2025, 11, 20}, {2, 0}, QTimeZone::UTC);
    page().setGrowthSince(nothing);
    qputenv("TZ", zone);
    tzset();
    QCOMPARE(card.note(), u"Nothing was read before 20 Nov 2025"_s);
    page().setGrowthSince(std::nullopt);
    QVERIFY(page().isWaiting());
    QCOMPARE(card.note(), u"What was stored then is being measured"_s);
    page().setGrowthSince(growth);
    card.table().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"family:torch"_s);
}

void TestStorageCards::billingAndIncidentsAreTold()
{
    const BillingMonth month = billingMonthAt(fixtureTime());
    page().setBilling(BillingReading{BilledUsage{{}, 1.073741824, 0, 0, 0, {}}, month, fixtureTime()});
    QCOMPARE(page().costs().table().model()->index(1, 1).data().toString(), u"1.00 GiB"_s);
    QVERIFY2(page().costs().note().contains(u"read "_s), qPrintable(page().costs().note()));
    // A failure takes nothing away, and is told.
    const Error lost{ErrorKind::Network, u"the billing of northquay"_s, {}, {}};
    page().setBilling(std::unexpected(lost));
    QCOMPARE(page().costs().table().model()->index(1, 1).data().toString(), u"1.00 GiB"_s);
    QVERIFY2(page().costs().note().endsWith(errorLine(lost)), qPrintable(page().costs().note()));
    page().setBilling(BillingReading{BillingNotPermitted{u"no"_s}, month, fixtureTime()});
    QCOMPARE(page().costs().table().model()->index(4, 3).data().toString(), u"not permitted"_s);
    // Of an earlier month nothing is said of this one.
    page().setBilling(BillingReading{BilledUsage{{}, 5, 0, 0, 0, {}}, {2020, 1}, fixtureTime()});
    QCOMPARE(page().costs().table().model()->index(1, 1).data().toString(), u"–"_s);
    QCOMPARE(page().costs().note(), u"GitHub's billing was not read"_s);

    const auto inventory = inventoryFrom(u"package p repo=h\n a image tags=x layers=l:9 config=c:1"_s);
    window().setInventory(inventory);
    page().setOverview(
        storageOverview(*inventory->snapshot, {}, fixtureTime(), inventory->references, inventory->graph.get()));
    page().setIncidents({{{}, {}}});
    QVERIFY2(page().stateTexts().constLast().startsWith(u"Quota, forecast and cost; no breach of the budget in Q"_s),
             qPrintable(page().stateTexts().constLast()));
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
}

void TestStorageCards::tablesAreCopied()
{
    page().layers().setFocus();
    key(Qt::Key_C, Qt::ControlModifier);
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"Layer,Size,Images,Versions"_s), qPrintable(text));
    QVERIFY2(text.contains(named(u"cuda"_s).toString() + u",148897792,1,1"_s), qPrintable(text));
}

/// The versions a layer is counted in are those that its row leads to.
void TestStorageCards::theLayersCountIsThatOfTheFilter()
{
    const auto inventory = inventoryFrom(shownOrganisation());
    QVERIFY(!page().layers().table().rows.empty());
    for (const auto& row : page().layers().table().rows) {
        const auto filter = InventoryFilter::parse(row.filter);
        QVERIFY(filter);
        const FilterMatcher matcher(*inventory, *filter, fixtureTime());
        size_t images = 0;
        size_t versions = 0;
        for (const auto& hub : inventory->hubs)
            for (const auto& family : hub.families)
                for (const auto& image : family.images) {
                    const size_t found = matcher.count(hub, family, image);
                    images += found > 0 ? 1 : 0;
                    versions += found;
                }
        QCOMPARE(row.cells[2].exact, QString::number(images));
        QCOMPARE(row.cells[3].exact, QString::number(versions));
    }
}

void TestStorageCards::breachesAreATable()
{
    const QDateTime now = fixtureTime();
    BudgetIncidents whole;
    whole.budget.bytes = 300 * kMiB;
    whole.log.incidents = {{{now.addDays(-400), {}, 310 * kMiB, now.addDays(-399), now.addDays(-398)}, 200 * kMiB}};
    BudgetIncidents hub;
    hub.budget.hub = u"vision_perception_hub"_s;
    hub.log.incidents = {{{now.addDays(-2), now.addDays(-3), 150 * kMiB, now.addDays(-1), {}}, 100 * kMiB}};
    BudgetIncidents family;
    family.budget.family = QString();
    page().setIncidents({whole, hub, family});
    auto& card = page().incidents();
    QStringList rows;
    for (const auto& row : card.table().table().rows) {
        QStringList texts;
        for (const auto& cell : row.cells)
            texts.append(cell.text);
        rows.append(texts.join(u" | "));
    }
    const auto day = [&](int ago) { return dayText(now.addDays(-ago)); };
    QCOMPARE(rows, (QStringList{
                       u"vision_perception_hub | %1 | still open | 150 MiB | %2 | 100 MiB"_s.arg(day(2), day(1)),
                       u"All that is stored | %1 | %2 | 310 MiB | %3 | 200 MiB"_s.arg(day(400), day(398), day(399))}));
    QCOMPARE(card.count(), u"none in Q4 2026; 1 of hubs and families"_s);
    QCOMPARE(card.quarters(), u"Breaches a quarter, goal 0. Q1 2026: 0 · Q2 2026: 0 · Q3 2026: 0 · Q4 2026: 1"_s);
    QCOMPARE(card.note(), QString());
    QVERIFY(card.table().table().rows[0].cells[1].tip.startsWith(u"Found "_s));
    for (const QSize size : {QSize(1440, 900), QSize(1180, 720)}) {
        window().resize(size);
        QVERIFY(eventually([&] { return window().size() == size; }));
        QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(window()), QStringList{});
        QVERIFY(card.table().header()->length() <= card.table().viewport()->width());
        // Its head is whole where the window has its usual size.
        const auto labels = card.findChildren<ElidedLabel*>();
        QVERIFY(size.width() < 1440 || std::ranges::any_of(labels, [&card](const ElidedLabel* label) {
                    return label->text() == card.count();
                }));
    }
    card.table().setFocus();
    QVERIFY(card.table().hasFocus());
    key(Qt::Key_Home);
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QApplication::clipboard()->text().startsWith(u"Budget of,Began,Ended,Peak,Peak on,Budget"_s),
             qPrintable(QApplication::clipboard()->text()));
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().filter().bar().text(), u"hub:vision_perception_hub"_s);
}

void TestStorageCards::withoutABreachThereIsASentence()
{
    auto& card = page().incidents();
    QCOMPARE(card.note(), u"No budget was held against a reading yet"_s);
    BudgetIncidents whole;
    whole.budget.bytes = 300 * kMiB;
    page().setIncidents({whole});
    QCOMPARE(card.note(), u"No reading was over its budget (1 budget)"_s);
    QVERIFY(!card.table().isVisibleTo(&card));
    QCOMPARE(card.count(), u"none in Q4 2026"_s);
    // Switched off: what was over it is not counted any more.
    page().setIncidents({});
    QCOMPARE(card.note(), u"No budget is set"_s);
    QCOMPARE(card.count(), QString());
    // Of another owner nothing is known.
    window().setInventory(nullptr);
    QCOMPARE(card.note(), u"No budget was held against a reading yet"_s);
}

SLIPWAY_TEST_SUITE(TestStorageCards);

} // namespace slipway::test

#include "test_storagecards.moc"
