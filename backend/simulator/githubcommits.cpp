// https://docs.github.com/en/rest/commits/commits#list-commits
#include "simulator/githubpaging.h"
#include "simulator/repositorycall.h"

#include <QJsonArray>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

HttpAnswer commitsAnswer(const RepositoryCall& call)
{
    if (call.repository.isEmpty())
        return githubError(409, u"Git Repository is empty."_s);
    const QString named = call.request.queryValue(u"sha"_s);
    const QString from = call.repository.commitOf(named);
    if (from.isEmpty())
        return githubError(404, u"No commit found for SHA: %1"_s.arg(named));
    const QStringList all = call.repository.commitsOf(from, call.request.queryValue(u"path"_s));
    const auto page = pageRequest(call.request);
    QJsonArray shown;
    for (auto at = page.first(); at < std::min<qint64>(page.first() + page.perPage, all.size()); ++at)
        shown.append(call.json().commit(all[at]));
    auto answer = jsonAnswer(200, QJsonDocument(shown));
    const QString path = u"/repositories/%1/commits"_s.arg(call.json().repository()[u"id"_s].toInteger());
    if (const auto link = linkHeader(call.request, path, page, all.size()); !link.isEmpty())
        answer.setHeader("link", link);
    return answer;
}

} // namespace slipway
