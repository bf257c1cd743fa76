#include "app/dashboard/settingsbinding.h"

#include "app/actionkeys.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/settingsdesk.h"
#include "app/mainwindow.h"
#include "app/palettedesk.h"
#include "app/session/logoptions.h"
#include "app/session/startrole.h"
#include "core/errortext.h"
#include "views/inventory/inventorypage.h"
#include "views/settings/settingsdialog.h"

#include <QSystemTrayIcon>

#include <algorithm>

namespace slipway
{

namespace
{

StorageTerms usualTerms(const UserSettings& settings)
{
    // The usual budget is nobody's own: its incidents are those that slipwayctl keeps.
    const bool isUsual = settings.budgets.storage == kUsualBudget;
    return {settings.budgets.storage, settings.prices, settings.budgets.alerts,
            isUsual ? BudgetSource::Usual : BudgetSource::Settings};
}

} // namespace

SettingsBinding::SettingsBinding(SettingsDesk& desk, MainWindow& window, DashboardSession& session,
                                 AccountDesk& accounts, Log& log)
    : m_desk(desk)
    , m_window(window)
    , m_session(session)
    , m_accounts(accounts)
    , m_log(log)
    , m_applied(desk.settings())
{
}

void SettingsBinding::start(std::optional<ThemeMode> askedFor)
{
    m_theme = askedFor.value_or(themeModeOf(m_applied.appearance.theme));
    m_window.theme().setMode(m_theme);
    m_window.theme().setTextScale(textScaleOf(m_applied));
    m_session.setPaces(refreshPacesOf(m_applied.refresh));
    m_session.setUsualTerms(usualTerms(m_applied));
    applyShortcuts(m_window, m_applied.shortcuts);
    m_window.paletteDesk().setRecent(m_applied.recentCommands);
    connect(&m_window.paletteDesk(), &PaletteDesk::recentChanged, this, [this](const QStringList& keys) {
        m_desk.change([keys](UserSettings& settings) { settings.recentCommands = keys; });
    });
    connect(&m_window.inventoryPage(), &InventoryPage::actionsMade, this,
            [this] { applyShortcuts(m_window, m_applied.shortcuts); });
    connect(&m_window, &MainWindow::settingsRequested, this, &SettingsBinding::openDialog);
    connect(&m_window.theme(), &Theme::changed, this, &SettingsBinding::keepTheme);
    connect(&m_desk, &SettingsDesk::changed, this, &SettingsBinding::apply);
    connect(&m_desk, &SettingsDesk::told, &m_window, &MainWindow::showNotice);
    if (const QString notice = m_desk.notice(); !notice.isEmpty())
        m_window.showNotice(notice);
}

SettingsGround SettingsBinding::ground() const
{
    SettingsGround ground{actionKeysOf(m_window), m_accounts.accounts(), {}, QSystemTrayIcon::isSystemTrayAvailable()};
    QStringList ids;
    for (const auto& page : m_window.pages())
        ids.append(page.id);
    for (const auto role : {StartRole::Lead, StartRole::Engineer, StartRole::Manager}) {
        const auto page = std::ranges::find(m_window.pages(), startPage(role, ids), &PageDescriptor::id);
        ground.startPages[role] = page == m_window.pages().end() ? QString() : page->title;
    }
    return ground;
}

void SettingsBinding::openDialog()
{
    auto* dialog = new SettingsDialog(m_desk.settings(), ground(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connectDialog(*dialog);
    dialog->open();
}

void SettingsBinding::connectDialog(SettingsDialog& dialog)
{
    connect(&dialog, &SettingsDialog::changeRequested, &m_desk, &SettingsDesk::change);
    connect(&dialog, &SettingsDialog::addAccountRequested, &m_window, [this, &dialog] {
        dialog.accept();
        Q_EMIT m_window.addAccountRequested();
    });
    connect(&dialog, &SettingsDialog::manageAccountsRequested, &m_window, [this, &dialog] {
        dialog.accept();
        Q_EMIT m_window.manageAccountsRequested();
    });
    connect(&dialog, &SettingsDialog::defaultAccountRequested, &m_accounts, &AccountDesk::makeDefault);
    connect(&dialog, &SettingsDialog::removeAccountRequested, &m_accounts, &AccountDesk::remove);
    connect(&m_accounts, &AccountDesk::failed, &dialog,
            [this](const Error& error) { m_window.showNotice(errorLine(error)); });
    // After apply(), which was connected first: the actions have their new keys by then.
    const auto show = [this, &dialog] { dialog.setSettings(m_desk.settings(), ground()); };
    connect(&m_desk, &SettingsDesk::changed, &dialog, show);
    connect(&m_accounts, &AccountDesk::accountsChanged, &dialog, show);
}

void SettingsBinding::apply()
{
    const UserSettings before = std::exchange(m_applied, m_desk.settings());
    if (before.appearance.theme != m_applied.appearance.theme) {
        m_theme = themeModeOf(m_applied.appearance.theme);
        m_window.theme().setMode(m_theme);
    }
    if (textScaleOf(before) != textScaleOf(m_applied))
        m_window.theme().setTextScale(textScaleOf(m_applied));
    if (before.refresh != m_applied.refresh)
        m_session.setPaces(refreshPacesOf(m_applied.refresh));
    if (usualTerms(before) != usualTerms(m_applied))
        m_session.setUsualTerms(usualTerms(m_applied));
    if (before.shortcuts != m_applied.shortcuts)
        applyShortcuts(m_window, m_applied.shortcuts);
    if (before.recentCommands != m_applied.recentCommands)
        m_window.paletteDesk().setRecent(m_applied.recentCommands);
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

std::optional<qreal> textScaleOf(const UserSettings& settings)
{
    return settings.appearance.textPercent.transform([](int percent) { return percent / 100.0; });
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
