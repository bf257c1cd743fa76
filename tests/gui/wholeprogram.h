#pragma once

#include "accounts/memorysecrets.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/windowbinding.h"
#include "app/mainwindow.h"
#include "log/log.h"
#include "models/operationsmodel.h"

#include <QApplication>

namespace slipway::test
{

/// Window, session, accounts and what joins them, on one target, as the program puts them together: without the
/// settings, what is remembered of the window, the notifications and the tray.
class WholeProgram final
{
public:
    /// `application` and `log` outlive it; `textScale` is a person's choice. The window is shown; of what is read
    /// nothing is told before start().
    WholeProgram(QApplication& application, Log& log, const Target& target, std::optional<qreal> textScale = {});
    /// Stops what runs and waits for it.
    ~WholeProgram();
    WholeProgram(const WholeProgram&) = delete;
    WholeProgram& operator=(const WholeProgram&) = delete;

    /// Opens the target and reads it.
    void start() { m_binding.start(); }
    /// Until the reading that runs, or begins, has ended; nullopt if it went well. After three minutes the process
    /// ends.
    [[nodiscard]] std::optional<Error> waitUntilRead();

    [[nodiscard]] DashboardSession& session() { return m_session; }
    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] AccountDesk& accounts() { return m_desk; }
    [[nodiscard]] WindowBinding& binding() { return m_binding; }

private:
    Theme m_theme;
    OperationsModel m_operations;
    DashboardSession m_session;
    MainWindow m_window;
    MemorySecrets m_secrets;
    AccountDesk m_desk;
    WindowBinding m_binding;
};

} // namespace slipway::test
