#include "accounts/accounttoken.h"

#include "accounts/ghtool.h"
#include "accounts/servers.h"

#include <algorithm>

namespace slipway
{

namespace
{
constexpr qsizetype kLongestToken = 4'000;
}

Task<Result<QString>> accountToken(Account account, SecretStore& secrets, std::stop_token stop)
{
    switch (account.tokenPlace) {
    case TokenPlace::Keychain:
        co_return co_await secrets.get(account.id, account.name, stop);
    case TokenPlace::Environment:
        co_return tokenFromVariable(account.tokenVariable);
    case TokenPlace::GhCli:
        co_return co_await tokenFromGh(webHost(account.apiUrl), stop);
    }
    co_return failure(ErrorKind::SecretNotFound, account.name);
}

Result<QString> tokenFromVariable(const QString& variable)
{
    if (!isVariableName(variable)) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate("Accounts", "This cannot be the name of an environment variable"),
                       variable);
    }
    QString token = qEnvironmentVariable(variable.toLatin1().constData()).trimmed();
    if (!isToken(token)) {
        return failure(ErrorKind::SecretNotFound,
                       QCoreApplication::translate("Accounts", "the environment variable %1").arg(variable));
    }
    return token;
}

bool isToken(const QString& text)
{
    const auto isPlain = [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; };
    return !text.isEmpty() && text.size() <= kLongestToken && std::ranges::all_of(text, isPlain);
}

} // namespace slipway
