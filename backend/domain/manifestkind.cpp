#include "domain/manifestkind.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QString manifestKindName(ManifestKind kind)
{
    switch (kind) {
    case ManifestKind::Image:
        return u"image"_s;
    case ManifestKind::Index:
        return u"index"_s;
    case ManifestKind::Attestation:
        return u"attestation"_s;
    case ManifestKind::Signature:
        return u"signature"_s;
    case ManifestKind::Sbom:
        return u"sbom"_s;
    case ManifestKind::Cache:
        return u"cache"_s;
    case ManifestKind::Artifact:
        return u"artifact"_s;
    case ManifestKind::Unreadable:
        return u"unreadable"_s;
    }
    return u"unreadable"_s;
}

bool isReferrerKind(ManifestKind kind)
{
    return kind == ManifestKind::Attestation || kind == ManifestKind::Signature || kind == ManifestKind::Sbom;
}

} // namespace slipway
