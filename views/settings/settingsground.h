#pragma once

#include "accounts/account.h"
#include "settings/usersettings.h"
#include "views/settings/shortcuts.h"

#include <map>
#include <vector>

namespace slipway
{

/// What the settings are about, beside their values.
struct SettingsGround final {
    std::vector<ActionKeys> actions;
    std::vector<Account> accounts;           ///< the first is the default
    std::map<StartRole, QString> startPages; ///< the title of the page each role begins with
    bool hasTray = false;
};

} // namespace slipway
