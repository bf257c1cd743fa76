#pragma once

#include <QStringList>

#include <functional>
#include <optional>

namespace slipway
{

/// What a person mostly comes for.
enum class StartRole { Lead, Engineer, Manager };

/// Asks for the role a person chose; none: they begin where they were last. May be null.
using StartRoleSource = std::function<std::optional<StartRole>()>;

/// The page a role begins with, of those there are: for the lead the overview, else storage; for the engineer the
/// deploys; for the manager the roadmap; where that is not there, the inventory.
[[nodiscard]] QString startPage(StartRole role, const QStringList& pages);

/// "lead", "engineer", "manager": as settings name them; nullopt for any other text.
[[nodiscard]] std::optional<StartRole> startRoleNamed(const QString& name);

} // namespace slipway
