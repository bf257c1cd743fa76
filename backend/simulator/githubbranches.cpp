// Branches of a repository, and files that are written to them.
// https://docs.github.com/en/rest/git/refs, https://docs.github.com/en/rest/repos/contents
#include "simulator/repositorycall.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kHeads{"refs/heads/"};

HttpAnswer branchCreated(const RepositoryCall& call)
{
    if (auto refused = call.refusal())
        return *std::move(refused);
    if (call.repository.isEmpty())
        return githubError(409, u"Git Repository is empty."_s);
    const QJsonObject body = call.body();
    const QString reference = body[u"ref"_s].toString();
    const QString commit = body[u"sha"_s].toString();
    if (!reference.startsWith(kHeads))
        return githubError(422, u"Reference name must start with 'refs/'."_s);
    const QString branch = reference.sliced(kHeads.size());
    if (call.repository.branches().contains(branch))
        return githubError(422, u"Reference already exists"_s);
    if (!call.repository.commit(commit))
        return githubError(422, u"Object does not exist"_s);
    if (call.repository.isProtected(branch))
        return githubError(422, u"Repository rule violations found: Cannot create ref due to creations being "
                                "restricted."_s);
    call.repository.setBranch(branch, commit);
    return jsonAnswer(201, QJsonDocument(call.json().branch(branch)));
}

HttpAnswer branchMoved(const RepositoryCall& call, const QString& branch)
{
    if (auto refused = call.refusal())
        return *std::move(refused);
    const QJsonObject body = call.body();
    const QString commit = body[u"sha"_s].toString();
    const QString before = call.repository.branches().value(branch);
    if (before.isEmpty())
        return githubError(422, u"Reference does not exist"_s);
    if (!call.repository.commit(commit))
        return githubError(422, u"Object does not exist"_s);
    if (call.repository.isProtected(branch))
        return githubError(422, u"Repository rule violations found: Changes must be made through a pull request."_s);
    if (!body[u"force"_s].toBool() && !call.repository.isAncestor(before, commit))
        return githubError(422, u"Update is not a fast forward"_s);
    call.repository.setBranch(branch, commit);
    return jsonAnswer(200, QJsonDocument(call.json().branch(branch)));
}

/// Why GitHub does not take a file as it is given; nothing if it does.
std::optional<HttpAnswer> fileRefusal(const RepositoryCall& call, const QString& path, const QString& branch)
{
    const bool isWorkflow = path.startsWith(".github/workflows/"_L1);
    if (isWorkflow && !call.caller.hasScope(u"workflow"_s))
        return githubError(404, u"Not Found"_s);
    const auto* files = call.repository.filesAt(branch);
    if (!files && !(call.repository.isEmpty() && branch == SimRepository::kDefaultBranch))
        return githubError(404, u"Branch %1 not found"_s.arg(branch));
    const QString sha = call.body().value(u"sha"_s).toString();
    const bool isThere = files && files->contains(path);
    if (isThere && sha.isEmpty())
        return githubError(422, u"Invalid request.\n\n\"sha\" wasn't supplied."_s);
    const QString now = isThere ? gitHash("blob", files->value(path)) : QString();
    if (sha != now)
        return githubError(409, u"%1 does not match %2"_s.arg(path, sha));
    if (call.repository.isProtected(branch)) {
        return githubError(409, u"Could not %1 file: Changes must be made through a pull request."_s.arg(
                                    isThere ? u"update"_s : u"create"_s));
    }
    return std::nullopt;
}

} // namespace

std::optional<HttpAnswer> branchAnswer(const RepositoryCall& call)
{
    const QStringList& rest = call.rest;
    const QByteArray& method = call.request.method;
    if (rest.value(0) != "git"_L1)
        return std::nullopt;
    if (rest.size() == 2 && rest[1] == "refs"_L1 && method == "POST")
        return branchCreated(call);
    if (rest.size() < 4 || rest[2] != "heads"_L1)
        return std::nullopt;
    const QString branch = rest.sliced(3).join(u'/');
    if (rest[1] == "refs"_L1 && method == "PATCH")
        return branchMoved(call, branch);
    if (rest[1] != "ref"_L1 || method != "GET")
        return std::nullopt;
    if (call.repository.isEmpty())
        return githubError(409, u"Git Repository is empty."_s);
    if (!call.repository.branches().contains(branch))
        return githubError(404, u"Not Found"_s);
    return jsonAnswer(200, QJsonDocument(call.json().branch(branch)));
}

HttpAnswer writeFile(const RepositoryCall& call)
{
    if (auto refused = call.refusal())
        return *std::move(refused);
    const QJsonObject body = call.body();
    const QString path = call.rest.sliced(1).join(u'/');
    const QString branch = body[u"branch"_s].toString(SimRepository::kDefaultBranch);
    const auto content = QByteArray::fromBase64Encoding(body[u"content"_s].toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!content)
        return githubError(422, u"content is not valid Base64"_s);
    if (auto refused = fileRefusal(call, path, branch))
        return *std::move(refused);
    const auto* before = call.repository.filesAt(branch);
    SimFiles files = before ? *before : SimFiles();
    const int status = files.contains(path) ? 200 : 201;
    files.insert(path, *content);
    call.repository.add(branch, files, body[u"message"_s].toString(), call.now);
    return jsonAnswer(status, QJsonDocument(call.json().fileCommit(path, branch)));
}

} // namespace slipway
