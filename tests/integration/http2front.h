#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace slipway::test
{

/// Debian's nghttpx in front of a server on this machine: HTTP/2 over TLS on the outside, as api.github.com and ghcr.io
/// speak it. Its certificate is its own; who is to trust it names certificate() in SSL_CERT_FILE.
class Http2Front final
{
public:
    /// False with a warning that says what did not come up.
    [[nodiscard]] bool start(const QUrl& behind);
    ~Http2Front() { stop(); }
    void stop();

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString certificate() const { return m_folder.filePath(QStringLiteral("certificate")); }
    /// A line for each request that was answered: "PORT GET /path HTTP/2", the port it came from first.
    [[nodiscard]] QStringList answered() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace slipway::test
