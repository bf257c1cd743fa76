#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <cstdint>
#include <vector>

namespace slipway
{

/// Where an account's token is kept. The token itself is never part of an account.
enum class TokenPlace : std::uint8_t {
    Keychain,    ///< the system's, under the account's id
    Environment, ///< a variable
    GhCli,       ///< asked of `gh auth token` each time
};

enum class AccountAccess : std::uint8_t { ReadWrite, ReadOnly };

/// Someone Slipway may act as, on which servers, and whose packages it shows.
struct Account final {
    QString id;   ///< never changes; names the token in the keychain
    QString name; ///< a person's word for it; unique, compared without case
    QStringList owners;
    QUrl apiUrl{QStringLiteral("https://api.github.com")};
    QUrl registryUrl{QStringLiteral("https://ghcr.io")};
    QString login; ///< whose token it is, as GitHub said when it was checked; may be empty
    TokenPlace tokenPlace = TokenPlace::Keychain;
    QString tokenVariable; ///< for Environment
    QString profilePath;   ///< empty for none
    AccountAccess access = AccountAccess::ReadWrite;

    friend bool operator==(const Account&, const Account&) = default;
};

/// A new id; two are never the same.
[[nodiscard]] QString newAccountId();

/// Looks an account up by name, without case; null if there is none.
[[nodiscard]] const Account* findAccount(const std::vector<Account>& accounts, const QString& name);

/// What is wrong with an account beside these others, itself left out by its id: no name, a name that is taken or has
/// control characters, no owner, something that is no login, a variable that cannot be one, servers over plain http.
/// Errors: InvalidArgument, InsecureUrl.
[[nodiscard]] Result<void> checkAccount(const Account& account, const std::vector<Account>& others);

/// GitHub's rule for logins: letters, digits and single hyphens; underscores too, for users a company manages.
[[nodiscard]] bool isLogin(const QString& text);
[[nodiscard]] bool isVariableName(const QString& text);

/// "keychain", "environment", "gh".
[[nodiscard]] QString tokenPlaceName(TokenPlace place);

} // namespace slipway
