#pragma once

#include "simulator/httpclient.h"
#include "simulator/simulatorserver.h"
#include "simulator/statefile.h"

#include <QTest>

#include <memory>

namespace slipway::test
{

/// The path of a file beside these tests.
[[nodiscard]] inline QString dataFile(const QString& name)
{
    return qEnvironmentVariable("SLIPWAY_SOURCE") + QStringLiteral("/tests/simulator/data/") + name;
}

/// A simulator of `data/organisation.json` (or another file) in this thread, its clock at the anchor, and a client of
/// it.
struct Simulation final {
    explicit Simulation(SimulatorOptions options = {}, const QString& file = QStringLiteral("organisation.json"))
    {
        auto state = loadStateFile(dataFile(file));
        if (!state)
            qFatal("%s", qPrintable(state.error().detail));
        if (!options.now)
            options.now = state->anchor;
        server = std::make_unique<SimulatorServer>(std::move(*state), std::move(options));
        if (!server->start())
            qFatal("the simulator does not start");
        client = std::make_unique<HttpClient>(server->apiUrl());
    }

    std::unique_ptr<SimulatorServer> server;
    std::unique_ptr<HttpClient> client;
};

} // namespace slipway::test
