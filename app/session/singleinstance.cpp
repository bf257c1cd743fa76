#include "app/session/singleinstance.h"

#include "core/errortext.h"
#include "core/logcategories.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>

namespace slipway
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Who does not answer in this time is taken for gone.
constexpr std::chrono::milliseconds kPatience = 1s;
/// A start that is under way: as long as a window takes to come up.
constexpr std::chrono::milliseconds kLongestStart = 3s;
constexpr qint64 kLongestRequest = 8192;
constexpr auto kTaken = "taken\n";

/// One name for one folder, however it is written; short, since the path of a socket has 107 characters at most.
QString folderName(const QString& dataFolder)
{
    const QString canonical = QFileInfo(dataFolder).canonicalFilePath();
    const QByteArray path = (canonical.isEmpty() ? QFileInfo(dataFolder).absoluteFilePath() : canonical).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString& dataFolder, QObject* parent)
    : QObject(parent)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QFileInfo(runtime).isDir() && QFileInfo(runtime).isWritable())
        m_path = runtime + u"/slipway-"_s + folderName(dataFolder);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const OpenRequest& request)
{
    if (m_path.isEmpty())
        return false;
    m_turn = std::make_unique<FileLock>(m_path + u".lock"_s, kLongestStart);
    const QDeadlineTimer deadline(kPatience);
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(static_cast<int>(deadline.remainingTime())))
        return false;
    socket.write(toBytes(request));
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return false;
    return socket.readLine() == kTaken;
}

void SingleInstance::listen()
{
    if (m_path.isEmpty())
        return;
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    QLocalServer::removeServer(m_path);
    if (!m_server->listen(m_path))
        qCWarning(logUi, "a second start will not find this window: %s", qUtf8Printable(m_server->errorString()));
    m_turn.reset();
}

void SingleInstance::accept()
{
    while (auto* socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        // Who says nothing is not waited for.
        QTimer::singleShot(kPatience, socket, &QLocalSocket::abort);
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket* socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > kLongestRequest)
            socket->abort();
        return;
    }
    const auto request = parseOpenRequest(socket->readLine(kLongestRequest));
    // Another version may say what this one does not know; the window comes to the front all the same.
    if (!request)
        qCWarning(logUi, "another start was not understood: %s", qUtf8Printable(errorLine(request.error())));
    socket->write(kTaken);
    socket->disconnectFromServer();
    Q_EMIT requested(request.value_or(OpenRequest()));
}

} // namespace slipway
