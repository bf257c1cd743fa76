#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Draws the cells of a FigureModel; the view draws what goes across a whole row.
class FigureDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where the square of a row and what belongs to it end, from the left of the view.
    [[nodiscard]] static int squareEnd(const QStyleOptionViewItem& option, const QModelIndex& index);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The view alone hides rows: there is no check box here to be clicked.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace slipway
