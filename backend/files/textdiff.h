#pragma once

#include "files/diffrows.h"
#include "files/textfile.h"

namespace slipway
{

/// Two texts and where they differ.
struct TextDiff final {
    TextLinesPtr left;
    TextLinesPtr right;
    SequenceDiff diff;

    /// No line differs.
    [[nodiscard]] bool isSame() const { return diff.changes.empty(); }
    /// One of them has no line feed at its end.
    [[nodiscard]] bool differsInLastEnd() const { return left->endsOpen() != right->endsOpen(); }
};
using TextDiffPtr = std::shared_ptr<const TextDiff>;

[[nodiscard]] TextDiffPtr makeTextDiff(TextLinesPtr left, TextLinesPtr right);

using DiffRowsPtr = std::shared_ptr<const std::vector<DiffRow>>;

/// Its rows as they are shown.
[[nodiscard]] DiffRowsPtr rowsOf(const TextDiff& diff, DiffLayout layout, const std::optional<DiffFolding>& folding);

} // namespace slipway
