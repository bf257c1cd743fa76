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
    /// What a filter finds, and in the tooltip what is counted; empty without one. It stands where the hint would.
    void showMatches(const QString& line, const QString& meaning = {});
    [[nodiscard]] QStringList texts() const;

private:
    void showHint();

    ElidedLabel* m_selection;
    ElidedLabel* m_hint;
    QString m_matches;
    QString m_meaning; ///< of the matches
    int m_hiddenColumns = 0;
};

} // namespace slipway
