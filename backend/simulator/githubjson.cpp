#include "simulator/githubjson.h"

#include "core/format.h"

#include <QJsonArray>
#include <QUrl>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kSite{"https://github.com/"};

/// Members of "minimal-repository" that are links below the repository's own: name and path.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 37> kRepositoryLinks{{
    {"archive_url"_L1, "/{archive_format}{/ref}"_L1},
    {"assignees_url"_L1, "/assignees{/user}"_L1},
    {"blobs_url"_L1, "/git/blobs{/sha}"_L1},
    {"branches_url"_L1, "/branches{/branch}"_L1},
    {"collaborators_url"_L1, "/collaborators{/collaborator}"_L1},
    {"comments_url"_L1, "/comments{/number}"_L1},
    {"commits_url"_L1, "/commits{/sha}"_L1},
    {"compare_url"_L1, "/compare/{base}...{head}"_L1},
    {"contents_url"_L1, "/contents/{+path}"_L1},
    {"contributors_url"_L1, "/contributors"_L1},
    {"deployments_url"_L1, "/deployments"_L1},
    {"downloads_url"_L1, "/downloads"_L1},
    {"events_url"_L1, "/events"_L1},
    {"forks_url"_L1, "/forks"_L1},
    {"git_commits_url"_L1, "/git/commits{/sha}"_L1},
    {"git_refs_url"_L1, "/git/refs{/sha}"_L1},
    {"git_tags_url"_L1, "/git/tags{/sha}"_L1},
    {"hooks_url"_L1, "/hooks"_L1},
    {"issue_comment_url"_L1, "/issues/comments{/number}"_L1},
    {"issue_events_url"_L1, "/issues/events{/number}"_L1},
    {"issues_url"_L1, "/issues{/number}"_L1},
    {"keys_url"_L1, "/keys{/key_id}"_L1},
    {"labels_url"_L1, "/labels{/name}"_L1},
    {"languages_url"_L1, "/languages"_L1},
    {"merges_url"_L1, "/merges"_L1},
    {"milestones_url"_L1, "/milestones{/number}"_L1},
    {"notifications_url"_L1, "/notifications{?since,all,participating}"_L1},
    {"pulls_url"_L1, "/pulls{/number}"_L1},
    {"releases_url"_L1, "/releases{/id}"_L1},
    {"stargazers_url"_L1, "/stargazers"_L1},
    {"statuses_url"_L1, "/statuses/{sha}"_L1},
    {"subscribers_url"_L1, "/subscribers"_L1},
    {"subscription_url"_L1, "/subscription"_L1},
    {"tags_url"_L1, "/tags"_L1},
    {"teams_url"_L1, "/teams"_L1},
    {"trees_url"_L1, "/git/trees{/sha}"_L1},
    {"url"_L1, ""_L1},
}};

/// The same of "simple-user".
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 9> kAccountLinks{{
    {"followers_url"_L1, "/followers"_L1},
    {"following_url"_L1, "/following{/other_user}"_L1},
    {"gists_url"_L1, "/gists{/gist_id}"_L1},
    {"starred_url"_L1, "/starred{/owner}{/repo}"_L1},
    {"subscriptions_url"_L1, "/subscriptions"_L1},
    {"organizations_url"_L1, "/orgs"_L1},
    {"repos_url"_L1, "/repos"_L1},
    {"events_url"_L1, "/events{/privacy}"_L1},
    {"received_events_url"_L1, "/received_events"_L1},
}};

QString nodeId(QLatin1StringView kind, std::int64_t id)
{
    return QString::fromLatin1((kind + QString::number(id)).toLatin1().toBase64());
}

/// A positive number that is always the same for a name: ids of repositories, which the state does not have.
std::int64_t stableNumber(const QString& name)
{
    const auto raw = Digest::of(name.toUtf8()).raw();
    std::int64_t number = 0;
    for (int i = 0; i < 4; ++i)
        number = number * 256 + static_cast<std::uint8_t>(raw[i]);
    return number;
}

} // namespace

QJsonObject GithubJson::account(const SimAccount& account) const
{
    const QString url = m_base + "/users/"_L1 + account.login;
    QJsonObject json{
        {u"login"_s, account.login},
        {u"id"_s, qint64{account.id}},
        {u"node_id"_s, nodeId("04:User"_L1, account.id)},
        {u"avatar_url"_s, u"https://avatars.githubusercontent.com/u/%1?v=4"_s.arg(account.id)},
        {u"gravatar_id"_s, u""_s},
        {u"url"_s, url},
        {u"html_url"_s, kSite + account.login},
        {u"type"_s, account.type == OwnerType::Organization ? u"Organization"_s : u"User"_s},
        {u"site_admin"_s, false},
    };
    for (const auto& [name, path] : kAccountLinks)
        json.insert(name, url + path);
    return json;
}

