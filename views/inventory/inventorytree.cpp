#include "views/inventory/inventorytree.h"

#include "models/roles.h"
#include "views/inventory/inventorydelegate.h"
#include "views/inventory/sortheader.h"
#include "views/theme/cellinset.h"
#include "views/theme/typography.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace slipway
{

namespace
{
/// Families opened show images; images opened show versions.
constexpr int kDepthOfFamilies = 1;
constexpr int kHeaderPadding = 14;
} // namespace

InventoryTree::InventoryTree(QWidget* parent)
    : RowView(parent)
{
    setAccessibleName(tr("Images by hub and family"));
    setItemDelegate(new InventoryDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setExpandsOnDoubleClick(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns = new SortHeader(this);
    setHeader(m_columns);
    m_columns->setSectionsClickable(true); // the tree, which does not sort by itself, has just forbidden it
    m_columns->setSectionsMovable(true);
    m_columns->setHighlightSections(false);
    m_columns->setStretchLastSection(false);
    m_columns->setMinimumSectionSize(kNarrowestColumn);
    m_columns->setSectionResizeMode(QHeaderView::Interactive);
    m_columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_columns, &QHeaderView::sectionResized, this, &InventoryTree::noteWidth);
    connect(m_columns, &QHeaderView::sectionMoved, this, &InventoryTree::columnStateChanged);
    connect(m_columns, &QHeaderView::sortIndicatorChanged, this, &InventoryTree::showOrder);
    connect(m_columns, &SortHeader::left, this, [this] { setFocus(Qt::ShortcutFocusReason); });
}

/// The order is told by an arrow, and in words to those who cannot see it.
void InventoryTree::showOrder(int column, Qt::SortOrder order)
{
    const QString name = column < 0 ? QString() : model()->headerData(column, Qt::Horizontal).toString();
    setAccessibleDescription(column < 0                    ? QString()
                             : order == Qt::AscendingOrder ? tr("Sorted by %1, ascending").arg(name)
                                                           : tr("Sorted by %1, descending").arg(name));
    Q_EMIT sortRequested(column, order);
    Q_EMIT columnStateChanged();
}

void InventoryTree::turnOrder(InventoryColumn column)
{
    m_columns->turn(static_cast<int>(column));
}

/// The header resizes by itself as well, when rows are arranged anew: only what a person does is by hand.
void InventoryTree::noteWidth()
{
    if (m_isFitting || !m_columns->isDrawnAt())
        return;
    m_isByHand = true;
    Q_EMIT columnStateChanged();
}

void InventoryTree::expandGroups()
{
    expandToDepth(kDepthOfFamilies);
}

void InventoryTree::expandImages()
{
    expandToDepth(kDepthOfFamilies + 1);
}

void InventoryTree::fitColumns()
{
    if (m_isByHand)
        return;
    const QFontMetrics metrics(fontFor(TextRole::Caption));
    std::array<int, kInventoryColumns> headers{};
    for (int column = 0; column < kInventoryColumns; ++column)
        headers[static_cast<size_t>(column)] =
            metrics.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) + kHeaderPadding;
    ColumnFit fit = slipway::fitColumns(steadyWidth() - kEdgeExtra, headers, m_wanted);
    int last = kInventoryColumns - 1;
    while (fit.widths[static_cast<size_t>(header()->logicalIndex(last))] == 0)
        --last;
    fit.widths[static_cast<size_t>(header()->logicalIndex(last))] += kEdgeExtra;
    applyFit(fit);
}

void InventoryTree::applyFit(const ColumnFit& fit)
{
    m_isFitting = true;
    for (int column = 0; column < kInventoryColumns; ++column) {
        const int width = fit.widths[static_cast<size_t>(column)];
        setColumnHidden(column, width == 0);
        if (width > 0)
            header()->resizeSection(column, width);
    }
    m_isFitting = false;
    const bool isChanged = fit.hidden != m_fit.hidden;
    m_fit = fit;
    if (isChanged)
        Q_EMIT hiddenColumnsChanged();
}

void InventoryTree::setColumnWanted(InventoryColumn column, bool isWanted)
{
    if (column == InventoryColumn::Name)
        return;
    m_wanted.set(static_cast<size_t>(column), isWanted);
    fitToWidth();
    Q_EMIT columnChoiceChanged();
    Q_EMIT columnStateChanged();
}

bool InventoryTree::isColumnWanted(InventoryColumn column) const
{
    return m_wanted.test(static_cast<size_t>(column));
}

void InventoryTree::fitToWidth()
{
    m_isByHand = false;
    fitColumns();
    Q_EMIT columnStateChanged();
}

void InventoryTree::resetColumns()
{
    m_wanted = allColumns();
    setColumnOrder(usualColumnOrder());
    fitToWidth();
    Q_EMIT columnChoiceChanged();
}

void InventoryTree::setColumnOrder(const ColumnOrder& order)
{
    for (int place = 0; place < kInventoryColumns; ++place)
        header()->moveSection(header()->visualIndex(static_cast<int>(order[static_cast<size_t>(place)])), place);
}

ColumnState InventoryTree::columnState() const
{
    ColumnState state;
    for (int place = 0; place < kInventoryColumns; ++place)
        state.order[static_cast<size_t>(place)] = static_cast<InventoryColumn>(header()->logicalIndex(place));
    state.wanted = m_wanted;
    if (m_isByHand) {
        auto& widths = state.widths.emplace();
        for (int column = 0; column < kInventoryColumns; ++column)
            widths[static_cast<size_t>(column)] = header()->sectionSize(column); // 0 where it is hidden
    }
    if (const int column = header()->sortIndicatorSection(); column >= 0) {
        state.sortedBy = static_cast<InventoryColumn>(column);
        state.sortOrder = header()->sortIndicatorOrder();
    }
    return state;
}

void InventoryTree::setColumnState(const ColumnState& state)
{
    m_wanted = state.wanted;
    setColumnOrder(state.order);
    m_isByHand = false;
    if (state.widths) {
        ColumnFit fit{*state.widths, 0};
        for (size_t column = 0; column < fit.widths.size(); ++column)
            fit.hidden += m_wanted[column] && fit.widths[column] == 0 ? 1 : 0;
        applyFit(fit);
        m_isByHand = true;
    } else {
        fitColumns();
    }
    header()->setSortIndicator(state.sortedBy ? static_cast<int>(*state.sortedBy) : -1, state.sortOrder);
    Q_EMIT columnChoiceChanged();
}

void InventoryTree::keyPressEvent(QKeyEvent* event)
{
    setByKeyboard(true);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT detailsRequested();
        return;
    }
    if (event->matches(QKeySequence::Copy))
        return; // rows are copied by actions; a view copies whatever a cell says
    RowView::keyPressEvent(event);
}

void InventoryTree::mousePressEvent(QMouseEvent* event)
{
    setByKeyboard(false);
    const QModelIndex target = copyTargetAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && target.isValid()) {
        Q_EMIT copyDigestRequested(target);
        return;
    }
    RowView::mousePressEvent(event);
}

void InventoryTree::mouseMoveEvent(QMouseEvent* event)
{
    RowView::mouseMoveEvent(event);
    const bool isOverCopy = copyTargetAt(event->position().toPoint()).isValid();
    viewport()->setCursor(isOverCopy ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QModelIndex InventoryTree::copyTargetAt(const QPoint& pos) const
{
    const QModelIndex index = indexAt(pos);
    if (index.column() != static_cast<int>(InventoryColumn::Digest) || index.data().toString().isEmpty())
        return {};
    const QRect target = InventoryDelegate::copyRect(visualRect(index)).adjusted(-4, -4, 4, 4);
    return target.contains(pos) ? index : QModelIndex();
}

} // namespace slipway
