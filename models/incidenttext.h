#pragma once

#include "storage/incidentlog.h"

namespace slipway
{

/// Where words about breaches stand.
enum class IncidentWords {
    Alone,
    UnderHeading, ///< which says what they are about
};

/// The breaches of a quarter in a few words: "no breach of the budget in Q4 2025", "2 breaches of the budget in Q4
/// 2025, one is open", "no breach of the budget began in Q4 2025; one is open since 28 Sep 2025"; under a heading "none
/// in Q4 2025", "2 in Q4 2025, one is open", "none began in Q4 2025; one is open since 28 Sep 2025".
[[nodiscard]] QString incidentText(const IncidentLog& log, Quarter quarter, IncidentWords words = IncidentWords::Alone);

/// Each of incidentsIn() in a line, the newest first: from when to when, the most, and of which budget; empty if there
/// are none.
[[nodiscard]] QString incidentLines(const IncidentLog& log, Quarter quarter);

} // namespace slipway
