// Pull requests, issues and labels of a repository.
// https://docs.github.com/en/rest/pulls/pulls, https://docs.github.com/en/rest/issues/issues
#include "simulator/githubpaging.h"
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

/// One page of rows that are oldest first, the newest first.
HttpAnswer pageOf(const RepositoryCall& call, const QString& list, const std::vector<QJsonObject>& rows)
{
    const auto page = pageRequest(call.request);
    QJsonArray shown;
    const auto total = static_cast<qint64>(rows.size());
    for (auto at = page.first(); at < std::min<qint64>(page.first() + page.perPage, total); ++at)
        shown.append(rows[static_cast<size_t>(total - 1 - at)]);
    auto answer = jsonAnswer(200, QJsonDocument(shown));
    const QString path = u"/repositories/%1/%2"_s.arg(call.json().repository()[u"id"_s].toInteger()).arg(list);
    if (const auto link = linkHeader(call.request, path, page, total); !link.isEmpty())
        answer.setHeader("link", link);
    return answer;
}

bool isWanted(const RepositoryCall& call, bool isOpen)
{
    const QString state = call.request.queryValue(u"state"_s);
    return state == "all"_L1 || isOpen == (state != "closed"_L1);
}

HttpAnswer pullList(const RepositoryCall& call)
{
    const QString head = call.request.queryValue(u"head"_s);
    const QString base = call.request.queryValue(u"base"_s);
    std::vector<QJsonObject> rows;
    for (const SimPull& pull : call.repository.pulls) {
        const bool isHead = head.isEmpty() || head == call.state.owner.login + u':' + pull.head;
        if (isHead && (base.isEmpty() || base == pull.base) && isWanted(call, pull.isOpen()))
            rows.push_back(call.json().pull(pull, false));
    }
    return pageOf(call, u"pulls"_s, rows);
}

HttpAnswer pullOpened(const RepositoryCall& call)
{
    if (auto refused = call.refusal())
        return *std::move(refused);
    const QJsonObject body = call.body();
    SimRepository& repository = call.repository;
    SimPull pull;
    pull.head = body[u"head"_s].toString().section(u':', -1);
    pull.base = body[u"base"_s].toString();
    for (const auto& [field, branch] : {std::pair(u"head"_s, pull.head), std::pair(u"base"_s, pull.base)}) {
        if (!repository.branches().contains(branch))
            return validationError(u"PullRequest"_s, field, u"invalid"_s);
    }
    const auto isSame = [&](const SimPull& other) {
        return other.isOpen() && other.head == pull.head && other.base == pull.base;
    };
    if (std::ranges::any_of(repository.pulls, isSame)) {
        return validationError(u"PullRequest"_s, {}, u"custom"_s,
                               u"A pull request already exists for %1:%2."_s.arg(call.state.owner.login, pull.head));
    }
    pull.headCommit = repository.branches().value(pull.head);
    pull.baseCommit = repository.branches().value(pull.base);
    if (repository.isAncestor(pull.headCommit, pull.baseCommit)) {
        return validationError(u"PullRequest"_s, {}, u"custom"_s,
                               u"No commits between %1 and %2"_s.arg(pull.base, pull.head));
    }
    pull.number = repository.nextNumber();
    pull.title = body[u"title"_s].toString();
    pull.body = body[u"body"_s].toString();
    pull.createdAt = pull.updatedAt = call.now;
    repository.pulls.push_back(pull);
    return jsonAnswer(201, QJsonDocument(call.json().pull(pull, true)));
}

/// What GitHub changes of a ticket whose members are named in the body.
template<typename Ticket>
void change(Ticket& ticket, const QJsonObject& body, const QDateTime& now)
{
    ticket.updatedAt = now;
    if (body.contains(u"title"_s))
        ticket.title = body[u"title"_s].toString();
    if (body.contains(u"body"_s))
        ticket.body = body[u"body"_s].toString();
    if (const QString state = body[u"state"_s].toString(); state == "closed"_L1 && ticket.isOpen())
        ticket.closedAt = now;
    else if (state == "open"_L1)
        ticket.closedAt = {};
}

HttpAnswer issueList(const RepositoryCall& call)
{
    const QString labels = call.request.queryValue(u"labels"_s);
    const QStringList wanted = labels.isEmpty() ? QStringList() : labels.split(u',');
    std::vector<std::pair<int, QJsonObject>> rows;
    for (const SimIssue& issue : call.repository.issues) {
        const bool hasAll =
            std::ranges::all_of(wanted, [&](const QString& name) { return issue.labels.contains(name); });
        if (hasAll && isWanted(call, issue.isOpen()))
            rows.emplace_back(issue.number, call.json().issue(issue));
    }
    // Pull requests are issues too.
    for (const SimPull& pull : call.repository.pulls) {
        if (wanted.isEmpty() && isWanted(call, pull.isOpen()))
            rows.emplace_back(pull.number, call.json().issue(pull));
    }
    std::ranges::sort(rows, {}, &std::pair<int, QJsonObject>::first);
    std::vector<QJsonObject> all;
    all.reserve(rows.size());
    for (auto& row : rows)
        all.push_back(std::move(row.second));
    return pageOf(call, u"issues"_s, all);
}

