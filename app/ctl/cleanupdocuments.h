#pragma once

#include "cleanup/cleanupproof.h"
#include "cleanup/cleanuprun.h"
#include "cleanup/restoring.h"
#include "cleanup/untagging.h"

#include <QJsonObject>

namespace slipway
{

/// The JSON documents of docs/cli.md about cleanup: pure, with fixed member names. That of `cleanup plan` is
/// writePlanFile().

[[nodiscard]] QJsonObject appliedDocument(const CleanupOutcome& outcome, const CleanupProof& proof);
[[nodiscard]] QJsonObject restoredDocument(const RestoreOutcome& outcome);
[[nodiscard]] QJsonObject provenDocument(const CleanupProof& proof);
[[nodiscard]] QJsonObject untaggedDocument(const UntagOutcome& outcome);

} // namespace slipway
