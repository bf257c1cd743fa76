#pragma once

#include "app/session/openrequest.h"
#include "core/filelock.h"

#include <QObject>

#include <memory>

class QLocalServer;
class QLocalSocket;

namespace slipway
{

/// One window for a data folder: the first listens on a socket in XDG_RUNTIME_DIR, which only its owner may use; who
/// comes later hands over what it was started for, and ends. Without that folder every start has a window of its own.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString& dataFolder, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// True if another process has taken the request within a second. If not, nobody else is served until listen() or
    /// the end of this object: of many that are started at once, one becomes the first. Needs a QCoreApplication.
    [[nodiscard]] bool handOver(const OpenRequest& request);
    /// From here on the others come here; what somebody left who was killed, or does not answer, is taken over.
    void listen();

    /// Empty where there is no folder for it.
    [[nodiscard]] const QString& socketPath() const { return m_path; }

Q_SIGNALS:
    void requested(const slipway::OpenRequest& request);

private:
    void accept();
    void read(QLocalSocket* socket);

    QString m_path;
    std::unique_ptr<FileLock> m_turn;
    QLocalServer* m_server = nullptr;
};

} // namespace slipway
