#include "github/repositoryclient.h"

#include "core/format.h"
#include "core/jsonreader.h"
#include "github/githubpaths.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kSymbolicLink = "120000"_L1;

/// GitHub tells what is wrong by the status alone: errorOf() knows no kind for it.
bool isStatus(const Error& error, int status)
{
    return error.kind == ErrorKind::UnexpectedStatus && error.detail.startsWith(QString::number(status));
}

/// GitHub's base64 has line feeds.
std::optional<QByteArray> decoded(const QString& content)
{
    QByteArray text = content.toLatin1();
    text.replace('\n', "");
    auto result = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

} // namespace

Result<RepositoryTree> parseRepositoryTree(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    RepositoryTree tree;
    const auto root = reader.root();
    root["tree"_L1].forEach([&tree](const JsonNode& entry) {
        const QString path = entry["path"_L1].string();
        if (entry["type"_L1].string() == "blob"_L1 && entry["mode"_L1].string() != kSymbolicLink)
            tree.paths.append(path);
    });
    tree.isPartial = root["truncated"_L1].boolean();
    return reader.finish(std::move(tree));
}

Result<RepositoryContent> parseRepositoryContent(const QByteArray& body, const QString& subject)
{
    // Of a folder it is a list.
    if (body.trimmed().startsWith('['))
        return RepositoryContent{};
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    RepositoryContent content;
    const auto root = reader.root();
    content.isFile = root["type"_L1].string() == "file"_L1;
    if (!content.isFile)
        return reader.finish(std::move(content));
    content.size = root["size"_L1].integer();
    content.blob = root["sha"_L1].string();
    if (root["encoding"_L1].string() == "base64"_L1) {
        content.bytes = decoded(root["content"_L1].string());
        if (!content.bytes)
            root["content"_L1].refuse(u"expected base64"_s);
    }
    return reader.finish(std::move(content));
}

Result<QByteArray> parseRepositoryBlob(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    const QString encoding = root["encoding"_L1].string();
    const QString content = root["content"_L1].string();
    const auto bytes = encoding == "base64"_L1 ? decoded(content) : std::optional(content.toUtf8());
    if (!bytes)
        root["content"_L1].refuse(u"expected base64"_s);
    return reader.finish(bytes.value_or(QByteArray()));
}

Result<std::vector<FileCommit>> parseFileCommits(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    std::vector<FileCommit> commits;
    reader.root().forEach([&commits](const JsonNode& entry) {
        const auto commit = entry["commit"_L1];
        commits.push_back({entry["sha"_L1].string(), commit.optional("committer"_L1).optional("date"_L1).time(),
                           commit["message"_L1].string().section(u'\n', 0, 0)});
    });
    return reader.finish(std::move(commits));
}

Result<RepositoryFacts> parseRepositoryFacts(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    RepositoryFacts facts;
    const auto root = reader.root();
    facts.fullName = root["full_name"_L1].string();
    facts.defaultBranch = root["default_branch"_L1].string();
    facts.isArchived = root["archived"_L1].boolean();
    facts.hasIssues = root["has_issues"_L1].boolean();
    if (const auto permissions = root.optional("permissions"_L1); !permissions.absent()) {
        const auto isTrue = [](const JsonNode& role) { return !role.absent() && role.boolean(); };
        const bool isWriter = isTrue(permissions.optional("push"_L1));
        const bool isTriager = isTrue(permissions.optional("triage"_L1));
        // Of a GitHub App's token, which nobody owns, GitHub tells no role or none at all: that says nothing.
        if (isWriter || isTriager || isTrue(permissions.optional("pull"_L1))) {
            facts.mayPush = isWriter;
            facts.mayLabel = isWriter || isTriager;
        }
    }
    return reader.finish(std::move(facts));
}

