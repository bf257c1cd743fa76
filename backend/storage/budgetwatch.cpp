#include "storage/budgetwatch.h"

#include "core/cbormap.h"

#include <QCborArray>
#include <QCborMap>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What a budget is for; no two have the same.
QString keyOf(const StorageBudget& budget)
{
    const auto part = [](const std::optional<QString>& name) {
        return name ? QString::number(name->size()) + u':' + *name : u"-"_s;
    };
    return part(budget.hub) + u'/' + part(budget.family);
}

AlertStep stepOf(AlertState state, const BudgetReading& reading)
{
    const auto fraction = usedFraction(reading.storedBytes, reading.budget.bytes);
    if (!fraction)
        return {};
    AlertStep step = advanceAlert(state, *fraction, reading.budget.alerts);
    if (reading.isLeast && step.state.percent < state.percent)
        step.state = state;
    return step;
}

} // namespace

BudgetStep advanceBudgets(const AlertStates& states, std::span<const BudgetReading> readings)
{
    BudgetStep all;
    for (const auto& reading : readings) {
        const QString key = keyOf(reading.budget);
        const auto before = states.find(key);
        const AlertStep step = stepOf(before == states.end() ? AlertState() : before->second, reading);
        all.states.insert_or_assign(key, step.state);
        if (step.crossed)
            all.crossed.push_back(
                {reading.budget.hub, reading.budget.family, *step.crossed, reading.storedBytes, reading.budget.bytes});
    }
    return all;
}

QByteArray packAlerts(const AlertStates& states)
{
    QCborMap map;
    for (const auto& [key, state] : states)
        map.insert(key, state.percent);
    return map.toCborValue().toCbor();
}

AlertStates unpackAlerts(const QByteArray& bytes)
{
    const auto map = cborMapFrom(bytes);
    if (!map)
        return {};
    AlertStates states;
    for (const auto& [key, percent] : *map) {
        if (!key.isString() || !percent.isInteger() || percent.toInteger() < 0)
            return {};
        states.insert_or_assign(key.toString(), AlertState{static_cast<int>(percent.toInteger())});
    }
    return states;
}

} // namespace slipway
