#pragma once

#include "settings/usersettings.h"
#include "views/theme/theme.h"

#include <QObject>

#include <optional>

namespace slipway
{

class DashboardSession;
class Log;
class MainWindow;
class SettingsDesk;

/// Joins the settings to what they are about: theme, reading pace, log. What a person changes in the window itself is
/// kept.
class SettingsBinding final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive it.
    SettingsBinding(SettingsDesk& desk, MainWindow& window, DashboardSession& session, Log& log,
                    QObject* parent = nullptr);

    /// Begins. A theme asked for on the command line counts until a person chooses another.
    void start(std::optional<ThemeMode> askedFor);

private:
    void apply();
    void keepTheme();
    void openDialog();

    SettingsDesk& m_desk;
    MainWindow& m_window;
    DashboardSession& m_session;
    Log& m_log;
    UserSettings m_applied;
    ThemeMode m_theme = ThemeMode::System; ///< as it was set last
};

[[nodiscard]] ThemeMode themeModeOf(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeChoiceOf(ThemeMode mode);

} // namespace slipway
