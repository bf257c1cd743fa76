#pragma once

#include "core/error.h"
#include "drift/driftfinding.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace slipway
{

enum class FindingState : std::uint8_t {
    Open,
    Acknowledged, ///< a person knows of it, and it counts for nothing until a date
    Resolved,     ///< a later look did not find it any more
};

/// What became of a finding at one moment.
enum class FindingEventKind : std::uint8_t { Opened, Changed, Acknowledged, Expired, Resolved };

struct FindingEvent final {
    FindingEventKind kind = FindingEventKind::Opened;
    QDateTime at;
    QString reason; ///< of an acknowledgement
    QDateTime until;

    friend bool operator==(const FindingEvent&, const FindingEvent&) = default;
};

/// One finding from when it was first seen until it was gone. If it comes back later, that is another life.
struct FindingLife final {
    qint64 id = 0;        ///< the store's; 0 while it is new
    QString key;          ///< driftKey()
    DriftFinding finding; ///< as it was seen last
    QDateTime firstSeenAt;
    QDateTime lastSeenAt;
    FindingState state = FindingState::Open;
    QString reason; ///< why it was acknowledged
    QDateTime until;
    std::vector<FindingEvent> events; ///< oldest first

    friend bool operator==(const FindingLife&, const FindingLife&) = default;
};

/// What was looked for when findings were found: of anything else nothing is known.
struct LookedFor final {
    std::vector<DriftCheck> checks;
    bool isComplete = true;     ///< everything of the owner was read: only then what is not found is gone
    std::vector<DriftGap> gaps; ///< what could not be checked is not gone either
};

/// The lives after a look at `now`: what was found opens or goes on, an acknowledgement whose date has come ends, and
/// what was looked for and not found is resolved. `lives` are those that were not resolved before. Pure.
[[nodiscard]] std::vector<FindingLife> advanceFindings(std::vector<FindingLife> lives,
                                                       const std::vector<DriftFinding>& found, const LookedFor& looked,
                                                       const QDateTime& now);

/// A finding acknowledged until a date. Errors: InvalidArgument without a reason, for a date that has passed, or for a
/// finding that is resolved.
[[nodiscard]] Result<FindingLife> acknowledged(FindingLife life, const QString& reason, const QDateTime& until,
                                               const QDateTime& now);

/// "open", "acknowledged", "resolved".
[[nodiscard]] QString findingStateName(FindingState state);

/// A finding as the store keeps it, and back; nullopt for what an other version wrote.
[[nodiscard]] QByteArray packFinding(const FindingLife& life);
[[nodiscard]] std::optional<FindingLife> unpackFinding(const QByteArray& bytes);

} // namespace slipway
