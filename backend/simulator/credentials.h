#pragma once

#include "simulator/simstate.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace slipway
{

/// Who asks, after the Authorization header.
struct Caller final {
    enum class Kind {
        Anonymous, ///< no credential
        Known,     ///< a token that is accepted
        Refused,   ///< a credential that is not
    };
    Kind kind = Kind::Anonymous;
    QString tokenKey; ///< the token itself; a key for limits and ETags, never shown
    SimToken token;

    [[nodiscard]] bool isKnown() const { return kind == Kind::Known; }
    /// `write:packages` includes reading, as on GitHub.
    [[nodiscard]] bool hasScope(const QString& scope) const;
    /// Fine-grained tokens are refused by everything that is about packages.
    [[nodiscard]] bool isFineGrained() const { return tokenKey.startsWith(QLatin1StringView("github_pat_")); }
    /// May this caller know that the package is there?
    [[nodiscard]] bool sees(const SimPackage& package) const;
};

/// Looks a personal access token up. `scopes` overrides what the state says, if given.
[[nodiscard]] Caller callerOfToken(const QString& token, const SimulatorState& state,
                                   const std::optional<QStringList>& scopes);

/// Who asks without a credential: nobody in particular, or a reader where the state is open to visitors.
[[nodiscard]] Caller callerWithoutCredential(const SimulatorState& state);

/// From an Authorization header as the API takes it: "Bearer T", "token T", or Basic with the token as password.
[[nodiscard]] Caller callerOfHeader(const QByteArray& authorization, const SimulatorState& state,
                                    const std::optional<QStringList>& scopes);

/// The password of a Basic header; none for any other.
[[nodiscard]] std::optional<QString> basicPassword(const QByteArray& authorization);

} // namespace slipway
