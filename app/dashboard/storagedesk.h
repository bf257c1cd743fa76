#pragma once

#include "app/dashboard/storagenotes.h"
#include "cleanup/reclaimable.h"
#include "inventory/inventory.h"
#include "storage/budgetuse.h"
#include "storage/storagegrowth.h"
#include "storage/storagesample.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace slipway
{

/// What is worked out of the owner in sight beside the reading: what can be reclaimed, which budgets are crossed, what
/// GitHub bills. Everything runs in the pool or on the reading thread and holds the session until it has ended.
class StorageDesk final : public QObject
{
    Q_OBJECT
public:
    /// Something that keeps the session from closing as long as it is there.
    using Hold = std::function<std::shared_ptr<void>()>;

    /// `reading` lives on the reading thread.
    StorageDesk(QObject& reading, Hold hold, QObject* parent = nullptr);

    /// Another target is open: nothing more is told of the one before. `connection` lives until what was held has
    /// ended after `stop`.
    void open(Connection* connection, std::stop_token stop);
    /// The budgets and prices from now on.
    void setTerms(const StorageTerms& terms);
    /// A new inventory: what is still under way of the one before is not told any more.
    void measure(const InventoryPtr& inventory);
    /// The same inventory was found unchanged: what depends on its age is worked out again once an hour.
    void noteUnchanged();
    /// What was stored at each reading up to that of the inventory given last: budgets are held against it. Where it
    /// could not be read, growthSince() tells why.
    void setHistory(const Result<std::vector<StorageSample>>& samples);
    /// Tells what is kept of GitHub's billing, and asks for it anew where the last answer is an hour old or a person
    /// wants it, and the network may be used.
    void readBilling(Urgency urgency = Urgency::Background);

    /// What became of storage since a day (UTC): growthSince() tells, and again for each inventory from then on.
    void readGrowthSince(QDate day);

Q_SIGNALS:
    /// nullopt: being worked out.
    void growthSince(const std::optional<slipway::Result<slipway::StorageGrowth>>& growth);
    /// What the cleanup policies would free of the inventory given last.
    void reclaimed(const slipway::Result<slipway::Reclaimable>& found);
    /// What that inventory stores of each budget, the owner's first.
    void budgetsMeasured(const std::vector<slipway::BudgetUse>& uses);
    /// The same inventory was measured again for its age: whoever tells ages does so too.
    void aged(const slipway::InventoryPtr& inventory);
    /// A threshold of a budget was crossed; told once.
    /// `owner`: whose budget it is, a login.
    void budgetCrossed(const QString& owner, const slipway::BudgetCrossing& crossing);
    /// The breaches that are kept of each budget, the owner's first.
    void incidentsKnown(const std::vector<slipway::BudgetIncidents>& incidents);
    void billingKnown(const slipway::BillingReading& billing);
    /// Asking failed; what was known stays as it was.
    void billingFailed(const slipway::Error& error);

private:
    struct Measured;

    [[nodiscard]] static Measured measured(const InventoryPtr& inventory, const Profile& profile, const QDateTime& now,
                                           const std::stop_token& stop);
    Task<void> runMeasure(InventoryPtr inventory, std::stop_token stop, std::stop_source newer);
    void watchBudgets();
    Task<void> runBudgets(BudgetQuestion question, std::stop_token stop);
    Task<void> runBilling(Owner owner, Urgency urgency, std::stop_token stop);
    Task<void> runGrowth(InventoryPtr inventory, QDate day, std::stop_token stop, std::stop_source newer);
    [[nodiscard]] BudgetQuestion question() const;

    QObject& m_reading;
    Hold m_hold;
    Connection* m_connection = nullptr;
    std::stop_token m_stop;
    std::stop_source m_measuring; ///< of the inventory given last
    StorageTerms m_terms;
    InventoryPtr m_inventory; ///< given last
    QDateTime m_measuredAt;
    std::optional<std::vector<BudgetUse>> m_uses;        ///< of that inventory; none: not measured yet
    std::optional<std::vector<StorageSample>> m_history; ///< up to that inventory; none: not read yet
    std::optional<Error> m_historyError;                 ///< why it could not be read, while it is not
    QDate m_growthDay;                                   ///< invalid: nobody asked yet
    InventoryPtr m_grown;                                ///< it was told of
    std::stop_source m_growthStop;                       ///< of the day asked for last
    bool m_isAskingBilling = false;
    QDateTime m_billingToldAt;      ///< GitHub's last answer
    bool m_isBillingLoaded = false; ///< what is kept was told
};

} // namespace slipway
