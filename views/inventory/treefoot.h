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
    /// What a filter finds; empty without one. It stands where the hint would.
    void showMatches(const QString& line);
    [[nodiscard]] QStringList texts() const;

private:
    void showHint();

    ElidedLabel* m_selection;
    ElidedLabel* m_hint;
    QString m_matches;
    int m_hiddenColumns = 0;
};

} // namespace slipway
