#include "files/filekind.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

bool matches(const QString& text, const QString& pattern)
{
    const QRegularExpression shape(QRegularExpression::anchoredPattern(pattern),
                                   QRegularExpression::CaseInsensitiveOption);
    return shape.match(text).hasMatch();
}

/// Folders first; below one folder by name, whatever its case.
bool isBefore(const ListedFile& a, const ListedFile& b)
{
    const QStringList left = a.path.split(u'/');
    const QStringList right = b.path.split(u'/');
    const qsizetype common = std::min(left.size(), right.size());
    for (qsizetype i = 0; i < common; ++i) {
        const bool isLeftFile = i + 1 == left.size();
        const bool isRightFile = i + 1 == right.size();
        if (isLeftFile != isRightFile)
            return isRightFile;
        if (const int order = left[i].compare(right[i], Qt::CaseInsensitive); order != 0)
            return order < 0;
    }
    return a.path < b.path;
}

} // namespace

std::optional<FileKind> fileKind(const QString& path)
{
    const QString name = path.section(u'/', -1);
    if (name == "build-lock.json"_L1 || name.endsWith(".build-lock.json"_L1))
        return FileKind::Lock;
    if (matches(path, u"(?:.*/)?\\.github/workflows/[^/]+\\.ya?ml"_s))
        return FileKind::Workflow;
    if (matches(name, u"(?:docker-)?compose(?:[.-][^/]+)?\\.ya?ml"_s))
        return FileKind::Compose;
    if (matches(name, u"(?:slipway|.+\\.profile)\\.ya?ml"_s))
        return FileKind::Profile;
    if (matches(name, u".*cleanup.*\\.ya?ml"_s))
        return FileKind::Policy;
    if (matches(name, u"(?:.+\\.)?(?:Dockerfile|Containerfile)(?:\\.[^/]+)?"_s))
        return FileKind::Dockerfile;
    if (matches(name, u"\\.?renovate(?:rc)?(?:\\.json5?)?"_s) || matches(path, u"\\.github/dependabot\\.ya?ml"_s))
        return FileKind::Updates;
    return std::nullopt;
}

std::vector<ListedFile> listedFiles(const QStringList& paths)
{
    std::vector<ListedFile> files;
    for (const QString& path : paths)
        if (const auto kind = fileKind(path))
            files.push_back({path, *kind});
    std::ranges::sort(files, isBefore);
    return files;
}

} // namespace slipway
