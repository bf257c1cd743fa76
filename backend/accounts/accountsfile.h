#pragma once

#include "accounts/account.h"
#include "core/durablefile.h"

#include <functional>

namespace slipway
{

/// Changes the list in place, or says why not.
using AccountsChange = std::function<Result<void>(std::vector<Account>&)>;

/// The list of accounts in the data folder; the window and slipwayctl may use it at the same time.
class AccountsFile final
{
public:
    explicit AccountsFile(const QString& dataFolder);

    /// Empty if there is no file. One that cannot be understood is renamed to `accounts.json.corrupt-TIME`, and the
    /// error names that; the next load() is empty. Errors: InvalidFile, FileAccess.
    [[nodiscard]] Result<std::vector<Account>> load() const;
    /// Reads, changes and writes under a lock, and gives what is in the file afterwards. Errors: those of load() and of
    /// the change; FileAccess.
    [[nodiscard]] Result<std::vector<Account>> update(const AccountsChange& change) const;

    [[nodiscard]] const QString& path() const { return m_file.path(); }

private:
    [[nodiscard]] Result<std::vector<Account>> understand(const std::optional<QByteArray>& bytes) const;

    DurableFile m_file;
};

/// Changes for AccountsFile::update(). Errors: InvalidArgument for a name nobody has, and what checkAccount() says.
[[nodiscard]] AccountsChange addingAccount(const Account& account);
[[nodiscard]] AccountsChange removingAccount(const QString& id);
/// The account of this id stands first from then on: a window without a word about what to show opens it.
[[nodiscard]] AccountsChange makingAccountFirst(const QString& id);
/// The account of this id takes these values.
[[nodiscard]] AccountsChange replacingAccount(const Account& account);

} // namespace slipway
