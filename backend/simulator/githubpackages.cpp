// What GithubRoutes answers below `…/packages`.
#include "simulator/githubjson.h"
#include "simulator/githubroutes.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <span>
#include <vector>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::int64_t kMostDownloads = 5000; // of a public version that may still be deleted

const QStringList& packageTypes()
{
    static const QStringList kTypes{u"npm"_s, u"maven"_s, u"rubygems"_s, u"docker"_s, u"nuget"_s, u"container"_s};
    return kTypes;
}

HttpAnswer notFound(const QString& what)
{
    return githubError(404, what);
}

HttpAnswer done()
{
    HttpAnswer answer;
    answer.status = 204;
    return answer;
}

bool isOverDownloads(const SimPackage& package, std::int64_t downloads)
{
    return package.facts().visibility == SimVisibility::Public && downloads > kMostDownloads;
}

/// The elements of a list that are on one page.
template<typename List>
std::span<const typename List::value_type> onPage(const List& list, const PageRequest& page)
{
    const auto size = static_cast<std::int64_t>(list.size());
    const auto first = std::min(page.first(), size);
    return std::span(list).subspan(static_cast<std::size_t>(first),
                                   static_cast<std::size_t>(std::min(page.perPage, size - first)));
}

HttpAnswer listAnswer(const QJsonArray& rows, const QByteArray& link)
{
    auto answer = jsonAnswer(200, QJsonDocument(rows));
    if (!link.isEmpty())
        answer.setHeader("link", link);
    return answer;
}

} // namespace

HttpAnswer GithubRoutes::packageList(const Call& call)
{
    const auto type = call.request.queryValue(u"package_type"_s);
    if (!packageTypes().contains(type))
        return githubError(400, u"Invalid argument."_s);
    if (auto refused = refusal(call, u"read:packages"_s, nullptr))
        return *refused;
    const auto page = pageRequest(call.request);
    if (page.perPage * page.page > 10000)
        return githubError(400, u"The product of page and per_page must not exceed 10000."_s);
    const auto visibility = call.request.queryValue(u"visibility"_s);
    std::vector<const SimPackage*> shown;
    for (const auto& package : m_state.packages) {
        const bool isPublic = package->facts().visibility == SimVisibility::Public;
        const bool isWanted = visibility.isEmpty() || visibility == (isPublic ? "public"_L1 : "private"_L1);
        if (type == "container"_L1 && isWanted && !package->isDeleted() && call.caller.sees(*package))
            shown.push_back(package.get());
    }
    const GithubJson json(m_state, call.request.base());
    QJsonArray rows;
    for (const auto* package : onPage(shown, page))
        rows.append(json.package(*package));
    auto answer = listAnswer(rows, linkHeader(call.request, call.linkPath, page, static_cast<qint64>(shown.size())));
    answer.setHeader("x-accepted-oauth-scopes", "read:packages");
    return answer;
}

HttpAnswer GithubRoutes::onePackage(const Call& call, SimPackage& package)
{
    if (call.request.method == "DELETE")
        return deletePackage(call, package);
    if (call.request.method != "GET" && call.request.method != "HEAD")
        return notFound(u"Not Found"_s);
    if (auto refused = refusal(call, u"read:packages"_s, &package))
        return *refused;
    return jsonAnswer(200, QJsonDocument(GithubJson(m_state, call.request.base()).package(package)));
}

HttpAnswer GithubRoutes::deletePackage(const Call& call, SimPackage& package)
{
    if (auto refused = refusal(call, u"delete:packages"_s, &package))
        return *refused;
    std::int64_t downloads = 0;
    for (const auto row : package.active())
        downloads = std::max(downloads, package.row(row).downloads);
    if (isOverDownloads(package, downloads)) {
        return githubError(400, u"Publicly visible packages with more than 5000 downloads cannot be deleted. Contact "
                                "GitHub support for further assistance."_s);
    }
    m_stale.beforeChange(package);
    package.facts().deletedAt = m_clock.now();
    return done();
}

