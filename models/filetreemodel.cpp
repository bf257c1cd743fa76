#include "models/filetreemodel.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

FileTreeModel::FileTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

std::unique_ptr<FileTreeModel::Node> FileTreeModel::treeOf(const FileRoot& root)
{
    auto tree = std::make_unique<Node>();
    tree->from = root.from;
    for (const auto& file : root.files) {
        Node* folder = tree.get();
        const QStringList parts = file.path.split(u'/');
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool isFile = i + 1 == parts.size();
            const auto known = std::ranges::find_if(folder->children, [&](const auto& child) {
                return !isFile && child->path.isEmpty() && child->name == parts[i];
            });
            if (known != folder->children.end()) {
                folder = known->get();
                continue;
            }
            auto node = std::make_unique<Node>(folder, parts[i], isFile ? file.path : QString(), root.from);
            folder->children.push_back(std::move(node));
            folder = folder->children.back().get();
        }
    }
    return tree;
}

void FileTreeModel::setRoot(const FileRoot& root)
{
    const auto at = std::ranges::lower_bound(m_roots, root.from, {}, &FileRoot::from);
    const int row = static_cast<int>(at - m_roots.begin());
    const bool isKnown = at != m_roots.end() && at->from == root.from;
    const bool isNothing = root.name.isEmpty() && root.files.empty() && !root.error && !root.isLoading;
    if (isKnown && !isNothing && at->files == root.files) {
        // Rows stay; only what is said of the root is another thing.
        *at = root;
        Q_EMIT dataChanged(index(row, 0), index(row, 0));
        return;
    }
    if (isKnown) {
        beginRemoveRows({}, row, row);
        m_roots.erase(at);
        m_trees.erase(m_trees.begin() + row);
        endRemoveRows();
    }
    if (isNothing)
        return;
    beginInsertRows({}, row, row);
    m_roots.insert(m_roots.begin() + row, root);
    m_trees.insert(m_trees.begin() + row, treeOf(root));
    endInsertRows();
}

void FileTreeModel::clear()
{
    beginResetModel();
    m_roots.clear();
    m_trees.clear();
    endResetModel();
}

const FileTreeModel::Node* FileTreeModel::nodeOf(const QModelIndex& index) const
{
    return static_cast<const Node*>(index.constInternalPointer());
}

int FileTreeModel::rowOf(const Node& node) const
{
    const auto& siblings = node.parent ? node.parent->children : m_trees;
    const auto at = std::ranges::find(siblings, &node, [](const auto& each) { return each.get(); });
    return static_cast<int>(at - siblings.begin());
}

FilePlace FileTreeModel::placeAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    return {nodeOf(index)->from, nodeOf(index)->path};
}

QModelIndex FileTreeModel::indexOf(const FilePlace& place) const
{
    const auto root = std::ranges::find(m_roots, place.from, &FileRoot::from);
    if (root == m_roots.end() || place.path.isEmpty())
        return {};
    const Node* node = m_trees[static_cast<std::size_t>(root - m_roots.begin())].get();
    const QStringList parts = place.path.split(u'/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isFile = i + 1 == parts.size();
        const auto child = std::ranges::find_if(
            node->children, [&](const auto& each) { return each->name == parts[i] && each->path.isEmpty() != isFile; });
        if (child == node->children.end())
            return {};
        node = child->get();
    }
    return createIndex(rowOf(*node), 0, node);
}

std::vector<FilePlace> FileTreeModel::places() const
{
    std::vector<FilePlace> all;
    for (const auto& root : m_roots)
        for (const auto& file : root.files)
            all.push_back({root.from, file.path});
    return all;
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto& children = parent.isValid() ? nodeOf(parent)->children : m_trees;
    return createIndex(row, column, children[static_cast<std::size_t>(row)].get());
}

QModelIndex FileTreeModel::parent(const QModelIndex& child) const
{
    const Node* above = child.isValid() ? nodeOf(child)->parent : nullptr;
    return above ? createIndex(rowOf(*above), 0, above) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? nodeOf(parent)->children.size() : m_trees.size());
}

int FileTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return 1;
}

QVariant FileTreeModel::rootData(const FileRoot& root, int role) const
{
    const QString name = root.from == FilesFrom::Templates  ? tr("Templates")
                         : root.from == FilesFrom::Checkout ? root.name.section(u'/', -1, -1, QString::SectionSkipEmpty)
                                                            : root.name;
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return root.from == FilesFrom::Templates ? tr("Made from the profile and the packages there are") : root.name;
    case kNoteRole:
        if (root.isLoading)
            return tr("being read…");
        if (root.error)
            return tr("not read");
        if (root.files.empty())
            return tr("no files");
        return root.isPartial ? tr("not all") : root.branch;
    case Qt::AccessibleTextRole: {
        const QString note = rootData(root, kNoteRole).toString();
        return note.isEmpty() ? name : name + u", "_s + note;
    }
    default:
        return {};
    }
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    if (!node.parent)
        return rootData(m_roots[static_cast<std::size_t>(index.row())], role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return node.name;
    case Qt::ToolTipRole:
        return node.path.isEmpty() ? QVariant() : QVariant(node.path);
    case kFileRole:
        return !node.path.isEmpty();
    default:
        return {};
    }
}

} // namespace slipway
