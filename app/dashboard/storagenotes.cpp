#include "app/dashboard/storagenotes.h"

#include "core/logcategories.h"
#include "storage/budgetincidents.h"

#include <QFileInfo>

namespace slipway
{

namespace
{

StoreScope scopeOf(Connection& connection, const Owner& owner)
{
    return {connection.target().apiHost(), owner};
}

/// Profiles are looked at in turn, each with budgets of its own: what was told by one is not by another.
QString alertNoteKind(const Target& target)
{
    const QString& profile = target.profilePath;
    return kAlertNoteKind + (profile.isEmpty() ? QString() : u' ' + QFileInfo(profile).absoluteFilePath());
}

/// Of each budget what is kept, brought up to the newest reading.
std::vector<BudgetIncidents> incidentsOf(Connection& connection, const BudgetQuestion& question)
{
    const Target& target = connection.target();
    const IncidentGround ground{scopeOf(connection, question.owner), question.terms.source, target.profilePath,
                                target.clock.now(), target.clock.isFixed()};
    std::vector<BudgetIncidents> all;
    for (auto& [budget, found] : keepBudgetIncidents(connection.store(), ground, question.readings, question.samples)) {
        // What was crossed is told all the same: it is kept as told.
        if (!found)
            qCWarning(logStore, "incidents are not known: %s", qUtf8Printable(found.error().detail));
        else if (found->notKept)
            qCWarning(logStore, "incidents are not kept: %s", qUtf8Printable(found->notKept->detail));
        if (found)
            all.push_back({budget, std::move(found->log)});
    }
    return all;
}

} // namespace

Task<Result<BudgetAnswer>> keepBudgets(Connection* connection, BudgetQuestion question)
{
    const StoreScope scope = scopeOf(*connection, question.owner);
    Store& store = connection->store();
    const QString kind = alertNoteKind(connection->target());
    const auto kept = store.note(scope, kind);
    if (!kept)
        co_return std::unexpected(kept.error());
    const AlertStates before = unpackAlerts(*kept);
    BudgetStep step = advanceBudgets(before, question.readings);
    if (step.states != before) {
        if (auto saved = store.saveNote(scope, kind, packAlerts(step.states)); !saved)
            co_return std::unexpected(saved.error());
    }
    co_return Result<BudgetAnswer>(BudgetAnswer{std::move(step.crossed), incidentsOf(*connection, question)});
}

Task<std::optional<BillingReading>> loadBilling(Connection* connection, Owner owner)
{
    const auto kept = connection->store().note(scopeOf(*connection, owner), kBillingNoteKind);
    co_return kept ? unpackBilling(*kept) : std::nullopt;
}

Task<Result<BillingReading>> askBilling(Connection* connection, Owner owner, std::stop_token stop)
{
    const QDateTime now = connection->target().clock.now();
    const auto month = billingMonthAt(now);
    const auto billing =
        co_await connection->scanTools().github.billing(owner, month, {std::move(stop), Urgency::Background});
    if (!billing)
        co_return std::unexpected(billing.error());
    const BillingReading reading{*billing, month, now};
    const auto saved =
        connection->store().saveNote(scopeOf(*connection, owner), kBillingNoteKind, packBilling(reading));
    if (!saved)
        qCWarning(logStore, "what GitHub bills is not kept: %s", qUtf8Printable(saved.error().detail));
    co_return Result<BillingReading>(reading);
}

Task<Result<EarlierReading>> loadReadingOf(Connection* connection, Owner owner, QDate day, std::stop_token stop)
{
    const auto entries = connection->store().history(scopeOf(*connection, owner));
    if (!entries)
        co_return std::unexpected(entries.error());
    EarlierReading reading;
    if (!entries->empty())
        reading.begunAt = entries->front().fetchedAt;
    const HistoryEntry* chosen = nullptr;
    for (const auto& entry : *entries)
        if (entry.fetchedAt.toUTC().date() <= day && (entry.complete || !chosen || !chosen->complete))
            chosen = &entry;
    if (!chosen)
        co_return Result<EarlierReading>(reading);
    auto snapshot = connection->store().snapshotAt(chosen->id, std::move(stop));
    if (!snapshot)
        co_return std::unexpected(snapshot.error());
    reading.snapshot = *std::move(snapshot);
    co_return Result<EarlierReading>(reading);
}

} // namespace slipway
