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

/// What was told of a budget, and of how many bytes it was then.
struct ToldAlert final {
    AlertState state;
    std::optional<Bytes> budget; ///< nothing: kept by an earlier version, which did not say

    friend bool operator==(const ToldAlert&, const ToldAlert&) = default;
};

/// What was told of each budget of an owner, by what the budget is for.
using AlertStates = std::map<QString, ToldAlert>;

struct BudgetStep final {
    AlertStates states;
    std::vector<BudgetCrossing> crossed; ///< in the order of the readings
};

/// The states after a reading, and what is to be told (advanceAlert()). A budget that is no longer there is forgotten.
/// One of other bytes than before stands where it is reached now: that is told if it is more than was told, and what
/// was told but is not reached by the new bytes is told again when it is.
[[nodiscard]] BudgetStep advanceBudgets(const AlertStates& states, std::span<const BudgetReading> readings);

/// The kind of the note that keeps them.
constexpr QLatin1StringView kAlertNoteKind{"alerts-1"};
/// As bytes (CBOR), for Store::saveNote().
[[nodiscard]] QByteArray packAlerts(const AlertStates& states);
/// Nothing for bytes that make no sense: the next reading tells where it stands.
[[nodiscard]] AlertStates unpackAlerts(const QByteArray& bytes);

} // namespace slipway
