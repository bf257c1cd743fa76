#include "models/codecontent.h"

#include <algorithm>

namespace slipway
{

CodeContent::CodeContent(TextLinesPtr text)
    : m_text(std::move(text))
{
}

CodeContent::CodeContent(TextDiffPtr diff, DiffRowsPtr rows, CodeSide side)
    : m_side(side)
    , m_diff(std::move(diff))
    , m_rows(std::move(rows))
{
}

qsizetype CodeContent::rowCount() const
{
    if (m_rows)
        return std::ssize(*m_rows);
    return m_text ? std::ssize(m_text->lines) : 0;
}

CodeLine CodeContent::lineOf(qsizetype row) const
{
    if (!m_rows)
        return {false, row};
    const DiffRow& shown = diffRow(row);
    if (shown.kind == DiffRowKind::Folded)
        return {};
    const bool isRight = m_side == CodeSide::Right || (m_side == CodeSide::Inline && shown.left < 0);
    return {isRight, isRight ? shown.right : shown.left};
}

QStringView CodeContent::text(qsizetype row) const
{
    const CodeLine at = lineOf(row);
    if (at.line < 0)
        return {};
    const TextLines& lines = !m_rows ? *m_text : at.isRight ? *m_diff->right : *m_diff->left;
    return lines.lines[static_cast<std::size_t>(at.line)];
}

CodeTone CodeContent::tone(qsizetype row) const
{
    if (!m_rows)
        return CodeTone::Plain;
    const DiffRow& shown = diffRow(row);
    const bool isRight = m_side == CodeSide::Right;
    switch (shown.kind) {
    case DiffRowKind::Same:
        return CodeTone::Plain;
    case DiffRowKind::Changed:
        return isRight ? CodeTone::Come : CodeTone::Gone;
    case DiffRowKind::Removed:
        return isRight ? CodeTone::Nothing : CodeTone::Gone;
    case DiffRowKind::Added:
        return m_side == CodeSide::Left ? CodeTone::Nothing : CodeTone::Come;
    case DiffRowKind::Folded:
        return CodeTone::Folded;
    }
    return CodeTone::Plain;
}

qsizetype CodeContent::foldedLines(qsizetype row) const
{
    return m_rows ? diffRow(row).folded : 0;
}

qsizetype CodeContent::leftNumber(qsizetype row) const
{
    if (!m_rows)
        return row + 1;
    return tone(row) == CodeTone::Folded ? 0 : diffRow(row).left + 1;
}

qsizetype CodeContent::rightNumber(qsizetype row) const
{
    if (!m_rows)
        return row + 1;
    return tone(row) == CodeTone::Folded ? 0 : diffRow(row).right + 1;
}

std::vector<TextRange> CodeContent::changedWords(qsizetype row) const
{
    if (!m_rows)
        return {};
    const DiffRow& shown = diffRow(row);
    qsizetype left = shown.left;
    qsizetype right = shown.right;
    if (m_side == CodeSide::Inline && shown.change >= 0) {
        // The counterpart stands in another row: line for line within the change.
        const DiffChange& change = m_diff->diff.changes[static_cast<std::size_t>(shown.change)];
        const qsizetype nth = left >= 0 ? left - change.left : right - change.right;
        if (nth >= std::min(change.leftCount, change.rightCount))
            return {};
        left = change.left + nth;
        right = change.right + nth;
    } else if (shown.kind != DiffRowKind::Changed) {
        return {};
    }
    // What is not shown need not be compared: it may be megabytes.
    const auto inSight = [](const TextLines& text, qsizetype line) {
        const QStringView whole = text.lines[static_cast<std::size_t>(line)];
        return whole.first(std::min(whole.size(), kLongestShownLine));
    };
    const auto words = diffWords(inSight(*m_diff->left, left), inSight(*m_diff->right, right));
    return tone(row) == CodeTone::Come ? words.right : words.left;
}

qsizetype CodeContent::longest() const
{
    if (!m_rows)
        return m_text ? m_text->longest : 0;
    return std::max(m_diff->left->longest, m_diff->right->longest);
}

qsizetype CodeContent::lineTotal() const
{
    if (!m_rows)
        return rowCount();
    return std::max(std::ssize(m_diff->left->lines), std::ssize(m_diff->right->lines));
}

qsizetype CodeContent::rowOfLine(qsizetype number) const
{
    const qsizetype line = number - 1;
    if (line < 0)
        return -1;
    if (!m_rows)
        return line < rowCount() ? line : -1;
    const bool isRight = m_side == CodeSide::Right;
    for (qsizetype row = 0; row < rowCount(); ++row) {
        const DiffRow& shown = diffRow(row);
        const qsizetype first = isRight ? shown.right : shown.left;
        if (first >= 0 && first <= line && line < first + std::max<qsizetype>(shown.folded, 1))
            return row;
    }
    return -1;
}

QString CodeContent::textBetween(CodePlace from, CodePlace to) const
{
    if (to < from)
        std::swap(from, to);
    QString copied;
    bool isFirst = true;
    for (qsizetype row = from.row; row <= to.row && row < rowCount(); ++row) {
        if (lineOf(row).line < 0)
            continue;
        const QStringView whole = text(row);
        const qsizetype begin = row == from.row ? std::min(from.column, whole.size()) : 0;
        const qsizetype end = row == to.row ? std::min(to.column, whole.size()) : whole.size();
        if (!isFirst)
            copied += u'\n';
        isFirst = false;
        copied += whole.sliced(begin, end - begin);
    }
    return copied;
}

std::vector<CodeMatch> faultPlaces(const CodeContent& content, const std::vector<TextFault>& faults)
{
    std::vector<CodeMatch> places;
    for (const auto& fault : faults) {
        // What is missing at the end is told behind the last line.
        const qsizetype row = std::min(fault.line, content.rowCount()) - 1;
        if (row < 0)
            continue;
        const QStringView text = content.text(row);
        const QStringView ink = text.trimmed();
        const qsizetype begin = ink.isEmpty() ? 0 : ink.begin() - text.begin();
        const qsizetype end = begin + ink.size();
        const qsizetype from = fault.line > content.rowCount() ? begin : std::max(begin, fault.column - 1);
        places.push_back({row, from < end ? TextRange{from, end - from} : TextRange{begin, end - begin}});
    }
    std::ranges::stable_sort(places, {}, &CodeMatch::row);
    return places;
}

} // namespace slipway
