#pragma once

#include "inventory/inventory.h"

#include <QWidget>

namespace slipway
{

class Badge;
class ElidedLabel;

/// The page's title, what is in it in one line, how much of it is classified, and what can be done to all of it.
class InventoryHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit InventoryHeader(QWidget* parent = nullptr);

    /// Null or empty: the title alone.
    void showInventory(const InventoryPtr& inventory);

Q_SIGNALS:
    void expandRequested();
    void collapseRequested();

private:
    QWidget* makeActions();

    ElidedLabel* m_stateLine;
    Badge* m_confidence;
    QWidget* m_actions;
};

} // namespace slipway
