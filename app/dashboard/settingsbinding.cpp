#include "app/dashboard/settingsbinding.h"

#include "app/actionkeys.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/settingsdesk.h"
#include "app/mainwindow.h"
#include "app/palettedesk.h"
#include "app/session/logoptions.h"
#include "views/settings/settingsdialog.h"

namespace slipway
{

SettingsBinding::SettingsBinding(SettingsDesk& desk, MainWindow& window, DashboardSession& session, Log& log,
                                 QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_window(window)
    , m_session(session)
    , m_log(log)
    , m_applied(desk.settings())
{
}

void SettingsBinding::start(std::optional<ThemeMode> askedFor)
{
    m_theme = askedFor.value_or(themeModeOf(m_applied.appearance.theme));
    m_window.theme().setMode(m_theme);
    m_session.setPaces(refreshPacesOf(m_applied.refresh));
    applyShortcuts(m_window, m_applied.shortcuts);
    m_window.paletteDesk().setRecent(m_applied.recentCommands);
    connect(&m_window.paletteDesk(), &PaletteDesk::recentChanged, this, [this](const QStringList& keys) {
        m_desk.change([keys](UserSettings& settings) { settings.recentCommands = keys; });
    });
    connect(&m_window, &MainWindow::settingsRequested, this, &SettingsBinding::openDialog);
    connect(&m_window.theme(), &Theme::changed, this, &SettingsBinding::keepTheme);
    connect(&m_desk, &SettingsDesk::changed, this, &SettingsBinding::apply);
    connect(&m_desk, &SettingsDesk::told, &m_window, &MainWindow::showNotice);
    if (const QString notice = m_desk.notice(); !notice.isEmpty())
        m_window.showNotice(notice);
}

void SettingsBinding::openDialog()
{
    auto* dialog = new SettingsDialog(m_desk.settings(), actionKeysOf(m_window), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::changeRequested, &m_desk, &SettingsDesk::change);
    connect(dialog, &SettingsDialog::manageAccountsRequested, &m_window, [this, dialog] {
        dialog->accept();
        Q_EMIT m_window.manageAccountsRequested();
    });
    // After apply(), which was connected first: the actions have their new keys by then.
    connect(&m_desk, &SettingsDesk::changed, dialog,
            [this, dialog] { dialog->setSettings(m_desk.settings(), actionKeysOf(m_window)); });
    dialog->open();
}

void SettingsBinding::apply()
{
    const UserSettings before = std::exchange(m_applied, m_desk.settings());
    if (before.appearance.theme != m_applied.appearance.theme) {
        m_theme = themeModeOf(m_applied.appearance.theme);
        m_window.theme().setMode(m_theme);
    }
    if (before.refresh != m_applied.refresh)
        m_session.setPaces(refreshPacesOf(m_applied.refresh));
    if (before.shortcuts != m_applied.shortcuts)
        applyShortcuts(m_window, m_applied.shortcuts);
    if (before.logDetail != m_applied.logDetail)
        m_log.setLevel(logLevelOf(m_applied.logDetail));
}

/// The colours change with the desktop's as well: only a new mode is a person's choice.
void SettingsBinding::keepTheme()
{
    const ThemeMode mode = m_window.theme().mode();
    if (std::exchange(m_theme, mode) != mode)
        m_desk.change([mode](UserSettings& settings) { settings.appearance.theme = themeChoiceOf(mode); });
}

ThemeMode themeModeOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return ThemeMode::System;
    case ThemeChoice::Light:
        return ThemeMode::Light;
    case ThemeChoice::Dark:
        return ThemeMode::Dark;
    case ThemeChoice::HighContrast:
        return ThemeMode::HighContrast;
    }
    return ThemeMode::System;
}

ThemeChoice themeChoiceOf(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        return ThemeChoice::System;
    case ThemeMode::Light:
        return ThemeChoice::Light;
    case ThemeMode::Dark:
        return ThemeChoice::Dark;
    case ThemeMode::HighContrast:
        return ThemeChoice::HighContrast;
    }
    return ThemeChoice::System;
}

} // namespace slipway
