#include "app/dashboard/accountdialogs.h"

#include "app/dashboard/accountdesk.h"
#include "views/accounts/addaccountdialog.h"
#include "views/accounts/manageaccountsdialog.h"

namespace slipway
{

AccountDialogs::AccountDialogs(QWidget& window, AccountDesk& desk, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_desk(desk)
{
}

void AccountDialogs::add()
{
    auto* dialog = new AddAccountDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddAccountDialog::importRequested, &m_desk, &AccountDesk::importToken);
    connect(dialog, &AddAccountDialog::checkRequested, &m_desk, &AccountDesk::checkToken);
    connect(dialog, &AddAccountDialog::checkCancelled, &m_desk, &AccountDesk::cancelCheck);
    connect(dialog, &AddAccountDialog::saveRequested, &m_desk, &AccountDesk::add);
    connect(dialog, &AddAccountDialog::finished, &m_desk, &AccountDesk::cancelCheck);
    connect(&m_desk, &AccountDesk::imported, dialog, &AddAccountDialog::showImported);
    connect(&m_desk, &AccountDesk::checkProgress, dialog, &AddAccountDialog::showProgress);
    connect(&m_desk, &AccountDesk::checked, dialog, &AddAccountDialog::showCheck);
    connect(&m_desk, &AccountDesk::added, dialog, &AddAccountDialog::showSaved);
    connect(dialog, &AddAccountDialog::accepted, this, [this] {
        if (!m_desk.accounts().empty())
            Q_EMIT added(m_desk.accounts().back());
    });
    dialog->open();
}

void AccountDialogs::manage()
{
    auto* dialog = new ManageAccountsDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAccounts(m_desk.accounts());
    connect(dialog, &ManageAccountsDialog::changeRequested, &m_desk, &AccountDesk::replace);
    connect(dialog, &ManageAccountsDialog::checkRequested, &m_desk, &AccountDesk::checkAccount);
    connect(dialog, &ManageAccountsDialog::removeRequested, &m_desk, &AccountDesk::remove);
    connect(dialog, &ManageAccountsDialog::addRequested, this, [this, dialog] {
        dialog->accept();
        add();
    });
    connect(dialog, &ManageAccountsDialog::finished, &m_desk, &AccountDesk::cancelCheck);
    connect(&m_desk, &AccountDesk::accountsChanged, dialog, [this, dialog] { dialog->setAccounts(m_desk.accounts()); });
    connect(&m_desk, &AccountDesk::checked, dialog, &ManageAccountsDialog::showCheck);
    connect(&m_desk, &AccountDesk::failed, dialog, &ManageAccountsDialog::showError);
    dialog->open();
}

} // namespace slipway
