#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Of a table, and of one that all of is to be seen, in units of the usual text.
constexpr int kFigureRow = 24;
constexpr int kDenseFigureRow = 22;

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
    void setRowHeight(int height) { m_rowHeight = height; }

private:
    int m_rowHeight = kFigureRow;
};

} // namespace slipway
