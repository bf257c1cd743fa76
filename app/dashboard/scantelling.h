#pragma once

#include "inventory/scan.h"

namespace slipway
{

/// Hands progress on, not more often than eyes can follow, and the last of it always.
[[nodiscard]] ScanProgressSink tellingCalmly(ScanProgressSink sink);

/// One line of the log, and one for each package that could not be read.
void logScanEnd(const Result<ScanOutcome>& outcome);

/// Whether a reading failed because the server did not answer as it should, and may later.
[[nodiscard]] bool concernsNetwork(ErrorKind kind);

} // namespace slipway
