#include "views/files/filetreedelegate.h"

#include "models/filetreemodel.h"
#include "views/theme/icons.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kRow = 26;
constexpr int kIcon = 16;
constexpr int kGap = 6;
constexpr int kEnd = 12;

} // namespace

void FileTreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    const bool isFile = index.data(FileTreeModel::kFileRole).toBool();
    const bool isRoot = !index.parent().isValid();
    QRect box = option.rect.adjusted(2, 0, -kEnd, 0);
    painter->save();
    const QRect glyph(box.left(), box.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    icon(isFile ? "document-multiple"_L1 : "document-open-folder"_L1, IconColor::Muted).paint(painter, glyph);
    box.setLeft(glyph.right() + 1 + kGap);
    if (const QString note = index.data(FileTreeModel::kNoteRole).toString(); !note.isEmpty()) {
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(t.muted);
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, note);
        box.setRight(box.right() - painter->fontMetrics().horizontalAdvance(note) - kGap);
    }
    painter->setFont(fontFor(isRoot ? TextRole::CardHeader : TextRole::Body));
    painter->setPen(t.text);
    const QString text = index.data().toString();
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, box.width()));
    painter->restore();
}

QSize FileTreeDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    return {withText(120), withText(kRow)};
}

} // namespace slipway
