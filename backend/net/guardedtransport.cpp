#include "net/guardedtransport.h"

#include <QCoreApplication>

namespace slipway
{

GuardedTransport::Grant GuardedTransport::grant()
{
    auto grant = m_grant.lock();
    if (!grant) {
        grant = std::make_shared<const char>('\0');
        m_grant = grant;
    }
    return grant;
}

Task<Result<HttpResponse>> GuardedTransport::send(HttpRequest request, std::stop_token stop)
{
    const bool isReading = request.method == HttpMethod::Get || request.method == HttpMethod::Head;
    if (!isReading && m_grant.expired()) {
        co_return failure(ErrorKind::Refused,
                          QCoreApplication::translate("Connection", "Nothing may be changed here: %1 was not sent")
                              .arg(QString::fromLatin1(httpMethodName(request.method))),
                          request.subject);
    }
    co_return co_await m_transport.send(std::move(request), std::move(stop));
}

} // namespace slipway
