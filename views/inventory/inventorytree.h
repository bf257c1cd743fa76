#pragma once

#include "views/inventory/columnfit.h"

#include <QTreeView>

namespace slipway
{

/// The inventory's tree. Its columns fit the width by themselves; the digest under the pointer can be copied with a
/// click.
class InventoryTree final : public QTreeView
{
    Q_OBJECT
public:
    explicit InventoryTree(QWidget* parent = nullptr);

    [[nodiscard]] int hiddenColumns() const { return m_fit.hidden; }
    void setModel(QAbstractItemModel* model) override;
    /// Opens hubs and families: every image is in sight.
    void expandGroups();
    /// Opens images as well: every version is.
    void expandImages();

Q_SIGNALS:
    void hiddenColumnsChanged();
    void copyDigestRequested(const QModelIndex& index);
    /// Enter on a row: its details are wanted.
    void detailsRequested();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void fit();
    void setHovered(const QModelIndex& index);
    void updateRow(const QModelIndex& index);
    [[nodiscard]] QModelIndex copyTargetAt(const QPoint& pos) const;

    ColumnFit m_fit;
    QPersistentModelIndex m_hovered;
    bool m_isByKeyboard = false;
};

} // namespace slipway
