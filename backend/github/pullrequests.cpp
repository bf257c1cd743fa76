#include "github/pullrequests.h"

#include "core/jsonreader.h"
#include "github/changeanswer.h"
#include "github/githubpaths.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString subjectOf(const RepositoryName& repository)
{
    return QCoreApplication::translate("Subject", "the pull requests of %1").arg(repository.toText());
}

PullRequest pullOf(const JsonNode& node)
{
    PullRequest pull;
    pull.number = static_cast<int>(node["number"_L1].integer());
    pull.page = QUrl(node["html_url"_L1].string());
    pull.isOpen = node["state"_L1].string() == "open"_L1;
    pull.title = node["title"_L1].string();
    pull.body = node.optional("body"_L1).string();
    pull.base = node["base"_L1]["ref"_L1].string();
    pull.headCommit = node["head"_L1]["sha"_L1].string();
    return pull;
}

} // namespace

Result<PullRequest> parsePullRequest(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    auto pull = pullOf(reader.root());
    return reader.finish(std::move(pull));
}

Result<std::vector<PullRequest>> parsePullRequests(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    std::vector<PullRequest> pulls;
    reader.root().forEach([&pulls](const JsonNode& node) { pulls.push_back(pullOf(node)); });
    return reader.finish(std::move(pulls));
}

PullRequests::PullRequests(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_api(transport, std::move(access), std::move(clock))
{
}

Task<Result<std::vector<PullRequest>>> PullRequests::ofBranch(RepositoryName repository, QString branch,
                                                              CallContext context) const
{
    const QString query = u"state=all&per_page=100&head="_s + encodedSegment(repository.owner + u':' + branch);
    const auto response = co_await m_api.get(m_api.url(repositoryPath(repository, u"pulls"_s), query),
                                             subjectOf(repository), std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    co_return parsePullRequests(response->body, subjectOf(repository));
}

Task<Result<PullRequest>> PullRequests::open(RepositoryName repository, PullRequestText text, CallContext context) const
{
    const QString subject = subjectOf(repository);
    const auto answer = co_await sendChange(
        m_api, HttpMethod::Post, m_api.url(repositoryPath(repository, u"pulls"_s)), subject,
        QJsonObject{{u"title"_s, text.title}, {u"body"_s, text.body}, {u"head"_s, text.branch}, {u"base"_s, text.base}},
        std::move(context));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return parsePullRequest(*answer, subject);
}

Task<Result<PullRequest>> PullRequests::update(RepositoryName repository, int number, QString body,
                                               CallContext context) const
{
    const QString subject =
        QCoreApplication::translate("Subject", "pull request %1 of %2").arg(number).arg(repository.toText());
    const auto answer =
        co_await sendChange(m_api, HttpMethod::Patch, m_api.url(repositoryPath(repository, u"pulls/%1"_s.arg(number))),
                            subject, QJsonObject{{u"body"_s, body}}, std::move(context));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return parsePullRequest(*answer, subject);
}

} // namespace slipway
