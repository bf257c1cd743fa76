#include "domain/manifestshape.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kCacheConfig = "application/vnd.buildkit.cacheconfig.v0"_L1;

bool namesSbom(QStringView text)
{
    return text.contains("spdx"_L1, Qt::CaseInsensitive) || text.contains("cyclonedx"_L1, Qt::CaseInsensitive)
           || text.contains("syft"_L1, Qt::CaseInsensitive);
}

bool isImageConfig(const QString& mediaType)
{
    return mediaType == "application/vnd.oci.image.config.v1+json"_L1
           || mediaType == "application/vnd.docker.container.image.v1+json"_L1;
}

bool isSignatureType(QStringView type)
{
    return type == "application/vnd.dev.cosign.simplesigning.v1+json"_L1
           || type == "application/vnd.dev.cosign.artifact.sig.v1+json"_L1
           || type == "application/vnd.cncf.notary.signature"_L1;
}

bool isStatementType(QStringView type)
{
    return type == "application/vnd.in-toto+json"_L1 || type == "application/vnd.dsse.envelope.v1+json"_L1
           || type.startsWith("application/vnd.in-toto."_L1);
}

bool isBundleType(QStringView type)
{
    return type.startsWith("application/vnd.dev.sigstore.bundle"_L1);
}

/// A sigstore bundle holds a message signature or a statement; its annotations say which.
ManifestKind bundleKind(const Manifest& manifest)
{
    const QString predicate = manifest.annotations.value(u"dev.sigstore.bundle.predicateType"_s);
    const bool isStatement = manifest.annotations.value(u"dev.sigstore.bundle.content"_s) == "dsse-envelope"_L1;
    if (predicate.contains("/cosign/sign"_L1) || (!isStatement && predicate.isEmpty()))
        return ManifestKind::Signature;
    return ManifestKind::Attestation;
}

template<typename Predicate>
bool anyLayer(const Manifest& manifest, Predicate matches)
{
    return std::ranges::any_of(manifest.layers, [&](const BlobReference& layer) { return matches(layer.mediaType); });
}

} // namespace

ManifestKind shapeOf(const Manifest& manifest)
{
    const QString& type = manifest.artifactType;
    const QString configType = manifest.config ? manifest.config->mediaType : QString();
    if (configType == kCacheConfig)
        return ManifestKind::Cache;
    if (isSignatureType(type) || anyLayer(manifest, isSignatureType))
        return ManifestKind::Signature;
    if (isBundleType(type) || anyLayer(manifest, isBundleType))
        return bundleKind(manifest);
    if (isStatementType(type) || anyLayer(manifest, isStatementType))
        return ManifestKind::Attestation;
    if (namesSbom(type) || anyLayer(manifest, namesSbom))
        return ManifestKind::Sbom;
    if (!type.isEmpty() || !isImageConfig(configType))
        return ManifestKind::Artifact;
    return ManifestKind::Image;
}

bool isCacheIndex(const Manifest& index)
{
    return std::ranges::any_of(index.children,
                               [](const ChildReference& child) { return child.mediaType == kCacheConfig; });
}

void noteStatement(Manifest& manifest, const QString& layerMediaType, const QMap<QString, QString>& layerAnnotations)
{
    QString predicate = layerAnnotations.value(u"in-toto.io/predicate-type"_s);
    if (predicate.isEmpty())
        predicate = layerAnnotations.value(u"predicateType"_s);
    if (predicate.isEmpty())
        predicate = manifest.annotations.value(u"dev.sigstore.bundle.predicateType"_s);
    if (namesSbom(predicate) || namesSbom(layerMediaType) || namesSbom(manifest.artifactType))
        manifest.hasSbom = true;
    else if (predicate.isEmpty() ? isStatementType(layerMediaType) : !predicate.contains("/cosign/sign"_L1))
        manifest.hasProvenance = true;
}

} // namespace slipway
