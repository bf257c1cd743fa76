#include "views/inventory/inventorytree.h"

#include "models/roles.h"
#include "views/inventory/inventorydelegate.h"
#include "views/inventory/sortheader.h"
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
    auto* columns = new SortHeader(this);
    setHeader(columns);
    columns->setSectionsClickable(true); // the tree, which does not sort by itself, has just forbidden it
    columns->setSectionsMovable(true);
    columns->setHighlightSections(false);
    columns->setStretchLastSection(false);
    columns->setSectionResizeMode(QHeaderView::Interactive);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QHeaderView::sectionResized, this, [this] { m_isByHand = m_isByHand || !m_isFitting; });
    connect(columns, &QHeaderView::sortIndicatorChanged, this, &InventoryTree::showOrder);
    connect(columns, &SortHeader::left, this, [this] { setFocus(Qt::ShortcutFocusReason); });
}

/// The order is told by an arrow, and in words to those who cannot see it.
void InventoryTree::showOrder(int column, Qt::SortOrder order)
{
    const QString name = column < 0 ? QString() : model()->headerData(column, Qt::Horizontal).toString();
    setAccessibleDescription(column < 0                    ? QString()
                             : order == Qt::AscendingOrder ? tr("Sorted by %1, ascending").arg(name)
                                                           : tr("Sorted by %1, descending").arg(name));
    Q_EMIT sortRequested(column, order);
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
    applyFit(slipway::fitColumns(viewport()->width(), headers, m_wanted));
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
}

bool InventoryTree::isColumnWanted(InventoryColumn column) const
{
    return m_wanted.test(static_cast<size_t>(column));
}

void InventoryTree::fitToWidth()
{
    m_isByHand = false;
    fitColumns();
}

void InventoryTree::resetColumns()
{
    m_wanted = allColumns();
    for (int column = 0; column < kInventoryColumns; ++column)
        header()->moveSection(header()->visualIndex(column), column);
    fitToWidth();
    Q_EMIT columnChoiceChanged();
}

void InventoryTree::keyPressEvent(QKeyEvent* event)
{
    setByKeyboard(true);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT detailsRequested();
        return;
    }
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
