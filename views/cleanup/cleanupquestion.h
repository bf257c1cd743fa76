#pragma once

#include "models/cleanuprest.h"
#include "models/cleanupshare.h"
#include "views/widgets/confirmation.h"

namespace slipway
{

/// What a person is told and types before this share of a plan is carried out. `registry` is where it happens:
/// "ghcr.io/northquay"; `isDemo` that nobody else is affected.
[[nodiscard]] Confirmation cleanupQuestion(const CleanupSheet& sheet, const CleanupShare& share,
                                           const QString& registry, bool isDemo, const QDateTime& now);

/// What a person is told and types before a run that was stopped goes on, by a plan that may be of yesterday. Where it
/// only puts something back nothing is typed. Something must be left of it.
[[nodiscard]] Confirmation restQuestion(const CleanupRest& rest, const QString& registry, bool isDemo,
                                        const QDateTime& now);

/// What is asked about one package that loses more than the policy's limits allow.
[[nodiscard]] Confirmation largeQuestion(const CleanupSheet& sheet, const LargeDeletion& large);

} // namespace slipway
