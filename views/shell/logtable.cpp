#include "views/shell/logtable.h"

#include "models/logmodel.h"
#include "views/shell/logdelegate.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/widgets/headercorner.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace slipway
{

namespace
{
constexpr int kTimeWidth = 112;
constexpr int kLevelWidth = 112;
constexpr int kCategoryWidth = 112;
constexpr int kNarrowestMessage = 200;
} // namespace

LogTable::LogTable(QWidget* parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("Log lines"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new LogDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    addScrollBarWidget(new HeaderCorner(this), Qt::AlignTop);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogTable::noteScrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_isFollowing)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    });
}

void LogTable::setModel(QAbstractItemModel* model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        if (first == 0)
            keepPlace(last + 1);
    });
    fit();
}

/// What goes above the lines in sight does not move them.
void LogTable::keepPlace(int removedRows)
{
    if (!m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - removedRows * LogDelegate::kRowHeight);
}

void LogTable::noteScrolled(int value)
{
    setFollowing(value >= verticalScrollBar()->maximum());
}

void LogTable::setFollowing(bool isFollowing)
{
    if (m_isFollowing == isFollowing)
        return;
    m_isFollowing = isFollowing;
    Q_EMIT followingChanged();
}

void LogTable::followNewest()
{
    scrollToBottom();
    setFollowing(true);
}

QString LogTable::selectedLines() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return allLines();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString lines;
    for (const auto& row : std::as_const(rows))
        lines += row.data(LogLineRole).toString() + u'\n';
    return lines;
}

QString LogTable::allLines() const
{
    QString lines;
    for (int row = 0; row < model()->rowCount(); ++row)
        lines += model()->index(row, 0).data(LogLineRole).toString() + u'\n';
    return lines;
}

void LogTable::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(palette());
    const QRect rect = option.rect;
    if (selectionModel()->isSelected(index))
        painter->fillRect(rect, isActiveWindow() ? t.accentTint : t.track);
    QStyleOptionViewItem row(option);
    row.state.setFlag(QStyle::State_HasFocus, false);
    QTreeView::drawRow(painter, row, index);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    if (m_isByKeyboard && hasFocus() && currentIndex().row() == index.row())
        paintFocusRing(*painter, rect.adjusted(0, 0, 0, -1), 0, t.accent);
}

void LogTable::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fit();
}

void LogTable::fit()
{
    if (!model())
        return;
    const int room = viewport()->width() - kNarrowestMessage;
    const std::array widths{kTimeWidth, kLevelWidth, kCategoryWidth};
    for (size_t column = 0; column < widths.size(); ++column)
        header()->resizeSection(static_cast<int>(column), std::min(widths[column], std::max(room / 3, 60)));
}

void LogTable::keyPressEvent(QKeyEvent* event)
{
    m_isByKeyboard = true;
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier) {
        setCurrentIndex(model()->index(model()->rowCount() - 1, 0));
        followNewest();
        return;
    }
    QTreeView::keyPressEvent(event);
    viewport()->update();
}

void LogTable::mousePressEvent(QMouseEvent* event)
{
    m_isByKeyboard = false;
    QTreeView::mousePressEvent(event);
}

void LogTable::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason)
        m_isByKeyboard = true;
    QTreeView::focusInEvent(event);
    viewport()->update();
}

} // namespace slipway
