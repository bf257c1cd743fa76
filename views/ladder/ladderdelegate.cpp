#include "views/ladder/ladderdelegate.h"

#include "models/laddermodel.h"
#include "models/roles.h"
#include "views/ladder/laddercolors.h"
#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kRow = 24;
constexpr qreal kBar = 10;
constexpr qreal kBarRadius = 2;
constexpr qreal kSignWidth = 24;
constexpr qreal kSignHeight = 14;
constexpr int kSignGap = 6;

RungMeaning meaningOf(const QModelIndex& index)
{
    return static_cast<RungMeaning>(index.data(LadderModel::kMeaningRole).toInt());
}

/// Towards the outside from the middle, so that the longest of both sides is as long as there is room.
void paintBar(QPainter& painter, const QRect& cell, const QModelIndex& index, const Tokens& t)
{
    const double share = index.data(LadderModel::kShareRole).toDouble();
    if (share <= 0)
        return;
    const QRectF room = QRectF(cell).adjusted(kCellPadding, 0, -kCellPadding, -1);
    const qreal width = std::max(kBarRadius, room.width() * share);
    const bool isLeft = index.column() == static_cast<int>(LadderColumn::LeftBar);
    const qreal x = isLeft ? room.right() - width : room.left();
    paintBox(painter, {x, room.center().y() - kBar / 2, width, kBar}, kBarRadius, rungColor(t, meaningOf(index)), {});
}

/// The number, and beside it "=" on a fill, or "≠": filled where that is drift, else outlined.
void paintRung(QPainter& painter, const QRect& cell, const QModelIndex& index, const Tokens& t)
{
    const RungMeaning meaning = meaningOf(index);
    const QRectF sign(cell.center().x() + kSignGap / 2.0, cell.center().y() - kSignHeight / 2, kSignWidth, kSignHeight);
    const QColor color = rungColor(t, meaning);
    const bool isFilled = meaning != RungMeaning::Expected;
    paintBox(painter, sign, 3, isFilled ? color : QColor(), color);
    painter.setFont(fontFor(TextRole::Axis));
    painter.setPen(isFilled ? t.surface : t.muted);
    painter.drawText(sign, Qt::AlignCenter, meaning == RungMeaning::Shared ? u"="_s : u"≠"_s);
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(meaning == RungMeaning::Drift ? t.bad : t.muted);
    const QRectF number(cell.left(), cell.top(), sign.left() - kSignGap - cell.left(), cell.height() - 1);
    painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
}

void paintText(QPainter& painter, const QRect& rect, const QModelIndex& index, const Tokens& t)
{
    const auto column = static_cast<LadderColumn>(index.column());
    const bool isDigest = column == LadderColumn::LeftDigest || column == LadderColumn::RightDigest;
    const bool hasLayer = !index.data(DigestRole).toString().isEmpty();
    const bool isSize = column == LadderColumn::LeftSize || column == LadderColumn::RightSize;
    painter.setFont(fontFor(isDigest    ? TextRole::Mono
                            : !hasLayer ? TextRole::Caption
                            : isSize    ? TextRole::Number
                                        : TextRole::Body));
    const bool isDrift = meaningOf(index) == RungMeaning::Drift && isDigest;
    painter.setPen(isDrift ? t.bad : hasLayer && !isDigest ? t.text : t.muted);
    // What made one layer begins like what made the next.
    const auto mode = isDigest || isSize ? Qt::ElideRight : Qt::ElideMiddle;
    painter.drawText(rect, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(index.data().toString(), mode, rect.width()));
}

} // namespace

void LadderDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    painter->save();
    if (meaningOf(index) == RungMeaning::Drift && !(option.state & QStyle::State_Selected) && !t.isHighContrast)
        painter->fillRect(option.rect, t.badTint);
    switch (static_cast<LadderColumn>(index.column())) {
    case LadderColumn::LeftBar:
    case LadderColumn::RightBar:
        paintBar(*painter, option.rect, index, t);
        break;
    case LadderColumn::Rung:
        paintRung(*painter, option.rect, index, t);
        break;
    case LadderColumn::LeftContent:
    case LadderColumn::LeftDigest:
    case LadderColumn::LeftSize:
    case LadderColumn::RightSize:
    case LadderColumn::RightDigest:
    case LadderColumn::RightContent:
        paintText(*painter, insideCell(option, index), index, t);
        break;
    }
    painter->restore();
}

QSize LadderDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), withText(kRow)};
}

} // namespace slipway
