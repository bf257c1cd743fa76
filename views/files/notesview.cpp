#include "views/files/notesview.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"
#include "views/widgets/glyph.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace slipway
{

namespace
{

constexpr int kRow = 44;
constexpr int kLine = 20;
constexpr int kGlyph = 14;
constexpr int kPadding = 12;
constexpr int kGap = 8;

Glyph glyphOf(FileNoteTone tone)
{
    switch (tone) {
    case FileNoteTone::Right:
        return Glyph::Ok;
    case FileNoteTone::Bad:
        return Glyph::Bad;
    case FileNoteTone::Unknown:
        return Glyph::Dash;
    case FileNoteTone::Change:
        break;
    }
    return Glyph::Info;
}

} // namespace

void NoteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    const int line = withText(kLine);
    const auto draw = [&](const QRect& box, const QString& text, Qt::TextElideMode mode, Qt::Alignment alignment) {
        painter->drawText(box, static_cast<int>((alignment | Qt::AlignVCenter).toInt()) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, mode, box.width()));
    };
    painter->save();
    QRect first = option.rect.adjusted(kPadding, 2, -kPadding, 0);
    first.setHeight(line);
    const auto tone = static_cast<FileNoteTone>(index.data(FileNotesModel::kToneRole).toInt());
    paintGlyph(*painter, QRectF(first.left(), first.top() + (line - kGlyph) / 2.0, kGlyph, kGlyph), glyphOf(tone), t);
    first.setLeft(first.left() + kGlyph + kGap);
    const QRect below = first.translated(0, line - 2);
    painter->setFont(fontFor(TextRole::Caption));
    painter->setPen(t.muted);
    if (const QString aside = index.data(FileNotesModel::kAsideRole).toString(); !aside.isEmpty()) {
        draw(first, aside, Qt::ElideRight, Qt::AlignRight);
        first.setRight(first.right() - std::min(painter->fontMetrics().horizontalAdvance(aside), first.width() / 2)
                       - kGap);
    }
    draw(below, index.data(FileNotesModel::kTextRole).toString(), Qt::ElideRight, Qt::AlignLeft);
    painter->setFont(fontFor(TextRole::CardHeader));
    painter->setPen(t.text);
    draw(first, index.data().toString(), Qt::ElideMiddle, Qt::AlignLeft);
    painter->restore();
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    return {withText(160), withText(kRow)};
}

NotesView::NotesView(FileNotesModel& model, QWidget* parent)
    : RowView(parent)
{
    setItemDelegate(new NoteDelegate(this));
    setRootIsDecorated(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHeaderHidden(true);
    setModel(&model);
}

void NotesView::fitColumns()
{
    header()->setStretchLastSection(true);
}

void NotesView::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT noteChosen(currentIndex().row());
    else if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        copyAndTell(*this, currentIndex().data(Qt::ToolTipRole).toString(), Copied::Text);
    else
        RowView::keyPressEvent(event);
}

void NotesView::mouseReleaseEvent(QMouseEvent* event)
{
    RowView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT noteChosen(index.row());
}

} // namespace slipway
