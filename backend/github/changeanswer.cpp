#include "github/changeanswer.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

/// GitHub says "Validation Failed", and what failed in a list beside it.
QString reasonIn(const HttpResponse& response)
{
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QStringList reasons;
    const QJsonArray errors = body[u"errors"_s].toArray();
    for (const auto& error : errors) {
        const QString message = error[u"message"_s].toString();
        reasons.append(message.isEmpty() ? u"%1 %2"_s.arg(error[u"field"_s].toString(), error[u"code"_s].toString())
                                         : message);
    }
    if (reasons.isEmpty())
        reasons.append(body[u"message"_s].toString().simplified());
    return redact(u"%1 %2"_s.arg(response.status).arg(reasons.join(u"; "_s).left(300)));
}

QString sentenceOf(int status, const QString& subject)
{
    switch (status) {
    case 403:
        return tr("the token may not change %1").arg(subject);
    case 404:
        return tr("%1 is not there, or the token may not change it: it needs the scope repo, for files of workflows "
                  "also the scope workflow")
            .arg(subject);
    case 409:
        return tr("GitHub did not take the change of %1").arg(subject);
    case 410:
        return tr("%1 is switched off").arg(subject);
    default:
        return tr("GitHub did not accept the change of %1").arg(subject);
    }
}

} // namespace

Task<Result<QByteArray>> sendChange(GithubHttp api, HttpMethod method, QUrl url, QString subject, QJsonObject body,
                                    CallContext context)
{
    const auto response = co_await api.change(method, std::move(url), subject, std::move(context),
                                              QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (!response)
        co_return std::unexpected(response.error());
    auto error = api.errorIn(*response, subject);
    if (!error)
        co_return Result<QByteArray>(response->body);
    const bool isDecided = error->kind == ErrorKind::Forbidden || error->kind == ErrorKind::NotFound
                           || response->status == 409 || response->status == 410 || response->status == 422;
    if (isDecided && error->kind != ErrorKind::RateLimited)
        co_return failure(ErrorKind::Refused, sentenceOf(response->status, subject), reasonIn(*response));
    co_return std::unexpected(*std::move(error));
}

} // namespace slipway
