#include "app/dashboard/storagedesk.h"

#include "app/session/reclaiming.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "core/poolrun.h"
#include "core/threadrun.h"
#include "storage/budgetincidents.h"

#include <QScopeGuard>

namespace slipway
{

namespace
{

/// Policies count in days, and no grace period is shorter than minutes.
constexpr std::chrono::hours kReclaimPace{1};
/// GitHub's billing counts by the day.
constexpr std::chrono::hours kBillingPace{1};

Result<StorageGrowth> growthOf(const SnapshotPtr& then, const InventoryPtr& now, const ClassificationRules& rules,
                               const std::stop_token& stop)
{
    return storageGrowth(*then, *now->snapshot, rules, now->references, stop);
}

} // namespace

struct StorageDesk::Measured {
    Result<Reclaimable> reclaimable;
    std::vector<BudgetUse> uses;
};

StorageDesk::StorageDesk(QObject& reading, Hold hold, QObject* parent)
    : QObject(parent)
    , m_reading(reading)
    , m_hold(std::move(hold))
{
}

void StorageDesk::open(Connection* connection, std::stop_token stop)
{
    m_connection = connection;
    m_stop = std::move(stop);
    m_inventory.reset();
    m_grown.reset();
    m_uses.reset();
    m_history.reset();
    m_historyError.reset();
    m_billingToldAt = {};
    m_isBillingLoaded = false;
}

void StorageDesk::setTerms(const StorageTerms& terms)
{
    if (std::exchange(m_terms, terms) != terms)
        watchBudgets();
}

void StorageDesk::measure(const InventoryPtr& inventory)
{
    m_measuring.request_stop();
    m_measuring = std::stop_source();
    if (inventory != m_inventory) {
        m_uses.reset();
        m_history.reset();
        m_historyError.reset();
    }
    m_inventory = inventory;
    m_measuredAt = m_connection->target().clock.now();
    runMeasure(inventory, m_stop, m_measuring);
}

void StorageDesk::noteUnchanged()
{
    if (m_inventory && m_measuredAt.addDuration(kReclaimPace) <= m_connection->target().clock.now()) {
        measure(m_inventory);
        Q_EMIT aged(m_inventory);
    }
}

StorageDesk::Measured StorageDesk::measured(const InventoryPtr& inventory, const Profile& profile, const QDateTime& now,
                                            const std::stop_token& stop)
{
    const Snapshot& snapshot = *inventory->snapshot;
    Measured found{reclaimableOf({snapshot, *inventory->graph, inventory->references}, profile, now, stop), {}};
    if (!stop.stop_requested())
        found.uses =
            budgetUses(snapshot, classify(snapshot, profile.rules), profile.budgets, inventory->references, stop);
    return found;
}

Task<void> StorageDesk::runMeasure(InventoryPtr inventory, std::stop_token stop, std::stop_source newer)
{
    const auto held = m_hold();
    const std::stop_callback withSession(stop, [newer]() mutable { newer.request_stop(); });
    const auto found = co_await runInPool(&StorageDesk::measured, inventory, m_connection->profile(),
                                          m_connection->target().clock.now(), newer.get_token());
    if (newer.stop_requested())
        co_return;
    Q_EMIT reclaimed(found.reclaimable);
    m_uses = found.uses;
    Q_EMIT budgetsMeasured(found.uses);
    watchBudgets();
}

void StorageDesk::setHistory(const Result<std::vector<StorageSample>>& samples)
{
    if (!samples) {
        if (m_history)
            return;
        m_historyError = samples.error();
        readGrowthSince(m_growthDay);
        return;
    }
    m_history = *samples;
    m_historyError.reset();
    if (m_grown != m_inventory)
        readGrowthSince(m_growthDay);
    watchBudgets();
}

void StorageDesk::readGrowthSince(QDate day)
{
    m_growthDay = day;
    m_growthStop.request_stop();
    m_growthStop = std::stop_source();
    if (day.isValid() && m_inventory && m_history && !m_stop.stop_requested()) {
        m_grown = m_inventory;
        runGrowth(m_inventory, day, m_stop, m_growthStop);
    } else if (day.isValid() && m_historyError) {
        Q_EMIT growthSince(Result<StorageGrowth>(std::unexpected(*m_historyError)));
    }
}

Task<void> StorageDesk::runGrowth(InventoryPtr inventory, QDate day, std::stop_token stop, std::stop_source newer)
{
    const auto held = m_hold();
    const std::stop_callback withSession(stop, [newer]() mutable { newer.request_stop(); });
    Q_EMIT growthSince(std::nullopt);
    const Owner owner = inventory->snapshot->owner;
    const auto then = co_await runOn(&m_reading, [connection = m_connection, owner, day, token = newer.get_token()] {
        return loadReadingOf(connection, owner, day, token);
    });
    if (newer.stop_requested())
        co_return;
    if (!then) {
        Q_EMIT growthSince(Result<StorageGrowth>(std::unexpected(then.error())));
        co_return;
    }
    if (!then->snapshot) {
        StorageGrowth nothing;
        // What is in sight may not be kept yet.
        nothing.begunAt = then->begunAt.isValid() ? then->begunAt : inventory->snapshot->fetchedAt;
        Q_EMIT growthSince(Result<StorageGrowth>(nothing));
        co_return;
    }
    const auto growth =
        co_await runInPool(growthOf, then->snapshot, inventory, m_connection->profile().rules, newer.get_token());
    if (!newer.stop_requested())
        Q_EMIT growthSince(growth);
}

BudgetQuestion StorageDesk::question() const
{
    const auto uses = underTerms(*m_uses, m_terms);
    return {m_inventory->snapshot->owner, budgetReadings(uses, *m_history), *m_history, m_terms};
}

/// Once both are there that belong to the inventory in sight.
void StorageDesk::watchBudgets()
{
    if (m_uses && m_history && !m_history->empty() && !m_stop.stop_requested())
        runBudgets(question(), m_stop);
}

Task<void> StorageDesk::runBudgets(BudgetQuestion question, std::stop_token stop)
{
    const auto held = m_hold();
    const QString owner = question.owner.login;
    const bool hasNoBudget = question.readings.empty();
    const auto answer = co_await runOn(&m_reading, [connection = m_connection, question = std::move(question)] {
        return keepBudgets(connection, question);
    });
    if (!answer)
        qCWarning(logStore, "budgets are not watched: %s", qUtf8Printable(errorLine(answer.error())));
    if (!answer || stop.stop_requested())
        co_return;
    for (const auto& crossing : answer->crossed)
        Q_EMIT budgetCrossed(owner, crossing);
    if (!answer->incidents.empty() || hasNoBudget)
        Q_EMIT incidentsKnown(answer->incidents);
}

void StorageDesk::readBilling(Urgency urgency)
{
    if (m_inventory && !m_isAskingBilling && !m_stop.stop_requested())
        runBilling(m_inventory->snapshot->owner, urgency, m_stop);
}

Task<void> StorageDesk::runBilling(Owner owner, Urgency urgency, std::stop_token stop)
{
    const auto held = m_hold();
    const Target& target = m_connection->target();
    m_isAskingBilling = true;
    const auto unmark = qScopeGuard([this] { m_isAskingBilling = false; });
    if (!std::exchange(m_isBillingLoaded, true)) {
        const auto kept =
            co_await runOn(&m_reading, [connection = m_connection, owner] { return loadBilling(connection, owner); });
        if (stop.stop_requested())
            co_return;
        if (kept)
            Q_EMIT billingKnown(*kept);
    }
    const QDateTime now = target.clock.now();
    const bool isDue =
        urgency == Urgency::Person || !m_billingToldAt.isValid() || m_billingToldAt.addDuration(kBillingPace) <= now;
    if (target.isOffline || target.token.isEmpty() || !isDue)
        co_return;
    const auto asked = co_await runOn(
        &m_reading, [connection = m_connection, owner, stop] { return askBilling(connection, owner, stop); });
    if (stop.stop_requested())
        co_return;
    if (!asked) {
        Q_EMIT billingFailed(asked.error());
        co_return;
    }
    m_billingToldAt = now;
    Q_EMIT billingKnown(*asked);
}

} // namespace slipway
