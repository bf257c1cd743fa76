#include "views/shell/logdelegate.h"

#include "models/logmodel.h"
#include "views/theme/cellinset.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyph.h"

#include <QPainter>

namespace slipway
{

namespace
{

constexpr int kGlyph = 14;

Glyph glyphOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return Glyph::Dash;
    case LogLevel::Info:
        return Glyph::Info;
    case LogLevel::Warning:
        return Glyph::Warning;
    case LogLevel::Error:
        return Glyph::Bad;
    }
    return Glyph::Dash;
}

QColor colorOf(LogLevel level, const Tokens& t)
{
    switch (level) {
    case LogLevel::Debug:
    case LogLevel::Info:
        return t.muted;
    case LogLevel::Warning:
        return t.warn;
    case LogLevel::Error:
        return t.bad;
    }
    return t.text;
}

void paintText(QPainter& p, const QRect& rect, const QString& text, TextRole role, const QColor& color,
               Qt::TextElideMode mode = Qt::ElideRight)
{
    p.setFont(fontFor(role));
    p.setPen(color);
    p.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
               p.fontMetrics().elidedText(text, mode, rect.width()));
}

} // namespace

QSize LogDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, withText(kRowHeight)};
}

void LogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    const auto level = static_cast<LogLevel>(index.data(LogLevelRole).toInt());
    const QString text = index.data().toString();
    QRect rect = insideCell(option, index);
    painter->save();
    switch (static_cast<LogColumn>(index.column())) {
    case LogColumn::Time:
        paintText(*painter, rect, text, TextRole::Mono, t.muted);
        break;
    case LogColumn::Level:
        paintGlyph(*painter, QRectF(rect.left(), rect.top(), kGlyph, rect.height()), glyphOf(level), t);
        rect.setLeft(rect.left() + kGlyph + kCellPadding);
        paintText(*painter, rect, text, TextRole::Caption, colorOf(level, t));
        break;
    case LogColumn::Category:
        paintText(*painter, rect, text, TextRole::Caption, t.muted);
        break;
    case LogColumn::Message:
        // A request begins with its verb and ends with its status: what may go is the middle of its URL.
        paintText(*painter, rect, text, TextRole::Mono, t.text, Qt::ElideMiddle);
        break;
    }
    painter->restore();
}

} // namespace slipway
