#include "simulator/registrytokens.h"

#include <QJsonObject>
#include <QRandomGenerator>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray randomToken()
{
    QByteArray raw(24, Qt::Uninitialized);
    for (auto& byte : raw)
        byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
    return "djE6" + raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

bool TokenGrant::allows(const QString& repository, const QString& action) const
{
    return actions.value(repository).contains(action);
}

QString packageOfRepository(const QString& repository, const SimulatorState& state)
{
    if (repository.section(u'/', 0, 0).compare(state.owner.login, Qt::CaseInsensitive) != 0)
        return {};
    return repository.section(u'/', 1);
}

QSet<QString> RegistryTokens::allowed(const Caller& caller, const QString& repository) const
{
    const auto name = packageOfRepository(repository, m_state);
    if (name.isEmpty())
        return {};
    const auto* package = m_state.findPackage(name);
    const bool isThere = package != nullptr && !package->isDeleted();
    const bool mayPush = caller.isKnown() && !caller.isFineGrained() && caller.hasScope(u"write:packages"_s)
                         && caller.token.role == PackageRole::Admin;
    QSet<QString> actions;
    if (isThere ? caller.sees(*package) : mayPush)
        actions.insert(u"pull"_s);
    if (mayPush)
        actions.insert(u"push"_s);
    return actions;
}

HttpAnswer RegistryTokens::answer(const ServedRequest& request, const QDateTime& now)
{
    TokenGrant grant;
    grant.caller = callerWithoutCredential(m_state);
    if (const auto password = basicPassword(request.header("authorization")))
        grant.caller = callerOfToken(*password, m_state, m_options.scopes);
    if (grant.caller.kind == Caller::Kind::Refused || grant.caller.isFineGrained())
        return registryError(403, u"DENIED"_s, u"denied"_s);
    const auto scopes = request.queryValues(u"scope"_s).join(u' ').split(u' ', Qt::SkipEmptyParts);
    for (const auto& scope : scopes) {
        const auto repository = scope.section(u':', 1, -2);
        const auto asked = scope.section(u':', -1).split(u',');
        const auto allowed = this->allowed(grant.caller, repository);
        const auto granted = QSet(asked.begin(), asked.end()).intersect(allowed);
        if (granted.isEmpty()) {
            const bool lacksScope = grant.caller.isKnown() && !grant.caller.hasScope(u"read:packages"_s);
            return registryError(403, u"DENIED"_s,
                                 lacksScope ? u"permission_denied: The token provided does not match expected scopes."_s
                                            : u"requested access to the resource is denied"_s);
        }
        grant.actions[repository].unite(granted);
    }
    grant.expiresAt = now.addDuration(m_options.tokenLifetime);
    const auto token = randomToken();
    const bool isKnown = grant.caller.isKnown();
    m_grants.insert(token, grant);
    auto answer = jsonAnswer(200, QJsonDocument(QJsonObject{{u"token"_s, QString::fromLatin1(token)}}));
    answer.isAuthorized = isKnown;
    return answer;
}

const TokenGrant* RegistryTokens::find(const QByteArray& authorization, const QDateTime& now) const
{
    if (!authorization.toLower().startsWith("bearer "))
        return nullptr;
    const auto found = m_grants.constFind(authorization.sliced(7).trimmed());
    return found == m_grants.cend() || found->expiresAt < now ? nullptr : &*found;
}

} // namespace slipway
