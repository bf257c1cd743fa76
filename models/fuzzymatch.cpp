#include "models/fuzzymatch.h"

#include <algorithm>
#include <array>

namespace slipway
{

namespace
{

constexpr qsizetype kMostText = 256;
constexpr qsizetype kMostTyped = 64;

constexpr int kEach = 4;
constexpr int kTextStart = 12;
constexpr int kWordStart = 8;
constexpr int kCapital = 6;
constexpr int kInARow = 8;
constexpr int kGapStart = 6;
constexpr int kGapEach = 1;
constexpr int kMostLead = 4; ///< what characters before the first may cost
constexpr int kWhole = 10;
constexpr int kImpossible = -1'000'000;

bool isBoundary(QChar c)
{
    return c == u'-' || c == u'_' || c == u'/' || c == u':' || c == u'.' || c == u' ';
}

/// What a character is worth by where it stands.
int placeBonus(QStringView text, qsizetype at)
{
    if (at == 0)
        return kTextStart;
    const QChar before = text[at - 1];
    if (isBoundary(before))
        return kWordStart;
    return before.isLower() && text[at].isUpper() ? kCapital : 0;
}

/// Whether the characters are there at all, which most texts fail.
bool hasAll(QStringView typed, QStringView text)
{
    qsizetype at = 0;
    for (const QChar wanted : typed) {
        while (at < text.size() && text[at].toCaseFolded() != wanted)
            ++at;
        if (at++ == text.size())
            return false;
    }
    return true;
}

/// Scores by typed character (row) and text character (column).
class Table final
{
public:
    Table(QStringView typed, QStringView text)
        : m_typed(typed)
        , m_text(text)
        , m_ends(static_cast<size_t>(typed.size() * text.size()), kImpossible)
        , m_from(m_ends.size(), -1)
    {
        for (qsizetype row = 0; row < typed.size(); ++row)
            fill(row);
    }

    [[nodiscard]] FuzzyMatch best() const
    {
        const qsizetype last = m_typed.size() - 1;
        qsizetype at = 0;
        for (qsizetype column = 1; column < m_text.size(); ++column)
            if (end(last, column) > end(last, at))
                at = column;
        FuzzyMatch match{end(last, at), {}};
        for (qsizetype row = last; row >= 0; --row) {
            match.positions.push_back(at);
            at = m_from[place(row, at)];
        }
        std::ranges::reverse(match.positions);
        return match;
    }

private:
    [[nodiscard]] size_t place(qsizetype row, qsizetype column) const
    {
        return static_cast<size_t>(row * m_text.size() + column);
    }
    [[nodiscard]] int end(qsizetype row, qsizetype column) const { return m_ends[place(row, column)]; }

    void fill(qsizetype row)
    {
        // The best end of the row before that leaves a gap, with what the gap costs up to here.
        int gapped = kImpossible;
        qsizetype gappedFrom = -1;
        for (qsizetype column = row; column < m_text.size(); ++column) {
            if (row > 0 && column >= 2) {
                gapped -= kGapEach;
                if (const int ended = end(row - 1, column - 2) - kGapStart - kGapEach; ended > gapped) {
                    gapped = ended;
                    gappedFrom = column - 2;
                }
            }
            if (m_text[column].toCaseFolded() == m_typed[row])
                put(row, column, gapped, gappedFrom);
        }
    }

    void put(qsizetype row, qsizetype column, int gapped, qsizetype gappedFrom)
    {
        const int bonus = placeBonus(m_text, column);
        int score = kImpossible;
        qsizetype from = -1;
        if (row == 0) {
            score = kEach + bonus - std::min<int>(kMostLead, static_cast<int>(column));
        } else {
            if (gapped > kImpossible / 2) {
                score = gapped + kEach + bonus;
                from = gappedFrom;
            }
            const int before = column > 0 ? end(row - 1, column - 1) : kImpossible;
            if (before > kImpossible / 2 && before + kEach + std::max(bonus, kInARow) >= score) {
                score = before + kEach + std::max(bonus, kInARow);
                from = column - 1;
            }
        }
        m_ends[place(row, column)] = score;
        m_from[place(row, column)] = from;
    }

    QStringView m_typed;
    QStringView m_text;
    std::vector<int> m_ends;
    std::vector<qsizetype> m_from;
};

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text)
{
    std::array<QChar, kMostTyped> folded;
    qsizetype count = 0;
    for (const QChar c : typed)
        if (!c.isSpace() && count < kMostTyped)
            folded[static_cast<size_t>(count++)] = c.toCaseFolded();
    const QStringView wanted(folded.data(), count);
    const QStringView looked = text.first(std::min(text.size(), kMostText));
    if (wanted.isEmpty())
        return FuzzyMatch();
    if (!hasAll(wanted, looked))
        return std::nullopt;
    FuzzyMatch match = Table(wanted, looked).best();
    if (static_cast<qsizetype>(match.positions.size()) == text.size())
        match.score += kWhole;
    return match;
}

} // namespace slipway
