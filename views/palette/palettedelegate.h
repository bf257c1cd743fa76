#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Paints a row of the command palette: icon, title with what matched in bold accent, what is said beside it, keys.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int kRow = 36;
    static constexpr int kHeading = 28;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace slipway
