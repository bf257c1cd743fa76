#include "core/errortext.h"
#include "gui/storagehands.h"
#include "models/timetext.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/treefilter.h"
#include "views/storage/budgetcard.h"
#include "views/storage/budgettable.h"
#include "views/storage/costcard.h"
#include "views/storage/incidentcard.h"
#include "views/widgets/elidedlabel.h"

#include <QHeaderView>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The cards of the Storage page about budgets, their breaches and what is billed.
class TestStorageBudgets final : public QObject, protected StorageHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showStoragePage()); }
    void cleanup() { closeWindow(); }
    void budgetsAreATable();
    void billingAndIncidentsAreTold();
    void breachesAreATable();
    void withoutABreachThereIsASentence();
};

void TestStorageBudgets::budgetsAreATable()
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

void TestStorageBudgets::billingAndIncidentsAreTold()
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

void TestStorageBudgets::breachesAreATable()
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
    QCOMPARE(card.quarters(),
             u"Breaches a quarter, goal 0. Q1 2026: 0 · Q2 2026: 0 · Q3 2026: 0 · Q4 2026: 1. Days and quarters are "
             "those of UTC"_s);
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

void TestStorageBudgets::withoutABreachThereIsASentence()
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

SLIPWAY_TEST_SUITE(TestStorageBudgets);

} // namespace slipway::test

#include "test_storagebudgets.moc"
