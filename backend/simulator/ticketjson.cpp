// What RepositoryJson writes of pull requests and issues.
#include "core/digest.h"
#include "simulator/githubjson.h"
#include "simulator/repositoryjson.h"

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QJsonValue timeOrNull(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

/// A positive number that is always the same for a name.
qint64 numberOf(const QString& name)
{
    return Digest::of(name.toUtf8()).hex().first(8).toLongLong(nullptr, 16);
}

QJsonObject linkTo(const QString& url)
{
    return {{u"href"_s, url}};
}

} // namespace

QJsonObject RepositoryJson::viewer() const
{
    return GithubJson(m_state, m_base).account(m_state.viewer);
}

QJsonObject RepositoryJson::label(const QString& name) const
{
    return {{u"id"_s, numberOf(name)},
            {u"node_id"_s, QString::fromLatin1(("05:Label" + name.toUtf8()).toBase64())},
            {u"url"_s, m_url + u"/labels/"_s + name},
            {u"name"_s, name},
            {u"description"_s, u""_s},
            {u"color"_s, u"ededed"_s},
            {u"default"_s, false}};
}

QJsonObject RepositoryJson::pullEnd(const QString& branch, const QString& commit) const
{
    return {{u"label"_s, m_state.owner.login + u':' + branch},
            {u"ref"_s, branch},
            {u"sha"_s, commit},
            {u"user"_s, GithubJson(m_state, m_base).account(m_state.owner)},
            {u"repo"_s, repository()}};
}

QJsonObject RepositoryJson::ticket(int number, const QString& title, const QString& body) const
{
    return {{u"number"_s, number},
            {u"title"_s, title},
            {u"body"_s, body.isEmpty() ? QJsonValue() : QJsonValue(body)},
            {u"user"_s, viewer()},
            {u"locked"_s, false},
            {u"assignee"_s, QJsonValue::Null},
            {u"assignees"_s, QJsonArray()},
            {u"milestone"_s, QJsonValue::Null},
            {u"author_association"_s, u"MEMBER"_s}};
}

QJsonObject RepositoryJson::pull(const SimPull& pull, bool isWhole) const
{
    const QString number = QString::number(pull.number);
    const QString url = m_url + u"/pulls/"_s + number;
    const QString issueUrl = m_url + u"/issues/"_s + number;
    const QString page = m_page + u"/pull/"_s + number;
    const QString statuses = m_url + u"/statuses/"_s + pull.headCommit;
    const QString review = m_url + u"/pulls/comments{/number}"_s;
    QJsonObject json = ticket(pull.number, pull.title, pull.body);
    const QJsonObject links{{u"self"_s, linkTo(url)},
                            {u"html"_s, linkTo(page)},
                            {u"issue"_s, linkTo(issueUrl)},
                            {u"comments"_s, linkTo(issueUrl + u"/comments"_s)},
                            {u"review_comments"_s, linkTo(url + u"/comments"_s)},
                            {u"review_comment"_s, linkTo(review)},
                            {u"commits"_s, linkTo(url + u"/commits"_s)},
                            {u"statuses"_s, linkTo(statuses)}};
    const QJsonObject more{{u"id"_s, numberOf(url)},
                           {u"node_id"_s, u"PR_"_s + number},
                           {u"url"_s, url},
                           {u"html_url"_s, page},
                           {u"diff_url"_s, page + u".diff"_s},
                           {u"patch_url"_s, page + u".patch"_s},
                           {u"issue_url"_s, issueUrl},
                           {u"comments_url"_s, issueUrl + u"/comments"_s},
                           {u"commits_url"_s, url + u"/commits"_s},
                           {u"review_comments_url"_s, url + u"/comments"_s},
                           {u"review_comment_url"_s, review},
                           {u"statuses_url"_s, statuses},
                           {u"state"_s, pull.isOpen() ? u"open"_s : u"closed"_s},
                           {u"labels"_s, QJsonArray()},
                           {u"created_at"_s, timeOrNull(pull.createdAt)},
                           {u"updated_at"_s, timeOrNull(pull.updatedAt)},
                           {u"closed_at"_s, timeOrNull(pull.closedAt)},
                           {u"merged_at"_s, pull.isMerged ? timeOrNull(pull.closedAt) : QJsonValue()},
                           {u"merge_commit_sha"_s, QJsonValue::Null},
                           {u"draft"_s, false},
                           {u"auto_merge"_s, QJsonValue::Null},
                           {u"head"_s, pullEnd(pull.head, pull.headCommit)},
                           {u"base"_s, pullEnd(pull.base, pull.baseCommit)},
                           {u"_links"_s, links}};
    for (auto member = more.begin(); member != more.end(); ++member)
        json.insert(member.key(), member.value());
    if (!isWhole)
        return json;
    json.insert(u"merged"_s, pull.isMerged);
    json.insert(u"merged_by"_s, QJsonValue::Null);
    json.insert(u"mergeable"_s, QJsonValue::Null);
    json.insert(u"mergeable_state"_s, u"unknown"_s);
    json.insert(u"maintainer_can_modify"_s, false);
    for (const auto name :
         {"comments"_L1, "review_comments"_L1, "commits"_L1, "additions"_L1, "deletions"_L1, "changed_files"_L1})
        json.insert(name, 0);
    return json;
}

QJsonObject RepositoryJson::issue(const SimIssue& issue) const
{
    const QString url = m_url + u"/issues/"_s + QString::number(issue.number);
    QJsonObject json = ticket(issue.number, issue.title, issue.body);
    QJsonArray names;
    for (const QString& name : issue.labels)
        names.append(label(name));
    const QJsonObject more{{u"id"_s, numberOf(url)},
                           {u"node_id"_s, u"I_%1"_s.arg(issue.number)},
                           {u"url"_s, url},
                           {u"repository_url"_s, m_url},
                           {u"html_url"_s, m_page + u"/issues/"_s + QString::number(issue.number)},
                           {u"labels_url"_s, url + u"/labels{/name}"_s},
                           {u"comments_url"_s, url + u"/comments"_s},
                           {u"events_url"_s, url + u"/events"_s},
                           {u"state"_s, issue.isOpen() ? u"open"_s : u"closed"_s},
                           {u"state_reason"_s, issue.isOpen() ? QJsonValue() : QJsonValue(issue.reason)},
                           {u"labels"_s, names},
                           {u"comments"_s, 0},
                           {u"created_at"_s, timeOrNull(issue.createdAt)},
                           {u"updated_at"_s, timeOrNull(issue.updatedAt)},
                           {u"closed_at"_s, timeOrNull(issue.closedAt)}};
    for (auto member = more.begin(); member != more.end(); ++member)
        json.insert(member.key(), member.value());
    return json;
}

QJsonObject RepositoryJson::issue(const SimPull& pull) const
{
    SimIssue same;
    same.number = pull.number;
    same.title = pull.title;
    same.body = pull.body;
    same.reason = u"completed"_s;
    same.createdAt = pull.createdAt;
    same.updatedAt = pull.updatedAt;
    same.closedAt = pull.closedAt;
    QJsonObject json = issue(same);
    const QString page = m_page + u"/pull/"_s + QString::number(pull.number);
    json.insert(u"html_url"_s, page);
    json.insert(u"pull_request"_s, QJsonObject{{u"url"_s, m_url + u"/pulls/"_s + QString::number(pull.number)},
                                               {u"html_url"_s, page},
                                               {u"diff_url"_s, page + u".diff"_s},
                                               {u"patch_url"_s, page + u".patch"_s}});
    return json;
}

} // namespace slipway
