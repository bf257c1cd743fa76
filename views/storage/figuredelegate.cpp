#include "views/storage/figuredelegate.h"

#include "models/figuremodel.h"
#include "views/inventory/inventorydelegate.h"
#include "views/storage/chartcolor.h"
#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

namespace
{

constexpr int kBarHeight = 14;
constexpr int kSwatch = 8;
constexpr int kSwatchGap = 8;

TextRole textRole(const QModelIndex& index)
{
    if (index.data(FigureModel::kTotalRole).toBool())
        return TextRole::CardHeader;
    switch (static_cast<FigureKind>(index.data(FigureModel::kKindRole).toInt())) {
    case FigureKind::Mono:
        return TextRole::Mono;
    case FigureKind::Number:
        return TextRole::Number;
    case FigureKind::Text:
    case FigureKind::Bar:
        break;
    }
    return TextRole::Body;
}

/// The second part begins a pixel after the first, so that they are told apart without their colours.
void paintBar(QPainter& painter, const QRect& rect, QPointF shares, const Tokens& t)
{
    const qreal top = rect.center().y() - kBarHeight / 2.0 + 1;
    const qreal first = rect.width() * shares.x();
    const qreal second = rect.width() * shares.y();
    const QColor outline = t.isHighContrast ? t.line2 : QColor();
    if (first >= 1)
        paintBox(painter, {rect.left() + 0.0, top, first, kBarHeight}, 2, t.chart[0], outline);
    const qreal gap = first >= 1 ? 1 : 0;
    if (second >= 1 + gap)
        paintBox(painter, {rect.left() + first + gap, top, second - gap, kBarHeight}, 2, t.chart[7], outline);
}

} // namespace

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    QRect rect = insideCell(option, index);
    painter->save();
    if (const auto bar = index.data(FigureModel::kBarRole); bar.isValid()) {
        paintBar(*painter, rect, bar.toPointF(), t);
        painter->restore();
        return;
    }
    const QVariant shown = index.siblingAtColumn(0).data(FigureModel::kShownRole);
    const bool isHidden = shown.isValid() && !shown.toBool();
    if (const auto color = index.data(FigureModel::kColorRole); color.isValid() && index.column() == 0) {
        // What is not in the chart has an empty square.
        const qreal side = withText(kSwatch);
        const QColor fill = chartColor(t, color.toInt());
        const QColor border = t.isHighContrast ? t.line2 : QColor();
        paintBox(*painter, {rect.left() + 0.0, rect.center().y() - side / 2 + 1, side, side}, 2,
                 isHidden ? QColor() : fill, isHidden ? fill : border);
        rect.setLeft(rect.left() + withText(kSwatch) + kSwatchGap);
    }
    painter->setFont(fontFor(textRole(index)));
    // Not the token's: what is old is greyed by the palette.
    painter->setPen(option.palette.color(isHidden ? QPalette::PlaceholderText : QPalette::Text));
    painter->drawText(rect, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

int FigureDelegate::squareEnd(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    return insideCell(option, index).left() + withText(kSwatch) + kSwatchGap / 2;
}

bool FigureDelegate::editorEvent(QEvent*, QAbstractItemModel*, const QStyleOptionViewItem&, const QModelIndex&)
{
    return false;
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int text = QFontMetrics(fontFor(textRole(index))).horizontalAdvance(index.data().toString());
    const bool hasSwatch = index.column() == 0 && index.data(FigureModel::kColorRole).isValid();
    return {text + 2 * kCellPadding + 2 + (hasSwatch ? withText(kSwatch) + kSwatchGap : 0), withText(m_rowHeight)};
}

} // namespace slipway
