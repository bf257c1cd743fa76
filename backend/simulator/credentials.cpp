#include "simulator/credentials.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The rest of "SCHEME rest" when the scheme is this one, in any case.
std::optional<QByteArray> afterScheme(const QByteArray& authorization, QByteArrayView scheme)
{
    const auto space = authorization.indexOf(' ');
    if (space < 0 || authorization.first(space).compare(scheme, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return authorization.sliced(space + 1).trimmed();
}

const QStringList& defaultScopes()
{
    static const QStringList kScopes{u"read:packages"_s, u"write:packages"_s, u"delete:packages"_s};
    return kScopes;
}

} // namespace

bool Caller::hasScope(const QString& scope) const
{
    return token.scopes.contains(scope) || (scope == "read:packages"_L1 && token.scopes.contains("write:packages"_L1));
}

bool Caller::sees(const SimPackage& package) const
{
    if (package.facts().visibility == SimVisibility::Public)
        return true;
    return isKnown() && hasScope(u"read:packages"_s) && !token.hiddenPackages.contains(package.facts().name);
}

Caller callerOfToken(const QString& token, const SimulatorState& state, const std::optional<QStringList>& scopes)
{
    Caller caller;
    caller.tokenKey = token;
    caller.kind = Caller::Kind::Known;
    caller.token.scopes = defaultScopes();
    if (state.tokens) {
        const auto found = state.tokens->constFind(token);
        if (found == state.tokens->cend())
            caller.kind = Caller::Kind::Refused;
        else
            caller.token = *found;
    }
    if (token.isEmpty())
        caller.kind = Caller::Kind::Refused;
    if (scopes)
        caller.token.scopes = *scopes;
    return caller;
}

Caller callerWithoutCredential(const SimulatorState& state)
{
    Caller caller;
    if (!state.isOpenToVisitors)
        return caller;
    caller.kind = Caller::Kind::Known;
    caller.tokenKey = u"visitor"_s;
    caller.token.scopes = {u"read:packages"_s};
    return caller;
}

Caller callerOfHeader(const QByteArray& authorization, const SimulatorState& state,
                      const std::optional<QStringList>& scopes)
{
    if (authorization.isEmpty())
        return callerWithoutCredential(state);
    for (const QByteArrayView scheme : {"bearer", "token"}) {
        if (const auto token = afterScheme(authorization, scheme))
            return callerOfToken(QString::fromUtf8(*token), state, scopes);
    }
    if (const auto password = basicPassword(authorization))
        return callerOfToken(*password, state, scopes);
    Caller caller;
    caller.kind = Caller::Kind::Refused;
    return caller;
}

std::optional<QString> basicPassword(const QByteArray& authorization)
{
    const auto encoded = afterScheme(authorization, "basic");
    if (!encoded)
        return std::nullopt;
    const auto pair = QString::fromUtf8(QByteArray::fromBase64(*encoded));
    return pair.section(u':', 1);
}

} // namespace slipway
