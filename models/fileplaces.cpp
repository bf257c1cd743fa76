#include "models/fileplaces.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

namespace
{

bool hasHistory(const std::vector<FileRoot>& roots, FilesFrom from)
{
    const auto root = std::ranges::find(roots, from, &FileRoot::from);
    return root != roots.end() && root->hasHistory;
}

bool hasFile(const std::vector<FileRoot>& roots, FilesFrom from, const QString& path)
{
    const auto root = std::ranges::find(roots, from, &FileRoot::from);
    return root != roots.end() && std::ranges::contains(root->files, path, &ListedFile::path);
}

} // namespace

QString filesFromWord(FilesFrom from)
{
    switch (from) {
    case FilesFrom::Checkout:
        return QCoreApplication::translate("slipway::FileNotesModel", "Folder");
    case FilesFrom::Repository:
        return QCoreApplication::translate("slipway::FileNotesModel", "Repository");
    case FilesFrom::Templates:
        return QCoreApplication::translate("slipway::FileNotesModel", "Template");
    }
    return {};
}

std::optional<FileKind> kindIn(const std::vector<FileRoot>& roots, const FilePlace& place)
{
    const auto root = std::ranges::find(roots, place.from, &FileRoot::from);
    if (root == roots.end())
        return fileKind(place.path);
    const auto file = std::ranges::find(root->files, place.path, &ListedFile::path);
    return file == root->files.end() ? fileKind(place.path) : file->kind;
}

std::vector<Against> comparisonsFor(const FilePlace& place, const std::vector<FileRoot>& roots)
{
    std::vector<Against> choices{Against::Nothing};
    if (place.from != FilesFrom::Templates && kindIn(roots, place) == FileKind::Lock)
        choices.push_back(Against::Registry);
    if (place.from != FilesFrom::Checkout && hasFile(roots, FilesFrom::Checkout, place.path))
        choices.push_back(Against::Checkout);
    if (place.from != FilesFrom::Repository && hasFile(roots, FilesFrom::Repository, place.path))
        choices.push_back(Against::Repository);
    if (place.from != FilesFrom::Templates && hasFile(roots, FilesFrom::Templates, place.path))
        choices.push_back(Against::Template);
    if (hasHistory(roots, place.from))
        choices.push_back(Against::Earlier);
    return choices;
}

} // namespace slipway
