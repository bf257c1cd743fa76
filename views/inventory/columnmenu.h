#pragma once

#include <QMenu>

namespace slipway
{

class InventoryTree;

/// Which of the tree's columns are shown; their widths fitted, and everything as it was at first. Opened from the
/// page's head, from the table's header and from the context menu.
class ColumnMenu final : public QMenu
{
    Q_OBJECT
public:
    /// `tree` has its model and outlives the menu.
    explicit ColumnMenu(InventoryTree& tree, QWidget* parent = nullptr);

private:
    void addColumn(int column);
    void showChoice();

    InventoryTree& m_tree;
    QList<QAction*> m_columns; ///< by column
};

} // namespace slipway
