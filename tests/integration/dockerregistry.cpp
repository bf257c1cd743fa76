#include "integration/dockerregistry.h"

#include <QDirIterator>
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

qint64 DockerRegistry::bytesOnDisk() const
{
    qint64 bytes = 0;
    QDirIterator files(m_folder.filePath(u"data/docker/registry/v2/blobs"_s), {u"data"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        bytes += files.nextFileInfo().size();
    return bytes;
}

bool DockerRegistry::collectGarbage() const
{
    return run(u"docker-registry"_s, {u"garbage-collect"_s, m_folder.filePath(u"registry.yml"_s)}).code == 0;
}

} // namespace slipway::test
