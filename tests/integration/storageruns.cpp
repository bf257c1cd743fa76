#include "integration/storageruns.h"

#include <QJsonArray>

namespace slipway::test
{

using namespace Qt::StringLiterals;

Outcome StorageRuns::storage(const QStringList& arguments, const QString& token)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : {u"SLIPWAY_TOKEN"_s, u"GH_TOKEN"_s, u"GITHUB_TOKEN"_s})
        environment.remove(name);
    if (!token.isEmpty())
        environment.insert(u"SLIPWAY_TOKEN"_s, token);
    return run(ourProgram(u"slipwayctl"_s), QStringList{u"storage"_s} + arguments, environment);
}

QJsonObject StorageRuns::documentOf(const Outcome& outcome)
{
    return QJsonDocument::fromJson(outcome.output).object();
}

QStringList StorageRuns::demo(const QStringList& rest) const
{
    return QStringList{u"--demo"_s, u"northquay"_s, u"--now"_s, kDemoNow, u"--data-dir"_s, path(u"demo"_s)} + rest;
}

QJsonObject StorageRuns::demoDocument(const QStringList& rest) const
{
    return documentOf(storage(demo(QStringList{u"--format"_s, u"json"_s} + rest)));
}

QStringList StorageRuns::served(const QStringList& simulate, const QString& store, const QStringList& rest)
{
    m_servers.push_back(
        std::make_unique<ServerProcess>(ourProgram(u"slipwayctl"_s), QStringList{u"simulate"_s} + simulate));
    const auto hello = QJsonDocument::fromJson(m_servers.back()->waitForLine(u"apiUrl"_s).toUtf8()).object();
    return QStringList{u"--api-url"_s,      hello[u"apiUrl"_s].toString(),
                       u"--registry-url"_s, hello[u"registryUrl"_s].toString(),
                       u"--owner"_s,        hello[u"owner"_s].toString(),
                       u"--data-dir"_s,     path(store),
                       u"--format"_s,       u"json"_s}
           + rest;
}

QString StorageRuns::source(const QString& path)
{
    return qEnvironmentVariable("SLIPWAY_SOURCE") + u'/' + path;
}

qint64 sumOf(const QJsonArray& rows, const QString& member)
{
    qint64 sum = 0;
    for (const auto& row : rows)
        sum += row[member].toInteger();
    return sum;
}

} // namespace slipway::test
