#pragma once

#include "core/clock.h"
#include "net/callcontext.h"
#include "net/http.h"
#include "registry/authchallenge.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <memory>
#include <optional>

namespace slipway
{

/// Where the registry is and who asks. Without a secret, public repositories only.
struct RegistryAccess final {
    QUrl registryUrl{QStringLiteral("https://ghcr.io")};
    QString user = QStringLiteral("slipway");
    QString secret; ///< a personal access token, sent to the token endpoint only, as Basic
};

/// Bearer tokens for pulling, one for each repository, shared by everybody who asks at the same time.
/// The registry is asked once what it wants (GET /v2/); one that wants nothing gets no token.
class TokenSource final
{
public:
    TokenSource(HttpTransport& transport, RegistryAccess access, Clock clock);

    /// Empty for a registry without authentication. Errors: Unauthorized when the secret is refused, Forbidden, network
    /// errors; ForeignHost when the realm is neither the registry's host nor https.
    [[nodiscard]] Task<Result<QByteArray>> pullToken(QString repository, CallContext context);
    /// The token turned out to be refused; the next call gets a new one.
    void forget(const QString& repository, const QByteArray& token);

private:
    using Answer = Result<QByteArray>;
    /// A question under way and everybody who waits for its answer.
    struct Inquiry {
        QList<Arrival<Answer>> waiting;
    };

    /// QCoro moves from a co_returned lvalue of another type, members included: this one is always constructed in full.
    using Challenge = Result<std::optional<AuthChallenge>>;
    [[nodiscard]] Task<Challenge> challenge(CallContext context);
    [[nodiscard]] Task<Answer> requestToken(QString repository, CallContext context);

    HttpTransport& m_transport;
    RegistryAccess m_access;
    Clock m_clock;
    bool m_isChallengeKnown = false;
    std::optional<AuthChallenge> m_challenge;
    QHash<QString, QByteArray> m_tokens;
    QHash<QString, std::shared_ptr<Inquiry>> m_inquiries;
    std::shared_ptr<Inquiry> m_ping;
};

} // namespace slipway
