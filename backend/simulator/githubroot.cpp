#include "simulator/githubroot.h"

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Members that are links below the API's address: the name without "_url", and the path.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 31> kLinks{{
    {"authorizations"_L1, "/authorizations"_L1}, // version 2022-11-28 requires it, later ones do not mind
    {"current_user"_L1, "/user"_L1},
    {"code_search"_L1, "/search/code?q={query}{&page,per_page,sort,order}"_L1},
    {"commit_search"_L1, "/search/commits?q={query}{&page,per_page,sort,order}"_L1},
    {"emails"_L1, "/user/emails"_L1},
    {"emojis"_L1, "/emojis"_L1},
    {"events"_L1, "/events"_L1},
    {"feeds"_L1, "/feeds"_L1},
    {"followers"_L1, "/user/followers"_L1},
    {"following"_L1, "/user/following{/target}"_L1},
    {"gists"_L1, "/gists{/gist_id}"_L1},
    {"issue_search"_L1, "/search/issues?q={query}{&page,per_page,sort,order}"_L1},
    {"issues"_L1, "/issues"_L1},
    {"keys"_L1, "/user/keys"_L1},
    {"label_search"_L1, "/search/labels?q={query}&repository_id={repository_id}{&page,per_page}"_L1},
    {"notifications"_L1, "/notifications"_L1},
    {"organization"_L1, "/orgs/{org}"_L1},
    {"organization_repositories"_L1, "/orgs/{org}/repos{?type,page,per_page,sort}"_L1},
    {"organization_teams"_L1, "/orgs/{org}/teams"_L1},
    {"public_gists"_L1, "/gists/public"_L1},
    {"rate_limit"_L1, "/rate_limit"_L1},
    {"repository"_L1, "/repos/{owner}/{repo}"_L1},
    {"repository_search"_L1, "/search/repositories?q={query}{&page,per_page,sort,order}"_L1},
    {"current_user_repositories"_L1, "/user/repos{?type,page,per_page,sort}"_L1},
    {"starred"_L1, "/user/starred{/owner}{/repo}"_L1},
    {"starred_gists"_L1, "/gists/starred"_L1},
    {"topic_search"_L1, "/search/topics?q={query}{&page,per_page}"_L1},
    {"user"_L1, "/users/{user}"_L1},
    {"user_organizations"_L1, "/user/orgs"_L1},
    {"user_repositories"_L1, "/users/{user}/repos{?type,page,per_page,sort}"_L1},
    {"user_search"_L1, "/search/users?q={query}{&page,per_page,sort,order}"_L1},
}};

} // namespace

QJsonObject githubRoot(const QString& base)
{
    QJsonObject json{{u"current_user_authorizations_html_url"_s,
                      u"https://github.com/settings/connections/applications{/client_id}"_s}};
    for (const auto& [name, path] : kLinks)
        json.insert(name + "_url"_L1, base + path);
    return json;
}

} // namespace slipway
