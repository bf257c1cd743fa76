#pragma once

#include <QHash>

#include <algorithm>
#include <optional>
#include <vector>

namespace slipway
{

/// One row that moves; rows as they stand after the moves before it and, `to`, after this one.
struct RowMove final {
    int from = 0;
    int to = 0;

    friend bool operator==(const RowMove&, const RowMove&) = default;
};

/// The fewest moves that bring rows into order, `places` being where each belongs (a permutation of 0 to n - 1).
/// Nothing when there are more than `most`. n log n.
[[nodiscard]] std::optional<std::vector<RowMove>> movesIntoOrder(std::vector<int> places, std::size_t most);

/// The fewest moves that bring the rows of `current` into the order they have in `wanted`, where others may stand among
/// them. Nothing when there are more than `most`, or when `wanted` lacks one of them or they cannot be told
/// apart.
template<typename Key>
[[nodiscard]] std::optional<std::vector<RowMove>> movesIntoOrder(const std::vector<Key>& current,
                                                                 const std::vector<Key>& wanted, std::size_t most)
{
    // As a rule most rows stand where they stood, seen from the first or from the last.
    const auto [begin, wantedBegin] = std::ranges::mismatch(current, wanted);
    auto end = current.end();
    auto wantedEnd = wanted.end();
    for (; end != begin && wantedEnd != wantedBegin && *(end - 1) == *(wantedEnd - 1); --end, --wantedEnd) {
    }
    QHash<Key, int> rows;
    rows.reserve(end - begin);
    for (auto row = begin; row != end; ++row)
        rows.insert(*row, static_cast<int>(row - begin));
    std::vector<int> places(static_cast<std::size_t>(end - begin), -1);
    int next = 0;
    for (auto row = wantedBegin; row != wantedEnd; ++row)
        if (const auto found = rows.constFind(*row); found != rows.cend())
            places[static_cast<std::size_t>(*found)] = next++;
    if (rows.size() != end - begin || next != end - begin || std::ranges::contains(places, -1))
        return std::nullopt;
    auto moves = movesIntoOrder(std::move(places), most);
    if (moves) {
        for (RowMove& move : *moves) {
            move.from += static_cast<int>(begin - current.begin());
            move.to += static_cast<int>(begin - current.begin());
        }
    }
    return moves;
}

} // namespace slipway
