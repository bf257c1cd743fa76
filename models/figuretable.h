#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// What the cells of a column are.
enum class FigureKind {
    Text,
    Mono, ///< digests
    Number,
    Level, ///< a word with the sign of FigureRow::level
    Bar,   ///< a bar of FigureRow::bar; the cell's text is for those who do not see it
};

struct FigureColumn final {
    QString title;
    FigureKind kind = FigureKind::Number;
    QString tip; ///< what the figures are, where the title has no room to say it

    friend bool operator==(const FigureColumn&, const FigureColumn&) = default;
};

struct FigureCell final {
    QString text;
    QString exact; ///< as files have it: whole bytes, whole digests; empty: the text
    QString tip;   ///< what is said beside it, where that is more than the text

    friend bool operator==(const FigureCell&, const FigureCell&) = default;
};

/// Amounts of a row, end to end, as shares of the longest bar of the table: what is of the first sort alone, what is of
/// both, what is of the second alone.
struct FigureBar final {
    double first = 0;
    double both = 0;
    double second = 0;
    double limit = 0; ///< what the bar is measured against, a line across it; 0: nothing

    friend bool operator==(const FigureBar&, const FigureBar&) = default;
};

/// Whether an amount is as it should be. None: it is judged against nothing.
enum class FigureLevel { None, Ok, Warn, Bad };

/// A row that the chart draws in none of its colours, but in that of lines.
constexpr int kNoFigureColor = -1;

struct FigureRow final {
    std::vector<FigureCell> cells;
    QString filter;           ///< of the inventory, for what the row is about; empty: it leads nowhere
    FigureBar bar;            ///< where the table has such a column
    std::optional<int> color; ///< which of the chart's colours (0 to 7, kNoFigureColor) the row has there
    bool isTotal = false;
    std::optional<bool> isShown; ///< whether the chart shows what the row is about, where a person may choose that
    FigureLevel level = FigureLevel::None; ///< of the bar and of a word that tells it
    bool isHeading = false;                ///< it names the rows below it and is no row of a file

    friend bool operator==(const FigureRow&, const FigureRow&) = default;
};

/// A table of figures as people read it, and exactly: what a card shows and what is exported of it.
struct FigureTable final {
    std::vector<FigureColumn> columns;
    std::vector<FigureRow> rows;

    friend bool operator==(const FigureTable&, const FigureTable&) = default;
};

/// For spreadsheets, with a line of titles; bars are left out, their amounts stand in other columns.
[[nodiscard]] QByteArray figuresAsCsv(const FigureTable& table);

} // namespace slipway
