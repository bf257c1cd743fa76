#pragma once

#include "views/inventory/detailstab.h"

#include <QSplitter>

namespace slipway
{

class DetailsPane;
class InventoryTree;
class TreeFoot;

/// The tree with its foot, and the details beside it. The details have the width their tab and the names of all tabs
/// need until a person moves the handle; the tree takes what is left.
class InventoryContent final : public QSplitter
{
    Q_OBJECT
public:
    InventoryContent(InventoryTree& tree, TreeFoot& foot, DetailsPane& details, QWidget* parent);

    /// As a person set it; 0: as the tab in sight needs it.
    [[nodiscard]] int detailsWidth() const { return m_detailsWidth; }
    void setDetailsWidth(int width);
    void fitDetails();

Q_SIGNALS:
    void widthChosen();

private:
    [[nodiscard]] QWidget* makeTreeCard(InventoryTree& tree, TreeFoot& foot);
    [[nodiscard]] QWidget* makeDetailsCard();

    DetailsPane& m_details;
    int m_detailsWidth = 0;
};

} // namespace slipway
