#pragma once

#include "simulator/simstate.h"

#include <QJsonObject>
#include <QString>

namespace slipway
{

/// Writes GitHub's JSON of accounts, packages and versions, whole enough for GitHub's own API description.
class GithubJson final
{
public:
    /// `base` is the URL of the API as the client named it.
    GithubJson(const SimulatorState& state, QString base)
        : m_state(state)
        , m_base(std::move(base))
    {
    }

    /// "simple-user".
    [[nodiscard]] QJsonObject account(const SimAccount& account) const;
    /// "public-user", as `/users/{login}` gives it.
    [[nodiscard]] QJsonObject profile(const SimAccount& account) const;
    /// "private-user", as `/user` gives it.
    [[nodiscard]] QJsonObject ownProfile(const SimAccount& account) const;
    /// "organization-simple", a row of `/user/orgs`.
    [[nodiscard]] QJsonObject organization(const SimAccount& account) const;
    [[nodiscard]] QJsonObject package(const SimPackage& package) const;
    [[nodiscard]] QJsonObject version(const SimPackage& package, const SimVersion& version) const;
    /// "minimal-repository".
    [[nodiscard]] QJsonObject repository(const QString& name) const;

private:
    [[nodiscard]] QString packageUrl(const SimPackage& package) const;
    [[nodiscard]] QString packagePage(const SimPackage& package) const;

    const SimulatorState& m_state;
    QString m_base;
};

} // namespace slipway
