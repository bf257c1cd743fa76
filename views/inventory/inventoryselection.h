#pragma once

#include "models/inventoryitem.h"
#include "models/selectionmeter.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace slipway
{

class InventoryModel;
class InventoryTree;
class TreeFoot;

/// What is selected in the tree: told in the foot, with what several rows weigh together, and copied or saved.
class InventorySelection final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive it.
    InventorySelection(InventoryModel& model, InventoryTree& tree, TreeFoot& foot, QObject* parent);

    /// Rows that are selected, in the order they were; where none is, the one the keyboard is at.
    [[nodiscard]] std::vector<InventoryItem> items() const;
    /// Tells again what is selected: another inventory has come.
    void show();
    /// "Copy as", for a menu; the actions have their keys in the tree.
    [[nodiscard]] QMenu* makeCopyMenu(QWidget* parent) const;
    /// Asks where, and writes what is selected as CSV, or everything in sight where no more than one row is. Only while
    /// there is an inventory.
    void exportCsv();
    /// Writes it to a file. Errors: FileAccess.
    [[nodiscard]] Result<void> saveCsv(const QString& path) const;

Q_SIGNALS:
    /// What items() tells now.
    void itemsChanged(const std::vector<slipway::InventoryItem>& items);
    /// A file could not be written.
    void failed(const slipway::Error& error);

private:
    QAction* addAction(const QString& id, const QString& text, void (InventorySelection::*act)());
    void copyText();
    void copyCsv();
    void copyJson();
    void showTotal(const SetSize& size);

    InventoryModel& m_model;
    InventoryTree& m_tree;
    TreeFoot& m_foot;
    SelectionMeter m_meter;
    QList<QAction*> m_copyActions;
    QAction* m_export;
};

} // namespace slipway
