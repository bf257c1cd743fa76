#pragma once

#include "core/textfault.h"
#include "files/textdiff.h"
#include "files/worddiff.h"

#include <QString>

namespace slipway
{

/// A line is shown up to this character.
constexpr qsizetype kLongestShownLine = 10'000;

/// Which text of a diff stands in a pane.
enum class CodeSide : std::uint8_t {
    Source, ///< one text, no diff
    Left,
    Right,
    Inline, ///< both, what goes above what comes
};

enum class CodeTone : std::uint8_t {
    Plain,
    Gone,
    Come,
    Folded,  ///< says how many lines are not shown
    Nothing, ///< stands beside a line that the other side has
};

/// A place in what is shown: a row, and a character of its text.
struct CodePlace final {
    qsizetype row = 0;
    qsizetype column = 0;

    friend auto operator<=>(const CodePlace&, const CodePlace&) = default;
};

/// The line of a text that a row shows.
struct CodeLine final {
    bool isRight = false;
    qsizetype line = -1; ///< from 0; -1: none
};

/// What a pane shows, row by row: a text, or one of the sides of a diff, or both. A value that shares the texts.
class CodeContent final
{
public:
    CodeContent() = default;
    explicit CodeContent(TextLinesPtr text);
    /// `rows` are of this diff; those of Inline without Changed ones.
    CodeContent(TextDiffPtr diff, DiffRowsPtr rows, CodeSide side);

    [[nodiscard]] CodeSide side() const { return m_side; }
    [[nodiscard]] qsizetype rowCount() const;
    [[nodiscard]] CodeLine lineOf(qsizetype row) const;
    [[nodiscard]] QStringView text(qsizetype row) const;
    [[nodiscard]] CodeTone tone(qsizetype row) const;
    /// Lines that a folded row stands for.
    [[nodiscard]] qsizetype foldedLines(qsizetype row) const;
    /// From 1; 0: none. Of a source both are the same.
    [[nodiscard]] qsizetype leftNumber(qsizetype row) const;
    [[nodiscard]] qsizetype rightNumber(qsizetype row) const;
    /// The characters that its counterpart has not, of what is shown of both; empty for rows without one.
    [[nodiscard]] std::vector<TextRange> changedWords(qsizetype row) const;
    /// Characters of the longest line, of which a row may be.
    [[nodiscard]] qsizetype longest() const;
    /// Lines of the longer text: so many digits have their numbers.
    [[nodiscard]] qsizetype lineTotal() const;
    /// The row that shows a line, from 1, of the left text, or of the one there is; the fold it lies in where it is not
    /// shown. -1: there is no such line.
    [[nodiscard]] qsizetype rowOfLine(qsizetype number) const;
    /// What lies between two places, as it is copied: lines that are not there are left out.
    [[nodiscard]] QString textBetween(CodePlace from, CodePlace to) const;

private:
    [[nodiscard]] const DiffRow& diffRow(qsizetype row) const { return (*m_rows)[static_cast<std::size_t>(row)]; }

    CodeSide m_side = CodeSide::Source;
    TextLinesPtr m_text;
    TextDiffPtr m_diff;
    DiffRowsPtr m_rows;
};

/// What was found in a row.
struct CodeMatch final {
    qsizetype row = 0;
    TextRange range;

    friend bool operator==(const CodeMatch&, const CodeMatch&) = default;
};

/// What is underlined of faults in a text: from where each is to its line's end; a whole line where nothing follows.
[[nodiscard]] std::vector<CodeMatch> faultPlaces(const CodeContent& content, const std::vector<TextFault>& faults);

} // namespace slipway
