#pragma once

#include "simulator/credentials.h"
#include "simulator/httpmessage.h"
#include "simulator/repositoryjson.h"
#include "simulator/simstate.h"

#include <QJsonObject>

namespace slipway
{

/// A request below a repository that the caller may see.
struct RepositoryCall final {
    SimulatorState& state;
    SimRepository& repository;
    const ServedRequest& request;
    const Caller& caller;
    QStringList rest; ///< the parts after the repository's name
    QDateTime now;

    [[nodiscard]] RepositoryJson json() const { return {state, repository, request.base(), mayPush()}; }
    /// The body's members; none for what is no JSON object.
    [[nodiscard]] QJsonObject body() const { return QJsonDocument::fromJson(request.body).object(); }
    /// Whether the token's role allows changes; its scopes are another question.
    [[nodiscard]] bool mayPush() const { return caller.isKnown() && caller.token.role == PackageRole::Admin; }
    /// Whether the token's scopes are for changing this repository.
    [[nodiscard]] bool hasScope() const
    {
        return caller.hasScope(QStringLiteral("repo"))
               || (!repository.isPrivate && caller.hasScope(QStringLiteral("public_repo")));
    }
    /// Why this caller may not change anything here; nothing if it may.
    [[nodiscard]] std::optional<HttpAnswer> refusal() const;
};

/// 422 as GitHub words it: "Validation Failed" with one error in `errors`.
[[nodiscard]] HttpAnswer validationError(const QString& resource, const QString& field, const QString& code,
                                         const QString& message = {});

/// `git/ref/heads/{branch}`, `git/refs`, `git/refs/heads/{branch}`; nullopt for any other path or method.
[[nodiscard]] std::optional<HttpAnswer> branchAnswer(const RepositoryCall& call);
/// `PUT contents/{path}`.
[[nodiscard]] HttpAnswer writeFile(const RepositoryCall& call);
/// `pulls` and `pulls/{number}`.
[[nodiscard]] HttpAnswer pullAnswer(const RepositoryCall& call);
/// `commits`.
[[nodiscard]] HttpAnswer commitsAnswer(const RepositoryCall& call);
/// `issues`, `issues/{number}` and `labels`.
[[nodiscard]] HttpAnswer issueAnswer(const RepositoryCall& call);

} // namespace slipway
