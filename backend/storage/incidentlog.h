#pragma once

#include "domain/storagebudget.h"
#include "storage/breach.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// A breach as it was found at the time, and the budget it was one of.
struct QuotaIncident final {
    QuotaBreach breach;
    Bytes budget = 0; ///< when it began

    friend bool operator==(const QuotaIncident&, const QuotaIncident&) = default;
};

/// The breaches that were found reading by reading, oldest first. What is in it stays, whatever becomes of the history
/// and of the budget.
struct IncidentLog final {
    std::vector<QuotaIncident> incidents;
    QDateTime readUntil; ///< of the last reading that was looked at; invalid: of none
    QDateTime lastWhole; ///< of the last of those that was whole

    friend bool operator==(const IncidentLog&, const IncidentLog&) = default;
};

/// The breaches that are kept of one budget.
struct BudgetIncidents final {
    StorageBudget budget; ///< as it is now
    IncidentLog log;

    friend bool operator==(const BudgetIncidents&, const BudgetIncidents&) = default;
};

/// The log after readings that are newer than the last it knows, held against the budget of now, by the rules of
/// quotaBreaches(). An open incident goes on and ends by that budget too; which one it began with stays told. Filled
/// days are no readings. With `now` a wrong clock does no lasting harm: readings dated later wait until then, and a log
/// that has read later ones goes on from what it tells of up to now.
[[nodiscard]] IncidentLog withReadings(IncidentLog log, std::span<const StoragePoint> points, Bytes budget,
                                       const QDateTime& now = {});

/// What a log tells of a moment before its last reading: what began until then, not ended by what came later. Peaks
/// stay as they were found.
[[nodiscard]] IncidentLog asOf(IncidentLog log, const QDateTime& moment);

/// Those that began in a quarter, and one that began before it and is open still; oldest first.
[[nodiscard]] std::vector<QuotaIncident> incidentsIn(const IncidentLog& log, Quarter quarter);

/// As bytes (CBOR), for Store::saveNote().
[[nodiscard]] QByteArray packIncidents(const IncidentLog& log);
/// An empty log for bytes that make no sense: it is found anew in what is left of the history.
[[nodiscard]] IncidentLog unpackIncidents(const QByteArray& bytes);

/// Who set the budget.
enum class BudgetSource : std::uint8_t { Profile, Usual, Settings };

/// The kind of the note that keeps a log. Whoever sets a budget has one of their own, so that a person's budget does
/// not end what a team's began; `profilePath` tells profiles apart and is empty for a demo's own.
[[nodiscard]] QString incidentNoteKind(BudgetSource source, const QString& profilePath);
/// Likewise of the budget that a profile names for a hub or family: its record goes on whatever becomes of its bytes.
[[nodiscard]] QString incidentNoteKind(const StorageBudget& budget, const QString& profilePath);

} // namespace slipway
