#pragma once

#include "inventory/inventory.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

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

    /// What the button "Columns" opens; outlives the head.
    void setColumnMenu(QMenu& menu);

    /// Null or empty: the title alone.
    void showInventory(const InventoryPtr& inventory);
    /// While what is counted is being loaded.
    void showOutline(const Inventory& outline);

Q_SIGNALS:
    void expandRequested();
    void collapseRequested();
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QWidget* makeActions();
    void fitActions();
    void fitConfidence();

    QLabel* m_title;
    ElidedLabel* m_stateLine;
    Badge* m_confidence;
    QPushButton* m_columns;
    QPushButton* m_expand = nullptr;
    QPushButton* m_collapse = nullptr;
    QWidget* m_actions;
    bool m_hasConfidence = false;
};

} // namespace slipway
