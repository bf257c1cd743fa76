#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Draws the cells of the inventory's tree; the tree itself draws what goes across a whole row.
class InventoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where in a digest cell the copy icon stands.
    [[nodiscard]] static QRect copyRect(const QRect& cell);
};

/// Height of a row of any table.
constexpr int kRowHeight = 28;

} // namespace slipway
