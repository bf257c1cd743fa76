#pragma once

#include "app/session/target.h"
#include "github/githubclient.h"
#include "inventory/scan.h"
#include "net/guardedtransport.h"
#include "net/networkstack.h"
#include "registry/registryclient.h"
#include "settings/profile.h"
#include "simulator/embeddedsimulator.h"
#include "store/store.h"

#include <memory>
#include <stop_token>

namespace slipway
{

/// Everything that reads one target, put together: transport, clients, store and profile, and for a demo organisation
/// the server itself. For one thread. Whoever uses it ends its operations before it goes.
class Connection final
{
public:
    /// Starts the embedded server of a demo, opens the store, reads the profile. Errors: InvalidArgument for an unknown
    /// demo, Store, InvalidFile, FileAccess. `closing` is requested by who wants to close it (see Store::open()).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(Target target, std::stop_token closing = {});

    [[nodiscard]] const Target& target() const { return m_target; }
    [[nodiscard]] const Profile& profile() const { return m_profile; }
    /// Its file; a demo's comes with the program. Empty: there is none.
    [[nodiscard]] QString profilePath() const;
    [[nodiscard]] NetworkTransport& transport() { return m_network->network(); }
    [[nodiscard]] GovernedTransport& governor() { return m_network->governor(); }
    /// The way out for whoever makes a client of their own: within the host's limits, reading repeated.
    /// Nothing that changes a server goes out where the target is read-only.
    [[nodiscard]] HttpTransport& requests() { return *m_others; }
    /// Lets the packages' clients change something while it lives; without one they can only read, whoever asks them
    /// for what. Errors: Refused where the target is read-only or offline.
    [[nodiscard]] Result<GuardedTransport::Grant> allowChanges();
    [[nodiscard]] RegistryClient& registry() { return *m_registry; }
    [[nodiscard]] Store& store() { return *m_store; }
    [[nodiscard]] ScanTools scanTools() { return {*m_github, *m_registry, *m_store, m_target.clock}; }
    [[nodiscard]] ScanRequest scanRequest(ScanDepth depth) const;

private:
    explicit Connection(Target target);
    [[nodiscard]] Result<void> startDemo();
    [[nodiscard]] Result<void> readProfile();

    Target m_target;
    Profile m_profile;
    std::function<OwnerPast()> m_past; ///< of a demo
    std::unique_ptr<EmbeddedSimulator> m_simulator;
    std::unique_ptr<NetworkStack> m_network;
    std::unique_ptr<GuardedTransport> m_packages; ///< above it: what the two clients are given
    std::unique_ptr<GuardedTransport> m_others;   ///< what others are given
    GuardedTransport::Grant m_othersMayChange;
    std::unique_ptr<GithubClient> m_github;
    std::unique_ptr<RegistryClient> m_registry;
    std::unique_ptr<Store> m_store;
};

} // namespace slipway
