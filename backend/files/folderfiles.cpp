#include "files/folderfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kDeepest = 8;
constexpr int kMostEntries = 100'000;

bool isWanted(const QFileInfo& folder)
{
    const QString name = folder.fileName();
    return name == ".github"_L1 || (!name.startsWith(u'.') && name != "node_modules"_L1);
}

struct Open final {
    QString path; ///< from the root
    int depth = 0;
};

} // namespace

Result<FolderFiles> filesBelow(const QString& folder, std::stop_token stop)
{
    const QFileInfo root(folder);
    if (!root.isDir() || !root.isReadable()) {
        return failure(ErrorKind::FileAccess, folder,
                       root.exists() ? QCoreApplication::translate("Files", "it is no folder that can be read")
                                     : QCoreApplication::translate("Files", "there is no such folder"));
    }
    FolderFiles found;
    QStringList paths;
    int entries = 0;
    std::vector<Open> open{{}};
    while (!open.empty()) {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, folder);
        const Open next = std::move(open.back());
        open.pop_back();
        const QDir dir(next.path.isEmpty() ? folder : folder + u'/' + next.path);
        const auto infos =
            dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
        for (const QFileInfo& info : infos) {
            if (++entries > kMostEntries) {
                found.isPartial = true;
                break;
            }
            const QString path = next.path.isEmpty() ? info.fileName() : next.path + u'/' + info.fileName();
            if (!info.isDir())
                paths.append(path);
            else if (isWanted(info) && next.depth < kDeepest)
                open.push_back({path, next.depth + 1});
            else if (isWanted(info))
                found.isPartial = true;
        }
        if (entries > kMostEntries)
            break;
    }
    found.files = listedFiles(paths);
    return found;
}

Result<FileText> loadTextBelow(const QString& folder, const QString& path)
{
    const QString full = folder + u'/' + path;
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QString real = QFileInfo(full).canonicalFilePath();
    if (!real.isEmpty() && !real.startsWith(root + u'/'))
        return failure(ErrorKind::FileAccess, full, QCoreApplication::translate("Files", "it lies outside the folder"));
    return loadText(full);
}

} // namespace slipway
