#pragma once

#include "models/inventoryitem.h"

#include <optional>

class QModelIndex;

namespace slipway
{

class InventoryModel;
class InventoryTree;
class TreeFilter;

/// Goes to rows of the tree by what things are called. A filter that hides what is asked for by name is cleared.
class RowFinder final
{
public:
    /// All of them outlive it.
    RowFinder(InventoryModel& model, InventoryTree& tree, TreeFilter& filter);

    /// Selects an image's version; an empty tag: the image itself. False if there is none.
    [[nodiscard]] bool goToImage(const PackageName& package, const QString& tag);
    /// Selects a version, or a part below one. False, with the image selected if there is one, where it is not in the
    /// tree. In an outline it is not yet: goOn() goes there.
    [[nodiscard]] bool goToVersion(const PackageName& package, const Digest& digest);
    /// Selects a hub, or a family of it, by the names in the inventory.
    [[nodiscard]] bool goToGroup(const QString& hub, const std::optional<QString>& family);
    /// Selects a part of what is selected.
    void goToPart(const Digest& digest);
    /// The rows are those of another inventory: goes to the version that an outline did not have, unless a person has
    /// left its image meanwhile or the filter hides it.
    void goOn();

private:
    /// A version that was asked for while there was an outline.
    struct Awaited {
        PackageName package;
        Digest digest;
    };

    // As far as the filter shows them.
    [[nodiscard]] bool goToShownImage(const PackageName& package, const QString& tag);
    [[nodiscard]] bool goToShownVersion(const PackageName& package, const Digest& digest);
    [[nodiscard]] bool goToShownPart(const PackageName& package, const Digest& digest);
    [[nodiscard]] bool goToShownGroup(const QString& hub, const std::optional<QString>& family);
    void goTo(const QModelIndex& index);
    /// False where it hides nothing: there is none, or there is an outline, which is not filtered.
    [[nodiscard]] bool clearFilter();

    InventoryModel& m_model;
    InventoryTree& m_tree;
    TreeFilter& m_filter;
    std::optional<Awaited> m_awaited;
};

} // namespace slipway
