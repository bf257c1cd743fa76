#pragma once

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

    /// selectionLine() of what is selected; empty for nothing.
    void showSelection(const QString& line);
    void showHiddenColumns(int columns);
    [[nodiscard]] QStringList texts() const;

private:
    ElidedLabel* m_selection;
    ElidedLabel* m_hint;
};

} // namespace slipway
