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
    Bar, ///< a bar of FigureRow::bar; the cell's text is for those who do not see it
};

struct FigureColumn final {
    QString title;
    FigureKind kind = FigureKind::Number;

    friend bool operator==(const FigureColumn&, const FigureColumn&) = default;
};

struct FigureCell final {
    QString text;
    QString exact; ///< as files have it: whole bytes, whole digests; empty: the text
    QString tip;   ///< what is said beside it, where that is more than the text

    friend bool operator==(const FigureCell&, const FigureCell&) = default;
};

/// Two amounts of a row, end to end, as shares of the longest bar of the table.
struct FigureBar final {
    double first = 0;
    double second = 0;

    friend bool operator==(const FigureBar&, const FigureBar&) = default;
};

/// A row that the chart draws in none of its colours, but in that of lines.
constexpr int kNoFigureColor = -1;

struct FigureRow final {
    std::vector<FigureCell> cells;
    QString filter;           ///< of the inventory, for what the row is about; empty: it leads nowhere
    FigureBar bar;            ///< where the table has such a column
    std::optional<int> color; ///< which of the chart's colours (0 to 7, kNoFigureColor) the row has there
    bool isTotal = false;
    std::optional<bool> isShown; ///< whether the chart shows what the row is about, where a person may choose that

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
