// What GithubClient asks of single versions.
#include "github/githubclient.h"
#include "github/githubpaths.h"
#include "github/packagesparser.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString subjectOf(const VersionAddress& address)
{
    return QCoreApplication::translate("Subject", "version %1 of %2").arg(address.id.value).arg(address.package.value);
}

/// GitHub says why it does not delete in words only ("Deleting and restoring a package", "Required permissions"). A
/// word more or less must not turn either into something that is tried again.
std::optional<DeletionAnswer> refusalIn(const HttpResponse& response)
{
    if (response.status != 400 && response.status != 403 && response.status != 422)
        return std::nullopt;
    const QString text = QString::fromUtf8(response.body.left(2000)).remove(u',');
    if (text.contains("5000 downloads"_L1, Qt::CaseInsensitive))
        return DeletionAnswer::TooManyDownloads;
    if (text.contains("last tagged version"_L1, Qt::CaseInsensitive))
        return DeletionAnswer::LastTagged;
    return std::nullopt;
}

} // namespace

Task<Result<ListedVersion>> GithubClient::version(VersionAddress address, CallContext context) const
{
    const QString subject = subjectOf(address);
    const auto response = co_await m_api.get(urlOf(address), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseVersion(response->body, subject);
}

Task<Result<void>> GithubClient::tryPackage(Owner owner, PackageName package, CallContext context) const
{
    const auto response = co_await m_api.get(m_api.url(packagePath(owner, package)), package.value, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    co_return Result<void>();
}

Task<Result<DeletionAnswer>> GithubClient::deleteVersion(VersionAddress address, CallContext context) const
{
    const QString subject = subjectOf(address);
    const auto response = co_await m_api.change(HttpMethod::Delete, urlOf(address), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    if (const auto refusal = refusalIn(*response))
        co_return Result<DeletionAnswer>(*refusal);
    if (auto error = m_api.errorIn(*response, subject))
        co_return std::unexpected(std::move(*error));
    co_return Result<DeletionAnswer>(DeletionAnswer::Deleted);
}

Task<Result<void>> GithubClient::restoreVersion(VersionAddress address, CallContext context) const
{
    const QString subject = subjectOf(address);
    const auto response =
        co_await m_api.change(HttpMethod::Post, urlOf(address, u"/restore"_s), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    if (auto error = m_api.errorIn(*response, subject))
        co_return std::unexpected(std::move(*error));
    co_return Result<void>();
}

QUrl GithubClient::urlOf(const VersionAddress& address, const QString& rest) const
{
    return m_api.url(packagePath(address.owner, address.package) + u"/versions/"_s + QString::number(address.id.value)
                     + rest);
}

} // namespace slipway
