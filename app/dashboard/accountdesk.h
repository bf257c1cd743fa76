#pragma once

#include "accounts/accountsfile.h"
#include "accounts/secretstore.h"
#include "accounts/tokencheck.h"
#include "app/session/target.h"

#include <QObject>

#include <stop_token>

namespace slipway
{

/// Does for the window what accounts need: asks GitHub about tokens, keeps accounts and their tokens, fetches the token
/// of what is opened. One answer a wish, by signal; a newer wish of the same kind takes the place of the one before.
/// Before it is destroyed it is stopped: stop() → stopped().
class AccountDesk final : public QObject
{
    Q_OBJECT
public:
    /// `secrets` outlives it. `base` has the data folder, clock and API version.
    AccountDesk(SecretStore& secrets, Target base, QObject* parent = nullptr);
    ~AccountDesk() override;

    [[nodiscard]] const std::vector<Account>& accounts() const { return m_accounts; }
    [[nodiscard]] const Target& base() const { return m_base; }
    /// Reads the list; errors are told by failed().
    void load();
    void importToken(TokenPlace place, const QString& hostOrVariable);
    void checkToken(const Account& account, const QString& token);
    void cancelCheck();
    /// Checks the account's own token, from where it is kept.
    void checkAccount(const Account& account);
    void add(const Account& account, const QString& token);
    void replace(const Account& account);
    void remove(const Account& account);
    /// The one a window opens first.
    void makeDefault(const Account& account);
    /// Completes the target with servers and token of its account.
    void complete(const Target& target);
    /// The same for an account that is chosen.
    void complete(const Account& account, const QString& owner);
    /// What was asked of complete() last is not answered any more.
    void cancelCompletion();
    void stop();

    [[nodiscard]] bool isIdle() const { return m_running == 0; }

Q_SIGNALS:
    void accountsChanged();
    void imported(const slipway::Result<QString>& token);
    void checkProgress(int done, int total);
    void checked(const slipway::Result<slipway::TokenCheck>& check);
    void added(const slipway::Result<void>& result);
    void completed(const slipway::Target& target);
    void completionFailed(const slipway::Error& error);
    /// Reading, changing or removing accounts went wrong.
    void failed(const slipway::Error& error);
    void stopped();

private:
    class Running;

    Task<void> runImport(TokenPlace place, QString hostOrVariable, std::stop_token stop);
    Task<void> runCheck(Account account, std::optional<QString> token, std::stop_token stop);
    Task<void> runAdd(Account account, QString token, std::stop_token stop);
    Task<void> runRemove(Account account, std::stop_token stop);
    Task<void> runComplete(Target target, std::optional<Account> account, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> keep(Account account, QString token, std::stop_token stop);
    [[nodiscard]] Result<void> change(const AccountsChange& change);
    /// Ends what ran before and gives the token of what comes.
    [[nodiscard]] std::stop_token restart(std::stop_source& source);
    void endOne();

    SecretStore& m_secrets;
    Target m_base;
    AccountsFile m_file;
    std::vector<Account> m_accounts;
    std::stop_source m_check;
    std::stop_source m_complete;
    std::stop_source m_other;
    int m_running = 0;
    bool m_isStopping = false;
};

} // namespace slipway
