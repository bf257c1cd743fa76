#pragma once

#include "files/templates.h"

namespace slipway
{

enum class BuildSide : std::uint8_t { Cpu, Gpu };

/// The workflow that builds the images of one side: with a cache in the registry, SBOM, signature and attestation
/// without a key (cosign and GitHub's OIDC), the digest of each image in the run's summary, and a job that pins what
/// was built in the lock file.
[[nodiscard]] QString buildWorkflow(BuildSide side, const TemplateFacts& facts);

/// A YAML scalar that is read as text, quoted where it need be.
[[nodiscard]] QString yamlText(const QString& text);

} // namespace slipway
