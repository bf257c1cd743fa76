#pragma once

#include "core/error.h"

namespace slipway
{

/// What slipwayctl tells its caller; the numbers are a contract (docs/cli.md).
enum class ExitCode {
    Done = 0,
    Failed = 1,
    WrongUse = 2,
    CheckFailed = 3,
    Refused = 4,
    PartlyDone = 5,
    TryLater = 75,
};

[[nodiscard]] ExitCode exitCodeFor(const Error& error);

} // namespace slipway
