#include "accounts/accountstext.h"

#include "core/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QJsonObject toJson(const Account& account)
{
    QJsonObject token{{u"place"_s, tokenPlaceName(account.tokenPlace)}};
    if (account.tokenPlace == TokenPlace::Environment)
        token.insert("variable"_L1, account.tokenVariable);
    return {
        {u"id"_s, account.id},
        {u"name"_s, account.name},
        {u"owners"_s, QJsonArray::fromStringList(account.owners)},
        {u"apiUrl"_s, account.apiUrl.toString()},
        {u"registryUrl"_s, account.registryUrl.toString()},
        {u"login"_s, account.login},
        {u"token"_s, token},
        {u"profile"_s, account.profilePath},
        {u"readOnly"_s, account.access == AccountAccess::ReadOnly},
    };
}

void readToken(const JsonNode& node, Account& account)
{
    const auto place = node["place"_L1];
    const QString name = place.string();
    for (const auto known : {TokenPlace::Keychain, TokenPlace::Environment, TokenPlace::GhCli}) {
        if (tokenPlaceName(known) != name)
            continue;
        account.tokenPlace = known;
        if (known == TokenPlace::Environment)
            account.tokenVariable = node["variable"_L1].string();
        return;
    }
    place.refuse(u"expected keychain, environment or gh"_s);
}

Account readAccount(const JsonNode& node)
{
    Account account;
    account.id = node["id"_L1].string();
    if (account.id.isEmpty())
        node["id"_L1].refuse(u"an account has an id"_s);
    account.name = node["name"_L1].string();
    node["owners"_L1].forEach([&account](const JsonNode& owner) { account.owners.append(owner.string()); });
    account.apiUrl = QUrl(node["apiUrl"_L1].string(), QUrl::StrictMode);
    account.registryUrl = QUrl(node["registryUrl"_L1].string(), QUrl::StrictMode);
    account.login = node.optional("login"_L1).string();
    readToken(node["token"_L1], account);
    account.profilePath = node.optional("profile"_L1).string();
    const auto readOnly = node.optional("readOnly"_L1);
    account.access = !readOnly.absent() && readOnly.boolean() ? AccountAccess::ReadOnly : AccountAccess::ReadWrite;
    return account;
}

} // namespace

QByteArray writeAccounts(const std::vector<Account>& accounts)
{
    QJsonArray rows;
    for (const auto& account : accounts)
        rows.append(toJson(account));
    return QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"accounts"_s, rows}}).toJson(QJsonDocument::Indented);
}

Result<std::vector<Account>> readAccounts(const QByteArray& text, const QString& fileName)
{
    JsonReader reader(text, fileName);
    std::vector<Account> accounts;
    if (!reader.error()) {
        const auto root = reader.root();
        if (const auto version = root["version"_L1]; version.integer() != 1)
            version.refuse(u"only version 1 is known"_s);
        root["accounts"_L1].forEach([&accounts](const JsonNode& node) {
            auto account = readAccount(node);
            // What checkAccount() refuses was never written by this program.
            if (const auto checked = checkAccount(account, accounts); !checked)
                node.refuse(checked.error().subject);
            accounts.push_back(std::move(account));
        });
    }
    if (reader.error())
        return failure(ErrorKind::InvalidFile, fileName, reader.error()->detail);
    return accounts;
}

} // namespace slipway
