#pragma once

#include "storage/incidentlog.h"

namespace slipway
{

/// The breaches of a quarter in a few words: "no breach of the budget in Q4 2025", "2 breaches of the budget in Q4
/// 2025, one is open", "no breach of the budget began in Q4 2025; one is open since 28 Sep 2025".
[[nodiscard]] QString incidentText(const IncidentLog& log, Quarter quarter);

/// Each of incidentsIn() in a line, the newest first: from when to when, the most, and of which budget; empty if there
/// are none.
[[nodiscard]] QString incidentLines(const IncidentLog& log, Quarter quarter);

} // namespace slipway
