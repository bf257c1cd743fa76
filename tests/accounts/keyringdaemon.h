#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace slipway::test
{

/// gnome-keyring as a Secret Service on a message bus of its own, with its keys in a folder of its own. Programs that
/// are started afterwards find it, and so does this one.
class KeyringDaemon final
{
public:
    KeyringDaemon();
    ~KeyringDaemon();

    /// Starts both, unlocked with an empty password; false with a warning that says what did not come up.
    [[nodiscard]] bool start();
    /// Ends the keyring, so that the bus has no Secret Service.
    void stopKeyring();

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace slipway::test
