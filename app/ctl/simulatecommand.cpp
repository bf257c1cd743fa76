#include "app/ctl/simulatecommand.h"

#include "app/ctl/exitcode.h"
#include "app/ctl/signalwatch.h"
#include "app/ctl/simulateoptions.h"
#include "core/errortext.h"
#include "simulator/simulatorserver.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <print>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray addressLine(const SimulatorServer& server)
{
    const QJsonObject line{
        {u"apiUrl"_s, server.apiUrl().toString()},
        {u"registryUrl"_s, server.registryUrl().toString()},
        {u"owner"_s, server.owner()},
    };
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace

int runSimulate(const QStringList& arguments, std::optional<QDateTime> now)
{
    auto parsed = parseSimulate(arguments);
    if (!parsed.request) {
        std::println(parsed.exitCode == 0 ? stdout : stderr, "{}", parsed.message.toStdString());
        return parsed.exitCode;
    }
    // Before anything is printed: whoever reads the line may send the signal at once.
    const SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::caught, QCoreApplication::instance(),
                     [] { QCoreApplication::exit(0); });
    parsed.request->options.now = std::move(now);
    SimulatorServer server(std::move(parsed.request->state), std::move(parsed.request->options));
    if (const auto started = server.start(); !started) {
        std::println(stderr, "simulate: {}", errorLine(started.error()).toStdString());
        return static_cast<int>(exitCodeFor(started.error()));
    }
    std::println("{}", addressLine(server).toStdString());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace slipway
