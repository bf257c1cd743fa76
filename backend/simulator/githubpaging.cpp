#include "simulator/githubpaging.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

std::int64_t positiveOr(const QString& text, std::int64_t fallback)
{
    const auto number = text.toLongLong();
    return number > 0 ? number : fallback;
}

} // namespace

PageRequest pageRequest(const ServedRequest& request)
{
    return {positiveOr(request.queryValue(u"page"_s), 1),
            std::min<std::int64_t>(positiveOr(request.queryValue(u"per_page"_s), 30), 100)};
}

QByteArray linkHeader(const ServedRequest& request, const QString& path, const PageRequest& page, std::int64_t total)
{
    const auto last = std::max<std::int64_t>(1, (total + page.perPage - 1) / page.perPage);
    QUrlQuery query(request.rawQuery);
    const auto link = [&](std::int64_t number, QLatin1StringView relation) {
        query.removeAllQueryItems(u"page"_s);
        query.addQueryItem(u"page"_s, QString::number(number));
        return u"<%1%2?%3>; rel=\"%4\""_s.arg(request.base(), path, query.toString(QUrl::FullyEncoded), relation);
    };
    QStringList links;
    if (page.page > 1)
        links.append(link(std::min(page.page - 1, last), "prev"_L1));
    if (page.page < last) {
        links.append(link(page.page + 1, "next"_L1));
        links.append(link(last, "last"_L1));
    }
    if (page.page > 1)
        links.append(link(1, "first"_L1));
    return links.join(", "_L1).toLatin1();
}

} // namespace slipway
