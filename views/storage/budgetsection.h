#pragma once

#include "storage/incidentlog.h"
#include "storage/storageterms.h"
#include "views/pagestate.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace slipway
{

class BudgetCard;
class IncidentCard;

/// The budgets, side by side: what is used of each, and their breaches.
class BudgetSection final : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetSection(QWidget* parent = nullptr);

    /// What is stored of each budget, the owner's first; shown with the next showUnder(), as are incidents.
    void setUses(const std::vector<BudgetUse>& uses) { m_uses = uses; }
    /// The breaches that are kept of each budget, the owner's first; empty where no budget is set.
    void setIncidents(const std::vector<BudgetIncidents>& incidents) { m_incidents = incidents; }
    /// Nothing is known of either.
    void forget();
    /// The owner's budget is that of the terms. Readings began at `since`; invalid: nobody knows.
    void showUnder(const StorageTerms& terms, const QDateTime& now, const QDateTime& since);
    void setAge(DataAge age);
    /// The breaches of the owner's budget; nullptr: they are not known.
    [[nodiscard]] const IncidentLog* ownersIncidents() const;
    [[nodiscard]] BudgetCard& budgetCard() { return *m_budgetCard; }
    [[nodiscard]] IncidentCard& incidentCard() { return *m_incidentCard; }

Q_SIGNALS:
    void filterRequested(const QString& filter);

private:
    std::optional<std::vector<BudgetUse>> m_uses;            ///< none: not measured yet
    std::optional<std::vector<BudgetIncidents>> m_incidents; ///< none: they are not known
    BudgetCard* m_budgetCard;
    IncidentCard* m_incidentCard;
};

} // namespace slipway
