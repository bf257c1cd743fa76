#pragma once

#include "core/clock.h"
#include "net/callcontext.h"
#include "net/http.h"
#include "registry/authchallenge.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <chrono>
#include <functional>
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

/// What a token is for.
enum class RegistryUse : std::uint8_t { Pull, Push };

/// Bearer tokens, one for each repository and use, shared by everybody who asks at the same time.
/// The registry is asked once what it wants (GET /v2/); one that wants nothing gets no token. A token is used as long
/// as its `expires_in` says, a minute where that is absent or less (distribution spec, "Token Response Fields"), but
/// for the last sixth, so that it does not end on its way.
class TokenSource final
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    /// `time` is what lifetimes are measured by.
    TokenSource(HttpTransport& transport, RegistryAccess access, Clock clock,
                std::function<Moment()> time = &std::chrono::steady_clock::now);

    /// Empty for a registry without authentication. Errors: Unauthorized when the secret is refused, Forbidden, network
    /// errors; ForeignHost when the realm is neither the registry's host nor https.
    [[nodiscard]] Task<Result<QByteArray>> token(QString repository, RegistryUse use, CallContext context);
    [[nodiscard]] Task<Result<QByteArray>> pullToken(QString repository, CallContext context)
    {
        return token(std::move(repository), RegistryUse::Pull, std::move(context));
    }
    /// The token turned out to be refused; the next call gets a new one.
    void forget(const QString& repository, const QByteArray& token, RegistryUse use = RegistryUse::Pull);

private:
    struct Token {
        QByteArray text; ///< empty for a registry without authentication
        std::chrono::seconds lifetime = std::chrono::hours(24);
    };
    struct HeldToken {
        QByteArray text;
        Moment until;
    };
    using Answer = Result<QByteArray>;
    /// A question under way and everybody who waits for its answer.
    struct Inquiry {
        QList<Arrival<Answer>> waiting;
    };

    /// QCoro moves from a co_returned lvalue of another type, members included: this one is always constructed in full.
    using Challenge = Result<std::optional<AuthChallenge>>;
    [[nodiscard]] Task<Challenge> challenge(CallContext context);
    [[nodiscard]] static Result<Token> parseToken(const QByteArray& body, const QString& subject);
    [[nodiscard]] Moment endOf(const Token& token) const;
    [[nodiscard]] Task<Result<Token>> requestToken(QString repository, RegistryUse use, CallContext context);

    HttpTransport& m_transport;
    RegistryAccess m_access;
    Clock m_clock;
    std::function<Moment()> m_time;
    bool m_isChallengeKnown = false;
    std::optional<AuthChallenge> m_challenge;
    QHash<QString, HeldToken> m_tokens; ///< by scope, as `m_inquiries`
    QHash<QString, std::shared_ptr<Inquiry>> m_inquiries;
    std::shared_ptr<Inquiry> m_ping;
};

} // namespace slipway
