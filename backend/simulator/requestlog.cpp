#include "simulator/requestlog.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

Result<void> RequestLog::openFile(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return failure(ErrorKind::FileAccess, path, m_file.errorString());
    return {};
}

void RequestLog::add(const LoggedRequest& request)
{
    m_requests.append(request);
    if (!m_file.isOpen())
        return;
    const QJsonObject line{
        {u"at"_s, request.at.toUTC().toString(Qt::ISODateWithMs)},
        {u"method"_s, QString::fromLatin1(request.method)},
        {u"path"_s, request.path},
        {u"query"_s, request.query},
        {u"status"_s, request.status},
        {u"ms"_s, request.ms},
        {u"bytes"_s, request.bytes},
        {u"userAgent"_s, request.userAgent},
        {u"authorized"_s, request.authorized},
    };
    m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

} // namespace slipway
