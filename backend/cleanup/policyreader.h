#pragma once

#include "cleanup/cleanuppolicy.h"
#include "core/error.h"

namespace slipway
{

/// Reads a cleanup policy from YAML (JSON is YAML). Lock files are only named in it: whoever plans reads them. Errors:
/// InvalidFile with `file:line:column` as subject, and what is there and what was expected; unknown keys are refused by
/// name, so that a misspelt protection is never silently ignored. (docs/cleanup.md)
[[nodiscard]] Result<CleanupPolicy> parseCleanupPolicy(const QByteArray& yaml, const QString& fileName);

} // namespace slipway
