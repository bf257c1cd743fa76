#pragma once

#include "core/clock.h"
#include "simulator/registryblobs.h"
#include "simulator/registrytokens.h"
#include "simulator/stalelists.h"

namespace slipway
{

/// The OCI distribution API below `/v2/` and the token endpoint, as ghcr.io answers them.
class RegistryApi final
{
public:
    RegistryApi(SimulatorState& state, StaleLists& stale, const SimulatorOptions& options, const Clock& clock)
        : m_state(state)
        , m_stale(stale)
        , m_options(options)
        , m_clock(clock)
        , m_tokens(state, options)
        , m_blobs(state)
    {
    }

    /// Is this path the registry's?
    [[nodiscard]] static bool isPath(const QString& path);
    [[nodiscard]] HttpAnswer answer(const ServedRequest& request);

private:
    [[nodiscard]] HttpAnswer route(const ServedRequest& request, const QStringList& parts);
    [[nodiscard]] HttpAnswer challenge(const ServedRequest& request, const QString& scope) const;
    [[nodiscard]] HttpAnswer tagList(const ServedRequest& request, const QString& repository);
    [[nodiscard]] HttpAnswer manifest(const ServedRequest& request, const QString& repository,
                                      const QString& reference);
    [[nodiscard]] HttpAnswer readManifest(const ServedRequest& request, SimPackage& package, const QString& reference);
    [[nodiscard]] HttpAnswer putManifest(const ServedRequest& request, const QString& repository,
                                         const QString& reference);
    [[nodiscard]] HttpAnswer referrers() const;
    /// The live package of a repository, or null.
    [[nodiscard]] SimPackage* livePackage(const QString& repository) const;
    [[nodiscard]] SimPackage& packageForPush(const QString& repository);

    SimulatorState& m_state;
    StaleLists& m_stale;
    const SimulatorOptions& m_options;
    const Clock& m_clock;
    RegistryTokens m_tokens;
    RegistryBlobs m_blobs;
};

} // namespace slipway
