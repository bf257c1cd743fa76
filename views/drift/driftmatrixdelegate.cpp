#include "views/drift/driftmatrixdelegate.h"

#include "models/driftmatrixmodel.h"
#include "views/drift/driftglyphs.h"
#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

namespace
{

constexpr int kRow = 26;
constexpr int kGlyph = 14;
constexpr int kGap = 6;

TextRole roleOf(const QModelIndex& index)
{
    if (index.column() == static_cast<int>(DriftMatrixColumn::Family))
        return TextRole::CardHeader;
    return index.column() == static_cast<int>(DriftMatrixColumn::Hub) ? TextRole::Body : TextRole::Number;
}

void paintStanding(QPainter& painter, QRect& room, DriftStanding standing, const QStyleOptionViewItem& option)
{
    const Tokens& t = tokensOf(option.palette);
    paintGlyph(painter, QRectF(room.left(), room.top(), kGlyph, room.height()), driftGlyph(standing), t);
    room.setLeft(room.left() + kGlyph + kGap);
    const Tone tone = driftTone(standing);
    const bool isQuiet = standing == DriftStanding::NotApplicable || standing == DriftStanding::Unknown;
    painter.setPen(tone != Tone::Neutral ? toneColor(t, tone)
                   : isQuiet             ? t.muted
                                         : option.palette.color(QPalette::Text));
}

} // namespace

void DriftMatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    painter->save();
    const QVariant told = index.data(DriftMatrixModel::kStandingRole);
    const auto standing = static_cast<DriftStanding>(told.toInt());
    const QRect cell = option.rect;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    if (told.isValid() && driftTone(standing) != Tone::Neutral) {
        const QColor outline = toneOutline(t, driftTone(standing));
        painter->fillRect(cell, toneTint(t, driftTone(standing)));
        if (outline.isValid())
            paintBox(*painter, cell, 0, {}, outline);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(cell, t.hover);
    }
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), t.line);
    painter->setFont(fontFor(roleOf(index)));
    painter->setPen(option.palette.color(QPalette::Text)); // old values are greyed
    QRect room = insideCell(option, index);
    if (told.isValid())
        paintStanding(*painter, room, standing, option);
    // A family is named once; it is there for who asks for the cell.
    const bool isRepeated = index.column() == static_cast<int>(DriftMatrixColumn::Family)
                            && !index.data(DriftMatrixModel::kFirstRole).toBool();
    // The glyph of what does not apply is a dash already.
    const bool isDash = told.isValid() && standing == DriftStanding::NotApplicable;
    if (!isRepeated && !isDash) {
        const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(room, static_cast<int>(alignment) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }
    if (isChosen)
        paintFocusRing(*painter, cell.adjusted(0, 0, 0, -1), 0,
                       option.state.testFlag(QStyle::State_Active) ? t.accent : t.line2);
    painter->restore();
}

QSize DriftMatrixDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int text = QFontMetrics(fontFor(roleOf(index))).horizontalAdvance(index.data().toString());
    const int glyph = index.data(DriftMatrixModel::kStandingRole).isValid() ? kGlyph + kGap : 0;
    return {text + glyph + 2 * kCellPadding + 1, withText(kRow)};
}

} // namespace slipway
