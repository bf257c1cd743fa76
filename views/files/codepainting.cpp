#include "views/files/codecolors.h"
#include "views/files/codemeasures.h"
#include "views/files/codepane.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

// How a CodePane paints its rows.

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr float kWordStrength = 0.28F;
constexpr qreal kWidest = 1e7;

/// A stronger shade of a tint, for the words within it.
QColor shade(QColor color)
{
    color.setAlphaF(kWordStrength);
    return color;
}

QTextLayout::FormatRange formatOf(TextRange range, const QTextCharFormat& format)
{
    return {static_cast<int>(range.start), static_cast<int>(range.length), format};
}

} // namespace

QList<QTextLayout::FormatRange> CodePane::formatsOf(qsizetype row) const
{
    const Tokens& t = tokensOf(palette());
    QList<QTextLayout::FormatRange> formats;
    const CodeLine at = m_content.lineOf(row);
    if (const CodeColors* colors = at.isRight ? m_right : m_left) {
        for (const ColorSpan& span : colors->line(at.line)) {
            QTextCharFormat format;
            format.setForeground(codeColor(t, span.color));
            formats.append(formatOf({span.start, span.length}, format));
        }
    }
    const CodeTone tone = m_content.tone(row);
    const auto words = m_content.changedWords(row);
    for (const TextRange& range : words) {
        QTextCharFormat format;
        format.setBackground(shade(tone == CodeTone::Come ? t.ok : t.bad));
        // Where tints are no fills, a line says it.
        format.setFontUnderline(t.isHighContrast);
        formats.append(formatOf(range, format));
    }
    const auto first = std::ranges::lower_bound(m_matches, row, {}, &CodeMatch::row);
    for (auto match = first; match != m_matches.end() && match->row == row; ++match) {
        QTextCharFormat format;
        const bool isCurrent = match - m_matches.begin() == m_match;
        format.setBackground(isCurrent ? shade(t.warnFill) : t.warnTint);
        format.setForeground(t.text);
        format.setFontUnderline(isCurrent || t.isHighContrast);
        formats.append(formatOf(match->range, format));
    }
    const auto faults = std::ranges::equal_range(m_faults, row, {}, &CodeMatch::row);
    for (const CodeMatch& fault : faults) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(t.bad);
        formats.append(formatOf(fault.range, format));
    }
    return formats;
}

std::unique_ptr<QTextLayout> CodePane::layoutOf(qsizetype row, bool isPainted) const
{
    const QStringView whole = m_content.text(row);
    QString text = whole.first(std::min(whole.size(), kLongestShownLine)).toString();
    if (whole.size() > kLongestShownLine)
        text += u'…';
    auto layout = std::make_unique<QTextLayout>(text, font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(fontMetrics().horizontalAdvance(u'0') * 4);
    layout->setTextOption(option);
    if (isPainted)
        layout->setFormats(formatsOf(row));
    layout->beginLayout();
    QTextLine line = layout->createLine();
    if (line.isValid()) {
        line.setLineWidth(kWidest); // before this it has no height
        line.setPosition({0, (rowHeight() - line.height()) / 2});
    }
    layout->endLayout();
    return layout;
}

void CodePane::paintMargin(QPainter& painter, qsizetype row, const QRect& box) const
{
    const Tokens& t = tokensOf(palette());
    const CodeTone tone = m_content.tone(row);
    painter.setFont(font());
    painter.setPen(tone == CodeTone::Plain ? t.muted : t.text);
    const auto paintNumber = [&](qsizetype number, int column) {
        if (number > 0)
            painter.drawText(QRect(column * numberWidth(), box.top(), numberWidth() - kCodePadding, box.height()),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
    };
    switch (m_content.side()) {
    case CodeSide::Source:
    case CodeSide::Left:
        paintNumber(m_content.leftNumber(row), 0);
        break;
    case CodeSide::Right:
        paintNumber(m_content.rightNumber(row), 0);
        break;
    case CodeSide::Inline:
        paintNumber(m_content.leftNumber(row), 0);
        paintNumber(m_content.rightNumber(row), 1);
        break;
    }
    if (tone == CodeTone::Gone || tone == CodeTone::Come) {
        painter.setPen(tone == CodeTone::Gone ? t.bad : t.ok);
        painter.drawText(QRect(box.width() - kCodeMarker, box.top(), kCodeMarker, box.height()), Qt::AlignCenter,
                         tone == CodeTone::Gone ? u"−"_s : u"+"_s);
    }
}

void CodePane::paintRow(QPainter& painter, qsizetype row, int top) const
{
    const Tokens& t = tokensOf(palette());
    const QRect whole(0, top, viewport()->width(), rowHeight());
    const int margin = marginWidth();
    const bool isCursor = row == m_cursor.row && hasFocus();
    switch (m_content.tone(row)) {
    case CodeTone::Gone:
        painter.fillRect(whole, t.badTint);
        break;
    case CodeTone::Come:
        painter.fillRect(whole, t.okTint);
        break;
    case CodeTone::Nothing:
        painter.fillRect(whole, t.bg);
        break;
    case CodeTone::Folded:
        painter.fillRect(whole, t.raised);
        break;
    case CodeTone::Plain:
        if (isCursor)
            painter.fillRect(whole, t.hover);
        break;
    }
    if (m_content.tone(row) == CodeTone::Folded) {
        const QRect glyph(kCodePadding, top, kCodeMarker, rowHeight());
        paintChevron(painter, glyph, Chevron::Right, t.muted);
        painter.setPen(t.muted);
        painter.setFont(fontFor(TextRole::Caption));
        painter.drawText(whole.adjusted(2 * kCodePadding + kCodeMarker, 0, -kCodePadding, 0),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         tr("%n unchanged lines", nullptr, static_cast<int>(m_content.foldedLines(row))));
    } else {
        painter.save();
        painter.setClipRect(whole.adjusted(margin, 0, 0, 0));
        const auto layout = layoutOf(row, true);
        QList<QTextLayout::FormatRange> selected;
        const auto [from, to] = std::minmax(m_cursor, m_anchor);
        const auto length = layout->text().size();
        if (from != to && from.row <= row && row <= to.row) {
            const qsizetype begin = from.row == row ? std::min(from.column, length) : 0;
            const qsizetype end = to.row == row ? std::min(to.column, length) : length;
            QTextCharFormat format;
            format.setBackground(t.isHighContrast ? t.accent : t.accentTint);
            format.setForeground(t.isHighContrast ? t.onAccent : t.text);
            selected.append(formatOf({begin, end - begin}, format));
        }
        painter.setPen(t.text);
        const QPointF at(margin - horizontalScrollBar()->value(), top);
        layout->draw(&painter, at, selected);
        if (isCursor)
            layout->drawCursor(&painter, at, static_cast<int>(std::min(m_cursor.column, length)));
        painter.restore();
    }
    paintMargin(painter, row, QRect(0, top, margin, rowHeight()));
    if (isCursor)
        painter.fillRect(QRect(0, top, 3, rowHeight()), t.accent);
}

} // namespace slipway
