#include "files/textdiff.h"

namespace slipway
{

TextDiffPtr makeTextDiff(TextLinesPtr left, TextLinesPtr right)
{
    auto diff = diffLines(left->lines, right->lines);
    return std::make_shared<const TextDiff>(std::move(left), std::move(right), std::move(diff));
}

DiffRowsPtr rowsOf(const TextDiff& diff, DiffLayout layout, const std::optional<DiffFolding>& folding)
{
    return std::make_shared<const std::vector<DiffRow>>(
        diffRows(diff.diff.changes, std::ssize(diff.left->lines), std::ssize(diff.right->lines), layout, folding));
}

} // namespace slipway
