#pragma once

#include "views/inventory/columnstate.h"
#include "views/widgets/rowview.h"

namespace slipway
{

class SortHeader;

/// The inventory's tree. Its columns fit the width by themselves; the digest under the pointer can be copied with a
/// click.
class InventoryTree final : public RowView
{
    Q_OBJECT
public:
    explicit InventoryTree(QWidget* parent = nullptr);

    [[nodiscard]] int hiddenColumns() const { return m_fit.hidden; }
    /// Which columns are wanted. The name cannot be left out.
    void setColumnWanted(InventoryColumn column, bool isWanted);
    [[nodiscard]] bool isColumnWanted(InventoryColumn column) const;
    /// Gives every column the width it needs again, after a person has drawn at them.
    void fitToWidth();
    /// Sorts as a click on the column's header does: in its first order, the other way round, not at all.
    void turnOrder(InventoryColumn column);
    /// All columns, in their order, fitted.
    void resetColumns();
    /// How the columns are arranged, and arranging them so again.
    [[nodiscard]] ColumnState columnState() const;
    void setColumnState(const ColumnState& state);
    /// Opens hubs and families: every image is in sight.
    void expandGroups();
    /// Opens images as well: every version is.
    void expandImages();
    /// Many changes follow: they are laid out once, when a row's place is asked for or an event loop runs.
    void putOffLayout() { scheduleDelayedItemsLayout(); }

Q_SIGNALS:
    void hiddenColumnsChanged();
    /// Other columns are wanted.
    void columnChoiceChanged();
    /// A person arranged the columns: columnState() gives something else.
    void columnStateChanged();
    void copyDigestRequested(const QModelIndex& index);
    /// A column's header was pressed; a negative column: the inventory's own order is wanted.
    void sortRequested(int column, Qt::SortOrder order);
    /// Enter on a row: its details are wanted.
    void detailsRequested();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void showOrder(int column, Qt::SortOrder order);
    void noteWidth();
    void setColumnOrder(const ColumnOrder& order);
    [[nodiscard]] QModelIndex copyTargetAt(const QPoint& pos) const;

    void applyFit(const ColumnFit& fit);

    SortHeader* m_columns = nullptr; ///< the header
    ColumnFit m_fit;
    ColumnChoice m_wanted = allColumns();
    bool m_isFitting = false;
    bool m_isByHand = false; ///< a person has drawn at the widths: they stay
};

} // namespace slipway
