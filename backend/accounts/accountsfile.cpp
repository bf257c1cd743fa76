#include "accounts/accountsfile.h"

#include "accounts/accountstext.h"
#include "core/logcategories.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kFileName = "accounts.json"_L1;

std::unexpected<Error> noSuchAccount()
{
    return failure(ErrorKind::InvalidArgument, QCoreApplication::translate("Accounts", "There is no such account"));
}

} // namespace

AccountsFile::AccountsFile(const QString& dataFolder)
    : m_file(QDir(dataFolder).filePath(kFileName))
{
}

Result<std::vector<Account>> AccountsFile::load() const
{
    return m_file.read().and_then([this](const auto& bytes) { return understand(bytes); });
}

Result<std::vector<Account>> AccountsFile::understand(const std::optional<QByteArray>& bytes) const
{
    if (!bytes)
        return std::vector<Account>();
    auto accounts = readAccounts(*bytes, path());
    if (accounts)
        return accounts;
    const auto aside = m_file.setAside(*bytes);
    return aside ? failure(ErrorKind::InvalidFile, *aside, accounts.error().detail) : std::unexpected(accounts.error());
}

Result<std::vector<Account>> AccountsFile::update(const AccountsChange& change) const
{
    std::vector<Account> after;
    auto updated = m_file.update([&](const std::optional<QByteArray>& before) -> Result<QByteArray> {
        auto accounts = understand(before);
        if (!accounts)
            return std::unexpected(accounts.error());
        if (auto changed = change(*accounts); !changed)
            return std::unexpected(changed.error());
        after = std::move(*accounts);
        return writeAccounts(after);
    });
    if (!updated)
        return std::unexpected(updated.error());
    qCInfo(logAccounts, "the list was changed: %zu accounts", after.size());
    return after;
}

AccountsChange addingAccount(const Account& account)
{
    return [account](std::vector<Account>& accounts) -> Result<void> {
        if (auto checked = checkAccount(account, accounts); !checked)
            return checked;
        accounts.push_back(account);
        return {};
    };
}

AccountsChange removingAccount(const QString& id)
{
    return [id](std::vector<Account>& accounts) -> Result<void> {
        if (std::erase_if(accounts, [&id](const Account& account) { return account.id == id; }) == 0)
            return noSuchAccount();
        return {};
    };
}

AccountsChange makingAccountFirst(const QString& id)
{
    return [id](std::vector<Account>& accounts) -> Result<void> {
        const auto found = std::ranges::find(accounts, id, &Account::id);
        if (found == accounts.end())
            return noSuchAccount();
        std::rotate(accounts.begin(), found, found + 1);
        return {};
    };
}

AccountsChange replacingAccount(const Account& account)
{
    return [account](std::vector<Account>& accounts) -> Result<void> {
        const auto found = std::ranges::find(accounts, account.id, &Account::id);
        if (found == accounts.end())
            return noSuchAccount();
        if (auto checked = checkAccount(account, accounts); !checked)
            return checked;
        *found = account;
        return {};
    };
}

} // namespace slipway
