#pragma once

#include "accounts/account.h"
#include "accounts/tokencheck.h"
#include "views/widgets/dialog.h"

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace slipway
{

class ConnectPage;
class GrantsPage;

/// The add-account assistant: which GitHub and a token, then what the token may do and whose packages are shown. It
/// asks by signals and is told the answers; it knows no network and no keychain.
class AddAccountDialog final : public Dialog
{
    Q_OBJECT
public:
    explicit AddAccountDialog(QWidget* parent = nullptr);

    void showImported(const Result<QString>& token);
    void showProgress(int done, int total);
    void showCheck(const Result<TokenCheck>& check);
    /// Closes the dialog when the account was kept.
    void showSaved(const Result<void>& saved);

    [[nodiscard]] ConnectPage& connectPage() { return *m_connect; }
    [[nodiscard]] GrantsPage& grantsPage() { return *m_grants; }
    [[nodiscard]] QPushButton& primary() { return *m_primary; }
    [[nodiscard]] bool isOnGrants() const;

Q_SIGNALS:
    void importRequested(slipway::TokenPlace place, const QString& hostOrVariable);
    void checkRequested(const slipway::Account& account, const QString& token);
    void checkCancelled();
    void saveRequested(const slipway::Account& account, const QString& token);

public Q_SLOTS:
    void reject() override;

private:
    enum class Step : std::uint8_t { Connect, Checking, Grants, Saving };
    void setStep(Step step);
    void goOn();
    void goBack();
    void updateButtons();

    QStackedWidget* m_pages;
    ConnectPage* m_connect;
    GrantsPage* m_grants;
    QProgressBar* m_progress;
    QPushButton* m_back;
    QPushButton* m_cancel;
    QPushButton* m_primary;
    Step m_step = Step::Connect;
    Account m_account; ///< the servers that were checked
    QString m_token;
};

} // namespace slipway
