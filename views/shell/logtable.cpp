#include "views/shell/logtable.h"

#include "models/logmodel.h"
#include "views/shell/logdelegate.h"
#include "views/theme/typography.h"

#include <QHeaderView>
#include <QKeyEvent>
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
    : RowView(parent)
{
    setAccessibleName(tr("Log lines"));
    setItemDelegate(new LogDelegate(this));
    setRootIsDecorated(false);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem); // no line half below the header
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogTable::noteScrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_isFollowing)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    });
}

void LogTable::setModel(QAbstractItemModel* model)
{
    RowView::setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        if (first == 0)
            keepPlace(last + 1);
    });
}

/// What goes above the lines in sight does not move them.
void LogTable::keepPlace(int removedRows)
{
    if (!m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - removedRows);
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

void LogTable::fitColumns()
{
    const int room = viewport()->width() - kNarrowestMessage;
    const std::array widths{withText(kTimeWidth), withText(kLevelWidth), withText(kCategoryWidth)};
    for (size_t column = 0; column < widths.size(); ++column)
        header()->resizeSection(static_cast<int>(column), std::min(widths[column], std::max(room / 3, 60)));
}

void LogTable::keyPressEvent(QKeyEvent* event)
{
    setByKeyboard(true);
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier) {
        setCurrentIndex(model()->index(model()->rowCount() - 1, 0));
        followNewest();
        return;
    }
    RowView::keyPressEvent(event);
}

} // namespace slipway
