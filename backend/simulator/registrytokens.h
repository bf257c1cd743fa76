#pragma once

#include "simulator/credentials.h"
#include "simulator/httpmessage.h"
#include "simulator/simulatoroptions.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QString>

namespace slipway
{

/// What a registry token allows, by repository ("owner/package").
struct TokenGrant final {
    Caller caller;
    QHash<QString, QSet<QString>> actions;
    QDateTime expiresAt;

    [[nodiscard]] bool allows(const QString& repository, const QString& action) const;
};

/// The token endpoint of the registry: Basic with a personal access token in, a short-lived Bearer token out, without
/// `expires_in` as at ghcr.io.
class RegistryTokens final
{
public:
    RegistryTokens(const SimulatorState& state, const SimulatorOptions& options)
        : m_state(state)
        , m_options(options)
    {
    }

    [[nodiscard]] HttpAnswer answer(const ServedRequest& request, const QDateTime& now);
    /// The grant of a Bearer header, or null: a personal access token is none.
    [[nodiscard]] const TokenGrant* find(const QByteArray& authorization, const QDateTime& now) const;

private:
    [[nodiscard]] QSet<QString> allowed(const Caller& caller, const QString& repository) const;

    const SimulatorState& m_state;
    const SimulatorOptions& m_options;
    QHash<QByteArray, TokenGrant> m_grants;
};

/// The package a repository path "owner/a/b" names: "a/b"; empty when the owner is another.
[[nodiscard]] QString packageOfRepository(const QString& repository, const SimulatorState& state);

} // namespace slipway
