#include "gui/serveddemo.h"

#include "integration/process.h"
#include "support/apiversion.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kPatience = 60'000;
} // namespace

ServedDemo::ServedDemo()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(ourProgram(u"slipwayctl"_s), {u"simulate"_s, u"--demo"_s, u"northquay"_s, u"--request-log"_s,
                                                  m_folder.filePath(u"requests.jsonl"_s)});
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(kPatience))
            qFatal("the simulator says nothing");
    const auto hello = QJsonDocument::fromJson(m_process.readLine()).object();
    m_url = QUrl(hello["apiUrl"_L1].toString());
    m_owner = hello["owner"_L1].toString();
}

ServedDemo::~ServedDemo()
{
    goOn();
    m_process.terminate();
    m_process.waitForFinished();
}

Target ServedDemo::target(const QString& dataFolder) const
{
    Target target;
    target.owner = m_owner;
    target.apiUrl = m_url;
    target.registryUrl = m_url;
    target.apiVersion = apiVersion();
    target.token = u"ghp_testtesttest"_s;
    target.dataFolder = dataFolder;
    target.profilePath = u":/demo/northquay.profile.yaml"_s;
    return target;
}

void ServedDemo::stall() const
{
    signal(SIGSTOP);
}

void ServedDemo::goOn() const
{
    signal(SIGCONT);
}

void ServedDemo::signal(int number) const
{
    if (::kill(static_cast<pid_t>(m_process.processId()), number) != 0)
        qFatal("the simulator is gone");
}

QStringList ServedDemo::requests() const
{
    QStringList lines;
    QFile file(m_folder.filePath(u"requests.jsonl"_s));
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    const auto all = file.readAll().split('\n');
    for (const auto& bytes : all) {
        const auto request = QJsonDocument::fromJson(bytes).object();
        if (!request.isEmpty())
            lines.append(u"%1 %2 %3"_s.arg(request["method"_L1].toString(), request["path"_L1].toString())
                             .arg(request["status"_L1].toInt()));
    }
    return lines;
}

} // namespace slipway::test
