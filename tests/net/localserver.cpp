#include "localserver.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

QByteArray Received::header(QByteArrayView name) const
{
    for (const auto& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

LocalServer::LocalServer(Handler handler, std::unique_ptr<QTcpServer> server)
    : m_handler(std::move(handler))
    , m_server(std::move(server))
{
    m_server->setListenBacklogSize(200);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port on 127.0.0.1");
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] { accept(); });
}

LocalServer::~LocalServer()
{
    // Sockets say goodbye while the server is being destroyed: nobody listens any more.
    for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>())
        socket->disconnect(this);
}

QUrl LocalServer::url(const QString& path, const QString& scheme) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(m_server->serverPort()).arg(path));
}

void LocalServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
        read(socket);
    }
}

void LocalServer::read(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Received request;
    request.socket = socket;
    QList<QByteArray> lines = buffer.first(end).split('\n');
    const auto words = lines.takeFirst().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = buffer.sliced(end + 4, length);
    buffer.remove(0, end + 4 + length);
    m_received.append(request);
    m_handler(request);
}

void reply(const Received& request, int status, const QByteArray& body, const QList<HttpHeader>& headers)
{
    if (!request.socket)
        return;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n";
    for (const auto& header : headers)
        head += header.name + ": " + header.value + "\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    request.socket->write(head + (request.method == "HEAD" ? QByteArray() : body));
}

HttpRequest getRequest(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.subject = u"the subject"_s;
    return request;
}

} // namespace slipway::test
