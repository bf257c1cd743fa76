#pragma once

#include "app/ctl/arguments.h"
#include "cleanup/cleanupproof.h"
#include "cleanup/cleanuprun.h"
#include "cleanup/openversions.h"
#include "cleanup/restoring.h"

namespace slipway
{

/// The answers about cleanup for people.

/// The sentence for one, or the one for any other number, with the number as its next place. slipwayctl speaks English
/// alone and brings no plural forms of its texts.
[[nodiscard]] QString counted(std::size_t count, const char* one, const char* many);

[[nodiscard]] QString planText(const PlanFile& plan);
[[nodiscard]] QString appliedText(const CleanupOutcome& outcome, const CleanupProof& proof,
                                  const Invocation& invocation);
/// "2 versions are still to be put back: the same plan goes on."; empty where nothing is left.
[[nodiscard]] QString openText(const OpenVersions& left);
[[nodiscard]] QString restoredText(const RestoreOutcome& outcome);
[[nodiscard]] QString provenText(const CleanupProof& proof);
/// "120 of 340 versions, 1.2 of 5.2 GiB freed, about 2 min left"
[[nodiscard]] QString cleanupProgressText(const CleanupProgress& progress);

} // namespace slipway
