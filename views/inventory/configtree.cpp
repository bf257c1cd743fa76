#include "views/inventory/configtree.h"

#include "models/configmodel.h"
#include "views/inventory/configdelegate.h"
#include "views/widgets/copybutton.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace slipway
{

namespace
{
/// Names are mostly shorter than values.
constexpr int kNamePercent = 42;
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

QString ConfigTree::linesToCopy() const
{
    QStringList lines;
    const bool isAll = !selectionModel()->hasSelection();
    for (int section = 0; section < model()->rowCount(); ++section) {
        const QModelIndex parent = model()->index(section, 0);
        for (int row = 0; row < model()->rowCount(parent); ++row) {
            const QModelIndex line = model()->index(row, 0, parent);
            if (isAll || selectionModel()->isSelected(line))
                lines.append(line.data(ConfigModel::kCopyRole).toString());
        }
    }
    return lines.join(QChar(u'\n'));
}

void ConfigTree::fitColumns()
{
    header()->resizeSection(0, viewport()->width() * kNamePercent / 100);
}

void ConfigTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyToClipboard(linesToCopy());
    else
        RowView::keyPressEvent(event);
}

} // namespace slipway
