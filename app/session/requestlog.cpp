#include "app/session/requestlog.h"

#include "core/logcategories.h"
#include "net/networktransport.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString outcomeText(const RequestRecord& record)
{
    if (record.error)
        return errorKindName(*record.error);
    return QString::number(record.status);
}

QString cacheText(CacheResult cache)
{
    switch (cache) {
    case CacheResult::Fetched:
        return u"fetched"_s;
    case CacheResult::NotModified:
        return u"not-modified"_s;
    }
    return {};
}

} // namespace

QString requestLine(const RequestRecord& record)
{
    QString line = u"#%1 %2 "_s.arg(record.id).arg(QLatin1StringView(httpMethodName(record.method)));
    line += record.url + u' ' + outcomeText(record) + u" %1 ms"_s.arg(record.duration.count());
    if (!record.error)
        line += u' ' + cacheText(record.cache) + u" %1 B"_s.arg(record.bytes);
    if (record.queued.count() > 0)
        line += u" queued %1 ms"_s.arg(record.queued.count());
    if (record.attempt > 1)
        line += u" attempt %1"_s.arg(record.attempt);
    return line;
}

void logRequests(NetworkTransport& transport)
{
    QObject::connect(&transport, &NetworkTransport::requestFinished, &transport, [](const RequestRecord& record) {
        const bool isTrouble = record.error && *record.error != ErrorKind::Cancelled;
        if (isTrouble)
            qCWarning(logNet, "%s", qUtf8Printable(requestLine(record)));
        else
            qCInfo(logNet, "%s", qUtf8Printable(requestLine(record)));
    });
}

} // namespace slipway
