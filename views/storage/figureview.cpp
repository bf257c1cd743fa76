#include "views/storage/figureview.h"

#include "views/storage/figuredelegate.h"
#include "views/theme/cellinset.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/copybutton.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

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
} // namespace

FigureView::FigureView(const QString& name, QWidget* parent)
    : RowView(parent)
    , m_model(new FigureModel(this))
{
    setAccessibleName(name);
    setItemDelegate(new FigureDelegate(this));
    setRootIsDecorated(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& pos) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(icon("edit-copy"_L1), tr("Copy data"), this, &FigureView::copy);
        menu->popup(viewport()->mapToGlobal(pos));
    });
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    setModel(m_model);
    connect(this, &QAbstractItemView::clicked, this, &FigureView::open);
}

void FigureView::showTable(FigureTable table)
{
    m_model->setTable(std::move(table));
    fitColumns();
}

void FigureView::copy()
{
    copyToClipboard(QString::fromUtf8(figuresAsCsv(m_model->table())));
}

int FigureView::neededWidth(int column) const
{
    const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(title) + 2 * kCellPadding + 2;
    for (int row = 0; row < m_model->rowCount(); ++row)
        width = std::max(width, itemDelegate()->sizeHint({}, m_model->index(row, column)).width());
    const bool isEdge = column == 0 || column == m_model->columnCount() - 1;
    return width + (isEdge ? kEdgeExtra : 0);
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
    else
        RowView::keyPressEvent(event);
}

void FigureView::open(const QModelIndex& index)
{
    if (const QString filter = index.data(FigureModel::kFilterRole).toString(); !filter.isEmpty())
        Q_EMIT opened(filter);
}

} // namespace slipway
