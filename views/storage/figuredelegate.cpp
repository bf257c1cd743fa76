#include "views/storage/figuredelegate.h"

#include "models/figuremodel.h"
#include "views/inventory/inventorydelegate.h"
#include "views/storage/chartcolor.h"
#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyph.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{

constexpr int kBarHeight = 14;
constexpr int kSwatch = 8;
constexpr int kSwatchGap = 8;
constexpr int kGlyph = 14;

/// Whether a cell has the sign of its row's level.
bool isLevel(const QModelIndex& index)
{
    return index.data(FigureModel::kKindRole).toInt() == static_cast<int>(FigureKind::Level)
           && !index.data().toString().isEmpty();
}

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
    case FigureKind::Level:
    case FigureKind::Bar:
        break;
    }
    return TextRole::Body;
}

QColor levelColor(FigureLevel level, const Tokens& t)
{
    switch (level) {
    case FigureLevel::None:
        return t.chart[0];
    case FigureLevel::Ok:
        return t.ok;
    case FigureLevel::Warn:
        return t.warnFill;
    case FigureLevel::Bad:
        return t.bad;
    }
    return {};
}

Glyph glyphOf(FigureLevel level)
{
    switch (level) {
    case FigureLevel::None:
        return Glyph::Dash;
    case FigureLevel::Ok:
        return Glyph::Ok;
    case FigureLevel::Warn:
        return Glyph::Warning;
    case FigureLevel::Bad:
        return Glyph::Bad;
    }
    return Glyph::Dash;
}

FigureLevel levelOf(const QModelIndex& index)
{
    return static_cast<FigureLevel>(index.data(FigureModel::kLevelRole).toInt());
}

/// Each part begins a pixel after the one before, so that they are told apart without their colours; what is of both
/// has the one above the other.
void paintBar(QPainter& painter, const QRect& rect, const FigureBar& bar, const QColor& fill, const Tokens& t)
{
    const qreal top = rect.center().y() - kBarHeight / 2.0 + 1;
    const QColor outline = t.isHighContrast ? t.line2 : QColor();
    qreal left = rect.left();
    bool isFirst = true;
    const auto part = [&](double share, const QColor& above, const QColor& below) {
        const qreal width = rect.width() * share;
        const qreal gap = isFirst ? 0 : 1;
        if (width >= 1 + gap) {
            const qreal half = above == below ? kBarHeight : kBarHeight / 2.0;
            paintBox(painter, {left + gap, top, width - gap, half}, 2, above, outline);
            if (above != below)
                paintBox(painter, {left + gap, top + half, width - gap, half}, 2, below, outline);
            isFirst = false;
        }
        left += width;
    };
    part(bar.first, fill, fill);
    part(bar.both, fill, t.chart[7]);
    part(bar.second, t.chart[7], t.chart[7]);
    if (bar.limit > 0) {
        const qreal at = std::min(rect.left() + rect.width() * bar.limit, rect.right() - 1.0);
        painter.fillRect(QRectF(std::round(at) - 1, top - 2, 4, kBarHeight + 4), t.surface);
        painter.fillRect(QRectF(std::round(at), top - 2, 2, kBarHeight + 4), t.text);
    }
}

} // namespace

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    QRect rect = insideCell(option, index);
    painter->save();
    if (const auto bar = index.data(FigureModel::kBarRole); bar.isValid()) {
        paintBar(*painter, rect, bar.value<FigureBar>(), levelColor(levelOf(index), t), t);
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
    if (isLevel(index)) {
        const int side = withText(kGlyph);
        paintGlyph(*painter, {rect.left() + 0.0, rect.center().y() - side / 2.0 + 1, side + 0.0, side + 0.0},
                   glyphOf(levelOf(index)), t);
        rect.setLeft(rect.left() + side + kSwatchGap);
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
    const int sign = hasSwatch ? withText(kSwatch) + kSwatchGap : isLevel(index) ? withText(kGlyph) + kSwatchGap : 0;
    return {text + 2 * kCellPadding + 2 + sign, withText(m_rowHeight)};
}

} // namespace slipway
