#include "simulator/githubrepositories.h"

#include "simulator/repositorycall.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

HttpAnswer notFound()
{
    return githubError(404, u"Not Found"_s);
}

SimRepository* repositoryOf(const RepositoryJson& json, SimRepository& repository, const QStringList& parts)
{
    const bool isIt = parts[0] == "repositories"_L1
                          ? QString::number(json.repository().value(u"id"_s).toInteger()) == parts[1]
                          : repository.name.compare(parts.value(2), Qt::CaseInsensitive) == 0;
    return isIt ? &repository : nullptr;
}

HttpAnswer treeAnswer(const RepositoryCall& call)
{
    if (call.repository.isEmpty())
        return githubError(409, u"Git Repository is empty."_s);
    const auto* files = call.repository.filesAt(call.rest[2]);
    const bool isRecursive = !call.request.queryValue(u"recursive"_s).isNull();
    return files ? jsonAnswer(200, QJsonDocument(call.json().tree(*files, isRecursive))) : notFound();
}

HttpAnswer blobAnswer(const RepositoryCall& call)
{
    for (const QString& commit : call.repository.branches()) {
        const SimFiles& files = call.repository.commit(commit)->files;
        const auto found = std::ranges::find_if(
            files, [&](const QByteArray& bytes) { return gitHash("blob", bytes) == call.rest[2]; });
        if (found != files.end())
            return jsonAnswer(200, QJsonDocument(call.json().blob(*found)));
    }
    return notFound();
}

HttpAnswer contentsAnswer(const RepositoryCall& call)
{
    if (call.repository.isEmpty())
        return githubError(404, u"This repository is empty."_s);
    const QString named = call.request.queryValue(u"ref"_s);
    const QString reference = named.isEmpty() ? QString(SimRepository::kDefaultBranch) : named;
    const auto* files = call.repository.filesAt(reference);
    if (!files)
        return githubError(404, u"No commit found for the ref %1"_s.arg(reference));
    const QString path = call.rest.sliced(1).join(u'/');
    if (const auto file = files->constFind(path); file != files->cend())
        return jsonAnswer(200, QJsonDocument(call.json().file(path, *file, reference)));
    const QJsonArray entries = call.json().folder(*files, path, reference);
    return entries.isEmpty() ? notFound() : jsonAnswer(200, QJsonDocument(entries));
}

HttpAnswer answerOf(const RepositoryCall& call)
{
    const bool isGet = call.request.method == "GET" || call.request.method == "HEAD";
    const QStringList& rest = call.rest;
    if (isGet && rest.isEmpty())
        return jsonAnswer(200, QJsonDocument(call.json().repository()));
    if (auto answer = branchAnswer(call))
        return *std::move(answer);
    if (isGet && rest.size() == 3 && rest[0] == "git"_L1 && rest[1] == "trees"_L1)
        return treeAnswer(call);
    if (isGet && rest.size() == 3 && rest[0] == "git"_L1 && rest[1] == "blobs"_L1)
        return blobAnswer(call);
    if (rest.value(0) == "contents"_L1 && isGet)
        return contentsAnswer(call);
    if (rest.value(0) == "contents"_L1 && call.request.method == "PUT")
        return writeFile(call);
    if (isGet && rest == QStringList{u"commits"_s})
        return commitsAnswer(call);
    if (rest.value(0) == "pulls"_L1)
        return pullAnswer(call);
    if (rest.value(0) == "issues"_L1 || rest.value(0) == "labels"_L1)
        return issueAnswer(call);
    return notFound();
}

} // namespace

std::optional<HttpAnswer> RepositoryCall::refusal() const
{
    // A classic token without the scope is told nothing, one of somebody who may only read is.
    if (!caller.isKnown())
        return githubError(401, u"Requires authentication"_s);
    if (!hasScope())
        return githubError(404, u"Not Found"_s);
    if (!mayPush())
        return githubError(403, u"Resource not accessible by personal access token"_s);
    if (repository.isArchived)
        return githubError(403, u"Repository was archived so is read-only."_s);
    return std::nullopt;
}

HttpAnswer validationError(const QString& resource, const QString& field, const QString& code, const QString& message)
{
    QJsonObject error{{u"resource"_s, resource}, {u"code"_s, code}};
    if (!field.isEmpty())
        error.insert(u"field"_s, field);
    if (!message.isEmpty())
        error.insert(u"message"_s, message);
    return jsonAnswer(422, QJsonDocument(QJsonObject{{u"message"_s, u"Validation Failed"_s},
                                                     {u"errors"_s, QJsonArray{error}},
                                                     {u"documentation_url"_s, u"https://docs.github.com/rest"_s},
                                                     {u"status"_s, u"422"_s}}));
}

HttpAnswer repositoryAnswer(SimulatorState& state, const ServedRequest& request, const Caller& caller,
                            const QDateTime& now)
{
    const QStringList parts = request.segments();
    const bool isById = parts[0] == "repositories"_L1;
    if (!isById && parts[1].compare(state.owner.login, Qt::CaseInsensitive) != 0)
        return notFound();
    for (SimRepository& repository : state.repositories) {
        if (!repositoryOf({state, repository, request.base(), false}, repository, parts))
            continue;
        if (repository.isPrivate && !caller.hasScope(u"repo"_s))
            return notFound();
        return answerOf({state, repository, request, caller, parts.sliced(isById ? 2 : 3), now});
    }
    return notFound();
}

} // namespace slipway
