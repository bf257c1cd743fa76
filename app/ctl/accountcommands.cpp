#include "app/ctl/accountcommands.h"

#include "accounts/accountsfile.h"
#include "accounts/accounttoken.h"
#include "accounts/ghtool.h"
#include "accounts/servers.h"
#include "accounts/tokentext.h"
#include "app/ctl/accountdocuments.h"
#include "net/networkstack.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

QString toText(const QJsonObject& document)
{
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

Result<Account> namedAccount(const Invocation& invocation)
{
    const auto accounts = AccountsFile(invocation.target.dataFolder).load();
    if (!accounts)
        return std::unexpected(accounts.error());
    const Account* found = findAccount(*accounts, invocation.argument);
    if (!found)
        return failure(ErrorKind::InvalidArgument, tr("There is no account of that name"), invocation.argument);
    return *found;
}

Task<Result<TokenCheck>> askGithub(Account account, QString token, QByteArray apiVersion, std::stop_token stop)
{
    NetworkStack network("Slipway/" SLIPWAY_VERSION);
    const GithubClient client(network.transport(), {account.apiUrl, token, apiVersion}, Clock());
    const auto use = account.access == AccountAccess::ReadOnly ? TokenUse::Reading : TokenUse::ReadingAndCleanup;
    co_return co_await checkToken(client, {token, use, account.owners}, {}, stop);
}

Result<CommandResult> listAccounts(const Invocation& invocation)
{
    const auto accounts = AccountsFile(invocation.target.dataFolder).load();
    if (!accounts)
        return std::unexpected(accounts.error());
    QString text;
    QJsonArray rows;
    for (const auto& account : *accounts) {
        text += accountLine(account);
        rows.append(accountDocument(account));
    }
    if (invocation.format == OutputFormat::Json)
        return CommandResult{ExitCode::Done, toText({{u"accounts"_s, rows}})};
    return CommandResult{ExitCode::Done, text.isEmpty() ? tr("There are no accounts.") + u'\n' : text};
}

Result<TokenPlace> placeOf(const Invocation& invocation)
{
    const QString word = invocation.values.value(u"keep-in"_s, u"keychain"_s);
    for (const auto place : {TokenPlace::Keychain, TokenPlace::Environment, TokenPlace::GhCli}) {
        if (tokenPlaceName(place) == word)
            return place;
    }
    return failure(ErrorKind::InvalidArgument, tr("--keep-in is keychain, environment or gh"), word);
}

/// The account the options describe, without having asked anybody.
Result<Account> describedAccount(const Invocation& invocation)
{
    Account account;
    account.id = newAccountId();
    account.name = invocation.values.value(u"name"_s);
    account.owners = invocation.owners;
    const Target usual;
    account.apiUrl = invocation.target.apiUrl;
    account.registryUrl = invocation.target.registryUrl;
    if (account.apiUrl != usual.apiUrl) {
        const auto servers = serversOf(account.apiUrl.toString());
        if (!servers)
            return std::unexpected(servers.error());
        account.apiUrl = servers->apiUrl;
        if (account.registryUrl == usual.registryUrl)
            account.registryUrl = servers->registryUrl;
    }
    const auto place = placeOf(invocation);
    if (!place)
        return std::unexpected(place.error());
    account.tokenPlace = *place;
    account.tokenVariable = *place == TokenPlace::Environment ? invocation.tokenVariable : QString();
    if (!invocation.target.profilePath.isEmpty())
        account.profilePath = QFileInfo(invocation.target.profilePath).absoluteFilePath();
    account.access = invocation.isReadOnly ? AccountAccess::ReadOnly : AccountAccess::ReadWrite;
    return account;
}

Task<Result<QString>> offeredToken(Invocation invocation, Account account, std::stop_token stop)
{
    if (invocation.values.contains(u"from-gh"_s) || account.tokenPlace == TokenPlace::GhCli)
        co_return co_await tokenFromGh(webHost(account.apiUrl), stop);
    if (!invocation.tokenVariable.isEmpty())
        co_return tokenFromVariable(invocation.tokenVariable);
    if (!isToken(invocation.target.token)) {
        co_return failure(ErrorKind::InvalidArgument, tr("There is no token"),
                          tr("give --token-env VAR or --from-gh; a token is never an argument"));
    }
    co_return Result<QString>(invocation.target.token);
}

Task<Result<CommandResult>> addAccount(Invocation invocation, SecretStore& secrets, std::stop_token stop)
{
    const AccountsFile file(invocation.target.dataFolder);
    const auto known = file.load();
    if (!known)
        co_return std::unexpected(known.error());
    auto account = describedAccount(invocation);
    if (!account)
        co_return std::unexpected(account.error());
    if (const auto checked = checkAccount(*account, *known); !checked)
        co_return std::unexpected(checked.error());
    const auto token = co_await offeredToken(invocation, *account, stop);
    if (!token)
        co_return std::unexpected(token.error());
    std::optional<TokenCheck> check;
    if (invocation.network == NetworkUse::Online) {
        auto asked = co_await askGithub(*account, *token, invocation.target.apiVersion, stop);
        if (!asked)
            co_return std::unexpected(asked.error());
        account->login = asked->login;
        check = *std::move(asked);
    }
    if (account->tokenPlace == TokenPlace::Keychain) {
        if (const auto kept = co_await secrets.set(account->id, *token, account->name, stop); !kept)
            co_return std::unexpected(kept.error());
    }
    if (const auto added = file.update(addingAccount(*account)); !added) {
        if (account->tokenPlace == TokenPlace::Keychain)
            (void)co_await secrets.remove(account->id, account->name, stop);
        co_return std::unexpected(added.error());
    }
    QJsonObject document = accountDocument(*account);
    document.insert("check"_L1, check ? QJsonValue(checkDocument(*account, *check)) : QJsonValue::Null);
    const QString text = accountLine(*account) + (check ? checkText(*check, invocation.target.clock.now()) : QString());
    co_return CommandResult{ExitCode::Done, invocation.format == OutputFormat::Json ? toText(document) : text};
}

Task<Result<CommandResult>> removeAccount(Invocation invocation, SecretStore& secrets, std::stop_token stop)
{
    const auto account = namedAccount(invocation);
    if (!account)
        co_return std::unexpected(account.error());
    const auto removed = AccountsFile(invocation.target.dataFolder).update(removingAccount(account->id));
    if (!removed)
        co_return std::unexpected(removed.error());
    bool isTokenLeft = false;
    if (account->tokenPlace == TokenPlace::Keychain) {
        const auto forgotten = co_await secrets.remove(account->id, account->name, stop);
        isTokenLeft = !forgotten && forgotten.error().kind != ErrorKind::SecretNotFound;
    }
    const QString text = tr("%1 is removed.").arg(account->name) + u'\n'
                         + (isTokenLeft ? tr("Its token could not be removed from the keychain.") + u'\n' : QString());
    const QJsonObject document{{u"name"_s, account->name}, {u"removed"_s, true}, {u"tokenRemoved"_s, !isTokenLeft}};
    co_return CommandResult{isTokenLeft ? ExitCode::PartlyDone : ExitCode::Done,
                            invocation.format == OutputFormat::Json ? toText(document) : text};
}

Task<Result<CommandResult>> checkNamed(Invocation invocation, SecretStore& secrets, std::stop_token stop)
{
    const auto account = namedAccount(invocation);
    if (!account)
        co_return std::unexpected(account.error());
    const auto token = co_await accountToken(*account, secrets, stop);
    if (!token)
        co_return std::unexpected(token.error());
    const auto check = co_await askGithub(*account, *token, invocation.target.apiVersion, stop);
    if (!check)
        co_return std::unexpected(check.error());
    const bool isComplete =
        isSufficient(check->grants)
        && std::ranges::none_of(check->owners, [](const OwnerAccess& owner) { return owner.error.has_value(); });
    co_return CommandResult{isComplete ? ExitCode::Done : ExitCode::CheckFailed,
                            invocation.format == OutputFormat::Json ? toText(checkDocument(*account, *check))
                                                                    : checkText(*check, invocation.target.clock.now())};
}

} // namespace

