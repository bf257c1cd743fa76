#pragma once

#include "simulator/simstate.h"

namespace slipway
{

/// Reads a state file (docs/simulator.md). Errors are `InvalidFile` with the path to the member, or `FileAccess`.
[[nodiscard]] Result<SimulatorState> loadStateFile(const QString& path);

/// The same from bytes; `subject` names them in errors.
[[nodiscard]] Result<SimulatorState> parseState(const QByteArray& bytes, const QString& subject);

/// A demo that ships with the program: the resource ":/demo/<name>.json".
[[nodiscard]] Result<SimulatorState> demoState(const QString& name);

} // namespace slipway
