#pragma once

#include <QList>
#include <QStringList>

namespace slipway
{

/// Rows for a terminal, with columns as wide as their widest cell; a column is right-aligned where told.
class TextTable final
{
public:
    explicit TextTable(QList<Qt::AlignmentFlag> alignments)
        : m_alignments(std::move(alignments))
    {
    }
    void add(QStringList cells) { m_rows.append(std::move(cells)); }

    /// A line for each row, without spaces at its end.
    [[nodiscard]] QString toString() const;

private:
    QList<Qt::AlignmentFlag> m_alignments;
    QList<QStringList> m_rows;
};

} // namespace slipway
