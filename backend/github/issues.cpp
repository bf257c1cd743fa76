#include "github/issues.h"

#include "core/jsonreader.h"
#include "github/changeanswer.h"
#include "github/githubpaths.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString subjectOf(const RepositoryName& repository)
{
    return QCoreApplication::translate("Subject", "the issues of %1").arg(repository.toText());
}

Issue issueOf(const JsonNode& node)
{
    Issue issue;
    issue.number = static_cast<int>(node["number"_L1].integer());
    issue.page = QUrl(node["html_url"_L1].string());
    issue.isOpen = node["state"_L1].string() == "open"_L1;
    issue.title = node["title"_L1].string();
    issue.body = node.optional("body"_L1).string();
    // A label is an object with a name, or the name alone.
    node["labels"_L1].forEach([&issue](const JsonNode& label) {
        issue.labels.append(label.value().isString() ? label.value().toString() : label["name"_L1].string());
    });
    issue.isPullRequest = !node.optional("pull_request"_L1).absent();
    return issue;
}

} // namespace

Result<Issue> parseIssue(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    auto issue = issueOf(reader.root());
    return reader.finish(std::move(issue));
}

Result<std::vector<Issue>> parseIssues(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    std::vector<Issue> issues;
    reader.root().forEach([&issues](const JsonNode& node) { issues.push_back(issueOf(node)); });
    return reader.finish(std::move(issues));
}

Issues::Issues(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_api(transport, std::move(access), std::move(clock))
{
}

Task<Result<PagedList<Issue>>> Issues::labelled(RepositoryName repository, QString label, CallContext context) const
{
    using Reader = ListReader<Issue>;
    const auto reader =
        std::make_shared<Reader>(m_api, nullptr, subjectOf(repository), parseIssues, std::move(context));
    co_return co_await Reader::readAll(reader, m_api.url(repositoryPath(repository, u"issues"_s),
                                                         u"state=all&per_page=100&labels="_s + encodedSegment(label)));
}

Task<Result<Issue>> Issues::open(RepositoryName repository, QString title, QString body, QString label,
                                 CallContext context) const
{
    const QString subject = subjectOf(repository);
    const auto answer = co_await sendChange(
        m_api, HttpMethod::Post, m_api.url(repositoryPath(repository, u"issues"_s)), subject,
        QJsonObject{{u"title"_s, title}, {u"body"_s, body}, {u"labels"_s, QJsonArray{label}}}, std::move(context));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return parseIssue(*answer, subject);
}

Task<Result<Issue>> Issues::update(RepositoryName repository, int number, QString body, CallContext context) const
{
    return patch(std::move(repository), number, QJsonObject{{u"body"_s, body}}, std::move(context));
}

Task<Result<Issue>> Issues::close(RepositoryName repository, int number, QString body, CallContext context) const
{
    return patch(std::move(repository), number,
                 QJsonObject{{u"body"_s, body}, {u"state"_s, u"closed"_s}, {u"state_reason"_s, u"completed"_s}},
                 std::move(context));
}

Task<Result<Issue>> Issues::patch(RepositoryName repository, int number, QJsonObject body, CallContext context) const
{
    const QString subject =
        QCoreApplication::translate("Subject", "issue %1 of %2").arg(number).arg(repository.toText());
    const auto answer =
        co_await sendChange(m_api, HttpMethod::Patch, m_api.url(repositoryPath(repository, u"issues/%1"_s.arg(number))),
                            subject, std::move(body), std::move(context));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return parseIssue(*answer, subject);
}

} // namespace slipway
