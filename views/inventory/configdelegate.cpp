#include "views/inventory/configdelegate.h"

#include "models/configmodel.h"
#include "views/inventory/inventorydelegate.h"
#include "views/theme/cellinset.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

void ConfigDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    const bool isSection = index.model()->hasChildren(index.siblingAtColumn(0));
    const bool isValue = index.column() == 1;
    const bool isCode = isValue && !index.data(ConfigModel::kWordsRole).toBool();
    painter->save();
    painter->setFont(fontFor(isSection && !isValue ? TextRole::CardHeader
                             : isSection           ? TextRole::Caption
                             : isCode              ? TextRole::Mono
                                                   : TextRole::Body));
    const bool isBeside = isSection ? isValue
                          : isValue ? index.data(ConfigModel::kNothingRole).toBool()
                                    : index.parent().isValid();
    painter->setPen(isBeside ? t.muted : t.text);
    // Names of labels begin alike.
    const auto mode = isValue ? Qt::ElideRight : Qt::ElideMiddle;
    const QRect rect = insideCell(option, index);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), mode, rect.width()));
    painter->restore();
}

QSize ConfigDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), withText(kRowHeight)};
}

} // namespace slipway
