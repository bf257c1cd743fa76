#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Draws the cells of a LadderModel: sizes as bars that grow away from the middle, and in the middle each rung's number
/// with a sign for same or not the same.
class LadderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace slipway
