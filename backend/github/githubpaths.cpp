#include "github/githubpaths.h"

#include <QStringList>
#include <QUrl>

namespace slipway
{

using namespace Qt::StringLiterals;

QString encodedSegment(const QString& segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

QString ownerPath(const Owner& owner)
{
    return (owner.kind == OwnerKind::Organization ? u"/orgs/"_s : u"/users/"_s) + encodedSegment(owner.login);
}

QString packagePath(const Owner& owner, const PackageName& package)
{
    return ownerPath(owner) + u"/packages/container/"_s + encodedSegment(package.value);
}

QString repositoryPath(const RepositoryName& repository, const QString& rest)
{
    QStringList parts{QString(), u"repos"_s, encodedSegment(repository.owner), encodedSegment(repository.name)};
    const QStringList rests = rest.split(u'/', Qt::SkipEmptyParts);
    for (const QString& part : rests)
        parts.append(encodedSegment(part));
    return parts.join(u'/');
}

} // namespace slipway
