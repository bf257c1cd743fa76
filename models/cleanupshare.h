#pragma once

#include "models/cleanupsheet.h"

#include <QMetaType>

namespace slipway
{

/// What of a plan is carried out where packages over a limit are left out: exact, since what is left out may hold
/// layers of what goes.
struct CleanupShare final {
    QSet<PackageName> leftOut;
    std::size_t goes = 0;
    std::vector<std::size_t> groups; ///< how many of each of the sheet's groups
    RowIndex largest = kNoRow;       ///< which frees most by itself; kNoRow where none goes
    Bytes largestBytes = 0;
    Bytes freed = 0; ///< by all that go at once

    friend bool operator==(const CleanupShare&, const CleanupShare&) = default;
};

/// For the pool where something is left out; else it only counts.
[[nodiscard]] CleanupShare shareOf(const CleanupSheet& sheet, const QSet<PackageName>& leftOut);

} // namespace slipway
