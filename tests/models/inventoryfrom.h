#pragma once

#include "domain/classificationrules.h"
#include "inventory/inventory.h"
#include "support/fixture.h"

#include <QString>

namespace slipway::test
{

/// The inventory of a fixture's text (support/fixture.h), classified without rules: the hub is the linked repository.
/// Version ids follow from names, so that a version keeps its id when lines come and go around it; give ages with
/// `days=`.
[[nodiscard]] InventoryPtr inventoryFrom(const QString& text, const QString& owner = QStringLiteral("northquay"));

/// What is known of it before its versions are loaded; nullptr where that is not enough (buildOutline()).
[[nodiscard]] InventoryPtr outlineFrom(const QString& text, const ClassificationRules& rules = {});

/// The same with problems that were met while reading.
[[nodiscard]] InventoryPtr inventoryWithProblems(const QString& text, const std::vector<Error>& problems);

} // namespace slipway::test
