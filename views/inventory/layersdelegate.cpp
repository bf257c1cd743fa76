#include "views/inventory/layersdelegate.h"

#include "models/layersmodel.h"
#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/styleitems.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

namespace
{
constexpr qreal kBar = 3;
} // namespace

void LayersDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    const auto column = static_cast<LayerColumn>(index.column());
    painter->save();
    if ((option.state & QStyle::State_Selected) && column == LayerColumn::Number)
        paintSelectedRow(*painter, option.rect, option.state, t);
    else if (option.state & QStyle::State_Selected)
        paintSelected(*painter, option.rect, option.state, t);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, t.hover);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    const bool isMono = column == LayerColumn::Digest;
    const bool isContent = column == LayerColumn::Content;
    painter->setFont(fontFor(isMono ? TextRole::Mono : isContent ? TextRole::Caption : TextRole::Number));
    // A count that opens the list of who shares the layer looks like a link.
    const bool isLink = column == LayerColumn::UsedBy && index.data(LayersModel::kUsedByRole).toUInt() > 1;
    painter->setPen(isLink ? t.accent : column == LayerColumn::Number ? t.muted : t.text);
    const QRect rect = insideCell(option, index);
    if (column == LayerColumn::Size) {
        const double share = index.data(LayersModel::kShareRole).toDouble();
        const QRectF track(rect.left(), rect.bottom() - kBar - 1, rect.width(), kBar);
        paintBox(*painter, track, kBar / 2, t.track, {});
        paintBox(*painter, {track.left(), track.top(), std::max(kBar, track.width() * share), kBar}, kBar / 2, t.accent,
                 {});
    }
    const int alignment = index.data(Qt::TextAlignmentRole).toInt();
    // What made one layer begins like what made the next.
    const auto mode = isContent ? Qt::ElideMiddle : Qt::ElideRight;
    painter->drawText(rect, alignment | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), mode, rect.width()));
    painter->restore();
}

} // namespace slipway
