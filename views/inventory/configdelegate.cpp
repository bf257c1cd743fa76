#include "views/inventory/configdelegate.h"

#include "views/inventory/inventorydelegate.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

namespace
{
constexpr int kPadding = 6;
} // namespace

void ConfigDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    const bool isSection = index.model()->hasChildren(index.siblingAtColumn(0));
    const bool isValue = index.column() == 1;
    painter->save();
    painter->setFont(fontFor(isSection && !isValue ? TextRole::CardHeader
                             : isSection           ? TextRole::Caption
                             : isValue             ? TextRole::Mono
                                                   : TextRole::Body));
    const bool isBeside = isSection ? isValue : index.parent().isValid() && !isValue;
    painter->setPen(isBeside ? t.muted : t.text);
    // Names of labels begin alike.
    const auto mode = isValue ? Qt::ElideRight : Qt::ElideMiddle;
    const QRect rect = option.rect.adjusted(kPadding, 0, -kPadding, -1);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), mode, rect.width()));
    painter->restore();
}

QSize ConfigDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), withText(kRowHeight)};
}

} // namespace slipway
