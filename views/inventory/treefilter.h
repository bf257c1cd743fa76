#pragma once

#include "inventory/filter.h"

#include <QObject>

class QAction;

namespace slipway
{

class FacetCount;
class FilterBar;
class InventoryModel;
class InventoryTree;
class MatchCount;
class TreeFoot;

/// Filter and order of the inventory's tree, which it gives its model: from the bar above it and its header to the
/// model, and back to what the foot says of it. Ctrl+F and / go to the field wherever the keyboard is on the window.
class TreeFilter final : public QObject
{
    Q_OBJECT
public:
    TreeFilter(InventoryTree& tree, InventoryModel& model, TreeFoot& foot, QWidget* page);

    [[nodiscard]] FilterBar& bar() { return *m_bar; }
    /// There is an inventory, and nothing in it matches.
    [[nodiscard]] bool leavesNothing() const;
    /// Another inventory came: what it has is counted again.
    void showInventory();
    void clear();

Q_SIGNALS:
    /// Other rows are shown; the selection may be gone.
    void changed();

private:
    void apply(const InventoryFilter& filter);
    /// The text cannot be understood: no count of another filter stands beside it, and no empty page below it.
    void refuse();
    void showRefused();
    void showCount(qsizetype matching, qsizetype total);
    void countMatches();
    void countFacets();
    void leave();
    void addActions(QWidget& page);

    InventoryTree& m_tree;
    InventoryModel& m_model;
    TreeFoot& m_foot;
    FilterBar* m_bar;
    QAction* m_clear;
    MatchCount* m_count;
    FacetCount* m_facetCount;
    InventoryFilter m_filter;
    QString m_text;           ///< of the filter in force
    bool m_isRefused = false; ///< the bar's text is another one, which cannot be understood
};

} // namespace slipway
