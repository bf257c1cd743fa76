#pragma once

#include "models/fileplaces.h"

#include <QAbstractItemModel>

namespace slipway
{

/// The files there are to look at: roots, the folders of each, and in these the files.
class FileTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        kFileRole = Qt::UserRole + 0x200, ///< true for a file
        kNoteRole,                        ///< what stands at the end of a root's row: its branch, or that it is read
    };

    explicit FileTreeModel(QObject* parent = nullptr);

    /// Takes the place of the root that comes from the same; one without name, files, error and loading goes. Roots
    /// stand in the order of FilesFrom; the rows of the others stay as they are.
    void setRoot(const FileRoot& root);
    void clear();
    [[nodiscard]] const std::vector<FileRoot>& roots() const { return m_roots; }

    /// Nothing for roots and folders.
    [[nodiscard]] FilePlace placeAt(const QModelIndex& index) const;
    /// Invalid where it is not listed.
    [[nodiscard]] QModelIndex indexOf(const FilePlace& place) const;
    /// The files in their order, over all roots.
    [[nodiscard]] std::vector<FilePlace> places() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node final {
        Node* parent = nullptr;
        QString name;
        QString path; ///< of a file; empty for a folder
        FilesFrom from = FilesFrom::Checkout;
        std::vector<std::unique_ptr<Node>> children;
    };

    [[nodiscard]] static std::unique_ptr<Node> treeOf(const FileRoot& root);
    [[nodiscard]] const Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] int rowOf(const Node& node) const;
    [[nodiscard]] QVariant rootData(const FileRoot& root, int role) const;

    std::vector<FileRoot> m_roots;
    std::vector<std::unique_ptr<Node>> m_trees; ///< beside the roots
};

} // namespace slipway
