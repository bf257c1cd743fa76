#pragma once

#include "integration/process.h"

#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace slipway::test
{

/// Debian's docker-registry on a free port of 127.0.0.1, plain http, with a folder of its own.
class DockerRegistry final
{
public:
    /// `auth`: the member `auth` of its configuration, in YAML's braces; empty: everybody may do everything.
    explicit DockerRegistry(const QByteArray& auth = {});

    /// Whether it listens; what it said is in the log of the test otherwise.
    [[nodiscard]] bool isListening() const { return !m_host.isEmpty(); }
    [[nodiscard]] QString host() const { return m_host; }
    /// The sum of the files it keeps blobs in, manifests among them.
    [[nodiscard]] qint64 bytesOnDisk() const;
    /// Throws away what no manifest references (its own command for it); false if that failed.
    [[nodiscard]] bool collectGarbage() const;
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://") + m_host); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_process;
    QString m_host;
};

} // namespace slipway::test
