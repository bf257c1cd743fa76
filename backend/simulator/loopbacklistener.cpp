#include "simulator/loopbacklistener.h"

#include <sys/socket.h>

namespace slipway
{

void LoopbackListener::incomingConnection(qintptr descriptor)
{
    auto* socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        socket->deleteLater();
        return;
    }
    // Head and body are written one after the other: without this the body waits 40 ms for the client's delayed ACK.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const auto port = socket->peerPort();
    m_connections.insert(port, socket);
    connect(socket, &QObject::destroyed, this, [this, port, socket] {
        // A new connection may have the port already.
        if (m_connections.value(port) == socket)
            m_connections.remove(port);
    });
    addPendingConnection(socket);
}

void resetConnection(QTcpSocket& socket)
{
    // Lingering for no time makes close() send RST (socket(7), SO_LINGER); Qt has no option for it.
    const linger none{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket.abort();
}

} // namespace slipway
