#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Draws the cells of a DriftMatrixModel: a glyph and words, tinted where something was found.
class DriftMatrixDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What a cell needs to be read whole.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace slipway
