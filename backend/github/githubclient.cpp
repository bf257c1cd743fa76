#include "github/githubclient.h"

#include "github/billingparser.h"
#include "github/githubpaths.h"
#include "github/packagesparser.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString subjectOf(const VersionList& list)
{
    return QCoreApplication::translate("Subject", "the versions of %1").arg(list.package.value);
}

} // namespace

GithubClient::GithubClient(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_api(transport, std::move(access), std::move(clock))
{
}

Task<Result<Owner>> GithubClient::owner(QString login, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the owner \"%1\"").arg(login);
    const auto response =
        co_await m_api.get(m_api.url(u"/users/"_s + encodedSegment(login)), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseOwner(response->body, subject);
}

Task<Result<PagedList<ListedPackage>>> GithubClient::packages(Owner owner, PageCache* cache, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the packages of %1").arg(owner.login);
    using Reader = ListReader<ListedPackage>;
    const auto reader = std::make_shared<Reader>(m_api, cache, subject, parsePackages, std::move(context));
    co_return co_await Reader::readAll(
        reader, m_api.url(ownerPath(owner) + u"/packages"_s, u"package_type=container&per_page=100"_s));
}

Task<Result<PagedList<ListedVersion>>> GithubClient::versions(VersionList list, PageCache* cache,
                                                              CallContext context) const
{
    using Reader = ListReader<ListedVersion>;
    const auto reader = std::make_shared<Reader>(m_api, cache, subjectOf(list), parseVersions, std::move(context));
    co_return co_await Reader::readAll(reader, firstPage(list));
}

Task<Result<Greeting>> GithubClient::greeting(CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the server and your token");
    const auto response = co_await m_api.get(m_api.url(u"/"_s), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    co_return Result<Greeting>(greetingOf(*response));
}

Task<Result<Viewer>> GithubClient::viewer(CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "your account");
    const auto response = co_await m_api.get(m_api.url(u"/user"_s), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseViewer(*response, subject);
}

Task<Result<ViewerOrganizations>> GithubClient::organizations(CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "your organisations");
    const auto response =
        co_await m_api.get(m_api.url(u"/user/orgs"_s, u"per_page=100"_s), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseOrganizations(*response, subject);
}

Task<Result<void>> GithubClient::tryPackages(Owner owner, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the packages of %1").arg(owner.login);
    const auto response = co_await m_api.get(
        m_api.url(ownerPath(owner) + u"/packages"_s, u"package_type=container&per_page=1"_s), subject, context);
    if (!response)
        co_return std::unexpected(response.error());
    if (const auto rows = parsePackages(response->body, subject); !rows)
        co_return std::unexpected(rows.error());
    co_return Result<void>();
}

Task<Result<Billing>> GithubClient::billing(Owner owner, BillingMonth month, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the billing of %1").arg(owner.login);
    const QString account = owner.kind == OwnerKind::Organization ? u"/organizations/"_s : u"/users/"_s;
    const auto response =
        co_await m_api.get(m_api.url(account + encodedSegment(owner.login) + u"/settings/billing/usage"_s,
                                     u"year=%1&month=%2"_s.arg(month.year).arg(month.month)),
                           subject, std::move(context));
    if (!response) {
        const Error& error = response.error();
        if (error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound)
            co_return Result<Billing>(BillingNotPermitted{error.detail});
        co_return std::unexpected(error);
    }
    auto usage = parseBilling(response->body, subject);
    if (!usage)
        co_return std::unexpected(usage.error());
    co_return Result<Billing>(*std::move(usage));
}

Task<Result<ListPage<ListedVersion>>> GithubClient::versionPage(VersionList list, QUrl page, PageCache* cache,
                                                                CallContext context) const
{
    using Reader = ListReader<ListedVersion>;
    const auto reader = std::make_shared<Reader>(m_api, cache, subjectOf(list), parseVersions, std::move(context));
    co_return co_await Reader::readPage(reader, page.isEmpty() ? firstPage(list) : std::move(page));
}

QUrl GithubClient::firstPage(const VersionList& list) const
{
    return m_api.url(packagePath(list.owner, list.package) + u"/versions"_s,
                     (list.state == VersionState::Active ? u"state=active"_s : u"state=deleted"_s)
                         + u"&per_page=100"_s);
}

} // namespace slipway
