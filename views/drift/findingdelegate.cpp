#include "views/drift/findingdelegate.h"

#include "models/findingsmodel.h"
#include "views/drift/driftglyphs.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QAbstractItemView>
#include <QPainter>

namespace slipway
{

namespace
{

constexpr int kRow = 44;
constexpr int kGlyph = 14;
constexpr int kPadding = 12;
constexpr int kGap = 8;
constexpr int kLine = 20;

void drawElided(QPainter& painter, const QRect& rect, const QString& text, Qt::TextElideMode mode)
{
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, mode, rect.width()));
}

} // namespace

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    painter->save();
    const QRect rect = option.rect.adjusted(kPadding, 2, 0, -2);
    const QRect first(rect.left(), rect.top(), rect.width(), withText(kLine));
    if (index.column() == static_cast<int>(FindingColumn::Since)) {
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(t.muted);
        painter->drawText(first.adjusted(-kPadding, 0, -kPadding, 0), Qt::AlignVCenter | Qt::AlignRight,
                          index.data().toString());
        painter->restore();
        return;
    }
    const auto standing = static_cast<DriftStanding>(index.data(FindingsModel::kStandingRole).toInt());
    paintGlyph(*painter, QRectF(rect.left(), rect.top() + (withText(kLine) - kGlyph) / 2.0, kGlyph, kGlyph),
               driftGlyph(standing), t);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    QRect title = first.adjusted(kGlyph + kGap, 0, 0, 0);
    QRect detail = title.translated(0, withText(kLine) - 2);
    if (view) {
        // A time takes less of the last column than a day, and below it there is room as well.
        const QString since = index.siblingAtColumn(static_cast<int>(FindingColumn::Since)).data().toString();
        detail.setRight(view->viewport()->width() - kPadding);
        title.setRight(detail.right() - QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(since) - kGap);
    }
    painter->setFont(fontFor(TextRole::CardHeader));
    painter->setPen(option.palette.color(QPalette::Text)); // old values are greyed
    drawElided(*painter, title, index.data().toString(), Qt::ElideMiddle);
    painter->setFont(fontFor(TextRole::Caption));
    painter->setPen(t.muted);
    drawElided(*painter, detail, index.data(FindingsModel::kDetailRole).toString(), Qt::ElideRight);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), withText(kRow)};
}

} // namespace slipway
