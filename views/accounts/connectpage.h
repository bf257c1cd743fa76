#pragma once

#include "accounts/account.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace slipway
{

class MessageBar;

/// The assistant's first step: which GitHub, and a token. Where an Enterprise server's registry is follows from its
/// address; who has it elsewhere can say so.
class ConnectPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectPage(QWidget* parent = nullptr);

    /// The servers that are chosen; an error for an address that is none.
    [[nodiscard]] Result<Account> account() const;
    [[nodiscard]] QString token() const;
    /// Where the token was taken from, if it was imported; else the keychain is where it will be kept.
    [[nodiscard]] TokenPlace importedFrom() const { return m_importedFrom; }
    [[nodiscard]] QString importedVariable() const { return m_importedVariable; }
    /// The answer to importRequested().
    void showImported(const Result<QString>& token);
    void showMessage(const Error& error);
    void clearMessage();
    [[nodiscard]] QString message() const;
    /// While a check runs nothing here can be changed.
    void setBusy(bool isBusy);
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void changed();
    /// A token is wanted from gh or from an environment variable.
    void importRequested(slipway::TokenPlace place, const QString& hostOrVariable);

private:
    void layOut();
    void connectParts();
    void chooseServer(int index);
    void suggestRegistry();
    void importFrom(TokenPlace place);

    QComboBox* m_server;
    QLineEdit* m_address;
    QLabel* m_addressLabel;
    QLineEdit* m_registry;
    QLabel* m_registryLabel;
    QLineEdit* m_token;
    QPushButton* m_fromGh;
    QPushButton* m_fromVariable;
    QLineEdit* m_variable;
    MessageBar* m_message;
    TokenPlace m_importedFrom = TokenPlace::Keychain;
    TokenPlace m_asked = TokenPlace::Keychain;
    QString m_importedVariable;
};

} // namespace slipway
