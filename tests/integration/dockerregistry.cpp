#include "integration/dockerregistry.h"

#include <QFile>
#include <QRegularExpression>

namespace slipway::test
{

using namespace Qt::StringLiterals;

DockerRegistry::DockerRegistry(const QByteArray& auth)
{
    QFile config(m_folder.filePath(u"registry.yml"_s));
    if (!config.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(config.errorString()));
    config.write("version: 0.1\nlog: {level: info}\nstorage: {filesystem: {rootdirectory: \"" + m_folder.path().toUtf8()
                 + "/data\"}, delete: {enabled: true}}\nhttp: {addr: \"127.0.0.1:0\"}\n");
    if (!auth.isEmpty())
        config.write("auth: " + auth + '\n');
    config.close();
    m_process = std::make_unique<ServerProcess>(u"docker-registry"_s, QStringList{u"serve"_s, config.fileName()});
    const QString line = m_process->waitForLine(u"listening on"_s);
    m_host = QRegularExpression(u"127\\.0\\.0\\.1:\\d+"_s).match(line).captured();
}

} // namespace slipway::test
