#pragma once

#include "net/localserver.h"

#include <QSslCertificate>
#include <QTemporaryDir>
#include <QUrl>

#include <chrono>
#include <memory>

namespace slipway::test
{

/// A token endpoint for a registry with `auth: token` (distribution-spec "token", docker's JWT): https on 127.0.0.1,
/// with a key and a certificate made for it, which also vouch for its tokens. It knows two users, whose secret is
/// kSecret: `publisher` may do everything, `reader` pull kReadable. Others get 401; who asks for more than they may
/// gets a token without it, as docker's own endpoints do.
class TokenIssuer final
{
public:
    static constexpr QLatin1StringView kSecret{"ghp_issuersecret"};
    static constexpr QLatin1StringView kReadable{"mirror/app"};

    TokenIssuer();

    /// For the registry's configuration, in YAML's braces.
    [[nodiscard]] QByteArray registryAuth() const;
    [[nodiscard]] QSslCertificate certificate() const;
    /// Of the tokens from now on; negative: they are expired when they are given.
    void setLifetime(std::chrono::seconds lifetime) { m_lifetime = lifetime; }
    /// The scopes asked for so far, one a request.
    [[nodiscard]] const QStringList& scopes() const { return m_scopes; }
    void clear() { m_scopes.clear(); }

private:
    void answer(const Received& request);
    [[nodiscard]] QByteArray token(const QString& user, const QString& scope) const;
    [[nodiscard]] QByteArray signature(const QByteArray& text) const;
    [[nodiscard]] QByteArray read(const QString& name) const;

    QTemporaryDir m_folder;
    std::chrono::seconds m_lifetime{300};
    QStringList m_scopes;
    std::unique_ptr<LocalServer> m_server;
};

} // namespace slipway::test
