#include "github/repositorychanges.h"

#include "core/jsonreader.h"
#include "github/changeanswer.h"
#include "github/githubpaths.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString subjectOf(const RepositoryName& repository, const QString& branch)
{
    return QCoreApplication::translate("Subject", "the branch %1 of %2").arg(branch, repository.toText());
}

} // namespace

RepositoryChanges::RepositoryChanges(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_api(transport, std::move(access), std::move(clock))
{
}

Task<Result<void>> RepositoryChanges::createBranch(RepositoryName repository, QString branch, QString commit,
                                                   CallContext context) const
{
    const auto answer = co_await sendChange(
        m_api, HttpMethod::Post, m_api.url(repositoryPath(repository, u"git/refs"_s)), subjectOf(repository, branch),
        QJsonObject{{u"ref"_s, u"refs/heads/"_s + branch}, {u"sha"_s, commit}}, std::move(context));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Result<void>();
}

Task<Result<void>> RepositoryChanges::moveBranch(RepositoryName repository, QString branch, QString commit,
                                                 BranchMove move, CallContext context) const
{
    const auto answer = co_await sendChange(
        m_api, HttpMethod::Patch, m_api.url(repositoryPath(repository, u"git/refs/heads/"_s + branch)),
        subjectOf(repository, branch), QJsonObject{{u"sha"_s, commit}, {u"force"_s, move == BranchMove::Force}},
        std::move(context));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Result<void>();
}

Task<Result<QString>> RepositoryChanges::writeFile(RepositoryName repository, FileChange change,
                                                   CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "%1 in the branch %2 of %3")
                                .arg(change.path, change.branch, repository.toText());
    QJsonObject body{{u"message"_s, change.message},
                     {u"content"_s, QString::fromLatin1(change.bytes.toBase64())},
                     {u"branch"_s, change.branch}};
    if (!change.blob.isEmpty())
        body.insert(u"sha"_s, change.blob);
    const auto answer =
        co_await sendChange(m_api, HttpMethod::Put, m_api.url(repositoryPath(repository, u"contents/"_s + change.path)),
                            subject, std::move(body), std::move(context));
    if (!answer)
        co_return std::unexpected(answer.error());
    JsonReader reader(*answer, subject);
    if (reader.error())
        co_return std::unexpected(*reader.error());
    const QString commit = reader.root()["commit"_L1]["sha"_L1].string();
    co_return reader.finish(commit);
}

} // namespace slipway
