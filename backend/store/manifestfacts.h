#pragma once

#include "domain/manifest.h"

#include <QByteArray>

#include <optional>

namespace slipway
{

/// A parsed manifest in a compact binary form, so that a million of them load without parsing JSON. Annotations are
/// left out: the document itself is kept beside it.
[[nodiscard]] QByteArray packManifest(const Manifest& manifest);

/// nullopt for bytes of another form version or damaged bytes: the caller parses the document again.
[[nodiscard]] std::optional<Manifest> unpackManifest(const Digest& digest, const QByteArray& packed);

} // namespace slipway
