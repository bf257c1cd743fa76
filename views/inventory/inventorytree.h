#pragma once

#include "views/inventory/columnfit.h"
#include "views/widgets/rowview.h"

namespace slipway
{

/// The inventory's tree. Its columns fit the width by themselves; the digest under the pointer can be copied with a
/// click.
class InventoryTree final : public RowView
{
    Q_OBJECT
public:
    explicit InventoryTree(QWidget* parent = nullptr);

    [[nodiscard]] int hiddenColumns() const { return m_fit.hidden; }
    /// Opens hubs and families: every image is in sight.
    void expandGroups();
    /// Opens images as well: every version is.
    void expandImages();

Q_SIGNALS:
    void hiddenColumnsChanged();
    void copyDigestRequested(const QModelIndex& index);
    /// A column's header was pressed; a negative column: the inventory's own order is wanted.
    void sortRequested(int column, Qt::SortOrder order);
    /// Enter on a row: its details are wanted.
    void detailsRequested();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void showOrder(int column, Qt::SortOrder order);
    [[nodiscard]] QModelIndex copyTargetAt(const QPoint& pos) const;

    ColumnFit m_fit;
};

} // namespace slipway
