#pragma once

#include "domain/filecommit.h"
#include "domain/repositoryname.h"
#include "github/githubhttp.h"

#include <QStringList>

#include <optional>

namespace slipway
{

/// What lies in a repository's default branch.
struct RepositoryTree final {
    QStringList paths;      ///< of files; no symbolic links, no submodules
    bool isPartial = false; ///< GitHub told 100,000 entries, and there are more

    friend bool operator==(const RepositoryTree&, const RepositoryTree&) = default;
};

/// What GitHub says of a repository as a whole.
struct RepositoryFacts final {
    QString fullName; ///< "northquay/platform"
    QString defaultBranch;
    bool isArchived = false;
    bool hasIssues = true;
    std::optional<bool> mayPush;  ///< whether the token's owner may; not told to every token
    std::optional<bool> mayLabel; ///< the same for the labels of issues

    friend bool operator==(const RepositoryFacts&, const RepositoryFacts&) = default;
};

/// A file at one moment.
struct RepositoryFile final {
    QString blob; ///< its git sha
    QByteArray bytes;

    friend bool operator==(const RepositoryFile&, const RepositoryFile&) = default;
};

/// Reads repositories. Nothing here changes anything.
class RepositoryClient final
{
public:
    RepositoryClient(HttpTransport& transport, GithubAccess access, Clock clock);

    /// `GET /repos/{owner}/{repo}/git/trees/HEAD?recursive=1`: one request for all of it. A repository without a commit
    /// has no files.
    [[nodiscard]] Task<Result<RepositoryTree>> tree(RepositoryName repository, CallContext context) const;

    /// A file's bytes, by `GET /repos/{owner}/{repo}/contents/{path}`; those of more than 1 MiB, which that does not
    /// give, by their blob. Errors: NotFound; InvalidFile for what is no file, or larger than `largest`.
    [[nodiscard]] Task<Result<QByteArray>> file(RepositoryName repository, QString path, qint64 largest,
                                                CallContext context) const;

    /// The same at a branch or a commit; nullopt where there is no such file. Only of a repository that was seen does
    /// that mean that there is none. Errors otherwise as of file().
    [[nodiscard]] Task<Result<std::optional<RepositoryFile>>>
    fileAt(RepositoryName repository, QString path, QString reference, qint64 largest, CallContext context) const;
    /// The commits of the default branch that changed a file, `most` at most (100 are one page), newest first, by
    /// `GET /repos/{owner}/{repo}/commits?path={path}`; none for a path that never was, and in an empty repository.
    [[nodiscard]] Task<Result<std::vector<FileCommit>>> commits(RepositoryName repository, QString path, int most,
                                                                CallContext context) const;
    /// `GET /repos/{owner}/{repo}`. Errors: NotFound, also where the token may not see it.
    [[nodiscard]] Task<Result<RepositoryFacts>> facts(RepositoryName repository, CallContext context) const;
    /// The commit a branch is at; nullopt where there is no such branch. Errors: Refused for a repository without any
    /// commit.
    [[nodiscard]] Task<Result<std::optional<QString>>> branch(RepositoryName repository, QString name,
                                                              CallContext context) const;

private:
    [[nodiscard]] Task<Result<RepositoryFile>> read(RepositoryName repository, QString path, QString reference,
                                                    qint64 largest, CallContext context) const;

    GithubHttp m_api;
};

/// The parsers, apart: Errors are those of JsonReader.
[[nodiscard]] Result<RepositoryFacts> parseRepositoryFacts(const QByteArray& body, const QString& subject);
/// The first line of each message is its title.
[[nodiscard]] Result<std::vector<FileCommit>> parseFileCommits(const QByteArray& body, const QString& subject);
[[nodiscard]] Result<RepositoryTree> parseRepositoryTree(const QByteArray& body, const QString& subject);

/// What the contents API tells of one path.
struct RepositoryContent final {
    bool isFile = false;
    qint64 size = 0;
    QString blob;                    ///< its git sha
    std::optional<QByteArray> bytes; ///< none: it is too large for this request
};
[[nodiscard]] Result<RepositoryContent> parseRepositoryContent(const QByteArray& body, const QString& subject);
/// The bytes of a blob.
[[nodiscard]] Result<QByteArray> parseRepositoryBlob(const QByteArray& body, const QString& subject);

} // namespace slipway
