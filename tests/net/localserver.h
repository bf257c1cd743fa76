#pragma once

#include "net/http.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace slipway::test
{

/// One request as it came over the wire.
struct Received final {
    QByteArray method;
    QByteArray target;
    QList<HttpHeader> headers;
    QByteArray body;
    QPointer<QTcpSocket> socket;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// An HTTP/1.1 server on 127.0.0.1 that lives in the test: what is done with a request, answers included, is the test's
/// to say.
class LocalServer final : public QObject
{
public:
    using Handler = std::function<void(const Received&)>;

    explicit LocalServer(Handler handler, std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>());
    ~LocalServer() override;

    [[nodiscard]] QUrl url(const QString& path, const QString& scheme = QStringLiteral("http")) const;
    [[nodiscard]] const QList<Received>& received() const { return m_received; }

private:
    void accept();
    void read(QTcpSocket* socket);

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<Received> m_received;
};

/// Writes a complete answer.
void reply(const Received& request, int status, const QByteArray& body = {}, const QList<HttpHeader>& headers = {});

/// A GET for the transport.
[[nodiscard]] HttpRequest getRequest(const QUrl& url);

} // namespace slipway::test
