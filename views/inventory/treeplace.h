#pragma once

#include "models/inventorymodel.h"

#include <QObject>
#include <QSet>

class QTreeView;

namespace slipway
{

/// Keeps a person's place in the inventory's tree while filter and order change: what is open stays open, and is open
/// again when it comes back; the selection comes back too; the row that was looked at stays where it was.
///
/// Where a filter leaves few images, they are brought to sight by opening what they are in, which is closed again
/// afterwards.
class TreePlace final : public QObject
{
    Q_OBJECT
public:
    TreePlace(QTreeView& tree, InventoryModel& model, QObject* parent);

private:
    /// The chosen row, to find it by when it comes back.
    struct Chosen {
        PackageName package;
        Digest digest; ///< null: the image
    };

    void note();
    void restore();
    void noteOpen(const QModelIndex& index);
    void noteBelow(const QModelIndex& parent);
    void openBelow(const QModelIndex& parent);
    void closeBelow(const QModelIndex& parent);
    void noteChosen();
    void chooseAgain();
    void noteAnchor();
    void scrollBack();
    [[nodiscard]] bool opensFor(const QModelIndex& index) const;
    [[nodiscard]] QString keyOf(const QModelIndex& index) const;

    QTreeView& m_tree;
    InventoryModel& m_model;
    QSet<QString> m_open;
    QSet<QString> m_openedForFilter;
    std::optional<Chosen> m_chosen;
    QList<QPersistentModelIndex> m_anchors; ///< a row and those above it in the tree, the innermost first
    QList<int> m_anchorTops;
};

} // namespace slipway
