#include "views/files/filetree.h"

#include "views/files/filetreedelegate.h"
#include "views/theme/typography.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace slipway
{

namespace
{
constexpr int kIndent = 16;
} // namespace

FileTree::FileTree(FileTreeModel& model, QWidget* parent)
    : RowView(parent)
    , m_model(model)
{
    setAccessibleName(tr("Files"));
    setItemDelegate(new FileTreeDelegate(this));
    setIndentation(kIndent);
    setHeaderHidden(true);
    setModel(&model);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (const FilePlace place = m_model.placeAt(current); !place.path.isEmpty())
            Q_EMIT fileSelected(place);
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& above, int first, int last) {
        for (int row = first; row <= last; ++row)
            expandRecursively(m_model.index(row, 0, above));
    });
}

bool FileTree::select(const FilePlace& place)
{
    const QModelIndex index = m_model.indexOf(place);
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

FilePlace FileTree::selected() const
{
    return m_model.placeAt(currentIndex());
}

void FileTree::fitColumns()
{
    header()->setStretchLastSection(true);
}

void FileTree::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !selected().path.isEmpty())
        Q_EMIT opened();
    else
        RowView::keyPressEvent(event);
}

} // namespace slipway
