#include "core/errortext.h"
#include "core/format.h"
#include "gui/pixels.h"
#include "gui/storagehands.h"
#include "inventory/filtermatcher.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefilter.h"
#include "views/storage/figureview.h"
#include "views/storage/reclaimcard.h"
#include "views/storage/sincecard.h"
#include "views/storage/usecard.h"
#include "views/widgets/statcard.h"

#include <QClipboard>
#include <QDateEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <ctime>
#include <tuple>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What the cards of the Storage page tell, and where they lead.
class TestStorageCards final : public QObject, protected StorageHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showStoragePage()); }
    void cleanup() { closeWindow(); }
    void enterOnAFamilyFiltersTheInventory();
    void clickOnAFamilyFiltersTheInventory();
    void everySortOfPartLeadsToItsVersions_data();
    void everySortOfPartLeadsToItsVersions();
    void theSortOfPartIsChosenByKey();
    void whatACleanupFreesIsHatched();
    void theHintOfABarOverItsBudgetPromisesNoMore();
    void enterOnALayerShowsWhoHasIt();
    void reclaimableIsATable();
    void reclaimableStates();
    void growthSinceADayIsATable();
    void tablesAreCopied();
    void theLayersCountIsThatOfTheFilter();
};

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

SLIPWAY_TEST_SUITE(TestStorageCards);

} // namespace slipway::test

#include "test_storagecards.moc"
