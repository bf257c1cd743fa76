#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace slipway
{

/// How well a text is meant by what was typed, and by which of its characters.
struct FuzzyMatch final {
    int score = 0;
    std::vector<qsizetype> positions; ///< rising, one for each typed character that is not a space

    friend bool operator==(const FuzzyMatch&, const FuzzyMatch&) = default;
};

/// The best way to find the characters of `typed` in `text`, in their order and with anything between; upper and lower
/// case are the same, spaces are passed over. Characters in a row, at the start of a word (after - _ / : . or a space,
/// or a capital after a small letter) and at the very start count more; what is left out between them counts against
/// it. nullopt if a character is not there. Nothing typed matches everything alike. Only the first 256 characters of a
/// text and 64 of what was typed are looked at.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text);

} // namespace slipway
