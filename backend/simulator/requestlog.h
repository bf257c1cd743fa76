#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QList>
#include <QString>

namespace slipway
{

/// One request as the log tells it. Never a token's value.
struct LoggedRequest final {
    QDateTime at;
    QByteArray method;
    QString path;     ///< as sent, still percent-encoded
    QString query;    ///< as sent, credentials redacted
    int status = 0;   ///< 0: never answered, or the connection was reset
    qint64 ms = 0;    ///< until the answer was handed to the connection
    qint64 bytes = 0; ///< of the body
    QString userAgent;
    bool authorized = false; ///< carried a credential that was accepted
};

/// The requests served so far, in memory and, on demand, in a file of JSON lines.
class RequestLog final
{
public:
    /// Appends to this file from now on; each line is flushed.
    [[nodiscard]] Result<void> openFile(const QString& path);
    void add(const LoggedRequest& request);
    [[nodiscard]] const QList<LoggedRequest>& requests() const { return m_requests; }
    void clear() { m_requests.clear(); }

private:
    QList<LoggedRequest> m_requests;
    QFile m_file;
};

} // namespace slipway
