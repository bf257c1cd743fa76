#pragma once

#include "core/digest.h"
#include "core/error.h"
#include "core/names.h"
#include "domain/manifestkind.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// A reference to a blob: a layer or a config. `size` in bytes as the manifest states it.
struct BlobReference final {
    Digest digest;
    Bytes size = 0;
    QString mediaType;

    friend bool operator==(const BlobReference&, const BlobReference&) = default;
};

/// One entry of an index.
struct ChildReference final {
    Digest digest;
    Bytes size = 0; ///< of the child's manifest, not of its content
    QString mediaType;
    QString platform; ///< "linux/amd64", "linux/arm64/v8"; "unknown/unknown" for attestations, empty if not given
    std::optional<Digest> attests; ///< `vnd.docker.reference.digest`: the sibling a BuildKit attestation speaks of

    friend bool operator==(const ChildReference&, const ChildReference&) = default;
};

/// A manifest or index as parsed from its bytes.
struct Manifest final {
    Digest digest;
    ManifestKind kind = ManifestKind::Unreadable;
    QString mediaType;
    QString artifactType;
    Bytes size = 0; ///< of the manifest's own bytes
    std::optional<BlobReference> config;
    std::vector<BlobReference> layers;
    std::vector<ChildReference> children;
    std::optional<Digest> subject;
    QMap<QString, QString> annotations;
    bool hasSbom = false;       ///< carries or is a software bill of materials
    bool hasProvenance = false; ///< carries or is a provenance or other in-toto statement

    [[nodiscard]] bool isIndex() const { return kind == ManifestKind::Index; }
};

/// The media types every manifest request must accept; without them GHCR answers 404 for images that exist.
[[nodiscard]] QByteArray manifestAcceptHeader();

/// Reads an OCI image manifest or index, a Docker schema 2 manifest or list. `mediaType` is the Content-Type it came
/// with, used where the document does not state its own. Errors: NotJson; Malformed with the path to the field;
/// Malformed for Docker schema 1. Whether the bytes match `digest` is the caller's check. A BuildKit cache exported as
/// an index has its entries as layers: they are blobs. Sources: OCI image-spec 1.1 manifest.md and image-index.md,
/// BuildKit docs/attestations/attestation-storage.md, cosign SIGNATURE_SPEC and BUNDLE_SPEC.
[[nodiscard]] Result<Manifest> parseManifest(const Digest& digest, const QByteArray& bytes, const QString& mediaType);

} // namespace slipway