QList<CommandShape> accountCommands()
{
    return {
        {u"account list"_s, tr("List the accounts, without their tokens."), {}, {}},
        {u"account add"_s,
         tr("Check a token from the environment or gh and keep it as an account."),
         {{u"name"_s, tr("What the account is called."), u"NAME"_s},
          {u"from-gh"_s, tr("Take the token gh is logged in with.")},
          {u"keep-in"_s, tr("Where the token is kept: keychain (default), environment or gh."), u"PLACE"_s}},
         {}},
        {u"account remove"_s, tr("Forget an account and its token."), {}, u"NAME"_s},
        {u"account check"_s,
         tr("Show what an account's token may do; exit code 3 if something needed is missing."),
         {},
         u"NAME"_s},
    };
}

bool isAccountCommand(const QString& command)
{
    return command.startsWith("account "_L1);
}

Task<Result<CommandResult>> runAccountCommand(Invocation invocation, SecretStore& secrets, std::stop_token stop)
{
    if (invocation.command == "account add"_L1)
        co_return co_await addAccount(invocation, secrets, stop);
    if (invocation.command == "account remove"_L1)
        co_return co_await removeAccount(invocation, secrets, stop);
    if (invocation.command == "account check"_L1)
        co_return co_await checkNamed(invocation, secrets, stop);
    co_return listAccounts(invocation);
}

} // namespace slipway
