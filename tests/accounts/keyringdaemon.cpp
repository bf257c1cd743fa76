#include "accounts/keyringdaemon.h"

#include <QDir>
#include <QFile>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 20'000;

void end(QProcess& process)
{
    process.terminate();
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(kPatience))
        process.kill();
}

} // namespace

KeyringDaemon::KeyringDaemon() = default;

KeyringDaemon::~KeyringDaemon()
{
    end(m_keyring);
    end(m_bus);
}

bool KeyringDaemon::start()
{
    // Its own bus starts no services: what answers is what was started here. The real keyring of whoever runs this is
    // never asked.
    QFile configuration(m_folder.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(
        "<busconfig><type>session</type><listen>unix:tmpdir=" + m_folder.path().toUtf8()
        + "</listen><auth>EXTERNAL</auth><policy context='default'><allow send_destination='*' eavesdrop='true'/>"
          "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    configuration.close();
    m_bus.start(u"dbus-daemon"_s,
                {u"--config-file="_s + configuration.fileName(), u"--print-address"_s, u"--nofork"_s});
    if (!m_bus.waitForReadyRead(kPatience)) {
        qWarning("no message bus: %s", m_bus.readAllStandardError().constData());
        return false;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    QDir(m_folder.path()).mkpath(u"run"_s);
    QFile::setPermissions(m_folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", m_folder.filePath(u"run"_s).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"data"_s).toUtf8());
    qunsetenv("XDG_CURRENT_DESKTOP");
    m_keyring.setProcessChannelMode(QProcess::MergedChannels);
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s, u"--foreground"_s});
    if (!m_keyring.waitForStarted(kPatience)) {
        qWarning("no gnome-keyring-daemon");
        return false;
    }
    m_keyring.write("\n");
    m_keyring.closeWriteChannel();
    return true;
}

void KeyringDaemon::stopKeyring()
{
    end(m_keyring);
}

} // namespace slipway::test
