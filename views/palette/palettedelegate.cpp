#include "views/palette/palettedelegate.h"

#include "views/palette/keycap.h"
#include "views/palette/palettemodel.h"
#include "views/theme/icons.h"
#include "views/theme/styleitems.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPadding = 16;
constexpr int kIcon = 16;
constexpr int kGap = 12;

const PaletteModel& modelOf(const QModelIndex& index)
{
    return *static_cast<const PaletteModel*>(index.model());
}

/// A text of which some characters are bold and in the accent.
struct MarkedText final {
    const QString& text;
    const std::vector<qsizetype>& marks;
    QFont font;
    QColor color;
};

/// Paints it from the left edge of `rect`, cut with an ellipsis where it does not fit; gives the width it took.
int paintMarked(QPainter& p, const QRect& rect, const MarkedText& marked, const QColor& accent)
{
    QFont bold = marked.font;
    bold.setWeight(QFont::DemiBold);
    const QString ellipsis = u"…"_s;
    const int ellipsisWidth = QFontMetrics(marked.font).horizontalAdvance(ellipsis);
    int x = rect.left();
    for (qsizetype begin = 0; begin < marked.text.size();) {
        const bool isMarked = std::ranges::binary_search(marked.marks, begin);
        qsizetype end = begin + 1;
        while (end < marked.text.size() && std::ranges::binary_search(marked.marks, end) == isMarked)
            ++end;
        const QString run = marked.text.sliced(begin, end - begin);
        p.setFont(isMarked ? bold : marked.font);
        p.setPen(isMarked ? accent : marked.color);
        const int width = p.fontMetrics().horizontalAdvance(run);
        const bool isLast = end == marked.text.size();
        const int room = rect.right() + 1 - x - (isLast ? 0 : ellipsisWidth);
        const QRect place(x, rect.top(), std::max(room, 0), rect.height());
        const auto alignment = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
        if (width > room) {
            p.drawText(QRect(x, rect.top(), rect.right() + 1 - x, rect.height()), alignment,
                       p.fontMetrics().elidedText(run + (isLast ? QString() : ellipsis), Qt::ElideRight,
                                                  rect.right() + 1 - x));
            return rect.width();
        }
        p.drawText(place, alignment, run);
        x += width;
        begin = end;
    }
    return x - rect.left();
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {0, modelOf(index).hitAt(index) ? withText(kRow) : withText(kHeading)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    QPainter& p = *painter;
    QRect rect = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const PaletteHit* hit = modelOf(index).hitAt(index);
    if (!hit) {
        p.setFont(fontFor(TextRole::CaptionMedium));
        p.setPen(t.muted);
        p.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        return;
    }
    const auto& entry = hit->entry;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        paintSelectedRow(p, option.rect, QStyle::State_Active, t);
    const QByteArray iconName = entry.iconName.toLatin1();
    if (!iconName.isEmpty())
        icon(QLatin1StringView(iconName), isSelected ? IconColor::Accent : IconColor::Muted)
            .paint(&p, QRect(rect.left(), rect.center().y() - kIcon / 2 + 1, kIcon, kIcon));
    rect.setLeft(rect.left() + kIcon + kGap);
    const QString keys = entry.keys.isEmpty() && isSelected ? PaletteModel::tr("Enter") : entry.keys;
    if (!keys.isEmpty())
        rect.setRight(rect.right() - paintKeyCap(p, rect, keys, t) - kGap);
    const QFont titleFont = fontFor(isSelected ? TextRole::CardHeader : TextRole::Body);
    const int used =
        paintMarked(p, rect, {entry.title, hit->titleMarks, titleFont, entry.isEnabled ? t.text : t.muted}, t.accent);
    rect.setLeft(rect.left() + used + kGap);
    if (rect.width() > kGap && !entry.detail.isEmpty())
        paintMarked(p, rect, {entry.detail, hit->detailMarks, fontFor(TextRole::Caption), t.muted}, t.accent);
}

} // namespace slipway
