#include "views/inventory/historydelegate.h"

#include "models/historymodel.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyph.h"

#include <QPainter>
#include <QTreeView>

namespace slipway
{

namespace
{

constexpr int kRow = 44;
constexpr int kGlyph = 14;
constexpr int kPadding = 12;
constexpr int kLine = 20;
constexpr int kGlyphGap = 8;

Glyph glyphOf(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::TagsMoved:
        return Glyph::Warning;
    case HistoryKind::TagsAdded:
    case HistoryKind::Appeared:
        return Glyph::Ok;
    case HistoryKind::TagsRemoved:
    case HistoryKind::Gone:
        break;
    }
    return Glyph::Dash;
}

void drawElided(QPainter& painter, const QRect& rect, const QString& text, Qt::TextElideMode mode)
{
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, mode, rect.width()));
}

/// The second line has the whole row, and Qt paints only the columns that are to be painted anew: each paints its part.
void paintDetail(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& t)
{
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    const QModelIndex what = index.siblingAtColumn(static_cast<int>(HistoryColumn::What));
    QRect row = option.rect;
    if (view)
        row = view->visualRect(what) | view->visualRect(index.siblingAtColumn(static_cast<int>(HistoryColumn::Seen)));
    const int top = option.rect.top() + 2 + withText(kLine) - 2;
    const QRect line(row.left() + kPadding + kGlyph + kGlyphGap, top, 0, withText(kLine));
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    painter.setFont(fontFor(TextRole::Mono));
    painter.setPen(t.muted);
    drawElided(painter, QRect(line.topLeft(), QPoint(row.right() - kPadding, line.bottom())),
               what.data(HistoryModel::kDetailRole).toString(), Qt::ElideRight);
    painter.restore();
}

} // namespace

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    painter->save();
    const QRect rect = option.rect.adjusted(kPadding, 2, 0, -2);
    const QRect first(rect.left(), rect.top(), rect.width(), withText(kLine));
    paintDetail(*painter, option, index, t);
    if (index.column() == static_cast<int>(HistoryColumn::Seen)) {
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(t.muted);
        painter->drawText(first.adjusted(-kPadding, 0, -kPadding, 0), Qt::AlignVCenter | Qt::AlignRight,
                          index.data().toString());
        painter->restore();
        return;
    }
    paintGlyph(*painter, QRectF(rect.left(), rect.top() + (withText(kLine) - kGlyph) / 2.0, kGlyph, kGlyph),
               glyphOf(static_cast<HistoryKind>(index.data(HistoryModel::kKindRole).toInt())), t);
    painter->setFont(fontFor(TextRole::Body));
    painter->setPen(t.text);
    drawElided(*painter, first.adjusted(kGlyph + kGlyphGap, 0, 0, 0), index.data().toString(), Qt::ElideRight);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), withText(kRow)};
}

} // namespace slipway
