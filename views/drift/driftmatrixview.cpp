#include "views/drift/driftmatrixview.h"

#include "models/driftmatrixmodel.h"
#include "views/drift/driftmatrixdelegate.h"
#include "views/theme/cellinset.h"
#include "views/theme/typography.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr int kLeastRows = 3;
constexpr int kMostRows = 12;
constexpr int kLeastHub = 72;
constexpr int kMeasured = 200; ///< rows that columns are measured by

int column(DriftMatrixColumn value)
{
    return static_cast<int>(value);
}

} // namespace

DriftMatrixView::DriftMatrixView(DriftMatrixModel& model, QWidget* parent)
    : QTableView(parent)
    , m_matrix(model)
{
    setAccessibleName(tr("Checks by family"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setItemDelegate(new DriftMatrixDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1); // its own follows a font that it has later than this has
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(24);
    setModel(&model);
    followText(*this, [this] {
        verticalHeader()->setDefaultSectionSize(itemDelegate()->sizeHint({}, {}).height());
        fitColumns();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &DriftMatrixView::fitColumns);
    connect(&model, &QAbstractItemModel::dataChanged, this, &DriftMatrixView::fitColumns);
}

QSize DriftMatrixView::sizeOfRows(int rows) const
{
    return {QTableView::sizeHint().width(),
            horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

QSize DriftMatrixView::sizeHint() const
{
    return sizeOfRows(std::clamp(m_matrix.rowCount(), kLeastRows, kMostRows));
}

QSize DriftMatrixView::minimumSizeHint() const
{
    return {1, sizeOfRows(kLeastRows).height()};
}

int DriftMatrixView::neededWidth(int column) const
{
    const QString title = m_matrix.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(title) + 2 * kCellPadding + 2;
    for (int row = 0; row < std::min(m_matrix.rowCount(), kMeasured); ++row)
        width = std::max(width, itemDelegate()->sizeHint({}, m_matrix.index(row, column)).width());
    const bool isEdge = column == 0 || column == m_matrix.columnCount() - 1;
    return width + (isEdge ? kEdgeExtra : 0);
}

/// Checks have the room their words need, as far as it goes, and share what is left; the number of images gives way
/// first.
void DriftMatrixView::fitColumns()
{
    const int room = viewport()->width();
    const int columns = m_matrix.columnCount();
    const int checks = columns - kDriftMatrixColumns;
    int needed = 0;
    for (int at = kDriftMatrixColumns; at < columns; ++at)
        needed += neededWidth(at);
    const int family = std::min(neededWidth(column(DriftMatrixColumn::Family)), room / 6);
    const int images = neededWidth(column(DriftMatrixColumn::Images));
    const bool hasImages = room >= family + withText(kLeastHub) + images + needed;
    setColumnHidden(column(DriftMatrixColumn::Images), !hasImages);
    int left = room - family - (hasImages ? images : 0);
    const int hub = std::clamp(left - needed, withText(kLeastHub), neededWidth(column(DriftMatrixColumn::Hub)));
    left -= hub;
    // Where there is too little, all give way alike.
    const int all = left;
    const int spare = std::max(all - needed, 0) / std::max(checks, 1);
    for (int at = kDriftMatrixColumns; at < columns; ++at) {
        const int wanted = neededWidth(at);
        const int width = at == columns - 1 ? left : all < needed ? wanted * all / needed : wanted + spare;
        horizontalHeader()->resizeSection(at, std::max(width, 24));
        left -= width;
    }
    horizontalHeader()->resizeSection(column(DriftMatrixColumn::Family), family);
    horizontalHeader()->resizeSection(column(DriftMatrixColumn::Hub), hub);
    if (hasImages)
        horizontalHeader()->resizeSection(column(DriftMatrixColumn::Images), images);
    updateGeometry();
}

void DriftMatrixView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void DriftMatrixView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT cellOpened(currentIndex());
        return;
    }
    const QPersistentModelIndex before(currentIndex());
    QTableView::keyPressEvent(event);
    if (currentIndex().isValid() && before != currentIndex())
        Q_EMIT cellChosen(currentIndex());
}

void DriftMatrixView::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    if (currentIndex().isValid() && selectionModel()->isSelected(currentIndex()))
        Q_EMIT cellChosen(currentIndex());
}

} // namespace slipway
