#pragma once

#include "files/linediff.h"

#include <QSet>

#include <optional>

namespace slipway
{

enum class DiffRowKind : std::uint8_t {
    Same,    ///< a line of both
    Changed, ///< a line of the left with the one that took its place
    Removed, ///< a line of the left only
    Added,   ///< a line of the right only
    Folded,  ///< lines of both that are not shown, from this one on
};

/// A row of a diff as it is shown.
struct DiffRow final {
    DiffRowKind kind = DiffRowKind::Same;
    qsizetype left = -1; ///< a line from 0; -1: none
    qsizetype right = -1;
    qsizetype folded = 0;  ///< how many lines, of a folded one
    qsizetype change = -1; ///< which of the changes it belongs to; -1: none

    friend bool operator==(const DiffRow&, const DiffRow&) = default;
};

enum class DiffLayout : std::uint8_t {
    SideBySide, ///< a changed line and its successor are one row
    Inline,     ///< what goes stands above what comes; no row is Changed
};

/// How much of what is equal is shown.
struct DiffFolding final {
    qsizetype context = 3;  ///< lines before and after a change
    QSet<qsizetype> opened; ///< first left lines of folds that a person opened

    friend bool operator==(const DiffFolding&, const DiffFolding&) = default;
};

/// The rows of a diff between texts of so many lines. Without folding every line is shown. A fold hides two lines at
/// least.
[[nodiscard]] std::vector<DiffRow> diffRows(const std::vector<DiffChange>& changes, qsizetype leftLines,
                                            qsizetype rightLines, DiffLayout layout,
                                            const std::optional<DiffFolding>& folding);

} // namespace slipway
