#pragma once

#include "accounts/memorysecrets.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/settingsbinding.h"
#include "app/dashboard/settingsdesk.h"
#include "app/windowmemory.h"
#include "gui/windowfixture.h"
#include "log/log.h"
#include "support/waiting.h"
#include "views/settings/settingrow.h"
#include "views/settings/settingsdialog.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace slipway::test
{

/// Ctrl+, in the real window, with what it is bound to. For a test to derive from.
class SettingsHands
{
protected:
    /// Opens the window on a data folder that nobody has used.
    void start();
    /// As the program's start does; if a view is named, the window is arranged as it was left, and that is kept.
    void open(const QString& remembered = {});
    void close();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &m_fixture->window, key, modifiers);
    }
    SettingsDialog* openDialog()
    {
        press(Qt::Key_Comma, Qt::ControlModifier);
        auto* dialog = m_fixture->window.findChild<SettingsDialog*>();
        if (!dialog || !eventually([dialog] { return dialog->search().hasFocus(); }))
            return nullptr;
        return dialog;
    }
    template<typename Control>
    static Control* control(const SettingsDialog& dialog, const QString& name)
    {
        for (auto* found : dialog.findChildren<Control*>())
            if (found->accessibleName() == name)
                return found;
        return nullptr;
    }
    static SettingRow* rowOf(const SettingsDialog& dialog, const QString& title)
    {
        for (auto* row : dialog.findChildren<SettingRow*>())
            if (row->title() == title)
                return row;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<Log> m_log;
    MemorySecrets m_secrets;
    std::unique_ptr<AccountDesk> m_accounts;
    std::unique_ptr<SettingsDesk> m_desk;
    std::unique_ptr<WindowMemory> m_memory;
    std::unique_ptr<SettingsBinding> m_binding;
};

} // namespace slipway::test
