#pragma once

#include "domain/repositoryname.h"
#include "github/listreader.h"

#include <QStringList>

namespace slipway
{

/// An issue of a repository.
struct Issue final {
    int number = 0;
    QUrl page;
    bool isOpen = true;
    QString title;
    QString body;
    QStringList labels;
    bool isPullRequest = false; ///< GitHub lists these among the issues

    friend bool operator==(const Issue&, const Issue&) = default;
};

/// Reads, opens and changes issues of a repository.
class Issues final
{
public:
    Issues(HttpTransport& transport, GithubAccess access, Clock clock);

    /// Open and closed ones that have the label, all pages: the list is true at once, where GitHub's search lags
    /// behind. An Error only when nothing could be read.
    [[nodiscard]] Task<Result<PagedList<Issue>>> labelled(RepositoryName repository, QString label,
                                                          CallContext context) const;
    /// `POST …/issues`. A label that is not there is made by it; who may not push has it dropped without a word, so the
    /// answer has to be looked at. Errors: those of sendChange().
    [[nodiscard]] Task<Result<Issue>> open(RepositoryName repository, QString title, QString body, QString label,
                                           CallContext context) const;
    /// `PATCH …/issues/{number}`: another body. Errors: those of sendChange().
    [[nodiscard]] Task<Result<Issue>> update(RepositoryName repository, int number, QString body,
                                             CallContext context) const;
    /// The same, and it is closed as completed.
    [[nodiscard]] Task<Result<Issue>> close(RepositoryName repository, int number, QString body,
                                            CallContext context) const;

private:
    [[nodiscard]] Task<Result<Issue>> patch(RepositoryName repository, int number, QJsonObject body,
                                            CallContext context) const;

    GithubHttp m_api;
};

/// Errors: those of JsonReader.
[[nodiscard]] Result<Issue> parseIssue(const QByteArray& body, const QString& subject);
[[nodiscard]] Result<std::vector<Issue>> parseIssues(const QByteArray& body, const QString& subject);

} // namespace slipway
