#include "app/dashboard/accountdesk.h"

#include "accounts/accounttoken.h"
#include "accounts/ghtool.h"
#include "app/session/accounttarget.h"
#include "net/networkstack.h"

namespace slipway
{

class AccountDesk::Running final
{
public:
    explicit Running(AccountDesk& desk)
        : m_desk(desk)
    {
        ++m_desk.m_running;
    }
    ~Running() { m_desk.endOne(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

private:
    AccountDesk& m_desk;
};

AccountDesk::AccountDesk(SecretStore& secrets, Target base, QObject* parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_base(std::move(base))
    , m_file(m_base.dataFolder)
{
}

AccountDesk::~AccountDesk()
{
    Q_ASSERT_X(isIdle(), "AccountDesk", "stop() and wait for stopped() first");
}

void AccountDesk::load()
{
    auto accounts = m_file.load();
    if (!accounts)
        Q_EMIT failed(accounts.error());
    m_accounts = std::move(accounts).value_or(std::vector<Account>());
    Q_EMIT accountsChanged();
}

std::stop_token AccountDesk::restart(std::stop_source& source)
{
    source.request_stop();
    source = std::stop_source();
    if (m_isStopping)
        source.request_stop();
    return source.get_token();
}

void AccountDesk::importToken(TokenPlace place, const QString& hostOrVariable)
{
    runImport(place, hostOrVariable, m_other.get_token());
}

Task<void> AccountDesk::runImport(TokenPlace place, QString hostOrVariable, std::stop_token stop)
{
    const Running running(*this);
    const auto token =
        place == TokenPlace::GhCli ? co_await tokenFromGh(hostOrVariable, stop) : tokenFromVariable(hostOrVariable);
    if (!stop.stop_requested())
        Q_EMIT imported(token);
}

void AccountDesk::checkToken(const Account& account, const QString& token)
{
    runCheck(account, token, restart(m_check));
}

void AccountDesk::checkAccount(const Account& account)
{
    runCheck(account, std::nullopt, restart(m_check));
}

void AccountDesk::cancelCheck()
{
    m_check.request_stop();
}

Task<void> AccountDesk::runCheck(Account account, std::optional<QString> token, std::stop_token stop)
{
    const Running running(*this);
    if (!token) {
        const auto kept = co_await accountToken(account, m_secrets, stop);
        if (!kept) {
            if (!stop.stop_requested())
                Q_EMIT checked(std::unexpected(kept.error()));
            co_return;
        }
        token = *kept;
    }
    NetworkStack network("Slipway/" SLIPWAY_VERSION);
    const GithubClient client(network.transport(), {account.apiUrl, *token, m_base.apiVersion}, m_base.clock);
    const auto progress = [this](int done, int total) { Q_EMIT checkProgress(done, total); };
    const auto use = account.access == AccountAccess::ReadOnly ? TokenUse::Reading : TokenUse::ReadingAndCleanup;
    const auto check = co_await slipway::checkToken(client, {*token, use, account.owners}, progress, stop);
    if (!stop.stop_requested())
        Q_EMIT checked(check);
}

void AccountDesk::add(const Account& account, const QString& token)
{
    Account whole = account;
    whole.id = newAccountId();
    runAdd(whole, token, m_other.get_token());
}

Task<void> AccountDesk::runAdd(Account account, QString token, std::stop_token stop)
{
    const Running running(*this);
    const auto kept = co_await keep(account, token, stop);
    if (!stop.stop_requested())
        Q_EMIT added(kept);
}

/// The token first: an account without one would be of no use. If the account is refused, the token goes again.
Task<Result<void>> AccountDesk::keep(Account account, QString token, std::stop_token stop)
{
    if (auto sound = slipway::checkAccount(account, m_accounts); !sound)
        co_return sound;
    const bool isInKeychain = account.tokenPlace == TokenPlace::Keychain;
    if (isInKeychain) {
        auto kept = co_await m_secrets.set(account.id, token, account.name, stop);
        if (!kept)
            co_return kept;
    }
    auto changed = change(addingAccount(account));
    if (!changed && isInKeychain)
        (void)co_await m_secrets.remove(account.id, account.name, stop);
    co_return changed;
}

void AccountDesk::replace(const Account& account)
{
    if (const auto changed = change(replacingAccount(account)); !changed)
        Q_EMIT failed(changed.error());
}

void AccountDesk::makeDefault(const Account& account)
{
    if (const auto changed = change(makingAccountFirst(account.id)); !changed)
        Q_EMIT failed(changed.error());
}

void AccountDesk::remove(const Account& account)
{
    runRemove(account, m_other.get_token());
}

Task<void> AccountDesk::runRemove(Account account, std::stop_token stop)
{
    const Running running(*this);
    if (const auto changed = change(removingAccount(account.id)); !changed) {
        Q_EMIT failed(changed.error());
        co_return;
    }
    if (account.tokenPlace != TokenPlace::Keychain)
        co_return;
    const auto forgotten = co_await m_secrets.remove(account.id, account.name, stop);
    if (!forgotten && forgotten.error().kind != ErrorKind::SecretNotFound && !stop.stop_requested())
        Q_EMIT failed(forgotten.error());
}

Result<void> AccountDesk::change(const AccountsChange& change)
{
    auto accounts = m_file.update(change);
    if (!accounts)
        return std::unexpected(accounts.error());
    m_accounts = std::move(*accounts);
    Q_EMIT accountsChanged();
    return {};
}

void AccountDesk::cancelCompletion()
{
    m_complete.request_stop();
}

void AccountDesk::complete(const Target& target)
{
    runComplete(target, std::nullopt, restart(m_complete));
}

void AccountDesk::complete(const Account& account, const QString& owner)
{
    runComplete(targetFor(account, owner, m_base), account, restart(m_complete));
}

Task<void> AccountDesk::runComplete(Target target, std::optional<Account> account, std::stop_token stop)
{
    const Running running(*this);
    Result<Target> whole(target);
    if (!account) {
        whole = co_await withAccount(target, m_secrets, stop);
    } else if (const auto token = co_await accountToken(*account, m_secrets, stop); token) {
        whole->token = *token;
    } else {
        whole = std::unexpected(token.error());
    }
    if (stop.stop_requested())
        co_return;
    if (whole)
        Q_EMIT completed(*whole);
    else
        Q_EMIT completionFailed(whole.error());
}

void AccountDesk::stop()
{
    m_isStopping = true;
    for (auto* source : {&m_check, &m_complete, &m_other})
        source->request_stop();
    if (isIdle())
        QMetaObject::invokeMethod(this, &AccountDesk::stopped, Qt::QueuedConnection);
}

void AccountDesk::endOne()
{
    --m_running;
    if (m_running == 0 && m_isStopping)
        QMetaObject::invokeMethod(this, &AccountDesk::stopped, Qt::QueuedConnection);
}

} // namespace slipway
