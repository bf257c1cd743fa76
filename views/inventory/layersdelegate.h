#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Draws the cells of the layers' table: digests monospaced, sizes with a bar below that compares them.
class LayersDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace slipway
