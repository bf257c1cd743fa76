#include "files/worddiff.h"

#include "files/linediff.h"

#include <algorithm>

namespace slipway
{

namespace
{

constexpr std::size_t kMostWords = 2000;
constexpr std::int64_t kWordBudget = 200'000;
/// Of the characters of the longer line, so many must be common: else the lines are two different ones.
constexpr double kLeastCommon = 0.25;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c.isSurrogate();
}

std::vector<QStringView> wordsOf(QStringView line)
{
    std::vector<QStringView> words;
    for (qsizetype from = 0; from < line.size();) {
        qsizetype end = from + 1;
        if (isWordCharacter(line[from])) {
            while (end < line.size() && isWordCharacter(line[end]))
                ++end;
        }
        words.push_back(line.sliced(from, end - from));
        from = end;
    }
    return words;
}

TextRange rangeOf(const std::vector<QStringView>& words, QStringView line, qsizetype first, qsizetype count)
{
    if (count == 0)
        return {};
    const auto& from = words[static_cast<std::size_t>(first)];
    const auto& last = words[static_cast<std::size_t>(first + count - 1)];
    return {from.data() - line.data(), last.data() + last.size() - from.data()};
}

qsizetype inkOf(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isSpace(); });
}

/// What is left between what both lines begin and end with.
SequenceDiff betweenEnds(const std::vector<QStringView>& left, const std::vector<QStringView>& right)
{
    const auto begin = std::ranges::mismatch(left, right);
    const qsizetype first = begin.in1 - left.begin();
    qsizetype leftEnd = std::ssize(left);
    qsizetype rightEnd = std::ssize(right);
    while (leftEnd > first && rightEnd > first
           && left[static_cast<std::size_t>(leftEnd - 1)] == right[static_cast<std::size_t>(rightEnd - 1)]) {
        --leftEnd;
        --rightEnd;
    }
    SequenceDiff diff;
    if (leftEnd > first || rightEnd > first)
        diff.changes.push_back({first, leftEnd - first, first, rightEnd - first});
    return diff;
}

} // namespace

WordDiff diffWords(QStringView left, QStringView right)
{
    const auto leftWords = wordsOf(left);
    const auto rightWords = wordsOf(right);
    const bool isLong = leftWords.size() > kMostWords || rightWords.size() > kMostWords;
    const SequenceDiff diff =
        isLong ? betweenEnds(leftWords, rightWords) : diffLines(leftWords, rightWords, kWordBudget);
    WordDiff words;
    qsizetype common = inkOf(left);
    for (const auto& change : diff.changes) {
        const TextRange gone = rangeOf(leftWords, left, change.left, change.leftCount);
        const TextRange come = rangeOf(rightWords, right, change.right, change.rightCount);
        common -= inkOf(left.sliced(gone.start, gone.length));
        if (gone.length > 0)
            words.left.push_back(gone);
        if (come.length > 0)
            words.right.push_back(come);
    }
    const auto longer = static_cast<double>(std::max(inkOf(left), inkOf(right)));
    return static_cast<double>(common) < kLeastCommon * longer ? WordDiff() : words;
}

} // namespace slipway
