#pragma once

#include "domain/manifest.h"

namespace slipway
{

/// What an image-shaped manifest is, by its config and layer media types, its artifact type and its annotations.
/// Tags and the parent index can tell more; SnapshotBuilder adds that.
[[nodiscard]] ManifestKind shapeOf(const Manifest& manifest);

/// A BuildKit cache export in index form: one entry is the cache's config, the others are its layers.
[[nodiscard]] bool isCacheIndex(const Manifest& index);

/// Notes on the manifest what one of its layers states: an SBOM, a provenance or another statement.
void noteStatement(Manifest& manifest, const QString& layerMediaType, const QMap<QString, QString>& layerAnnotations);

} // namespace slipway
