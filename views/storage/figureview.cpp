#include "views/storage/figureview.h"

#include "views/storage/figuredelegate.h"
#include "views/theme/cellinset.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <vector>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
/// A bar that is shorter tells nothing.
constexpr int kShortestBar = 48;
/// What the words of the first column have at least.
constexpr int kShortestText = 72;
constexpr int kUsualText = 120;
/// So many rows are measured one by one.
constexpr int kAllMeasured = 200;
/// A table of so many columns has its titles whole.
constexpr int kFewColumns = 5;
} // namespace

FigureView::FigureView(const QString& name, QWidget* parent)
    : RowView(parent)
    , m_model(new FigureModel(this))
    , m_delegate(new FigureDelegate(this))
{
    setAccessibleName(name);
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &FigureView::openMenu);
    connect(m_model, &FigureModel::shownWanted, this, &FigureView::shownWanted);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    setModel(m_model);
    connect(this, &QAbstractItemView::clicked, this, &FigureView::open);
}

void FigureView::showTable(FigureTable table)
{
    m_model->setTable(std::move(table));
    fitColumns();
    fitRows();
}

QSize FigureView::sizeHint() const
{
    return m_rowsInSight > 0 ? QSize(minimumWidth(), minimumHeight()) : RowView::sizeHint();
}

void FigureView::setRowsInSight(int rows)
{
    m_rowsInSight = rows;
    fitRows();
}

/// A header without titles is lower.
void FigureView::fitRows()
{
    if (m_rowsInSight == 0)
        return;
    setMinimumHeight(header()->sizeHint().height() + m_rowsInSight * m_delegate->sizeHint({}, {}).height());
    updateGeometry();
}

void FigureView::fitText()
{
    RowView::fitText();
    fitRows();
}

void FigureView::setDense()
{
    m_delegate->setRowHeight(kDenseFigureRow);
}

void FigureView::copy()
{
    copyAndTell(*this, QString::fromUtf8(figuresAsCsv(m_model->table())), Copied::Csv);
}

void FigureView::openMenu(const QPoint& pos)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    if (const QVariant isShown = row.data(FigureModel::kShownRole); isShown.isValid())
        menu->addAction(isShown.toBool() ? tr("Hide in the chart") : tr("Show in the chart"), this,
                        [this, row = QPersistentModelIndex(row)] { toggle(row); });
    menu->addAction(icon("edit-copy"_L1), tr("Copy data"), this, &FigureView::copy);
    menu->popup(viewport()->mapToGlobal(pos));
}

/// What the cells of a column need. Of a long table only the longest texts are measured: figures are as wide as they
/// are long.
int FigureView::cellWidth(int column) const
{
    qsizetype longest = 0;
    const bool isLong = m_model->rowCount() > kAllMeasured;
    for (int row = 0; isLong && row < m_model->rowCount(); ++row)
        longest = std::max(longest, m_model->textAt(row, column).size());
    int width = 0;
    for (int row = 0, measured = 0; row < m_model->rowCount() && measured < kAllMeasured; ++row) {
        if (isLong && m_model->textAt(row, column).size() + 1 < longest)
            continue;
        width = std::max(width, itemDelegate()->sizeHint({}, m_model->index(row, column)).width());
        ++measured;
    }
    const bool isEdge = column == 0 || column == m_model->columnCount() - 1;
    return width + (isEdge ? kEdgeExtra : 0);
}

int FigureView::neededWidth(int column) const
{
    const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int width = QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(title) + 2 * kCellPadding + 2;
    const bool isEdge = column == 0 || column == m_model->columnCount() - 1;
    return std::max(width + (isEdge ? kEdgeExtra : 0), cellWidth(column));
}

/// More numbers than there is room for with their titles: these are cut, the longest most.
void FigureView::fitNumbers(int room)
{
    struct Column {
        int place;
        int cell;
        int needed;
    };
    std::vector<Column> columns;
    columns.reserve(static_cast<size_t>(m_model->columnCount()));
    for (int place = 1; place < m_model->columnCount(); ++place)
        columns.push_back({place, cellWidth(place), neededWidth(place)});
    std::ranges::stable_sort(columns, {}, &Column::needed);
    const int first = cellWidth(0);
    int left = room - first;
    auto remaining = static_cast<int>(columns.size());
    for (const auto& [place, cell, needed] : columns) {
        const int width = std::max(std::min(left / remaining--, needed), cell);
        header()->resizeSection(place, width);
        left -= width;
    }
    header()->resizeSection(0, std::max(first + std::min(left, 0), withText(kShortestText)));
}

/// Numbers have the room they need; a bar takes what is left, and the first column where there is none. Where that is
/// too little, the bar goes first, then the first column is cut.
void FigureView::fitColumns()
{
    const int columns = m_model->columnCount();
    if (columns == 0)
        return;
    int flexible = 0;
    for (int column = 0; column < columns; ++column)
        if (m_model->table().columns[static_cast<size_t>(column)].kind == FigureKind::Bar)
            flexible = column;
    int others = 0;
    for (int column = 1; column < columns; ++column)
        if (column != flexible) {
            header()->resizeSection(column, neededWidth(column));
            others += neededWidth(column);
        }
    // A digest that is cut names nothing.
    const bool mayCutTitles = columns > kFewColumns || m_model->table().columns[0].kind == FigureKind::Mono;
    if (flexible == 0 && mayCutTitles && others + cellWidth(0) > viewport()->width()) {
        fitNumbers(viewport()->width());
        return;
    }
    const int room = viewport()->width() - others;
    const bool hasBar = flexible > 0 && room >= std::min(neededWidth(0), withText(kUsualText)) + kShortestBar;
    if (flexible > 0)
        setColumnHidden(flexible, !hasBar);
    if (!hasBar) {
        header()->resizeSection(0, std::max(room, withText(kShortestText)));
        return;
    }
    const int first =
        std::clamp(neededWidth(0), withText(kShortestText), std::max(room - kShortestBar, withText(kShortestText)));
    header()->resizeSection(0, first);
    header()->resizeSection(flexible, std::max(room - first, kShortestBar));
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else if (event->key() != Qt::Key_Space || !toggle(currentIndex()))
        RowView::keyPressEvent(event);
}

bool FigureView::toggle(const QModelIndex& index)
{
    const QModelIndex cell = index.siblingAtColumn(0);
    const QVariant isShown = cell.data(FigureModel::kShownRole);
    return isShown.isValid()
           && m_model->setData(cell, isShown.toBool() ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QModelIndex FigureView::squareAt(const QPoint& pos) const
{
    const QModelIndex index = indexAt(pos);
    if (index.column() != 0 || !index.data(FigureModel::kShownRole).isValid())
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return pos.x() <= FigureDelegate::squareEnd(option, index) ? index : QModelIndex();
}

void FigureView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex square = event->button() == Qt::LeftButton ? squareAt(event->pos()) : QModelIndex();
    m_isOnSquare = square.isValid();
    if (m_isOnSquare)
        toggle(square);
    else
        RowView::mousePressEvent(event);
}

void FigureView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void FigureView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isOnSquare)
        RowView::mouseReleaseEvent(event);
    m_isOnSquare = false;
}

void FigureView::open(const QModelIndex& index)
{
    if (const QString filter = index.data(FigureModel::kFilterRole).toString(); !filter.isEmpty())
        Q_EMIT opened(filter);
}

} // namespace slipway
