#pragma once

#include <QString>

#include <cstdint>

namespace slipway
{

/// What a version is, decided from its manifest, its parent index and its tags; names fixed by the command line
/// contract.
enum class ManifestKind : std::uint8_t {
    Image,       ///< a config and layers that a container runtime can start
    Index,       ///< a list of manifests, usually one a platform
    Attestation, ///< provenance or other in-toto statements
    Signature,   ///< a cosign or sigstore signature
    Sbom,        ///< a software bill of materials, SPDX or CycloneDX
    Cache,       ///< a BuildKit cache export
    Artifact,    ///< anything else: Helm charts, policies, files pushed with oras
    Unreadable,  ///< missing in the registry, not JSON, or not as specified
};

/// "image", "index", "attestation", "signature", "sbom", "cache", "artifact", "unreadable".
[[nodiscard]] QString manifestKindName(ManifestKind kind);

/// True for what exists only because of another version and lives and dies with it.
[[nodiscard]] bool isReferrerKind(ManifestKind kind);

} // namespace slipway
