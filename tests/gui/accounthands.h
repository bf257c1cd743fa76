#pragma once

#include "accounts/memorysecrets.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/accountdialogs.h"
#include "gui/windowfixture.h"
#include "simulator/simulatorserver.h"
#include "support/waiting.h"
#include "views/accounts/addaccountdialog.h"
#include "views/accounts/connectpage.h"

#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

#include <memory>

namespace slipway::test
{

/// The dialogs about accounts in a window, by real keys, and a simulator that they ask over real HTTP.
class AccountHands
{
public:
    /// Shows the window; false if that fails.
    [[nodiscard]] bool show();
    /// Once nothing is asked any more; false if that does not come.
    [[nodiscard]] bool leave();
    /// Another server than there was; false if it does not start.
    [[nodiscard]] bool serve(SimulatorOptions options = {});
    /// Opens the assistant, types address and token and presses Enter.
    void ask(const QString& token, const QString& address = {});
    static void typeInto(QWidget& page, const QString& field, const QString& text);
    [[nodiscard]] bool reachesGrants() const
    {
        return eventually([this] { return m_dialog && m_dialog->isOnGrants(); });
    }
    [[nodiscard]] bool isRefused() const
    {
        return eventually(
            [this] { return m_dialog->primary().isEnabled() && !m_dialog->connectPage().message().isEmpty(); });
    }
    /// Pictures of what is open, where a folder for them is named.
    void takePicture(QDialog& dialog, const QString& name) const;

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatorServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<AccountDesk> m_desk;
    std::unique_ptr<AccountDialogs> m_dialogs;
    MemorySecrets m_secrets;
    QPointer<AddAccountDialog> m_dialog;
};

} // namespace slipway::test
