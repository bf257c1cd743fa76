#pragma once

#include "domain/repositoryname.h"
#include "github/githubhttp.h"

#include <optional>
#include <vector>

namespace slipway
{

/// A pull request within one repository.
struct PullRequest final {
    int number = 0;
    QUrl page;
    bool isOpen = true;
    QString title;
    QString body;
    QString base;       ///< branch
    QString headCommit; ///< of the branch when it was open last

    friend bool operator==(const PullRequest&, const PullRequest&) = default;
};

/// What a pull request says.
struct PullRequestText final {
    QString branch; ///< what is to be merged
    QString base;
    QString title;
    QString body;
};

/// Finds, opens and changes pull requests between branches of one repository.
class PullRequests final
{
public:
    PullRequests(HttpTransport& transport, GithubAccess access, Clock clock);

    /// Those of a branch, open and closed, the newest first, 100 at most: `GET …/pulls?head=OWNER:BRANCH&state=all`.
    [[nodiscard]] Task<Result<std::vector<PullRequest>>> ofBranch(RepositoryName repository, QString branch,
                                                                  CallContext context) const;
    /// `POST …/pulls`. Errors: those of sendChange(); Refused also for one that is open already, and where nothing is
    /// to be merged.
    [[nodiscard]] Task<Result<PullRequest>> open(RepositoryName repository, PullRequestText text,
                                                 CallContext context) const;
    /// `PATCH …/pulls/{number}`: what it says. Errors: those of sendChange().
    [[nodiscard]] Task<Result<PullRequest>> update(RepositoryName repository, int number, QString body,
                                                   CallContext context) const;

private:
    GithubHttp m_api;
};

/// Errors: those of JsonReader.
[[nodiscard]] Result<PullRequest> parsePullRequest(const QByteArray& body, const QString& subject);
[[nodiscard]] Result<std::vector<PullRequest>> parsePullRequests(const QByteArray& body, const QString& subject);

} // namespace slipway
