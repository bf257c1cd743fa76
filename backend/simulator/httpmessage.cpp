#include "simulator/httpmessage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace slipway
{

using namespace Qt::StringLiterals;

QByteArray ServedRequest::header(QByteArrayView name) const
{
    return headers.value(QAnyStringView(QLatin1StringView(name))).toByteArray();
}

QString ServedRequest::base() const
{
    const bool isBehindTls = header("x-forwarded-proto") == "https";
    return (isBehindTls ? "https://"_L1 : "http://"_L1) + QString::fromLatin1(header("host"));
}

QStringList ServedRequest::segments() const
{
    QStringList parts = path.split(u'/');
    parts.removeFirst();
    for (auto& part : parts)
        part = QUrl::fromPercentEncoding(part.toUtf8());
    return parts;
}

QString ServedRequest::queryValue(const QString& name) const
{
    return queryValues(name).value(0);
}

QStringList ServedRequest::queryValues(const QString& name) const
{
    return QUrlQuery(rawQuery).allQueryItemValues(name, QUrl::FullyDecoded);
}

std::int64_t HttpAnswer::bodySize() const
{
    if (const auto* range = std::get_if<LayerRange>(&body))
        return range->length;
    return std::get<QByteArray>(body).size();
}

void HttpAnswer::setHeader(QByteArrayView name, QByteArrayView value)
{
    headers.removeAll(QAnyStringView(QLatin1StringView(name)));
    headers.append(QAnyStringView(QLatin1StringView(name)), QAnyStringView(QLatin1StringView(value)));
}

HttpAnswer textAnswer(int status, QByteArrayView contentType, const QByteArray& text)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = text;
    answer.setHeader("content-type", contentType);
    return answer;
}

HttpAnswer jsonAnswer(int status, const QJsonDocument& document)
{
    return textAnswer(status, "application/json; charset=utf-8", document.toJson(QJsonDocument::Compact));
}

HttpAnswer githubError(int status, const QString& message)
{
    return jsonAnswer(status, QJsonDocument(QJsonObject{
                                  {u"message"_s, message},
                                  {u"documentation_url"_s, u"https://docs.github.com/rest"_s},
                                  {u"status"_s, QString::number(status)},
                              }));
}

HttpAnswer registryError(int status, const QString& code, const QString& message)
{
    const QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    auto answer = jsonAnswer(status, QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray{error}}}));
    answer.setHeader("content-type", "application/json");
    return answer;
}

} // namespace slipway
