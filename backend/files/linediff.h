#pragma once

#include <QStringView>

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace slipway
{

/// Where two sequences differ: `leftCount` elements from `left` on stand where the other has `rightCount` from `right`
/// on. Both counted from 0; never are both counts 0.
struct DiffChange final {
    qsizetype left = 0;
    qsizetype leftCount = 0;
    qsizetype right = 0;
    qsizetype rightCount = 0;

    friend bool operator==(const DiffChange&, const DiffChange&) = default;
};

struct SequenceDiff final {
    std::vector<DiffChange> changes; ///< in order; between two there is something equal
    bool isCoarse = false;           ///< true, but not the shortest: the whole would have taken too long
};

/// So many comparisons at most, a fraction of a second; past it, what is left over is told as changed.
constexpr std::int64_t kDiffBudget = 30'000'000;

/// The fewest elements that have to go and to come, after E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations" (1986), in the space of its length. Equal elements have equal numbers.
[[nodiscard]] SequenceDiff diffSequences(std::span<const int> left, std::span<const int> right,
                                         std::int64_t budget = kDiffBudget);

/// The same of lines.
[[nodiscard]] SequenceDiff diffLines(std::span<const QStringView> left, std::span<const QStringView> right,
                                     std::int64_t budget = kDiffBudget);

} // namespace slipway
