#include "integration/http2front.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 20'000;

/// A port that was free a moment ago: nghttpx does not tell which one the system has chosen.
int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool answers(int port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    return socket.waitForConnected(kPatience);
}

} // namespace

bool Http2Front::start(const QUrl& behind)
{
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"1"_s,
                                 u"-subj"_s, u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s,
                                 u"-keyout"_s, m_folder.filePath(u"key"_s), u"-out"_s, certificate()});
    if (!openssl.waitForFinished(kPatience) || openssl.exitCode() != 0) {
        qWarning("no certificate: %s", openssl.readAllStandardError().constData());
        return false;
    }
    m_port = freePort();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"nghttpx"_s,
                    {u"--conf=/dev/null"_s, u"--frontend=127.0.0.1,%1"_s.arg(m_port),
                     u"--backend=127.0.0.1,%1"_s.arg(behind.port()), u"--workers=1"_s, u"--no-ocsp"_s,
                     u"--single-process"_s, u"--accesslog-file="_s + m_folder.filePath(u"log"_s),
                     u"--accesslog-format=$remote_port $request"_s, m_folder.filePath(u"key"_s), certificate()});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kPatience && m_process.state() != QProcess::NotRunning) {
        if (answers(m_port))
            return true;
        m_process.waitForReadyRead(20);
    }
    qWarning("no nghttpx: %s", m_process.readAll().constData());
    return false;
}

void Http2Front::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

QUrl Http2Front::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port));
}

QStringList Http2Front::answered() const
{
    QFile log(m_folder.filePath(u"log"_s));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace slipway::test
