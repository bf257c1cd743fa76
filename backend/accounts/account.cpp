#include "accounts/account.h"

#include "accounts/servers.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLongestName = 80;

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

Result<void> checkName(const Account& account, const std::vector<Account>& others)
{
    const QString name = account.name;
    const bool isOneLine = std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
    if (name.trimmed().isEmpty() || name != name.trimmed() || !isOneLine || name.size() > kLongestName)
        return failure(ErrorKind::InvalidArgument, tr("An account needs a name of one line"), name.left(kLongestName));
    const Account* same = findAccount(others, name);
    if (same && same->id != account.id)
        return failure(ErrorKind::InvalidArgument, tr("There is an account of that name already"), name);
    return {};
}

} // namespace

QString newAccountId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

const Account* findAccount(const std::vector<Account>& accounts, const QString& name)
{
    const auto found = std::ranges::find_if(
        accounts, [&name](const Account& account) { return account.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == accounts.end() ? nullptr : &*found;
}

Result<void> checkAccount(const Account& account, const std::vector<Account>& others)
{
    if (auto named = checkName(account, others); !named)
        return named;
    if (account.owners.isEmpty())
        return failure(ErrorKind::InvalidArgument, tr("An account needs an owner whose packages are shown"));
    for (const auto& owner : account.owners) {
        if (!isLogin(owner))
            return failure(ErrorKind::InvalidArgument, tr("This is no login of an organisation or user"), owner);
    }
    if (account.tokenPlace == TokenPlace::Environment && !isVariableName(account.tokenVariable))
        return failure(ErrorKind::InvalidArgument, tr("This cannot be the name of an environment variable"),
                       account.tokenVariable);
    for (const auto& url : {account.apiUrl, account.registryUrl}) {
        if (auto checked = checkServerUrl(url); !checked)
            return checked;
    }
    return {};
}

bool isLogin(const QString& text)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?\\z"_s);
    return shape.match(text).hasMatch();
}

bool isVariableName(const QString& text)
{
    static const QRegularExpression shape(u"^[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    return shape.match(text).hasMatch();
}

QString tokenPlaceName(TokenPlace place)
{
    switch (place) {
    case TokenPlace::Keychain:
        return u"keychain"_s;
    case TokenPlace::Environment:
        return u"environment"_s;
    case TokenPlace::GhCli:
        return u"gh"_s;
    }
    return {};
}

} // namespace slipway
