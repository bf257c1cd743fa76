#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace slipway::test
{

/// A message bus of its own, that starts no services.
class MessageBus final
{
public:
    MessageBus();
    ~MessageBus();

    /// Empty if it did not start.
    [[nodiscard]] const QString& address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

} // namespace slipway::test
