#pragma once

#include <QLatin1StringView>

namespace slipway
{

/// The platform that indexes give attestations, which have none (docs.docker.com/build/metadata/attestations,
/// "Attestation storage").
constexpr QLatin1StringView kAttestationPlatform{"unknown/unknown"};

} // namespace slipway
