#pragma once

#include "core/clock.h"
#include "inventory/inventory.h"
#include "storage/billingnote.h"
#include "storage/budgetuse.h"
#include "storage/incidentlog.h"
#include "storage/storagegrowth.h"
#include "views/page.h"
#include "views/pagestate.h"
#include "views/storage/budgetsection.h"
#include "views/storage/storagestrip.h"
#include "views/theme/tokens.h"

#include <QPointer>

class QAction;
class QLayout;
class QScrollArea;
class QStackedLayout;

namespace slipway
{

class AgedText;
class BudgetCard;
class CostCard;
class ElidedLabel;
class FigureView;
class GrowthCard;
class IncidentCard;
class MessageBar;
class ReclaimCard;
class SinceCard;
class StatePage;
class UseCard;
class WhatIfDialog;

/// The Storage page: what an owner stores, how it is shared, what it costs and what is to come. It is given values;
/// what is measured and when is decided by whoever owns it.
class StoragePage final : public Page
{
    Q_OBJECT
public:
    explicit StoragePage(QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    void setOwner(const QString& owner);
    /// Whose storage is about to be measured; null while nothing was read, which empties the page.
    void setInventory(const InventoryPtr& inventory);
    void setOverview(const StorageOverview& overview);
    /// What was stored at earlier readings, oldest first.
    void setHistory(const Result<std::vector<StorageSample>>& history);
    /// What the cleanup policies would free.
    void setReclaimable(const Result<Reclaimable>& found);
    /// What became of storage since the date that was asked for (sinceChosen()); nullopt: being worked out.
    void setGrowthSince(const std::optional<Result<StorageGrowth>>& growth);
    /// What is stored of each budget, the owner's first: that is held against the terms.
    void setBudgets(const std::vector<BudgetUse>& uses);
    /// The breaches that are kept of each budget, the owner's first.
    void setIncidents(const std::vector<BudgetIncidents>& incidents);
    /// What GitHub's billing said last, or why it could not be asked: what was known then stays.
    void setBilling(const Result<BillingReading>& billing);
    void setTerms(const StorageTerms& terms);
    void setState(const PageState& state);
    void setAge(DataAge age, const QString& text);

    [[nodiscard]] QStringList breadcrumb() const override;
    [[nodiscard]] QList<QWidget*> panes() const override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    [[nodiscard]] GrowthCard& growth() const { return *m_growth; }
    [[nodiscard]] UseCard& use() const { return *m_use; }
    [[nodiscard]] SinceCard& sinceCard() { return *m_since; }
    [[nodiscard]] ReclaimCard& reclaim() const { return *m_reclaim; }
    [[nodiscard]] FigureView& layers() { return *m_layers; }
    [[nodiscard]] CostCard& costs() { return *m_costs; }
    [[nodiscard]] BudgetCard& budgets() const { return m_budgets->budgetCard(); }
    [[nodiscard]] IncidentCard& incidents() const { return m_budgets->incidentCard(); }
    /// Where the cards are.
    [[nodiscard]] QScrollArea& ground() { return *m_ground; }
    [[nodiscard]] StorageStrip& strip() { return *m_strip; }
    /// Opens "What if we consolidate?", where there is something to consolidate.
    void askWhatIf();
    /// Whether something of what was read is not measured yet.
    [[nodiscard]] bool isWaiting() const;
    /// What the state in sight says: the state page's title and sentence, the bar's, and what the head says.
    [[nodiscard]] QStringList stateTexts() const;

Q_SIGNALS:
    void refreshRequested();
    /// The inventory is to be shown under this filter.
    void filterRequested(const QString& filter);
    /// Growth since a day (UTC) is wanted.
    void sinceChosen(QDate since);
    /// How much of the budget is used, once that is to be seen; empty: it is not.
    void badgeChanged(const QString& text, slipway::Tone tone);
    /// isWaiting() is false from now on.
    void settled();

private:
    [[nodiscard]] QScrollArea* makeContent();
    [[nodiscard]] QWidget* makeWhatIfButton();
    [[nodiscard]] QLayout* makeChanges();
    void showAll();
    void tellSettled();
    void showGrowth();
    void showBadge();
    [[nodiscard]] QString lineText() const;
    void showState();

    Clock m_clock;
    QString m_owner;
    InventoryPtr m_inventory; ///< null: nothing was read
    StorageStripValues m_values;
    QDate m_growthDay; ///< what the chart shows is up to this one; invalid: it shows something else
    QString m_badge;
    PageState m_state;
    DataAge m_age = DataAge::Fresh;
    QString m_ageText;
    ElidedLabel* m_line = nullptr;
    MessageBar* m_errorBar;
    StorageStrip* m_strip;
    GrowthCard* m_growth;
    ReclaimCard* m_reclaim;
    SinceCard* m_since;
    UseCard* m_use;
    FigureView* m_layers;
    CostCard* m_costs;
    BudgetSection* m_budgets;
    AgedText* m_agedLayers;
    QAction* m_whatIf;
    QPointer<WhatIfDialog> m_whatIfDialog;
    StatePage* m_statePage;
    QScrollArea* m_ground;
    QStackedLayout* m_stack;
};

} // namespace slipway
