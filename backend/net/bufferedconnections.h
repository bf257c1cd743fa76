#pragma once

#include <QNetworkProxyFactory>

namespace slipway
{

/// Makes Qt read whole packets where there is no proxy. For QNetworkProxy::NoProxy it opens unbuffered sockets and
/// reads an answer's header from them byte by byte, a system call each: half of what a small request costs.
/// DefaultProxy is as direct, being whatever the application has set, and gets a buffer. Source: qtbase 6.8,
/// QHttpNetworkConnectionChannel::ensureConnection() and QHttpNetworkReplyPrivate::readHeader(). Encrypted connections
/// have a buffer anyway.
class BufferedConnections final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        QList<QNetworkProxy> proxies = proxyForQuery(query);
        for (auto& proxy : proxies) {
            if (proxy.type() == QNetworkProxy::NoProxy)
                proxy = QNetworkProxy(QNetworkProxy::DefaultProxy);
        }
        return proxies;
    }
};

} // namespace slipway
