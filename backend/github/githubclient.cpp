#include "github/githubclient.h"

#include "core/redact.h"
#include "github/linkheader.h"
#include "github/packagesparser.h"
#include "net/responseerror.h"

#include <QUrlQuery>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// More than any list has (GitHub ends package lists at 100 pages): a server that goes on for ever is not followed for
/// ever.
constexpr int kMostPages = 20'000;

QString ownerPath(const Owner& owner)
{
    const QString login = QString::fromLatin1(QUrl::toPercentEncoding(owner.login));
    return (owner.kind == OwnerKind::Organization ? u"/orgs/"_s : u"/users/"_s) + login;
}

/// Pages 2 to last of a list, made from the `last` link; empty without one.
std::vector<QUrl> laterPages(const QUrl& last)
{
    QUrlQuery query(last);
    const int count = query.queryItemValue(u"page"_s).toInt();
    if (count > kMostPages)
        return {};
    std::vector<QUrl> pages;
    for (int page = 2; page <= count; ++page) {
        query.removeQueryItem(u"page"_s);
        query.addQueryItem(u"page"_s, QString::number(page));
        QUrl url = last;
        url.setQuery(query);
        pages.push_back(url);
    }
    return pages;
}

} // namespace

GithubClient::GithubClient(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_transport(transport)
    , m_access(std::move(access))
    , m_clock(std::move(clock))
{
}

QUrl GithubClient::url(const QString& encodedPath, const QString& query) const
{
    QUrl url = m_access.apiUrl;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    // "%2F" in a package name must reach the server as it is.
    url = QUrl(url.toString(QUrl::RemovePath | QUrl::RemoveQuery) + path + encodedPath, QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

Task<Result<HttpResponse>> GithubClient::get(QUrl url, QString subject, std::stop_token stop) const
{
    HttpRequest request;
    request.url = std::move(url);
    request.subject = subject;
    request.traffic = Traffic::Api;
    request.redirects = RedirectRule::SameHost;
    request.headers = {{"Accept"_ba, "application/vnd.github+json"_ba},
                       {"X-GitHub-Api-Version"_ba, m_access.apiVersion}};
    if (!m_access.token.isEmpty())
        request.headers.append({"Authorization"_ba, "Bearer " + m_access.token.toUtf8()});
    auto response = co_await m_transport.send(std::move(request), std::move(stop));
    if (!response)
        co_return response;
    if (auto error = errorOf(*response, subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    co_return response;
}

Task<Result<Owner>> GithubClient::owner(QString login, std::stop_token stop) const
{
    const QString subject = QCoreApplication::translate("Subject", "the owner \"%1\"").arg(login);
    const auto response =
        co_await get(url(u"/users/"_s + QString::fromLatin1(QUrl::toPercentEncoding(login))), subject, std::move(stop));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseOwner(response->body, subject);
}

Task<Result<PagedList<ListedPackage>>> GithubClient::packages(Owner owner, std::stop_token stop) const
{
    const QString subject = QCoreApplication::translate("Subject", "the packages of %1").arg(owner.login);
    co_return co_await readPages<ListedPackage>(
        url(ownerPath(owner) + u"/packages"_s, u"package_type=container&per_page=100"_s), subject, parsePackages,
        std::move(stop));
}

Task<Result<PagedList<ListedVersion>>> GithubClient::versions(Owner owner, PackageName package, VersionState state,
                                                              std::stop_token stop) const
{
    const QString subject = QCoreApplication::translate("Subject", "the versions of %1").arg(package.value);
    const QString path = ownerPath(owner) + u"/packages/container/"_s
                         + QString::fromLatin1(QUrl::toPercentEncoding(package.value)) + u"/versions"_s;
    const QString query = (state == VersionState::Active ? u"state=active"_s : u"state=deleted"_s) + u"&per_page=100"_s;
    co_return co_await readPages<ListedVersion>(url(path, query), subject, parseVersions, std::move(stop));
}

Task<Result<Viewer>> GithubClient::viewer(std::stop_token stop) const
{
    const QString subject = QCoreApplication::translate("Subject", "your account");
    const auto response = co_await get(url(u"/user"_s), subject, std::move(stop));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseViewer(*response, subject);
}

Task<Result<ViewerOrganizations>> GithubClient::organizations(std::stop_token stop) const
{
    const QString subject = QCoreApplication::translate("Subject", "your organisations");
    const auto response = co_await get(url(u"/user/orgs"_s, u"per_page=100"_s), subject, std::move(stop));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseOrganizations(*response, subject);
}

Task<Result<void>> GithubClient::tryPackages(Owner owner, std::stop_token stop) const
{
    const QString subject = QCoreApplication::translate("Subject", "the packages of %1").arg(owner.login);
    const auto response =
        co_await get(url(ownerPath(owner) + u"/packages"_s, u"package_type=container&per_page=1"_s), subject, stop);
    if (!response)
        co_return std::unexpected(response.error());
    if (const auto rows = parsePackages(response->body, subject); !rows)
        co_return std::unexpected(rows.error());
    co_return Result<void>();
}

template<typename Row>
Task<Result<PagedList<Row>>> GithubClient::readPages(QUrl first, QString subject, Parser<Row> parse,
                                                     std::stop_token stop) const
{
    const auto response = co_await get(first, subject, stop);
    if (!response)
        co_return std::unexpected(response.error());
    auto rows = parse(response->body, subject);
    if (!rows)
        co_return std::unexpected(rows.error());
    auto list = std::make_shared<PagedList<Row>>();
    list->rows = std::move(*rows);
    const auto links = parseLinkHeader(response->header("Link"), first);
    const QUrl next = links.value("next"_ba);
    const QUrl last = links.value("last"_ba);
    for (const QUrl& link : {next, last}) {
        if (!link.isEmpty() && !isSameOrigin(link, first)) {
            list->problems.push_back({ErrorKind::ForeignHost, subject, shownUrl(link), std::nullopt});
            co_return std::move(*list);
        }
    }
    const auto later = laterPages(last);
    if (later.empty()) {
        // Without a last page that can be counted to the list is followed link by link.
        if (!next.isEmpty())
            co_await readPage<Row>(next, subject, parse, list, Following::NextLinks, stop);
        co_return std::move(*list);
    }
    // Counted pages are read side by side; after the last one its own link is followed, for rows that came meanwhile.
    std::vector<Task<void>> pages;
    for (size_t i = 0; i < later.size(); ++i) {
        const auto following = i + 1 == later.size() ? Following::NextLinks : Following::Nothing;
        pages.push_back(readPage<Row>(later[i], subject, parse, list, following, stop));
    }
    for (auto& page : pages)
        co_await page;
    co_return std::move(*list);
}

template<typename Row>
Task<void> GithubClient::readPage(QUrl page, QString subject, Parser<Row> parse, std::shared_ptr<PagedList<Row>> list,
                                  Following following, std::stop_token stop) const
{
    const auto response = co_await get(page, subject, stop);
    if (!response) {
        list->problems.push_back(response.error());
        co_return;
    }
    auto rows = parse(response->body, subject);
    if (!rows) {
        list->problems.push_back(rows.error());
        co_return;
    }
    list->rows.insert(list->rows.end(), rows->begin(), rows->end());
    const auto links = parseLinkHeader(response->header("Link"), page);
    const QUrl next = links.value("next"_ba);
    if (next.isEmpty() || following == Following::Nothing)
        co_return;
    if (++list->followed > kMostPages) {
        list->problems.push_back({ErrorKind::Malformed, subject, u"its pages have no end"_s, std::nullopt});
        co_return;
    }
    if (!isSameOrigin(next, page))
        list->problems.push_back({ErrorKind::ForeignHost, subject, shownUrl(next), std::nullopt});
    else if (next == page)
        list->problems.push_back(
            {ErrorKind::Malformed, subject, u"the link to the next page leads to the same page"_s, std::nullopt});
    else
        co_await readPage<Row>(next, subject, parse, list, following, stop);
}

} // namespace slipway
