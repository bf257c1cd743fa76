#pragma once

#include "models/inventorymodel.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QSet>

namespace slipway
{

class InventoryTree;

/// Keeps a person's place in the inventory's tree while filter and order change: what is open stays open, and is open
/// again when it comes back; the selection comes back too; the row that was looked at stays where it was. When another
/// inventory is taken over, the topmost row in sight that is still there stays where it was, to the pixel.
///
/// Where a filter leaves few images, they are brought to sight by opening what they are in, which is closed again
/// afterwards.
class TreePlace final : public QObject
{
    Q_OBJECT
public:
    TreePlace(InventoryTree& tree, InventoryModel& model, QObject* parent);

private:
    /// The chosen row, to find it by when it comes back.
    struct Chosen {
        PackageName package;
        Digest digest; ///< null: the image
    };

    /// A row, and where in the viewport it begins.
    struct Anchor {
        QPersistentModelIndex index;
        int top = 0;
    };

    void note();
    void restore();
    void noteOpen(const QModelIndex& index);
    void noteBelow(const QModelIndex& parent);
    void openBelow(const QModelIndex& parent);
    void closeBelow(const QModelIndex& parent);
    void noteChosen();
    void chooseAgain();
    void keepCurrent();
    void noteAnchor();
    void noteSight();
    void addAnchor(const QModelIndex& index);
    void scrollBack();
    [[nodiscard]] bool opensFor(const QModelIndex& index) const;
    [[nodiscard]] QString keyOf(const QModelIndex& index) const;

    InventoryTree& m_tree;
    InventoryModel& m_model;
    QSet<QString> m_open;
    QSet<QString> m_openedForFilter;
    std::optional<Chosen> m_chosen;
    QList<Anchor> m_anchors;                         ///< the first that is still there counts
    std::pair<QPersistentModelIndex, int> m_besides; ///< the parent and row of what was current before a refresh
    bool m_isTakingOver = false;                     ///< another inventory of the same owner
    bool m_wasOutline = false;                       ///< and what it takes over from could not be filtered
};

} // namespace slipway
