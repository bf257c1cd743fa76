#pragma once

#include "views/settings/settingsground.h"
#include "views/theme/theme.h"

#include <QObject>

#include <optional>

namespace slipway
{

class AccountDesk;
class DashboardSession;
class Log;
class MainWindow;
class SettingsDesk;
class SettingsDialog;

/// Joins the settings to what they are about: theme, reading pace, log. What a person changes in the window itself is
/// kept.
class SettingsBinding final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive it.
    SettingsBinding(SettingsDesk& desk, MainWindow& window, DashboardSession& session, AccountDesk& accounts, Log& log);

    /// Begins. A theme asked for on the command line counts until a person chooses another.
    void start(std::optional<ThemeMode> askedFor);

private:
    void apply();
    void keepTheme();
    void openDialog();
    void connectDialog(SettingsDialog& dialog);
    [[nodiscard]] SettingsGround ground() const;

    SettingsDesk& m_desk;
    MainWindow& m_window;
    DashboardSession& m_session;
    AccountDesk& m_accounts;
    Log& m_log;
    UserSettings m_applied;
    ThemeMode m_theme = ThemeMode::System; ///< as it was set last
};

/// How much larger than the design text is to be; nullopt: as the desktop's font.
[[nodiscard]] std::optional<qreal> textScaleOf(const UserSettings& settings);
[[nodiscard]] ThemeMode themeModeOf(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeChoiceOf(ThemeMode mode);

} // namespace slipway
