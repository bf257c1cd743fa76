#pragma once

#include "simulator/simstate.h"

namespace slipway
{

/// How big a generated organisation is.
struct GeneratorSpec final {
    int packages = 10;
    int versions = 100; ///< of each package
    quint64 seed = 1;

    friend bool operator==(const GeneratorSpec&, const GeneratorSpec&) = default;
};

/// Reads "packages=N,versions=M,seed=S"; what is not named keeps its default.
[[nodiscard]] Result<GeneratorSpec> parseGeneratorSpec(const QString& text);

/// An organisation "generated": the same spec gives the same digests everywhere. Everything in it can be pulled and
/// verified.
[[nodiscard]] Result<SimulatorState> generateState(const GeneratorSpec& spec);

} // namespace slipway