HttpAnswer GithubRoutes::restorePackage(const Call& call, SimPackage& package)
{
    if (auto refused = refusal(call, u"write:packages"_s, &package))
        return *refused;
    if (!isRestorable(package.facts().deletedAt))
        return notFound(u"Package not found."_s);
    package.facts().deletedAt = {};
    return done();
}

HttpAnswer GithubRoutes::versions(const Call& call, SimPackage& package)
{
    const auto& method = call.request.method;
    const bool isGet = method == "GET" || method == "HEAD";
    if (call.rest.size() == 3)
        return isGet ? versionList(call, package) : notFound(u"Not Found"_s);
    const auto* version = package.findId(call.rest[3].toLongLong());
    if (version == nullptr)
        return notFound(u"Package not found."_s);
    if (call.rest.size() == 5 && call.rest[4] == "restore"_L1 && method == "POST")
        return restoreVersion(call, package, *version);
    if (call.rest.size() != 4 || version->presence != VersionPresence::Active)
        return notFound(u"Package not found."_s);
    if (method == "DELETE")
        return deleteVersion(call, package, *version);
    if (auto refused = refusal(call, u"read:packages"_s, &package))
        return *refused;
    return isGet ? jsonAnswer(200, QJsonDocument(GithubJson(m_state, call.request.base()).version(package, *version)))
                 : notFound(u"Not Found"_s);
}

HttpAnswer GithubRoutes::versionList(const Call& call, const SimPackage& package)
{
    if (auto refused = refusal(call, u"read:packages"_s, &package))
        return *refused;
    const bool isDeleted = call.request.queryValue(u"state"_s) == "deleted"_L1;
    const auto page = pageRequest(call.request);
    const GithubJson json(m_state, call.request.base());
    QJsonArray rows;
    auto total = static_cast<qint64>(package.active().size());
    const auto* stale = m_stale.take(package.facts().name);
    if (stale == nullptr && !isDeleted) {
        // No copy here: packages with 10^6 versions are listed a page at a time.
        for (const auto row : onPage(package.active(), page))
            rows.append(json.version(package, package.row(row)));
    } else {
        const auto lists = stale != nullptr ? *stale : listSnapshot(package);
        auto shown = isDeleted ? lists.deleted : lists.active;
        std::erase_if(shown, [&](const auto& row) { return isDeleted && !isRestorable(row.deletedAt); });
        for (const auto& version : onPage(shown, page))
            rows.append(json.version(package, version));
        total = static_cast<qint64>(shown.size());
    }
    const QString path = call.linkPath + "/container/"_L1
                         + QString::fromLatin1(QUrl::toPercentEncoding(package.facts().name)) + "/versions"_L1;
    return listAnswer(rows, linkHeader(call.request, path, page, total));
}

/// GHCR removes the manifest and every tag on it. It does not look whether an index needs it, and does not touch what
/// an index points at.
HttpAnswer GithubRoutes::deleteVersion(const Call& call, SimPackage& package, const SimVersion& version)
{
    if (auto refused = refusal(call, u"delete:packages"_s, &package))
        return *refused;
    if (isOverDownloads(package, version.downloads)) {
        return githubError(400, u"Publicly visible package versions with more than 5000 downloads cannot be deleted. "
                                "Contact GitHub support for further assistance."_s);
    }
    if (!version.tags.isEmpty() && !package.hasOtherTagged(version)) {
        return githubError(400, u"You cannot delete the last tagged version of a package. You must delete the package "
                                "instead."_s);
    }
    m_stale.beforeChange(package);
    package.remove(version.id, m_clock.now());
    return done();
}

HttpAnswer GithubRoutes::restoreVersion(const Call& call, SimPackage& package, const SimVersion& version)
{
    if (auto refused = refusal(call, u"write:packages"_s, &package))
        return *refused;
    if (version.presence == VersionPresence::Active || !isRestorable(version.deletedAt))
        return notFound(u"Package not found."_s);
    const bool isReplaced = package.findDigest(version.digest) != nullptr;
    if (isReplaced)
        return notFound(u"Package not found."_s);
    m_stale.beforeChange(package);
    package.restore(version.id, m_clock.now());
    return done();
}

} // namespace slipway
