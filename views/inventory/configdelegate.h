#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// Draws lines of a name and a value: values monospaced, what has lines below it in bold, the names of those lines
/// muted.
class ConfigDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace slipway
