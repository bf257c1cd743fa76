#include "views/inventory/inventorydelegate.h"

#include "models/roles.h"
#include "views/theme/cellinset.h"
#include "views/theme/icons.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/badge.h"
#include "views/widgets/chip.h"
#include "views/widgets/glyph.h"

#include <QPainter>
#include <QTreeView>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kGlyph = 14;
constexpr int kCopy = 16;

/// A value's colour: as the palette has it, which greys what is out of date.
QColor valueColor(const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& t)
{
    return index.data(QuietRole).toBool() ? t.muted : option.palette.color(QPalette::Text);
}

void paintText(QPainter& p, const QRect& rect, const QString& text, Qt::Alignment alignment, const QColor& color)
{
    p.setPen(color);
    const QString shown = p.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    p.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter | Qt::TextSingleLine), shown);
}

/// Hubs and families have no variant: their names may run on into its column.
bool isGroup(const QModelIndex& index)
{
    const auto level = static_cast<InventoryLevel>(index.data(LevelRole).toInt());
    return level == InventoryLevel::Hub || level == InventoryLevel::Family;
}

int roomBeside(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    return tree && isGroup(index) ? tree->columnWidth(static_cast<int>(InventoryColumn::Variant)) : 0;
}

QRect nameRect(const QRect& cell)
{
    return cell.adjusted(2, 0, -kCellPadding, -1);
}

void paintName(QPainter& p, const QStyleOptionViewItem& option, QRect rect, const QModelIndex& index, const Tokens& t)
{
    const auto level = static_cast<InventoryLevel>(index.data(LevelRole).toInt());
    rect.setRight(rect.right() + roomBeside(option, index));
    if (index.data(BrokenRole).toBool()) {
        paintGlyph(p, QRectF(rect.left(), rect.top(), kGlyph, rect.height()), Glyph::Bad, t);
        rect.setLeft(rect.left() + kGlyph + kCellPadding);
    }
    p.setFont(fontFor(level == InventoryLevel::Hub ? TextRole::CardHeader : TextRole::Body));
    paintText(p, rect, index.data().toString(), Qt::AlignLeft, valueColor(option, index, t));
}

void paintTags(QPainter& p, const QRect& rect, const QModelIndex& index, const Tokens& t)
{
    const QStringList tags = index.data(TagsRole).toStringList();
    if (!tags.isEmpty()) {
        paintChips(p, rect, tags, index.data(HiddenTagsRole).toLongLong(), t);
        return;
    }
    p.setFont(fontFor(TextRole::Caption));
    paintText(p, rect, index.data().toString(), Qt::AlignLeft, t.muted);
}

void paintVariant(QPainter& p, const QRect& rect, const QModelIndex& index, const Tokens& t)
{
    const QString variant = index.data(VariantRole).toString();
    if (!variant.isEmpty())
        paintBadge(p, rect, {variant, index.data(GpuRole).toBool() ? Tone::Accent : Tone::Neutral, {}}, t);
}

/// What a group's name has in the variant's column: Qt paints only the columns that are to be painted anew.
void paintRestOfName(QPainter& p, const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& t)
{
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    if (!tree)
        return;
    const auto name = index.siblingAtColumn(static_cast<int>(InventoryColumn::Name));
    p.setClipRect(option.rect, Qt::IntersectClip);
    paintName(p, option, nameRect(tree->visualRect(name)), name, t);
}

void paintPresence(QPainter& p, const QRect& rect, const QModelIndex& index, const Tokens& t)
{
    const QRectF place(rect.left(), rect.top(), std::min(rect.width(), 34), rect.height());
    const QRectF box(place.center().x() - kGlyph / 2.0, place.top(), kGlyph, place.height());
    switch (static_cast<Presence>(index.data(PresenceRole).toInt())) {
    case Presence::Yes:
        paintGlyph(p, box, Glyph::Ok, t);
        break;
    case Presence::No:
        paintGlyph(p, box, Glyph::Bad, t);
        break;
    case Presence::NotApplicable:
        break;
    }
}

void paintDigest(QPainter& p, const QStyleOptionViewItem& option, const QRect& rect, const QModelIndex& index,
                 const Tokens& t)
{
    const QString digest = index.data().toString();
    if (digest.isEmpty())
        return;
    p.setFont(fontFor(TextRole::Mono));
    const QRect copy = InventoryDelegate::copyRect(option.rect);
    paintText(p, QRect(rect.topLeft(), QPoint(copy.left() - 2, rect.bottom())), digest, Qt::AlignLeft,
              valueColor(option, index, t));
    if (option.state & (QStyle::State_MouseOver | QStyle::State_Selected))
        icon("edit-copy"_L1, IconColor::Accent).paint(&p, copy);
}

} // namespace

QRect InventoryDelegate::copyRect(const QRect& cell)
{
    return {cell.left() + kCellPadding + withText(82), cell.center().y() + 1 - kCopy / 2, kCopy, kCopy};
}

QSize InventoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, withText(kRowHeight)};
}

void InventoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    const auto column = static_cast<InventoryColumn>(index.column());
    const QRect rect = column == InventoryColumn::Name ? nameRect(option.rect) : insideCell(option, index);
    painter->save();
    painter->setFont(fontFor(TextRole::Body));
    switch (column) {
    case InventoryColumn::Name:
        paintName(*painter, option, rect, index, t);
        break;
    case InventoryColumn::Variant:
        if (isGroup(index))
            paintRestOfName(*painter, option, index, t);
        else
            paintVariant(*painter, rect, index, t);
        break;
    case InventoryColumn::Tags:
        paintTags(*painter, rect, index, t);
        break;
    case InventoryColumn::Digest:
        paintDigest(*painter, option, rect, index, t);
        break;
    case InventoryColumn::Kind:
        painter->setFont(fontFor(TextRole::Caption));
        paintText(*painter, rect, index.data().toString(), Qt::AlignLeft, t.muted);
        break;
    case InventoryColumn::Size:
    case InventoryColumn::Unique:
    case InventoryColumn::Age:
        painter->setFont(fontFor(TextRole::Number));
        paintText(*painter, rect, index.data().toString(), Qt::AlignRight, valueColor(option, index, t));
        break;
    case InventoryColumn::Signed:
    case InventoryColumn::Sbom:
        paintPresence(*painter, rect, index, t);
        break;
    }
    painter->restore();
}

} // namespace slipway
