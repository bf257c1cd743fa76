#pragma once

#include "github/githubhttp.h"

#include <QHash>
#include <QStringList>

namespace slipway
{

/// A repository at GitHub.
struct RepositoryName final {
    QString owner;
    QString name;

    /// "northquay/platform".
    [[nodiscard]] QString toText() const { return owner + u'/' + name; }
    friend bool operator==(const RepositoryName&, const RepositoryName&) = default;
};

/// What lies in a repository's default branch.
struct RepositoryTree final {
    QStringList paths;      ///< of files; no symbolic links, no submodules
    bool isPartial = false; ///< GitHub told 100,000 entries, and there are more

    friend bool operator==(const RepositoryTree&, const RepositoryTree&) = default;
};

/// Reads files of repositories, of their default branch. Nothing here changes anything.
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

private:
    [[nodiscard]] QString base(const RepositoryName& repository) const;

    GithubHttp m_api;
};

/// The parsers, apart: Errors are those of JsonReader.
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
