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

    [[nodiscard]] bool isSame() const { return diff.changes.empty(); }
};
using TextDiffPtr = std::shared_ptr<const TextDiff>;

[[nodiscard]] TextDiffPtr makeTextDiff(TextLinesPtr left, TextLinesPtr right);

using DiffRowsPtr = std::shared_ptr<const std::vector<DiffRow>>;

/// Its rows as they are shown.
[[nodiscard]] DiffRowsPtr rowsOf(const TextDiff& diff, DiffLayout layout, const std::optional<DiffFolding>& folding);

} // namespace slipway
