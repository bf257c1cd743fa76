#include "simulator/githubroutes.h"

#include "simulator/githubjson.h"
#include "simulator/githubrepositories.h"
#include "simulator/githubroot.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What stands before `packages` in a path, and how many parts it takes.
struct ListOwner final {
    qsizetype parts = 0;
    bool isOwner = false; ///< it names the owner of the state
    QString linkPath;
};

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

std::optional<ListOwner> listOwner(const QStringList& parts, const SimulatorState& state, const Caller& caller)
{
    const auto& owner = state.owner;
    const bool isOrganization = owner.type == OwnerType::Organization;
    const auto id = QString::number(owner.id);
    const auto organizationLink = "/organizations/"_L1 + id + "/packages"_L1;
    const auto userLink = "/user/"_L1 + id + "/packages"_L1;
    const auto first = parts.value(0);
    const auto second = parts.value(1);
    if (first == "orgs"_L1 && parts.value(2) == "packages"_L1)
        return ListOwner{3, isOrganization && isSame(second, owner.login), organizationLink};
    if (first == "organizations"_L1 && parts.value(2) == "packages"_L1)
        return ListOwner{3, isOrganization && second == id, organizationLink};
    if (first == "users"_L1 && parts.value(2) == "packages"_L1)
        return ListOwner{3, !isOrganization && isSame(second, owner.login), userLink};
    if (first == "user"_L1 && second == "packages"_L1)
        return ListOwner{2, caller.isKnown() && isSame(state.viewer.login, owner.login), u"/user/packages"_s};
    if (first == "user"_L1 && parts.value(2) == "packages"_L1)
        return ListOwner{3, !isOrganization && second == id, userLink};
    return std::nullopt;
}

HttpAnswer notFound()
{
    return githubError(404, u"Not Found"_s);
}

} // namespace

HttpAnswer GithubRoutes::answer(const ServedRequest& request, const Caller& caller)
{
    const auto parts = request.segments();
    const bool isGet = request.method == "GET" || request.method == "HEAD";
    const GithubJson json(m_state, request.base());
    if (isGet && parts == QStringList{u""_s})
        return jsonAnswer(200, QJsonDocument(githubRoot(request.base())));
    if (isGet && parts == QStringList{u"user"_s}) {
        return caller.isKnown() ? jsonAnswer(200, QJsonDocument(json.ownProfile(m_state.viewer)))
                                : githubError(401, u"Requires authentication"_s);
    }
    if (isGet && parts == QStringList{u"user"_s, u"orgs"_s})
        return ownOrganizations(request, caller);
    if (isGet && parts.size() == 2 && parts[0] == "users"_L1) {
        for (const auto* account : {&m_state.owner, &m_state.viewer}) {
            if (isSame(parts[1], account->login))
                return jsonAnswer(200, QJsonDocument(json.profile(*account)));
        }
        return notFound();
    }
    if (isGet
        && parts.sliced(std::min<qsizetype>(2, parts.size())) == QStringList{u"settings"_s, u"billing"_s, u"usage"_s})
        return billing(request, caller);
    if (parts.size() > 2 && (parts[0] == "repos"_L1 || parts[0] == "repositories"_L1))
        return repositoryAnswer(m_state, request, caller, m_clock.now());
    const auto owner = listOwner(parts, m_state, caller);
    if (!owner)
        return notFound();
    if (!caller.isKnown())
        return githubError(401, u"Requires authentication"_s);
    const Call call{request, caller, owner->linkPath, parts.sliced(owner->parts)};
    if (owner->isOwner)
        return packages(call);
    // One's own list is there even when nothing is in it.
    if (owner->parts == 2 && call.rest.isEmpty() && isGet
        && isSame(call.request.queryValue(u"package_type"_s), u"container"_s))
        return jsonAnswer(200, QJsonDocument::fromJson("[]"));
    return notFound();
}

/// The viewer is a member of the organisation that owns the packages. One that asks for single sign-on is left out, and
/// a header says so.
HttpAnswer GithubRoutes::ownOrganizations(const ServedRequest& request, const Caller& caller) const
{
    if (!caller.isKnown())
        return githubError(401, u"Requires authentication"_s);
    const bool isOrganization = m_state.owner.type == OwnerType::Organization;
    QJsonArray rows;
    if (isOrganization && !caller.token.needsSso)
        rows.append(GithubJson(m_state, request.base()).organization(m_state.owner));
    auto answer = jsonAnswer(200, QJsonDocument(rows));
    if (isOrganization && caller.token.needsSso)
        answer.setHeader("x-github-sso", "partial-results; organizations=" + QByteArray::number(m_state.owner.id));
    return answer;
}

HttpAnswer GithubRoutes::packages(const Call& call)
{
    const auto& method = call.request.method;
    if (auto refused = ownerRefusal(call.caller))
        return *std::move(refused);
    if (call.rest.isEmpty())
        return method == "GET" || method == "HEAD" ? packageList(call) : notFound();
    if (call.rest.size() < 2 || call.rest[0] != "container"_L1)
        return notFound();
    auto* package = m_state.findPackage(call.rest[1]);
    if (package == nullptr)
        return notFound();
    const bool isRestore = call.rest.size() == 3 && call.rest[2] == "restore"_L1 && method == "POST";
    if (isRestore)
        return restorePackage(call, *package);
    if (package->isDeleted())
        return notFound();
    if (call.rest.size() == 2)
        return onePackage(call, *package);
    return call.rest[2] == "versions"_L1 ? versions(call, *package) : notFound();
}

std::optional<HttpAnswer> GithubRoutes::ownerRefusal(const Caller& caller) const
{
    if (caller.token.needsSso) {
        auto answer = githubError(403, u"Resource protected by organization SAML enforcement. You must grant your "
                                       "Personal Access token access to this organization."_s);
        answer.setHeader("x-github-sso", "required; url=https://github.com/orgs/" + m_state.owner.login.toLatin1()
                                             + "/sso?authorization_request=SLIPWAY");
        return answer;
    }
    if (caller.isFineGrained())
        return githubError(403, u"Resource not accessible by personal access token"_s);
    return std::nullopt;
}

std::optional<HttpAnswer> GithubRoutes::refusal(const Call& call, const QString& scope, const SimPackage* package) const
{
    if (package != nullptr && !call.caller.sees(*package))
        return notFound();
    if (!call.caller.hasScope(scope)) {
        auto answer = githubError(403, u"You need at least %1 scope to do this."_s.arg(scope));
        answer.setHeader("x-accepted-oauth-scopes", scope.toLatin1());
        return answer;
    }
    // Whoever may read but not administer learns nothing more than that there is nothing to delete.
    if (scope != "read:packages"_L1 && call.caller.token.role == PackageRole::Read)
        return notFound();
    return std::nullopt;
}

bool GithubRoutes::isRestorable(const QDateTime& deletedAt) const
{
    constexpr int kDaysToRestore = 30; // GitHub's documentation of "restore a package version"
    return deletedAt.isValid() && deletedAt.addDays(kDaysToRestore) >= m_clock.now();
}

} // namespace slipway
