#pragma once

#include "integration/process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace slipway::bench
{

constexpr int kLatencyMs = 20;

/// A generated organisation in a process of its own, 20 ms away.
class Served final
{
public:
    /// `spec` as `slipwayctl simulate --generate` takes it; `more` are further options of that command.
    explicit Served(const QString& spec, const QStringList& more = {})
        : m_server(test::ourProgram(QStringLiteral("slipwayctl")),
                   QStringList{QStringLiteral("simulate"), QStringLiteral("--generate"), spec,
                               QStringLiteral("--latency"), QString::number(kLatencyMs)}
                       + more)
    {
        const auto hello = QJsonDocument::fromJson(m_server.waitForLine(QStringLiteral("apiUrl")).toUtf8()).object();
        url = QUrl(hello[QLatin1StringView("apiUrl")].toString());
        owner = hello[QLatin1StringView("owner")].toString();
    }

    QUrl url;
    QString owner;

private:
    test::ServerProcess m_server;
};

} // namespace slipway::bench
