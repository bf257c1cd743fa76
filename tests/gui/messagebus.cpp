#include "gui/messagebus.h"

#include <QFile>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kPatience = 20'000;
} // namespace

MessageBus::MessageBus()
{
    QFile configuration(m_folder.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return;
    configuration.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_folder.path().toUtf8()
                        + "</listen><auth>EXTERNAL</auth><policy context='default'><allow send_destination='*' "
                          "eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    configuration.close();
    m_process.start(u"dbus-daemon"_s,
                    {u"--config-file="_s + configuration.fileName(), u"--print-address"_s, u"--nofork"_s});
    if (m_process.waitForReadyRead(kPatience))
        m_address = QString::fromLocal8Bit(m_process.readLine().trimmed());
}

MessageBus::~MessageBus()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience))
        m_process.kill();
}

} // namespace slipway::test
