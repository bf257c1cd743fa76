#include "simulator/exchangelog.h"

#include "core/redact.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Names in lower case; what says who asks, and whom, is left out.
QJsonObject headersOf(const QHttpHeaders& headers)
{
    QJsonObject json;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const QString name = headers.nameAt(i).toString().toLower();
        if (name != "authorization"_L1 && name != "cookie"_L1 && name != "host"_L1)
            json.insert(name, QString::fromLatin1(headers.valueAt(i)));
    }
    return json;
}

QJsonObject answerOf(int status, const HttpAnswer& answer)
{
    const auto* body = std::get_if<QByteArray>(&answer.body);
    return {{u"status"_s, status},
            {u"headers"_s, headersOf(answer.headers)},
            {u"body"_s, body == nullptr ? QString() : QString::fromUtf8(*body)}};
}

} // namespace

Result<void> ExchangeLog::openFile(const QString& path)
{
    m_file.setFileName(path);
    // Each line is one write() at the end of the file, which other processes do not get between.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return failure(ErrorKind::FileAccess, path, m_file.errorString());
    return {};
}

void ExchangeLog::add(const ServedRequest& request, int status, const HttpAnswer& answer, AnswerKind kind)
{
    const QString target = request.rawQuery.isEmpty() ? request.path : request.path + u'?' + request.rawQuery;
    QJsonObject line{{u"request"_s, QJsonObject{{u"method"_s, QString::fromLatin1(request.method)},
                                                {u"target"_s, redact(target)},
                                                {u"headers"_s, headersOf(request.headers)},
                                                {u"body"_s, QString::fromUtf8(request.body)}}}};
    if (kind == AnswerKind::Spoilt)
        line.insert("spoilt"_L1, true);
    else
        line.insert("answer"_L1, answerOf(status, answer));
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const QByteArray digest = QCryptographicHash::hash(text, QCryptographicHash::Sha1);
    if (m_written.contains(digest))
        return;
    m_written.insert(digest);
    m_file.write(text);
}

} // namespace slipway
