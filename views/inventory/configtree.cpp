#include "views/inventory/configtree.h"

#include "models/configmodel.h"
#include "views/inventory/configdelegate.h"
#include "views/theme/cellinset.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace slipway
{

namespace
{
/// Names are mostly shorter than values, labels may be longer.
constexpr int kMostNamePercent = 55;
constexpr int kLeastNamePercent = 25;
constexpr int kIndent = 16;
} // namespace

ConfigTree::ConfigTree(QWidget* parent)
    : RowView(parent)
{
    setAccessibleName(tr("Config"));
    setItemDelegate(new ConfigDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setIndentation(kIndent);
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ConfigTree::copyLines()
{
    QStringList lines;
    bool isWhole = true;
    const bool isAll = !selectionModel()->hasSelection();
    for (int section = 0; section < model()->rowCount(); ++section) {
        const QModelIndex parent = model()->index(section, 0);
        for (int row = 0; row < model()->rowCount(parent); ++row) {
            const QModelIndex line = model()->index(row, 0, parent);
            if (isAll || selectionModel()->isSelected(line))
                lines.append(line.data(ConfigModel::kCopyRole).toString());
            else
                isWhole = false;
        }
    }
    copyAndTell(*this, lines, isWhole ? Copied::Config : Copied::Line);
}

void ConfigTree::reset()
{
    RowView::reset();
    if (model())
        fitColumns();
}

/// As wide as the longest name, within limits.
void ConfigTree::fitColumns()
{
    const QFontMetrics metrics(fontFor(TextRole::Body));
    int longest = 0;
    for (int section = 0; section < model()->rowCount(); ++section) {
        const QModelIndex parent = model()->index(section, 0);
        for (int row = 0; row < model()->rowCount(parent); ++row)
            longest = std::max(longest, metrics.horizontalAdvance(model()->index(row, 0, parent).data().toString()));
    }
    const int room = viewport()->width();
    header()->resizeSection(0, std::clamp(longest + 2 * kIndent + 2 * kCellPadding + 1, room * kLeastNamePercent / 100,
                                          room * kMostNamePercent / 100));
}

void ConfigTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyLines();
    else
        RowView::keyPressEvent(event);
}

} // namespace slipway
