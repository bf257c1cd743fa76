#pragma once

#include "core/names.h"
#include "settings/profilevalues.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace slipway
{

/// Whose colours the window wears.
enum class ThemeChoice : std::uint8_t { System, Light, Dark, HighContrast };
/// From which severity on lines are logged.
enum class LogDetail : std::uint8_t { Debug, Info, Warning, Error };

/// What a person mostly comes for.
enum class StartRole : std::uint8_t { Lead, Engineer, Manager };

/// Of the design's sizes; text is never smaller than the design's.
constexpr int kLeastTextPercent = 100;
constexpr int kMostTextPercent = 150;

struct AppearanceSettings final {
    ThemeChoice theme = ThemeChoice::System;
    QString language;               ///< "de"; empty: the system's. Of the next start.
    std::optional<int> textPercent; ///< how large text is; none: as the desktop's font

    friend bool operator==(const AppearanceSettings&, const AppearanceSettings&) = default;
};

/// How often the window reads by itself.
struct RefreshSettings final {
    bool isAutomatic = true;
    std::chrono::seconds active{60}; ///< while the window has the keyboard
    bool isInBackground = true;      ///< also while it is seen only
    std::chrono::seconds background{300};

    friend bool operator==(const RefreshSettings&, const RefreshSettings&) = default;
};

/// What counts for an owner whose profile says nothing.
struct BudgetSettings final {
    std::optional<Bytes> storage{kUsualBudget}; ///< none: there is no budget
    std::vector<int> alerts{75, 85, 90, 100};   ///< percent, rising

    friend bool operator==(const BudgetSettings&, const BudgetSettings&) = default;
};

/// What is told through the desktop while the window is not looked at.
struct NotificationSettings final {
    bool isOn = true;          ///< false: nothing is
    bool isFailureTold = true; ///< what a person started went wrong
    bool isEndTold = true;     ///< what a person started took long and is done
    bool isLimitTold = true;   ///< GitHub's limit is used up
    bool isBudgetTold = true;  ///< a share of the storage budget was crossed

    friend bool operator==(const NotificationSettings&, const NotificationSettings&) = default;
};

/// Keys of the actions that a person gave others than the usual ones: portable texts ("Ctrl+R") by the action's id; an
/// empty list leaves the action without keys.
using ShortcutSettings = std::map<QString, QStringList>;

/// What a person has set in the window, for all accounts. A plain value; a default stands where nothing was set.
struct UserSettings final {
    AppearanceSettings appearance;
    RefreshSettings refresh;
    BudgetSettings budgets;
    Prices prices;
    NotificationSettings notifications;
    std::optional<StartRole> startRole; ///< where the window begins; none: where it was left
    bool isTrayShown = false;
    ShortcutSettings shortcuts;
    LogDetail logDetail = LogDetail::Info;
    QStringList recentCommands; ///< of the command palette, the newest first

    friend bool operator==(const UserSettings&, const UserSettings&) = default;
};

/// The paces that may be set.
constexpr std::chrono::seconds kFastestRefresh{10};
constexpr std::chrono::seconds kSlowestRefresh{3600};
constexpr int kMostAlertPercent = 200;
constexpr int kMostRecentCommands = 8;

/// "system", "light", "dark".
[[nodiscard]] QString themeChoiceName(ThemeChoice theme);
/// "lead", "engineer", "manager".
[[nodiscard]] QString startRoleName(StartRole role);
/// "debug", "info", "warning", "error".
[[nodiscard]] QString logDetailName(LogDetail detail);

} // namespace slipway