QJsonObject GithubJson::profile(const SimAccount& account) const
{
    auto json = this->account(account);
    const QString since = u"2020-01-01T00:00:00Z"_s;
    for (const auto name : {"name"_L1, "company"_L1, "location"_L1, "email"_L1, "hireable"_L1, "bio"_L1})
        json.insert(name, QJsonValue::Null);
    for (const auto name : {"public_repos"_L1, "public_gists"_L1, "followers"_L1, "following"_L1})
        json.insert(name, 0);
    json.insert("blog"_L1, u""_s);
    json.insert("created_at"_L1, since);
    json.insert("updated_at"_L1, since);
    return json;
}

QJsonObject GithubJson::ownProfile(const SimAccount& account) const
{
    auto json = profile(account);
    for (const auto name :
         {"private_gists"_L1, "total_private_repos"_L1, "owned_private_repos"_L1, "disk_usage"_L1, "collaborators"_L1})
        json.insert(name, 0);
    json.insert("two_factor_authentication"_L1, true);
    return json;
}

QJsonObject GithubJson::organization(const SimAccount& account) const
{
    const QString url = m_base + "/orgs/"_L1 + account.login;
    QJsonObject json{
        {u"login"_s, account.login},
        {u"id"_s, qint64{account.id}},
        {u"node_id"_s, nodeId("12:Organization"_L1, account.id)},
        {u"avatar_url"_s, u"https://avatars.githubusercontent.com/u/%1?v=4"_s.arg(account.id)},
        {u"url"_s, url},
        {u"members_url"_s, url + "/members{/member}"_L1},
        {u"public_members_url"_s, url + "/public_members{/member}"_L1},
        {u"description"_s, QJsonValue::Null},
    };
    for (const auto name : {"repos"_L1, "events"_L1, "hooks"_L1, "issues"_L1})
        json.insert(name + "_url"_L1, url + u'/' + name);
    return json;
}

QString GithubJson::packageUrl(const SimPackage& package) const
{
    const auto kind = m_state.owner.type == OwnerType::Organization ? "/orgs/"_L1 : "/users/"_L1;
    return m_base + kind + m_state.owner.login + "/packages/container/"_L1
           + QString::fromLatin1(QUrl::toPercentEncoding(package.facts().name));
}

QString GithubJson::packagePage(const SimPackage& package) const
{
    const auto kind = m_state.owner.type == OwnerType::Organization ? "orgs/"_L1 : "users/"_L1;
    return kSite + kind + m_state.owner.login + "/packages/container/package/"_L1
           + QString::fromLatin1(QUrl::toPercentEncoding(package.facts().name));
}

QJsonObject GithubJson::repository(const QString& name) const
{
    const QString fullName = m_state.owner.login + u'/' + name;
    const QString url = m_base + "/repos/"_L1 + fullName;
    const auto id = stableNumber(fullName);
    QJsonObject json{
        {u"id"_s, qint64{id}},
        {u"node_id"_s, nodeId("010:Repository"_L1, id)},
        {u"name"_s, name},
        {u"full_name"_s, fullName},
        {u"owner"_s, account(m_state.owner)},
        {u"private"_s, true},
        {u"html_url"_s, kSite + fullName},
        {u"description"_s, QJsonValue::Null},
        {u"fork"_s, false},
    };
    for (const auto& [member, path] : kRepositoryLinks)
        json.insert(member, url + path);
    return json;
}

QJsonObject GithubJson::package(const SimPackage& package) const
{
    const auto& facts = package.facts();
    QJsonObject json{
        {u"id"_s, qint64{facts.id}},
        {u"name"_s, facts.name},
        {u"package_type"_s, u"container"_s},
        {u"owner"_s, account(m_state.owner)},
        {u"version_count"_s, static_cast<qint64>(package.active().size())},
        {u"visibility"_s, facts.visibility == SimVisibility::Public ? u"public"_s : u"private"_s},
        {u"url"_s, packageUrl(package)},
        {u"created_at"_s, formatTimestamp(facts.createdAt)},
        {u"updated_at"_s, formatTimestamp(facts.updatedAt)},
        {u"html_url"_s, packagePage(package)},
    };
    if (!facts.repository.isEmpty())
        json.insert("repository"_L1, repository(facts.repository));
    return json;
}

QJsonObject GithubJson::version(const SimPackage& package, const SimVersion& version) const
{
    const QJsonObject container{{u"tags"_s, QJsonArray::fromStringList(version.tags)}};
    QJsonObject json{
        {u"id"_s, qint64{version.id}},
        {u"name"_s, version.digest.toString()},
        {u"url"_s, packageUrl(package) + "/versions/"_L1 + QString::number(version.id)},
        {u"package_html_url"_s, packagePage(package)},
        {u"created_at"_s, formatTimestamp(version.createdAt)},
        {u"updated_at"_s, formatTimestamp(version.updatedAt)},
        {u"html_url"_s, packagePage(package) + u'/' + QString::number(version.id)},
        {u"metadata"_s, QJsonObject{{u"package_type"_s, u"container"_s}, {u"container"_s, container}}},
    };
    if (version.deletedAt.isValid())
        json.insert("deleted_at"_L1, formatTimestamp(version.deletedAt));
    return json;
}

} // namespace slipway
