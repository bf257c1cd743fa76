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

struct TellingStep {
    ToldAlert told;
    std::optional<int> crossed;
};

TellingStep stepOf(const ToldAlert& before, const BudgetReading& reading)
{
    const auto fraction = usedFraction(reading.storedBytes, reading.budget.bytes);
    if (!fraction)
        return {};
    const bool isOther = before.budget && *before.budget != reading.budget.bytes;
    AlertStep step = advanceAlert(isOther ? AlertState() : before.state, *fraction, reading.budget.alerts);
    const int told = before.state.percent;
    if (reading.isLeast && step.state.percent < told)
        return {before, std::nullopt};
    if (step.crossed && *step.crossed <= told)
        step.crossed.reset();
    return {{step.state, reading.budget.bytes}, step.crossed};
}

} // namespace

BudgetStep advanceBudgets(const AlertStates& states, std::span<const BudgetReading> readings)
{
    BudgetStep all;
    for (const auto& reading : readings) {
        const QString key = keyOf(reading.budget);
        const auto before = states.find(key);
        const TellingStep step = stepOf(before == states.end() ? ToldAlert() : before->second, reading);
        all.states.insert_or_assign(key, step.told);
        if (step.crossed)
            all.crossed.push_back(
                {reading.budget.hub, reading.budget.family, *step.crossed, reading.storedBytes, reading.budget.bytes});
    }
    return all;
}

QByteArray packAlerts(const AlertStates& states)
{
    QCborMap map;
    for (const auto& [key, told] : states)
        map.insert(key, told.budget ? QCborValue(QCborArray{told.state.percent, *told.budget})
                                    : QCborValue(told.state.percent));
    return map.toCborValue().toCbor();
}

namespace
{

/// [percent, bytes of the budget], or the percent alone as earlier versions kept it.
std::optional<ToldAlert> unpackTold(const QCborValue& value)
{
    const QCborArray parts = value.toArray();
    const QCborValue percent = value.isArray() ? parts.at(0) : value;
    const bool isWhole = !value.isArray() || (parts.size() == 2 && parts.at(1).isInteger());
    if (!isWhole || !percent.isInteger() || percent.toInteger() < 0)
        return std::nullopt;
    ToldAlert told{{static_cast<int>(percent.toInteger())}, std::nullopt};
    if (value.isArray())
        told.budget = parts.at(1).toInteger();
    return told;
}

} // namespace

AlertStates unpackAlerts(const QByteArray& bytes)
{
    const auto map = cborMapFrom(bytes);
    if (!map)
        return {};
    AlertStates states;
    for (const auto& [key, value] : *map) {
        const auto told = unpackTold(value);
        if (!key.isString() || !told)
            return {};
        states.insert_or_assign(key.toString(), *told);
    }
    return states;
}

} // namespace slipway
