#include "app/session/accounttarget.h"

#include "accounts/accountsfile.h"
#include "accounts/accounttoken.h"
#include "accounts/servers.h"

#include <QFileInfo>

#include <algorithm>

namespace slipway
{

namespace
{

bool hasServersOf(const Target& target, const Account& account)
{
    return apiName(target.apiUrl) == apiName(account.apiUrl)
           && apiName(target.registryUrl) == apiName(account.registryUrl);
}

bool hasOwner(const Account& account, const QString& owner)
{
    return account.owners.contains(owner, Qt::CaseInsensitive);
}

/// The account the target names, else one that has its owner on its servers; null for none.
const Account* accountOf(const Target& target, const std::vector<Account>& accounts)
{
    if (!target.accountName.isEmpty()) {
        if (const auto* named = findAccount(accounts, target.accountName))
            return named;
    }
    const auto fits = [&target](const Account& account) {
        return hasServersOf(target, account) && hasOwner(account, target.owner);
    };
    const auto found = std::ranges::find_if(accounts, fits);
    return found == accounts.end() || !target.token.isEmpty() ? nullptr : &*found;
}

Result<Target> completed(Target target, const Account& account)
{
    const Target untouched;
    const bool namesServers = target.apiUrl != untouched.apiUrl || target.registryUrl != untouched.registryUrl;
    if (namesServers && !hasServersOf(target, account)) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate("Arguments", "The account %1 is on other servers").arg(account.name),
                       account.apiUrl.toString());
    }
    target.accountId = account.id;
    target.access = accessWith(account, target.access);
    target.apiUrl = account.apiUrl;
    target.registryUrl = account.registryUrl;
    if (target.owner.isEmpty())
        target.owner = account.owners.value(0);
    // A profile of the account's name in the data folder is meant before the account's own.
    if (target.accountName.isEmpty() ? target.profilePath.isEmpty() : !QFileInfo(target.profilePath).isFile())
        target.profilePath = account.profilePath;
    return target;
}

} // namespace

Target targetFor(const Account& account, const QString& owner, const Target& base)
{
    Target target;
    target.owner = owner;
    target.apiUrl = account.apiUrl;
    target.registryUrl = account.registryUrl;
    target.profilePath = account.profilePath;
    target.apiVersion = base.apiVersion;
    target.dataFolder = base.dataFolder;
    target.clock = base.clock;
    target.isOffline = base.isOffline;
    target.access = accessWith(account, base.access);
    target.accountId = account.id;
    return target;
}

WriteAccess accessWith(const Account& account, WriteAccess asked)
{
    const bool isAllowed = account.access == AccountAccess::ReadWrite;
    return isReadOnly(asked) || isAllowed ? asked : WriteAccess::AccountReadOnly;
}

bool isComplete(const Target& target)
{
    return !target.demo.isEmpty() || (target.accountName.isEmpty() && !target.token.isEmpty());
}

Task<Result<Target>> withAccount(Target target, SecretStore& secrets, std::stop_token stop)
{
    if (!target.demo.isEmpty())
        co_return Result<Target>(target);
    const auto accounts = AccountsFile(target.dataFolder).load();
    if (!accounts)
        co_return std::unexpected(accounts.error());
    const Account* found = accountOf(target, *accounts);
    if (!found)
        co_return Result<Target>(target);
    const Account account = *found;
    auto whole = completed(target, account);
    if (!whole || !whole->token.isEmpty())
        co_return whole;
    const auto token = co_await accountToken(account, secrets, stop);
    if (!token)
        co_return std::unexpected(token.error());
    whole->token = *token;
    co_return Result<Target>(*whole);
}

} // namespace slipway
