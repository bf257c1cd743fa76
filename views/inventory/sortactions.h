#pragma once

#include "views/inventory/columnfit.h"

#include <QObject>

#include <array>

class QAction;

namespace slipway
{

class InventoryTree;

/// Sorting by each of the tree's columns as an action, for the palette and for keys of its own: what a click on the
/// column's header does.
class SortActions final : public QObject
{
    Q_OBJECT
public:
    /// `tree` has its model; the actions are put on `page`. Both outlive it.
    SortActions(InventoryTree& tree, QWidget& page);

private:
    void showOrder();

    InventoryTree& m_tree;
    std::array<QAction*, kInventoryColumns> m_actions{};
};

} // namespace slipway
