#pragma once

#include "domain/storagebudget.h"
#include "storage/budgetalert.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <map>
#include <span>
#include <vector>

namespace slipway
{

/// What a reading found stored of what a budget is for.
struct BudgetReading final {
    StorageBudget budget;
    Bytes storedBytes = 0;
    bool isLeast = false; ///< at least so much: it may reach a threshold, and leaves none
};

/// A threshold that a person is to be told of.
struct BudgetCrossing final {
    std::optional<QString> hub; ///< as StorageBudget has it
    std::optional<QString> family;
    int percent = 0; ///< the threshold
    Bytes storedBytes = 0;
    Bytes budget = 0;

    friend bool operator==(const BudgetCrossing&, const BudgetCrossing&) = default;
};

/// What was told of each budget of an owner, by what the budget is for.
using AlertStates = std::map<QString, AlertState>;

struct BudgetStep final {
    AlertStates states;
    std::vector<BudgetCrossing> crossed; ///< in the order of the readings
};

/// The states after a reading, and what is to be told (advanceAlert()). A budget that is no longer there is forgotten.
[[nodiscard]] BudgetStep advanceBudgets(const AlertStates& states, std::span<const BudgetReading> readings);

/// The kind of the note that keeps them.
constexpr QLatin1StringView kAlertNoteKind{"alerts-1"};
/// As bytes (CBOR), for Store::saveNote().
[[nodiscard]] QByteArray packAlerts(const AlertStates& states);
/// Nothing for bytes that make no sense: the next reading tells where it stands.
[[nodiscard]] AlertStates unpackAlerts(const QByteArray& bytes);

} // namespace slipway
