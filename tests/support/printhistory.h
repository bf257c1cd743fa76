#pragma once

#include "domain/packagehistory.h"

#include <QStringList>

namespace slipway::test
{

/// What happened, a line an event: "moved latest,v2 from a to b, 1 to 2". Times are hours after fixtureTime(); digests
/// are named by these names (see named()).
[[nodiscard]] QStringList printHistory(const std::vector<HistoryEvent>& events, const QStringList& names);

} // namespace slipway::test
