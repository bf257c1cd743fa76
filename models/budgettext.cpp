#include "models/budgettext.h"

#include "inventory/filterwords.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct BudgetTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

QString placeName(const QString& name)
{
    return name.isEmpty() ? BudgetTexts::tr("Unassigned") : name;
}

} // namespace

QString budgetSubject(const StorageBudget& budget)
{
    if (budget.hub && budget.family)
        return BudgetTexts::tr("%1 in %2", "a family, a hub").arg(placeName(*budget.family), placeName(*budget.hub));
    if (budget.hub)
        return placeName(*budget.hub);
    if (budget.family)
        return BudgetTexts::tr("%1 in all hubs", "a family").arg(placeName(*budget.family));
    return BudgetTexts::tr("All that is stored");
}

QString budgetFilter(const StorageBudget& budget)
{
    QStringList terms;
    if (budget.hub)
        terms.append(exactTerm(u"hub", *budget.hub));
    if (budget.family)
        terms.append(exactTerm(u"family", *budget.family));
    return terms.join(u' ');
}

} // namespace slipway
