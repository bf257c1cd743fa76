#pragma once

#include "settings/usersettings.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace slipway
{

/// Asks for the role a person chose; none: they begin where they were last. May be null.
using StartRoleSource = std::function<std::optional<StartRole>()>;

/// The page a role begins with, of those there are: for the lead the overview, else storage; for the engineer the
/// deploys; for the manager the roadmap; where that is not there, the inventory.
[[nodiscard]] QString startPage(StartRole role, const QStringList& pages);

} // namespace slipway
