#pragma once

#include "models/cleanupsheet.h"
#include "models/inventoryfrom.h"

namespace slipway::test
{

/// What an organisation is cleaned up by: a policy from YAML that must be right ("version: 1" is added).
[[nodiscard]] CleanupTerms cleanupTermsFrom(const QString& yaml, const CleanupProtections& protections = {});

/// The plan of an organisation at the fixtures' time.
[[nodiscard]] CleanupSheetPtr cleanupFrom(const InventoryPtr& inventory, const CleanupTerms& terms);

/// The version of this name.
[[nodiscard]] VersionId versionIdOf(const Inventory& inventory, const QString& name);

} // namespace slipway::test
