#include "views/cleanup/plandelegate.h"

#include "models/plantreemodel.h"
#include "views/theme/cellinset.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyph.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QTreeView>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kRow = 28;
constexpr int kBox = 16;
constexpr int kBoxGap = 8;
constexpr int kGap = 8;

int textFlags(Qt::Alignment alignment)
{
    return static_cast<int>(alignment) | Qt::TextSingleLine;
}

void paintBoxOf(QPainter& painter, const QRect& box, Qt::CheckState state, const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem check(option);
    check.rect = box;
    check.state = QStyle::State_Enabled;
    check.state |= state == Qt::Checked            ? QStyle::State_On
                   : state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                   : QStyle::State_Off;
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, &painter, option.widget);
}

TextRole textRole(const QModelIndex& index)
{
    switch (static_cast<PlanColumn>(index.column())) {
    case PlanColumn::ShortDigest:
        return TextRole::Mono;
    case PlanColumn::Frees:
    case PlanColumn::Age:
        return TextRole::Number;
    case PlanColumn::What:
    case PlanColumn::Tags:
    case PlanColumn::Why:
    case PlanColumn::Held:
        break;
    }
    return TextRole::Body;
}

} // namespace

QRect PlanDelegate::boxOf(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QRect inside = insideCell(option, index);
    const int side = withText(kBox);
    return {inside.left(), inside.center().y() - side / 2 + 1, side, side};
}

void PlanDelegate::paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const Tokens& t = tokensOf(option.palette);
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    if (!(option.state & QStyle::State_Selected))
        painter.fillRect(option.rect.adjusted(0, 0, 0, -1), t.raised);
    QRect rest = insideCell(option, index);
    if (const auto state = index.data(Qt::CheckStateRole); state.isValid())
        paintBoxOf(painter, boxOf(option, index), state.value<Qt::CheckState>(), option);
    rest.setLeft(boxOf(option, index).right() + kBoxGap);
    // The bytes stand below their title, as those of the rows do.
    const int frees = static_cast<int>(PlanColumn::Frees);
    const auto* header = view->header();
    const int end = header->sectionViewportPosition(frees) + header->sectionSize(frees) - kCellPadding;
    const QString bytes = index.siblingAtColumn(frees).data().toString();
    painter.setFont(fontFor(TextRole::CardHeader));
    painter.setPen(option.palette.color(QPalette::Text));
    const int width = painter.fontMetrics().horizontalAdvance(bytes);
    painter.drawText(QRect(end - width, rest.top(), width, rest.height()), textFlags(Qt::AlignRight | Qt::AlignVCenter),
                     bytes);
    rest.setRight(end - width - kGap);
    const QString title = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rest.width());
    painter.drawText(rest, textFlags(Qt::AlignLeft | Qt::AlignVCenter), title);
    rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(title) + kGap);
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(option.palette.color(QPalette::PlaceholderText));
    painter.drawText(rest, textFlags(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(index.data(PlanTreeModel::kNoteRole).toString(), Qt::ElideRight,
                                                      std::max(rest.width(), 0)));
}

void PlanDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (index.data(PlanTreeModel::kGroupRole).toBool()) {
        paintGroup(*painter, option, index);
        painter->restore();
        return;
    }
    const Tokens& t = tokensOf(option.palette);
    QRect rect = insideCell(option, index);
    const auto fate = static_cast<CleanupFate>(index.data(PlanTreeModel::kFateRole).toInt());
    if (index.column() == 0) {
        const QRect box = boxOf(option, index);
        if (const auto state = index.data(Qt::CheckStateRole); state.isValid())
            paintBoxOf(*painter, box, state.value<Qt::CheckState>(), option);
        else
            paintGlyph(*painter, QRectF(box).adjusted(1, 1, -1, -1), Glyph::Locked, t);
        rect.setLeft(box.right() + kBoxGap);
    }
    painter->setFont(fontFor(textRole(index)));
    painter->setPen(option.palette.color(fate == CleanupFate::Goes ? QPalette::Text : QPalette::PlaceholderText));
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    painter->drawText(rect, textFlags(alignment),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int text = QFontMetrics(fontFor(textRole(index))).horizontalAdvance(index.data().toString());
    return {text + 2 * kCellPadding + 2 + (index.column() == 0 ? withText(kBox) + kBoxGap : 0), withText(kRow)};
}

bool PlanDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease || !model->flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const auto& mouse = static_cast<QMouseEvent&>(*event);
    if (mouse.button() != Qt::LeftButton || !boxOf(option, index).adjusted(-4, -4, 4, 4).contains(mouse.pos()))
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace slipway