RepositoryClient::RepositoryClient(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_api(transport, std::move(access), std::move(clock))
{
}

Task<Result<RepositoryTree>> RepositoryClient::tree(RepositoryName repository, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the files of %1").arg(repository.toText());
    const auto response = co_await m_api.get(
        m_api.url(repositoryPath(repository, u"git/trees/HEAD"_s), u"recursive=1"_s), subject, std::move(context));
    if (!response) {
        // https://docs.github.com/en/rest/git/trees: 409 for a repository that is empty.
        const Error& error = response.error();
        if (isStatus(error, 409))
            co_return Result<RepositoryTree>(RepositoryTree());
        co_return std::unexpected(error);
    }
    co_return parseRepositoryTree(response->body, subject);
}

Task<Result<QByteArray>> RepositoryClient::file(RepositoryName repository, QString path, qint64 largest,
                                                CallContext context) const
{
    auto found = co_await read(std::move(repository), std::move(path), {}, largest, std::move(context));
    if (!found)
        co_return std::unexpected(found.error());
    co_return Result<QByteArray>(std::move(found->bytes));
}

Task<Result<std::optional<RepositoryFile>>> RepositoryClient::fileAt(RepositoryName repository, QString path,
                                                                     QString reference, qint64 largest,
                                                                     CallContext context) const
{
    using Answer = Result<std::optional<RepositoryFile>>;
    auto found = co_await read(std::move(repository), std::move(path), std::move(reference), largest, context);
    if (found)
        co_return Answer(std::optional(*std::move(found)));
    if (found.error().kind == ErrorKind::NotFound)
        co_return Answer(std::nullopt);
    co_return std::unexpected(found.error());
}

Task<Result<std::vector<FileCommit>>> RepositoryClient::commits(RepositoryName repository, QString path, int most,
                                                                CallContext context) const
{
    const QString subject =
        QCoreApplication::translate("Subject", "the commits of %1 in %2").arg(path, repository.toText());
    const QString query = u"path="_s + encodedSegment(path) + u"&per_page="_s + QString::number(most);
    const auto response =
        co_await m_api.get(m_api.url(repositoryPath(repository, u"commits"_s), query), subject, std::move(context));
    // https://docs.github.com/en/rest/commits/commits#list-commits: 409 for a repository that is empty.
    if (!response && isStatus(response.error(), 409))
        co_return Result<std::vector<FileCommit>>(std::vector<FileCommit>());
    if (!response)
        co_return std::unexpected(response.error());
    co_return parseFileCommits(response->body, subject);
}

Task<Result<RepositoryFile>> RepositoryClient::read(RepositoryName repository, QString path, QString reference,
                                                    qint64 largest, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "%1 in %2").arg(path, repository.toText());
    const QString query = reference.isEmpty() ? QString() : u"ref="_s + encodedSegment(reference);
    const auto response =
        co_await m_api.get(m_api.url(repositoryPath(repository, u"contents/"_s + path), query), subject, context);
    if (!response)
        co_return std::unexpected(response.error());
    auto content = parseRepositoryContent(response->body, subject);
    if (!content)
        co_return std::unexpected(content.error());
    if (!content->isFile)
        co_return failure(ErrorKind::InvalidFile, subject, QCoreApplication::translate("Subject", "it is no file"));
    if (content->size > largest) {
        co_return failure(ErrorKind::InvalidFile, subject,
                          QCoreApplication::translate("Subject", "it has %1; files of up to %2 are shown")
                              .arg(formatBytes(content->size), formatBytes(largest)));
    }
    if (content->bytes)
        co_return Result<RepositoryFile>(RepositoryFile{content->blob, *std::move(content->bytes)});
    const auto blob = co_await m_api.get(m_api.url(repositoryPath(repository, u"git/blobs/"_s + content->blob)),
                                         subject, std::move(context));
    if (!blob)
        co_return std::unexpected(blob.error());
    auto bytes = parseRepositoryBlob(blob->body, subject);
    if (!bytes)
        co_return std::unexpected(bytes.error());
    co_return Result<RepositoryFile>(RepositoryFile{content->blob, *std::move(bytes)});
}

Task<Result<RepositoryFacts>> RepositoryClient::facts(RepositoryName repository, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the repository %1").arg(repository.toText());
    const auto response = co_await m_api.get(m_api.url(repositoryPath(repository)), subject, std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    auto facts = parseRepositoryFacts(response->body, subject);
    // GitHub leads from a former name to the new one when it is read, and refuses to change anything by it.
    if (facts && facts->fullName.compare(repository.toText(), Qt::CaseInsensitive) != 0) {
        co_return failure(
            ErrorKind::Refused,
            QCoreApplication::translate("Subject", "%1 is %2 now").arg(repository.toText(), facts->fullName),
            QCoreApplication::translate("Subject", "change its name in the profile"));
    }
    co_return facts;
}

Task<Result<std::optional<QString>>> RepositoryClient::branch(RepositoryName repository, QString name,
                                                              CallContext context) const
{
    using Answer = Result<std::optional<QString>>;
    const QString subject =
        QCoreApplication::translate("Subject", "the branch %1 of %2").arg(name, repository.toText());
    const auto response = co_await m_api.get(m_api.url(repositoryPath(repository, u"git/ref/heads/"_s + name)), subject,
                                             std::move(context));
    if (!response && response.error().kind == ErrorKind::NotFound)
        co_return Answer(std::nullopt);
    if (!response && isStatus(response.error(), 409)) {
        co_return failure(ErrorKind::Refused,
                          QCoreApplication::translate("Subject", "%1 has no commit yet").arg(repository.toText()),
                          QCoreApplication::translate("Subject", "push a first one"));
    }
    if (!response)
        co_return std::unexpected(response.error());
    JsonReader reader(response->body, subject);
    if (reader.error())
        co_return std::unexpected(*reader.error());
    const QString commit = reader.root()["object"_L1]["sha"_L1].string();
    co_return reader.finish(std::optional(commit));
}

} // namespace slipway
