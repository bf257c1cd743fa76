#include "app/ctl/accountdocuments.h"

#include "accounts/servers.h"
#include "accounts/tokentext.h"
#include "core/errortext.h"
#include "core/format.h"

#include <QJsonArray>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QJsonValue errorJson(const std::optional<Error>& error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{
        {u"kind"_s, errorKindName(error->kind)}, {u"subject"_s, error->subject}, {u"detail"_s, error->detail}};
}

} // namespace

QJsonObject accountDocument(const Account& account)
{
    QJsonObject token{{u"place"_s, tokenPlaceName(account.tokenPlace)}};
    if (account.tokenPlace == TokenPlace::Environment)
        token.insert("variable"_L1, account.tokenVariable);
    return {
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

QJsonObject checkDocument(const Account& account, const TokenCheck& check)
{
    QJsonArray capabilities;
    for (const auto& grant : check.grants) {
        capabilities.append(QJsonObject{{u"capability"_s, capabilityName(grant.capability)},
                                        {u"scope"_s, grant.scope},
                                        {u"state"_s, grantName(grant.grant)},
                                        {u"needed"_s, grant.isNeeded}});
    }
    QJsonArray owners;
    for (const auto& owner : check.owners) {
        owners.append(QJsonObject{
            {u"login"_s, owner.login}, {u"readable"_s, !owner.error}, {u"problem"_s, errorJson(owner.error)}});
    }
    const QString expiry = formatTimestamp(check.expiresAt);
    return {
        {u"name"_s, account.name},
        {u"login"_s, check.login},
        {u"kind"_s, tokenKindName(check.kind)},
        {u"scopes"_s, check.scopes ? QJsonValue(QJsonArray::fromStringList(*check.scopes)) : QJsonValue::Null},
        {u"expiresAt"_s, expiry.isEmpty() ? QJsonValue::Null : QJsonValue(expiry)},
        {u"sufficient"_s, isSufficient(check.grants)},
        {u"capabilities"_s, capabilities},
        {u"owners"_s, owners},
    };
}

QString accountLine(const Account& account)
{
    QString line = u"%1  %2  %3  %4"_s.arg(account.name, account.owners.join(u','), webHost(account.apiUrl),
                                           tokenPlaceName(account.tokenPlace));
    if (account.tokenPlace == TokenPlace::Environment)
        line += u' ' + account.tokenVariable;
    if (account.access == AccountAccess::ReadOnly)
        line += u"  "_s + QCoreApplication::translate("Commands", "read-only");
    return line + u'\n';
}

QString checkText(const TokenCheck& check, const QDateTime& now)
{
    QString text = check.login + u": "_s + tokenKindText(check.kind);
    if (const QString expiry = expiryText(check, now); !expiry.isEmpty())
        text += u", "_s + expiry;
    text += u'\n' + verdictText(check) + u"\n\n"_s;
    for (const auto& grant : check.grants) {
        text += u"  "_s + grantText(grant.grant).leftJustified(10) + capabilityText(grant.capability).leftJustified(36)
                + grant.scope + u'\n';
    }
    for (const auto& owner : check.owners) {
        text +=
            u'\n' + owner.login + u": "_s
            + (owner.error ? errorLine(*owner.error) : QCoreApplication::translate("Commands", "packages can be read"));
    }
    return text + u'\n';
}

} // namespace slipway
