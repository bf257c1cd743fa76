#pragma once

#include "core/clock.h"
#include "simulator/credentials.h"
#include "simulator/githubpaging.h"
#include "simulator/httpmessage.h"
#include "simulator/stalelists.h"

#include <functional>

namespace slipway
{

/// GitHub's accounts, packages and versions: which path means what, and what it answers.
class GithubRoutes final
{
public:
    GithubRoutes(SimulatorState& state, StaleLists& stale, const Clock& clock)
        : m_state(state)
        , m_stale(stale)
        , m_clock(clock)
    {
    }

    [[nodiscard]] HttpAnswer answer(const ServedRequest& request, const Caller& caller);

private:
    /// A request below `…/packages`, with what its path says.
    struct Call final {
        const ServedRequest& request;
        const Caller& caller;
        QString linkPath; ///< of `…/packages` with the numeric id, for Link headers
        QStringList rest; ///< the parts after `packages`
    };

    [[nodiscard]] HttpAnswer ownOrganizations(const ServedRequest& request, const Caller& caller) const;
    [[nodiscard]] HttpAnswer billing(const ServedRequest& request, const Caller& caller) const;
    [[nodiscard]] HttpAnswer packages(const Call& call);
    [[nodiscard]] HttpAnswer packageList(const Call& call);
    [[nodiscard]] HttpAnswer onePackage(const Call& call, SimPackage& package);
    [[nodiscard]] HttpAnswer deletePackage(const Call& call, SimPackage& package);
    [[nodiscard]] HttpAnswer restorePackage(const Call& call, SimPackage& package);
    [[nodiscard]] HttpAnswer versions(const Call& call, SimPackage& package);
    [[nodiscard]] HttpAnswer versionList(const Call& call, const SimPackage& package);
    [[nodiscard]] HttpAnswer deleteVersion(const Call& call, SimPackage& package, const SimVersion& version);
    [[nodiscard]] HttpAnswer restoreVersion(const Call& call, SimPackage& package, const SimVersion& version);

    /// What a token of its kind hears whatever it asks of the owner, or nothing.
    [[nodiscard]] std::optional<HttpAnswer> ownerRefusal(const Caller& caller) const;
    /// The refusal of a caller without this scope or role, or nothing.
    [[nodiscard]] std::optional<HttpAnswer> refusal(const Call& call, const QString& scope,
                                                    const SimPackage* package) const;
    [[nodiscard]] bool isRestorable(const QDateTime& deletedAt) const;

    SimulatorState& m_state;
    StaleLists& m_stale;
    const Clock& m_clock;
};

} // namespace slipway
