#include "net/responseerror.h"

#include "core/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The server's own words, if it gave any in one of the two known shapes.
QString messageOf(const HttpResponse& response)
{
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    QString message = object["message"_L1].toString();
    if (message.isEmpty()) {
        const auto first = object["errors"_L1].toArray().first().toObject();
        message = first["message"_L1].toString(first["code"_L1].toString());
    }
    return redact(message.left(200));
}

QString statusDetail(const HttpResponse& response)
{
    const QString message = messageOf(response);
    if (!message.isEmpty())
        return u"%1 %2"_s.arg(response.status).arg(message);
    const QByteArray type = response.header("Content-Type").split(';').first();
    return type.isEmpty() ? u"status %1"_s.arg(response.status)
                          : u"status %1, %2"_s.arg(response.status).arg(QString::fromLatin1(type));
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse& response, const QDateTime& now)
{
    if (const auto stated = statedRetryAfter(response))
        return stated;
    const QByteArray reset = response.header("x-ratelimit-reset");
    if (response.header("x-ratelimit-remaining") == "0" && !reset.isEmpty()) {
        const auto at = QDateTime::fromSecsSinceEpoch(reset.toLongLong(), QTimeZone::UTC);
        return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(at)));
    }
    return std::nullopt;
}

QString forbiddenDetail(const HttpResponse& response)
{
    const QByteArray sso = response.header("X-GitHub-SSO");
    if (sso.startsWith("required"))
        return u"single sign-on: authorise the token for this organisation"_s;
    const QByteArray accepted = response.header("X-Accepted-OAuth-Scopes");
    if (!accepted.isEmpty()) {
        const QByteArray has = response.header("X-OAuth-Scopes");
        return u"needs the scope %1, the token has: %2"_s.arg(QString::fromLatin1(accepted),
                                                              has.isEmpty() ? u"none"_s : QString::fromLatin1(has));
    }
    return statusDetail(response);
}

} // namespace

bool isRateLimited(const HttpResponse& response)
{
    if (response.status == 429)
        return true;
    return response.status == 403
           && (response.header("x-ratelimit-remaining") == "0" || !response.header("retry-after").isEmpty()
               || messageOf(response).contains("rate limit"_L1, Qt::CaseInsensitive));
}

std::optional<std::chrono::milliseconds> statedRetryAfter(const HttpResponse& response)
{
    if (const auto header = parseRetryAfter(response.header("retry-after")))
        return header;
    static const QRegularExpression inBody(u"retry-after:?\\s*([0-9.]+\\s*(?:ms|µs|us|s)?)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = inBody.match(QString::fromUtf8(response.body.left(1000)));
    return match.hasMatch() ? parseRetryAfter(match.captured(1).toUtf8()) : std::nullopt;
}

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text)
{
    static const QRegularExpression shape(u"^\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(ms|µs|us|s)?\\s*$"_s);
    const auto match = shape.match(QString::fromUtf8(text));
    if (!match.hasMatch())
        return std::nullopt;
    double milliseconds = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    if (unit.isEmpty() || unit == "s"_L1)
        milliseconds *= 1000;
    else if (unit != "ms"_L1)
        milliseconds /= 1000;
    constexpr double kLongest = 1e12; // some thirty years: a larger number is not a time any more
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(std::min(milliseconds, kLongest))));
}

std::optional<Error> errorOf(const HttpResponse& response, const QString& subject, const QDateTime& now)
{
    if ((response.status >= 200 && response.status < 300) || response.status == 304)
        return std::nullopt;
    if (isRateLimited(response))
        return Error{ErrorKind::RateLimited, subject, statusDetail(response), retryAfter(response, now)};
    if (response.status == 401)
        return Error{ErrorKind::Unauthorized, subject, statusDetail(response), std::nullopt};
    if (response.status == 403)
        return Error{ErrorKind::Forbidden, subject, forbiddenDetail(response), std::nullopt};
    if (response.status == 404 || response.status == 410)
        return Error{ErrorKind::NotFound, subject, statusDetail(response), std::nullopt};
    if (response.status >= 500)
        return Error{ErrorKind::Server, subject, statusDetail(response), retryAfter(response, now)};
    return Error{ErrorKind::UnexpectedStatus, subject, statusDetail(response), std::nullopt};
}

} // namespace slipway
