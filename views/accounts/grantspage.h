#pragma once

#include "accounts/account.h"
#include "accounts/tokencheck.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace slipway
{

class GrantsTable;
class MessageBar;

/// The assistant's second step: what the token may do, whose packages are shown, and what the account is called.
class GrantsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit GrantsPage(QWidget* parent = nullptr);

    /// `imported` is where the token came from, if not from a person's hands.
    void setCheck(const TokenCheck& check, const QString& host, TokenPlace imported, const QString& variable);
    /// Name, owners and place of the token into an account that has its servers.
    [[nodiscard]] Account described(Account account) const;
    void showError(const Error& error);
    [[nodiscard]] QString message() const;
    [[nodiscard]] GrantsTable& table() { return *m_table; }
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void fitTable();
    void fillOwners(const TokenCheck& check);
    void showVerdict(const TokenCheck& check);

    MessageBar* m_verdict;
    QScrollArea* m_area;
    GrantsTable* m_table;
    QListWidget* m_owners;
    QLineEdit* m_moreOwners;
    QComboBox* m_place;
    QLineEdit* m_variable;
    QLineEdit* m_name;
    MessageBar* m_message;
    QString m_login;
};

} // namespace slipway
