#pragma once

#include "accounts/systemkeychain.h"
#include "app/ctl/signalwatch.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/budgetnotices.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/desktopnotifier.h"
#include "app/dashboard/limitnotices.h"
#include "app/dashboard/operationnotices.h"
#include "app/dashboard/placeopener.h"
#include "app/dashboard/settingsbinding.h"
#include "app/dashboard/trayicon.h"
#include "app/dashboard/windowbinding.h"
#include "app/desktopcontrast.h"
#include "app/mainwindow.h"
#include "app/quitguard.h"
#include "app/startoptions.h"
#include "app/tour.h"
#include "app/windowmemory.h"
#include "models/operationsmodel.h"

namespace slipway
{

class Log;
class SettingsDesk;
class SingleInstance;

/// What lives as long as the program, before there is a window.
struct Surroundings final {
    SingleInstance& instance;
    SettingsDesk& settings;
    Log& log;
};

/// The program once there is a display: makes the window with everything behind it, and joins them.
class Program final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive it.
    Program(QApplication& application, const Start& start, const Surroundings& around);

    /// Shows the window and runs until the program ends; gives its exit code.
    [[nodiscard]] int run();

private:
    [[nodiscard]] static Target baseOf(const Target& target);
    void end();
    void joinEnd();
    void joinDesktop();
    /// Whether it is in sight, or on its way.
    bool openStorageOf(const QString& owner, const QString& activationToken);
    void joinMemory();
    void joinSettings();
    void joinTour();
    /// Ends the program once what runs has ended; this will be its exit code.
    void endWith(int code);
    /// Whoever ended the loop: nothing is destroyed before what runs has ended.
    void drain();

    const Start& m_start;
    Surroundings m_around;
    Theme m_theme;
    DesktopContrast m_contrast;
    OperationsModel m_operations;
    DashboardSession m_session;
    MainWindow m_window;
    SystemKeychain m_keychain;
    AccountDesk m_desk;
    WindowBinding m_binding;
    SettingsBinding m_settings;
    SignalWatch m_signals;
    std::optional<Tour> m_tour;
    std::optional<WindowMemory> m_memory;
    std::optional<PlaceOpener> m_places;
    QuitGuard m_quitGuard;
    DesktopNotifier m_notifier;
    NoticeGround m_notices;
    OperationNotices m_operationNotices;
    LimitNotices m_limitNotices;
    BudgetNotices m_budgetNotices;
    TrayIcon m_tray;
    int m_exitCode = 0;
};

} // namespace slipway
