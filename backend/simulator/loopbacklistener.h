#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

namespace slipway
{

/// Accepts connections on 127.0.0.1 and remembers them by the client's port. QHttpServer keeps its sockets to itself; a
/// fault that resets or cuts a connection needs the one a request came on, and on loopback the port tells which it is.
class LoopbackListener final : public QTcpServer
{
    Q_OBJECT
public:
    explicit LoopbackListener(QObject* parent = nullptr)
        : QTcpServer(parent)
    {
    }

    /// The connection from this port, or null when it is gone.
    [[nodiscard]] QTcpSocket* connection(quint16 clientPort) const { return m_connections.value(clientPort); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QHash<quint16, QTcpSocket*> m_connections;
};

/// Ends a connection with RST: the other side sees "connection reset", not an orderly end.
void resetConnection(QTcpSocket& socket);

} // namespace slipway
