#pragma once

#include <QStringView>

#include <vector>

namespace slipway
{

/// Characters of a line.
struct TextRange final {
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// What differs within two lines. Both empty: they have too little in common for single words to say anything, or
/// nothing differs.
struct WordDiff final {
    std::vector<TextRange> left;
    std::vector<TextRange> right;

    friend bool operator==(const WordDiff&, const WordDiff&) = default;
};

/// Compares two lines by words: runs of letters, digits and underscores; every other character stands for itself.
/// Of very long lines only what both begin and end with is found.
[[nodiscard]] WordDiff diffWords(QStringView left, QStringView right);

} // namespace slipway
