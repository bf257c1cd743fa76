#pragma once

#include "models/inventoryitem.h"
#include "views/widgets/card.h"

namespace slipway
{

class ElidedLabel;

/// Below the tree: what is selected, and what the width hides.
class TreeFoot final : public Strip
{
    Q_OBJECT
public:
    explicit TreeFoot(QWidget* parent);

    void showSelection(const InventoryItem& item);
    void showHiddenColumns(int columns);
    [[nodiscard]] QStringList texts() const;

private:
    ElidedLabel* m_selection;
    ElidedLabel* m_hint;
};

} // namespace slipway