/// Labels that are not there are made. Of who may not push, they are dropped without a word.
QStringList labelsOf(const RepositoryCall& call)
{
    QStringList names;
    const QJsonArray given = call.body().value(u"labels"_s).toArray();
    for (const auto& label : given) {
        names.append(label.toString());
        if (!call.repository.labels.contains(names.last()))
            call.repository.labels.append(names.last());
    }
    return names;
}

HttpAnswer issueOpened(const RepositoryCall& call)
{
    const QJsonObject body = call.body();
    if (!body[u"title"_s].isString())
        return validationError(u"Issue"_s, u"title"_s, u"missing_field"_s);
    SimIssue issue;
    issue.number = call.repository.nextNumber();
    issue.title = body[u"title"_s].toString();
    issue.body = body[u"body"_s].toString();
    if (call.mayPush())
        issue.labels = labelsOf(call);
    issue.createdAt = issue.updatedAt = call.now;
    call.repository.issues.push_back(issue);
    return jsonAnswer(201, QJsonDocument(call.json().issue(issue)));
}

HttpAnswer issueChanged(const RepositoryCall& call)
{
    const auto number = call.rest[1].toInt();
    const auto issue = std::ranges::find(call.repository.issues, number, &SimIssue::number);
    if (issue == call.repository.issues.end())
        return notFound();
    if (!call.mayPush())
        return githubError(403, u"Must have admin rights to Repository."_s);
    const QJsonObject body = call.body();
    change(*issue, body, call.now);
    issue->reason = body[u"state_reason"_s].toString(u"completed"_s);
    if (body.contains(u"labels"_s))
        issue->labels = labelsOf(call);
    return jsonAnswer(200, QJsonDocument(call.json().issue(*issue)));
}

HttpAnswer labelAnswer(const RepositoryCall& call)
{
    if (call.request.method != "POST")
        return notFound();
    if (auto refused = call.refusal())
        return *std::move(refused);
    const QString name = call.body().value(u"name"_s).toString();
    if (call.repository.labels.contains(name))
        return validationError(u"Label"_s, u"name"_s, u"already_exists"_s);
    call.repository.labels.append(name);
    return jsonAnswer(201, QJsonDocument(call.json().label(name)));
}

} // namespace

HttpAnswer pullAnswer(const RepositoryCall& call)
{
    const QByteArray& method = call.request.method;
    if (call.rest.size() == 1 && method == "GET")
        return pullList(call);
    if (call.rest.size() == 1 && method == "POST")
        return pullOpened(call);
    const auto number = call.rest.value(1).toInt();
    const auto pull = std::ranges::find(call.repository.pulls, number, &SimPull::number);
    if (call.rest.size() != 2 || pull == call.repository.pulls.end())
        return notFound();
    if (method == "GET")
        return jsonAnswer(200, QJsonDocument(call.json().pull(*pull, true)));
    if (method != "PATCH")
        return notFound();
    if (auto refused = call.refusal())
        return *std::move(refused);
    const QJsonObject body = call.body();
    if (const QString base = body[u"base"_s].toString(); !base.isEmpty()) {
        if (!call.repository.branches().contains(base))
            return validationError(u"PullRequest"_s, u"base"_s, u"invalid"_s);
        const auto isTaken = [&](const SimPull& other) {
            return other.isOpen() && other.number != number && other.head == pull->head && other.base == base;
        };
        if (std::ranges::any_of(call.repository.pulls, isTaken)) {
            return validationError(
                u"PullRequest"_s, u"base"_s, u"invalid"_s,
                u"A pull request already exists for base branch '%1' and head branch '%2'"_s.arg(base, pull->head));
        }
        pull->base = base;
        pull->baseCommit = call.repository.branches().value(base);
    }
    change(*pull, body, call.now);
    return jsonAnswer(200, QJsonDocument(call.json().pull(*pull, true)));
}

HttpAnswer issueAnswer(const RepositoryCall& call)
{
    const QByteArray& method = call.request.method;
    if (call.rest[0] == "labels"_L1)
        return labelAnswer(call);
    if (!call.repository.hasIssues)
        return githubError(410, u"Issues has been disabled in this repository."_s);
    if (call.rest.size() == 1 && method == "GET")
        return issueList(call);
    // Anybody who may see a repository may open issues.
    if (!call.caller.isKnown())
        return githubError(401, u"Requires authentication"_s);
    if (!call.hasScope())
        return notFound();
    if (call.repository.isArchived)
        return githubError(403, u"Repository was archived so is read-only."_s);
    if (call.rest.size() == 1 && method == "POST")
        return issueOpened(call);
    return call.rest.size() == 2 && method == "PATCH" ? issueChanged(call) : notFound();
}

} // namespace slipway
