#pragma once

#include "simulator/simstate.h"
#include "simulator/simulatoroptions.h"

#include <QStringList>

#include <optional>

namespace slipway
{

/// What `slipwayctl simulate` was asked to do; without --demo, --state or --generate it is the demo "northquay".
struct SimulateRequest final {
    SimulatorState state;
    SimulatorOptions options;
};

/// What came of reading the options: something to do, or something to say and an exit code.
struct SimulateParse final {
    std::optional<SimulateRequest> request;
    QString message;
    int exitCode = 0;
};

[[nodiscard]] SimulateParse parseSimulate(const QStringList& arguments);

} // namespace slipway
