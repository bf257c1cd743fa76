#include "app/session/openrequest.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kForm = 1;
/// Enough to say what is wrong with it, and short enough for a line of its own however it is escaped.
constexpr qsizetype kLongestWrongLink = 1200;
} // namespace

/// A page stands in the link where there is one; alone it is one of --page, and checked as that.
QByteArray toBytes(const OpenRequest& request)
{
    const QJsonObject json{
        {u"form"_s, kForm},
        {u"link"_s, request.wrongLink.isEmpty() ? toText(request.place) : request.wrongLink.left(kLongestWrongLink)},
        {u"page"_s, request.place.owner.isEmpty() ? request.place.page : QString()},
        {u"activationToken"_s, request.activationToken}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Result<OpenRequest> parseOpenRequest(const QByteArray& line)
{
    const auto json = QJsonDocument::fromJson(line).object();
    if (json["form"_L1].toInt() != kForm)
        return failure(ErrorKind::InvalidArgument, u"no request"_s);
    OpenRequest request;
    request.activationToken = json["activationToken"_L1].toString();
    if (const QString link = json["link"_L1].toString(); !link.isEmpty()) {
        auto place = parseDeepLink(link);
        if (!place) {
            request.wrongLink = link;
            return request;
        }
        request.place = *std::move(place);
    }
    if (const QString page = json["page"_L1].toString(); !page.isEmpty()) {
        const auto checked = checkPageId(page);
        if (!checked)
            return std::unexpected(checked.error());
        request.place.page = *checked;
    }
    return request;
}

} // namespace slipway
