#pragma once

#include "domain/repositoryname.h"
#include "github/githubhttp.h"

namespace slipway
{

enum class BranchMove : std::uint8_t {
    Forward, ///< only where nothing of the branch is lost
    Force,
};

/// A file as a branch is to have it.
struct FileChange final {
    QString branch;
    QString path;
    QByteArray bytes;
    QString blob; ///< git sha of the file that is replaced; empty: there is none
    QString message;
};

/// Changes branches and files of repositories. Errors of all: those of sendChange().
class RepositoryChanges final
{
public:
    RepositoryChanges(HttpTransport& transport, GithubAccess access, Clock clock);

    /// `POST …/git/refs`. Refused: it is there already, there is no such commit, a rule forbids it.
    [[nodiscard]] Task<Result<void>> createBranch(RepositoryName repository, QString branch, QString commit,
                                                  CallContext context) const;
    /// `PATCH …/git/refs/heads/{branch}`. Refused: it has commits that the other does not have (Forward), it is gone.
    [[nodiscard]] Task<Result<void>> moveBranch(RepositoryName repository, QString branch, QString commit,
                                                BranchMove move, CallContext context) const;
    /// `PUT …/contents/{path}`: one commit on top of the branch; gives its sha. Refused: another file is there than
    /// `blob`, the branch is gone or protected.
    [[nodiscard]] Task<Result<QString>> writeFile(RepositoryName repository, FileChange change,
                                                  CallContext context) const;

private:
    GithubHttp m_api;
};

} // namespace slipway
