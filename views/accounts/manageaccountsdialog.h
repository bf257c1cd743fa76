#pragma once

#include "accounts/account.h"
#include "accounts/tokencheck.h"
#include "views/widgets/dialog.h"

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace slipway
{

class MessageBar;

/// The accounts there are: rename one, make it read-only, look at its token again, or remove it after a second
/// question.
class ManageAccountsDialog final : public Dialog
{
    Q_OBJECT
public:
    explicit ManageAccountsDialog(QWidget* parent = nullptr);

    void setAccounts(const std::vector<Account>& accounts);
    void showCheck(const Result<TokenCheck>& check);
    void showError(const Error& error);
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void changeRequested(const slipway::Account& account);
    void checkRequested(const slipway::Account& account);
    void removeRequested(const slipway::Account& account);
    void addRequested();

private:
    [[nodiscard]] const Account* current() const;
    void showCurrent();
    void rename();
    void changeAccess(bool isReadOnly);
    void check();
    void remove();

    std::vector<Account> m_accounts;
    QListWidget* m_list;
    QLineEdit* m_name;
    QCheckBox* m_readOnly;
    QPushButton* m_rename;
    QPushButton* m_check;
    QPushButton* m_remove;
    MessageBar* m_message;
    QString m_confirming; ///< id of the account whose removal was asked for once
};

} // namespace slipway
