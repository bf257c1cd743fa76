#pragma once

#include <QStyledItemDelegate>

namespace slipway
{

/// The rows of a plan: versions with their box or padlock, and above them, across all columns, what a rule selects.
class PlanDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Ticks only where the box is.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    [[nodiscard]] static QRect boxOf(const QStyleOptionViewItem& option, const QModelIndex& index);
    static void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index);
};

} // namespace slipway
