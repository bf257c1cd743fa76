#include "views/storage/budgetsection.h"

#include "views/storage/budgetcard.h"
#include "views/storage/incidentcard.h"

#include <QHBoxLayout>

namespace slipway
{

BudgetSection::BudgetSection(QWidget* parent)
    : QWidget(parent)
    , m_budgetCard(new BudgetCard(this))
    , m_incidentCard(new IncidentCard(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_budgetCard, 12);
    row->addWidget(m_incidentCard, 13);
    connect(m_budgetCard, &BudgetCard::filterRequested, this, &BudgetSection::filterRequested);
    connect(m_incidentCard, &IncidentCard::filterRequested, this, &BudgetSection::filterRequested);
}

void BudgetSection::forget()
{
    m_uses.reset();
    m_incidents.reset();
}

void BudgetSection::showUnder(const StorageTerms& terms, const QDateTime& now, const QDateTime& since)
{
    m_budgetCard->showUses(m_uses.transform([&terms](const auto& uses) { return underTerms(uses, terms); }));
    m_incidentCard->showIncidents(m_incidents, now, since);
}

void BudgetSection::setAge(DataAge age)
{
    m_budgetCard->setAge(age);
    m_incidentCard->setAge(age);
}

const IncidentLog* BudgetSection::ownersIncidents() const
{
    const bool hasOwners = m_incidents && !m_incidents->empty() && m_incidents->front().budget.isForOwner();
    return hasOwners ? &m_incidents->front().log : nullptr;
}

} // namespace slipway
